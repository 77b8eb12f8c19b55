import { useSyncExternalStore } from 'react';
import { behalfStore } from '../behalf.ts';
import { sessionStore } from '../session.ts';

export interface Self {
  /** Who is signed in. */
  readonly own: string;
  /** The person for whom they act; undefined: for themselves. */
  readonly behalf: string | undefined;
}

export function useSelf(): Self {
  const { session } = useSyncExternalStore(sessionStore.subscribe, sessionStore.get);
  const behalf = useSyncExternalStore(behalfStore.subscribe, behalfStore.get);
  return { own: session?.claims.sub ?? '', behalf };
}
