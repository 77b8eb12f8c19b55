import { atMost, Fault } from '@plumbline/kernel';
import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Clock, EpochMs } from '@plumbline/kernel';
import type { WebLogger } from './logging.ts';
import type { Principal } from './principal.ts';
import { ProblemError } from './problem.ts';

/** An issuer whose tokens are taken. */
export interface Issuer {
  /** As the `iss` claim has it. */
  readonly issuer: string;
  readonly audience: string;
  /**
   * The one tenant whose issuer it is; what a token says of tenants counts for nothing. Only the
   * local issuer's tokens, which this installation signs itself, name their tenant.
   */
  readonly tenant: string | 'named-by-token';
  /** The claim that holds roles, as in `roles` or `realm_access.roles`. */
  readonly rolesClaim: string;
  readonly subjectClaim: string;
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

/** Asymmetric only: with a shared secret, whoever can check a token can also make one. */
export const algorithmsAllowed = [
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
  ...['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'],
] as const;

export const tokenLengthMax = 8_192;
export const verifiedTokensMax = 4_096;
/** A key that its issuer withdraws is honoured no longer than this through the cache. */
export const verifiedTokenAgeMsMax = 300_000;
export const clockToleranceSeconds = 5;
export const subjectLengthMax = 255;
export const tokenRolesMax = 64;

/** The issuer's keys cannot be had now; the token may be good. */
export class IssuerUnavailable extends Fault {
  readonly code = 'auth/issuer-unavailable';
  readonly retriable = true;
}

export interface TokenVerifier {
  /** The principal of a token seen a moment ago, without any work; otherwise undefined. */
  recall(token: string): Principal | undefined;
  /** Verifies a token, or throws the problem to answer with. */
  verify(token: string): Promise<Principal>;
}

interface Verified {
  readonly principal: Principal;
  readonly untilMs: number;
}

/** Verifies bearer tokens of the registered issuers. */
export function createTokenVerifier(options: {
  readonly issuers: readonly Issuer[];
  readonly clock: Clock;
  readonly logger: WebLogger;
}): TokenVerifier {
  const { clock, logger } = options;
  const issuers = new Map(options.issuers.map((issuer) => [issuer.issuer, issuer]));
  const verified = new LRUCache<string, Verified>(atMost(verifiedTokensMax));

  const recall = (token: string): Principal | undefined => {
    const known = verified.get(token);
    if (known === undefined) return undefined;
    if (clock.now() < known.untilMs) return known.principal;
    verified.delete(token);
    return undefined;
  };

  const verify = async (token: string): Promise<Principal> => {
    try {
      const issuer = issuerOf(issuers, token);
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: [...issuer.algorithms],
        requiredClaims: ['exp', issuer.subjectClaim],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(clock.now()),
      });
      const principal = principalIn(payload, issuer);
      const expiresMs = ((payload.exp ?? 0) + clockToleranceSeconds) * 1_000;
      const untilMs = Math.min(expiresMs, clock.now() + verifiedTokenAgeMsMax);
      verified.set(token, { principal, untilMs });
      return principal;
    } catch (error) {
      if (error instanceof IssuerUnavailable) throw error;
      logger.debug({ reason: error instanceof Error ? error.message : 'unknown' }, 'token refused');
      throw unauthenticated(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
    }
  };

  return { recall, verify };
}

/** The token of an `Authorization` header, or undefined when it holds none. */
export function bearerOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header)?.[1];
}

/**
 * When the token of a request ends, as the verifier counts it. For a request whose token has been
 * verified: nothing is verified here.
 */
export function tokenEndsAt(authorization: string | undefined): EpochMs {
  const { exp = 0 } = decodeJwt(bearerOf(authorization) ?? '');
  return (exp + clockToleranceSeconds) * 1_000;
}

/**
 * 401. What is wrong with a token is told only to the log: an answer that tells them apart helps
 * who tries tokens out. `expired` is said of tokens alone whose signature was good.
 */
export function unauthenticated(why: 'missing' | 'invalid' | 'expired'): ProblemError {
  const details = {
    missing: 'Send a token: Authorization: Bearer <token>.',
    invalid: 'The token is not valid here.',
    expired: 'The token has expired; get a new one.',
  };
  const challenge =
    why === 'missing'
      ? 'Bearer realm="plumbline"'
      : `Bearer realm="plumbline", error="invalid_token", error_description="${details[why]}"`;
  return new ProblemError('request/unauthenticated', details[why], [], {
    headers: { 'www-authenticate': challenge },
  });
}

function issuerOf(issuers: ReadonlyMap<string, Issuer>, token: string): Issuer {
  if (token.length > tokenLengthMax) throw new Error('The token is longer than tokenLengthMax.');
  const { iss } = decodeJwt(token);
  const issuer = issuers.get(iss ?? '');
  if (issuer === undefined) throw new Error('The token is of an issuer that is not registered.');
  return issuer;
}

const tenantPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;

function principalIn(payload: JWTPayload, issuer: Issuer): Principal {
  const sub = payload[issuer.subjectClaim];
  if (typeof sub !== 'string' || !isSubject(sub)) throw new Error('The subject is not usable.');
  const named = issuer.tenant === 'named-by-token' ? payload['tenant'] : issuer.tenant;
  if (!isTenant(named)) throw new Error('The tenant is not usable.');
  return { tenant: named, sub, roles: rolesIn(payload, issuer.rolesClaim) };
}

/** A subject that can be held: 1 to `subjectLengthMax` characters, no blanks or controls. */
export function isSubject(text: string): boolean {
  return text.length <= subjectLengthMax && /^[^\p{C}\s]+$/u.test(text);
}

/** A tenant's name, which is part of every stream's name: lower case, digits and hyphens. */
export function isTenant(value: unknown): value is string {
  return typeof value === 'string' && tenantPattern.test(value);
}

function rolesIn(payload: JWTPayload, claim: string): readonly string[] {
  let value: unknown = payload;
  for (const segment of claim.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
        ? (value as Record<string, unknown>)[segment]
        : undefined;
  }
  const listed = typeof value === 'string' ? value.split(' ') : value;
  if (!Array.isArray(listed)) return [];
  const roles = listed.filter((role): role is string => typeof role === 'string' && role !== '');
  return roles.slice(0, tokenRolesMax);
}
