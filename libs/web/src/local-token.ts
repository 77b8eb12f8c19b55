import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { SignJWT, type JWK } from 'jose';
import { isSubject, isTenant } from './auth.ts';
import { localAlgorithm, localAudience, localIssuerName } from './issuers.ts';

export interface LocalClaims {
  readonly sub: string;
  readonly tenant: string;
  readonly roles: readonly string[];
  readonly ttlSeconds: number;
  readonly nowMs: number;
}

/** A year: long enough for a script, short enough to be renewed. */
export const localTokenTtlSecondsMax = 366 * 86_400;

/** Signs a token of the local issuer. Throws for claims that no request could be served with. */
export async function signLocalToken(privateKey: JWK, claims: LocalClaims): Promise<string> {
  const { sub, tenant, roles, ttlSeconds, nowMs } = claims;
  if (!isSubject(sub)) throw new RangeError('sub must be 1 to 255 characters without blanks.');
  if (!isTenant(tenant)) throw new RangeError('tenant must be of a-z, 0-9 and hyphens, 1 to 63.');
  if (!(ttlSeconds > 0 && ttlSeconds <= localTokenTtlSecondsMax)) {
    throw new RangeError(`A token lives 1 to ${localTokenTtlSecondsMax} seconds.`);
  }
  const now = Math.floor(nowMs / 1_000);
  const key = await importJWK(privateKey, localAlgorithm);
  return new SignJWT({ tenant, roles: [...roles] })
    .setProtectedHeader({ alg: localAlgorithm, typ: 'JWT', kid: String(privateKey.kid) })
    .setIssuer(localIssuerName)
    .setAudience(localAudience)
    .setSubject(sub)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + Math.floor(ttlSeconds))
    .sign(key);
}

/** The key pair of a local issuer, as it is kept in a file. */
export interface LocalKey {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

export async function generateLocalKey(): Promise<LocalKey> {
  const pair = await generateKeyPair(localAlgorithm, { extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicKey);
  const privateKey = await exportJWK(pair.privateKey);
  return { privateKey: { ...privateKey, kid }, publicKey: { ...publicKey, kid } };
}
