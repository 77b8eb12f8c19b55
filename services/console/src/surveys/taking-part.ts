import type { components } from '../api.generated.ts';
import type { DrawnTicket } from './blinding.ts';
import type { SignedTicket } from './ticket.ts';

export type GivenAnswer = components['schemas']['GivenDto'];

/** How far somebody has come in answering a survey. */
export type TakingPart =
  /** Asked for under their name, and not heard of: the same is asked again. */
  | { readonly step: 'drawn'; readonly drawn: DrawnTicket }
  | { readonly step: 'ticket'; readonly ticket: SignedTicket; readonly answer?: GivenAnswer }
  | Leaving
  | { readonly step: 'handed-in' };

/** To be sent at an instant (ms), without their name. */
export interface Leaving {
  readonly step: 'leaving';
  readonly ticket: SignedTicket;
  readonly answer: GivenAnswer;
  readonly at: number;
}

/** What is kept for the tab, as `sessionStorage` does. */
export interface Keeping {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
  names(): readonly string[];
}

export interface Kept {
  readonly surveyId: string;
  /** Whose it is: whoever signs in next on this tab has tickets of their own. */
  readonly person: string;
  readonly taking: TakingPart;
}

/** Also asked where there is nothing to be loaded yet: whether an answer is under way. */
export const keptUnder = 'plumbline.survey.';

/**
 * What this tab knows of taking part, so that a reload does not lose a ticket: nobody gets a
 * second. Where storage is switched off, it is kept for as long as the page is there.
 */
export function createTickets(storage: Keeping) {
  const memory = new Map<string, Kept>();
  const listeners = new Set<() => void>();
  const find = (surveyId: string): Kept | undefined => {
    const known = memory.get(surveyId) ?? stored(storage, `${keptUnder}${surveyId}`);
    // The same object as long as it is the same, for `useSyncExternalStore`.
    if (known !== undefined) memory.set(surveyId, known);
    return known;
  };
  return {
    of: (surveyId: string, person: string): TakingPart | undefined => {
      const kept = find(surveyId);
      return kept?.person === person ? kept.taking : undefined;
    },
    keep: (kept: Kept): void => {
      memory.set(kept.surveyId, kept);
      try {
        storage.setItem(`${keptUnder}${kept.surveyId}`, JSON.stringify(kept));
      } catch {
        // Kept in memory all the same.
      }
      for (const listener of listeners) listener();
    },
    /** Of what is worth nothing: it was not the ticket that was signed. */
    forget: (surveyId: string): void => {
      memory.delete(surveyId);
      try {
        storage.removeItem(`${keptUnder}${surveyId}`);
      } catch {
        // There was nothing to be removed.
      }
      for (const listener of listeners) listener();
    },
    /** All that the tab knows of, also from before a reload. */
    all: (): readonly Kept[] => {
      for (const name of storedNames(storage)) find(name.slice(keptUnder.length));
      return [...memory.values()];
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Tickets = ReturnType<typeof createTickets>;

function stored(storage: Keeping, name: string): Kept | undefined {
  try {
    const text = storage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}

function storedNames(storage: Keeping): readonly string[] {
  try {
    return storage.names().filter((name) => name.startsWith(keptUnder));
  } catch {
    return [];
  }
}

export const tickets = createTickets({
  getItem: (name) => sessionStorage.getItem(name),
  setItem: (name, value) => sessionStorage.setItem(name, value),
  removeItem: (name) => sessionStorage.removeItem(name),
  names: () => Object.keys(sessionStorage),
});
