import { sessionStore } from './session.ts';

const storageKey = 'plumbline.behalf';

/**
 * The person for whom whoever is signed in acts; undefined: for nobody but themselves. It is kept
 * for the tab, so that a reload does not silently act for another than the page said before.
 */
let person: string | undefined = stored();
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. */
export const behalfStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): string | undefined => person,
};

/** From now on, every question and command is sent for this person; undefined: no more. */
export function actFor(other: string | undefined): void {
  if (other === person) return;
  person = other;
  store(other);
  for (const listener of listeners) listener();
}

// Whoever signs in next on this tab stands in for nobody yet.
let signedIn = sessionStore.get().session?.claims.sub;
sessionStore.subscribe(() => {
  const sub = sessionStore.get().session?.claims.sub;
  if (sub !== signedIn && signedIn !== undefined) actFor(undefined);
  signedIn = sub;
});

function stored(): string | undefined {
  try {
    return sessionStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where storage is switched off, it lives as long as the page. */
function store(value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, value);
  } catch {
    // Kept in memory all the same.
  }
}
