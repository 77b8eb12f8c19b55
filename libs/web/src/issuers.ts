import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { errors, importJWK, type JWK } from 'jose';
import { algorithmsAllowed, IssuerUnavailable, type Issuer } from './auth.ts';

/** An OpenID Connect issuer as the configuration registers it. */
export interface OidcIssuer {
  readonly issuer: string;
  readonly tenant: string;
  readonly audience: string;
  readonly rolesClaim?: string;
  readonly subjectClaim?: string;
  readonly algorithms?: readonly string[];
}

/** How often an issuer is asked at most; a flood of unknown key ids must not become its load. */
export interface IssuerPace {
  readonly discoveryCoolDownMs: number;
  readonly keysCoolDownMs: number;
  readonly keysAgeMsMax: number;
  readonly timeoutMs: number;
}

export const issuerPace: IssuerPace = {
  discoveryCoolDownMs: 10_000,
  keysCoolDownMs: 30_000,
  keysAgeMsMax: 600_000,
  timeoutMs: 5_000,
};

/** A discovery document is far smaller; one that is larger is not taken. */
export const discoveryBytesMax = 256 * 1024;

/** An issuer whose keys are found by discovery, fetched when first needed and when they rotate. */
export function oidcIssuer(registered: OidcIssuer, pace: IssuerPace = issuerPace): Issuer {
  return {
    issuer: registered.issuer,
    audience: registered.audience,
    tenant: registered.tenant,
    rolesClaim: registered.rolesClaim ?? 'roles',
    subjectClaim: registered.subjectClaim ?? 'sub',
    algorithms: registered.algorithms ?? algorithmsAllowed,
    keys: discoveredKeys(registered.issuer, pace),
  };
}

/** The issuer whose private key lies in this installation's own data folder. */
export function localIssuer(publicKey: JWK): Issuer {
  let imported: ReturnType<typeof importJWK> | undefined;
  return {
    issuer: localIssuerName,
    audience: localAudience,
    tenant: 'named-by-token',
    rolesClaim: 'roles',
    subjectClaim: 'sub',
    algorithms: [localAlgorithm],
    keys: (header) => {
      if (header.kid !== publicKey.kid) throw new errors.JWKSNoMatchingKey();
      return (imported ??= importJWK(publicKey, localAlgorithm)) as never;
    },
  };
}

export const localIssuerName = 'urn:plumbline:local';
export const localAudience = 'plumbline';
export const localAlgorithm = 'ES256';

function discoveredKeys(issuer: string, pace: IssuerPace): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  const discovered = async (): Promise<JWTVerifyGetKey> => {
    if (keys !== undefined) return keys;
    if (performance.now() - askedAt < pace.discoveryCoolDownMs) {
      throw new IssuerUnavailable('The issuer could not be reached a moment ago.');
    }
    askedAt = performance.now();
    const discovering = discover(issuer, pace);
    keys = discovering;
    discovering.catch(() => (keys = undefined));
    return discovering;
  };
  return async (header, token) => {
    const find = await discovered();
    try {
      return await find(header, token);
    } catch (error) {
      // A key that is not there is the token's fault; anything else is the way to the issuer.
      if (error instanceof errors.JWKSNoMatchingKey) throw error;
      if (error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      if (error instanceof errors.JOSENotSupported) throw error;
      throw new IssuerUnavailable('The keys of the issuer cannot be had.', { cause: error });
    }
  };
}

async function discover(issuer: string, pace: IssuerPace): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(pace.timeoutMs),
    });
    if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
    const text = await answer.text();
    if (text.length > discoveryBytesMax) throw new Error('Its document is too large.');
    const document = JSON.parse(text) as { issuer?: unknown; jwks_uri?: unknown };
    // OpenID Connect Discovery, section 4.3: otherwise one issuer could speak for another.
    if (document.issuer !== issuer) throw new Error('Its document names another issuer.');
    return createRemoteJWKSet(new URL(String(document.jwks_uri)), {
      cooldownDuration: pace.keysCoolDownMs,
      cacheMaxAge: pace.keysAgeMsMax,
      timeoutDuration: pace.timeoutMs,
    });
  } catch (error) {
    throw new IssuerUnavailable(`The issuer ${issuer} cannot be discovered.`, { cause: error });
  }
}
