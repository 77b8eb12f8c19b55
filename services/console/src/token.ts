/** What the console reads from a token. It cannot check the signature; the server does. */
export interface TokenClaims {
  readonly sub: string;
  readonly tenant: string | undefined;
  readonly roles: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number | undefined;
}

/** Claims of a JWT, or undefined when the text is none. */
export function claimsOf(token: string): TokenClaims | undefined {
  const parts = token.split('.');
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined) return undefined;
  const claims = jsonOf(payload);
  if (claims === undefined) return undefined;
  const { sub, tenant, roles, exp } = claims;
  if (typeof sub !== 'string') return undefined;
  return {
    sub,
    tenant: typeof tenant === 'string' ? tenant : undefined,
    roles: Array.isArray(roles) ? roles.filter((one) => typeof one === 'string') : [],
    expiresAt: typeof exp === 'number' ? exp * 1_000 : undefined,
  };
}

function jsonOf(base64url: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Why a token cannot be used to sign in, in words for a person; undefined when it can. */
export function refuseToken(token: string, now: number): string | undefined {
  if (token === '') return 'Paste a token.';
  const claims = claimsOf(token);
  if (claims === undefined) return 'This is not a token: it has three parts with dots between.';
  if (claims.expiresAt !== undefined && claims.expiresAt <= now) {
    return 'This token has expired. Get a new one.';
  }
  return undefined;
}

/** The token that a sign-in link carries behind `#token=`, and nothing else. */
export function tokenOfFragment(fragment: string): string | undefined {
  const match = /^#token=([A-Za-z0-9_.%-]+)$/.exec(fragment);
  if (match?.[1] === undefined) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return undefined;
  }
}

/** People paste `Bearer …`, quotation marks and line breaks along with it. */
export function tidiedToken(pasted: string): string {
  return pasted
    .replace(/[\s"']+/g, ' ')
    .trim()
    .replace(/^Bearer /i, '')
    .replaceAll(' ', '');
}
