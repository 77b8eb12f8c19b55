import { ApiProblem } from '../api/problems.ts';
import { handIn } from './hand-in.ts';
import type { SignedTicket } from './ticket.ts';
import { tickets as ticketsOfTab, type GivenAnswer, type Kept } from './taking-part.ts';
import type { Leaving, Tickets } from './taking-part.ts';

/** An answer leaves at a random moment, so that it does not follow on what was done by name. */
export const delayMsMin = 5_000;
export const delayMsMax = 60_000;

/** A moment of the delay, each as likely as any other; `random` is from 0 to below 2^32. */
export function leavesAt(now: number, random: number): number {
  return now + delayMsMin + Math.floor((random / 2 ** 32) * (delayMsMax - delayMsMin + 1));
}

export interface Ways {
  readonly tickets: Tickets;
  readonly now: () => number;
  /** From 0 to below 2^32. */
  readonly random: () => number;
  /** Does something after so many ms; what it answers takes that back. */
  readonly later: (ms: number, act: () => void) => () => void;
  readonly send: (ticket: SignedTicket, answer: GivenAnswer) => Promise<void>;
}

export type LeavingOf = Kept & { readonly taking: Leaving };

/**
 * Answers that are to leave, whatever page is looked at meanwhile, and after a reload: they need
 * nobody to be signed in.
 */
export function createDepartures({ tickets, now, random, later, send }: Ways) {
  const waiting = new Map<string, () => void>();
  const problems = new Map<string, ApiProblem>();
  const forget = (surveyId: string): void => {
    waiting.get(surveyId)?.();
    waiting.delete(surveyId);
    problems.delete(surveyId);
  };

  const depart = async (kept: LeavingOf): Promise<void> => {
    const { surveyId, taking } = kept;
    forget(surveyId);
    try {
      await send(taking.ticket, taking.answer);
      tickets.keep({ ...kept, taking: { step: 'handed-in' } });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      problems.set(surveyId, error);
      // Another object, so that whoever looks at it sees that something is wrong.
      tickets.keep({ ...kept, taking: { ...taking } });
    }
  };

  const wait = (kept: LeavingOf): void => {
    const ms = Math.max(0, kept.taking.at - now());
    waiting.set(
      kept.surveyId,
      later(ms, () => void depart(kept)),
    );
  };

  return {
    leave: (surveyId: string, person: string, ticket: SignedTicket, answer: GivenAnswer): void => {
      const taking: Leaving = { step: 'leaving', ticket, answer, at: leavesAt(now(), random()) };
      forget(surveyId);
      tickets.keep({ surveyId, person, taking });
      wait({ surveyId, person, taking });
    },
    /** At once, as whoever answers wishes. */
    now: depart,
    /** Back to what can be changed. */
    stay: ({ surveyId, person, taking: { ticket, answer } }: LeavingOf): void => {
      forget(surveyId);
      tickets.keep({ surveyId, person, taking: { step: 'ticket', ticket, answer } });
    },
    problemOf: (surveyId: string): ApiProblem | undefined => problems.get(surveyId),
    /** What was under way when the page was left goes on. */
    resume: (): void => {
      for (const kept of tickets.all()) {
        if (isLeaving(kept) && !waiting.has(kept.surveyId)) wait(kept);
      }
    },
  };
}

function isLeaving(kept: Kept): kept is LeavingOf {
  return kept.taking.step === 'leaving';
}

export const departures = createDepartures({
  tickets: ticketsOfTab,
  now: Date.now,
  later: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  random: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  send: handIn,
});
