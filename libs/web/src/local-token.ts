import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';
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
