import { claimsOf, refuseToken, tokenOfFragment, type TokenClaims } from './token.ts';

const storageKey = 'plumbline.token';

export interface Session {
  readonly token: string;
  readonly claims: TokenClaims;
}

/** Who is signed in on this tab, or why nobody is (any more). */
export interface SessionState {
  readonly session: Session | undefined;
  readonly ended: string | undefined;
}

let state: SessionState = { session: undefined, ended: undefined };
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. */
export const sessionStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): SessionState => state,
};

/**
 * Takes the token of a sign-in link, and at once takes it out of the address, so that it stays
 * neither in the history of the browser nor on a screen that is shared; else the token of this
 * tab. It is kept for the tab only: closing the tab signs out.
 */
export function openSession(): void {
  const linked = tokenOfFragment(window.location.hash);
  if (linked !== undefined) {
    window.history.replaceState(null, '', `${window.location.pathname}#/`);
    const refused = signIn(linked);
    if (refused !== undefined) become({ session: undefined, ended: refused });
    return;
  }
  const kept = stored();
  if (kept === undefined) return;
  const refused = signIn(kept);
  if (refused !== undefined) signOut(refused);
}

/** Signs in with a token, or says why it cannot be used. The server has the last word. */
export function signIn(token: string): string | undefined {
  const refused = refuseToken(token, Date.now());
  const claims = claimsOf(token);
  if (refused !== undefined || claims === undefined) return refused;
  store(token);
  become({ session: { token, claims }, ended: undefined });
  return undefined;
}

/** Forgets the token. `reason` is shown where one signs in again. */
export function signOut(reason?: string): void {
  store(undefined);
  become({ session: undefined, ended: reason });
}

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function stored(): string | undefined {
  try {
    return sessionStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where storage is switched off, the session lives as long as the page. */
function store(token: string | undefined): void {
  try {
    if (token === undefined) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, token);
  } catch {
    // Kept in memory all the same.
  }
}
