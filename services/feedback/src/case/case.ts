import { present, type Instant, type Text } from '@plumbline/kernel';
import type { Calendar } from './business-time.ts';

/**
 * What is recorded of a case: when it is opened, answered, resolved and reopened, and when its
 * clock stands still. The customer and all that people wrote are in `text`.
 */
export type ServiceCaseFact =
  | (Act & { type: 'CaseOpened'; text: Text } & Agreement & Origin)
  | (Act & { type: 'CaseResponded'; reading: Reading })
  | (Act & { type: 'ClockPaused'; cause: string })
  | (Act & { type: 'ClockResumed' })
  | (Act & { type: 'CaseResolved'; reading: Reading })
  | (Act & { type: 'CaseReopened'; text: Text })
  | (Act & { type: 'SlaBreached' } & Breach)
  | (Act & { type: 'SlaBreachCorrected' } & Breach);

interface Act {
  readonly act: string;
  readonly caseId: string;
  readonly at: Instant;
}

/** What is promised, as it was when the case was opened: later agreements do not change it. */
export interface Agreement {
  readonly slaRef: string;
  /** The version of it that held then. */
  readonly slaVersion: number;
  readonly targets: Targets;
  readonly calendar: Calendar;
}

/** Whose case it is, and what it began with. */
export interface Origin {
  /** The unit whose people work it. */
  readonly unit: string;
  /** Who opened it, or in whose place: they read it, whichever unit works it. */
  readonly openedBy: string;
  /** A code of where the customer was met. */
  readonly touchpoint?: string;
  /** The response of a customer that it goes after. */
  readonly response?: string;
}

/** In minutes of business time; null: nothing is promised. */
export interface Targets {
  readonly firstResponse: number | null;
  readonly resolution: number | null;
}

/** One runs until the first response, the other until the case is resolved; they pause together. */
export type Clock = keyof Targets;

/** That a clock ran out; or that it did not, as what was entered late has told. */
interface Breach {
  readonly clock: Clock;
  readonly ranOutAt: Instant;
}

/** A clock as it stood when it stopped. */
export interface Reading {
  readonly elapsedMs: number;
  readonly targetMinutes: number | null;
  /** Null where nothing is promised. */
  readonly met: boolean | null;
}

export type ServiceCase = { readonly stage: 'none' } | LiveCase;

export interface LiveCase extends Agreement, Origin {
  readonly stage: 'running' | 'paused' | 'resolved';
  readonly caseId: string;
  /** When the clock ran, in order. */
  readonly runs: readonly Run[];
  /** Why it stands still. */
  readonly pausedFor: string | null;
  readonly respondedAt: Instant | null;
  /** Clocks whose breach is recorded, and was not corrected. */
  readonly breached: readonly Clock[];
  /**
   * Since when the newest change holds. That a clock ran out changes nothing: what came before it
   * may be recorded after it.
   */
  readonly alteredAt: Instant;
  readonly acts: Readonly<Record<string, true>>;
}

export interface Run {
  readonly from: Instant;
  /** Null while it runs. */
  readonly until: Instant | null;
}

export const initialCase: ServiceCase = { stage: 'none' };

export function evolveCase(serviceCase: ServiceCase, fact: ServiceCaseFact): ServiceCase {
  if (fact.type === 'CaseOpened') return opened(fact);
  if (serviceCase.stage === 'none') return serviceCase;
  const acts: LiveCase['acts'] = { ...serviceCase.acts, [fact.act]: true };
  const isNewest = fact.type !== 'SlaBreached' && fact.at > serviceCase.alteredAt;
  const alteredAt = isNewest ? fact.at : serviceCase.alteredAt;
  return { ...serviceCase, ...change(serviceCase, fact), alteredAt, acts };
}

function opened(fact: ServiceCaseFact & { type: 'CaseOpened' }): LiveCase {
  const { caseId, at, act } = fact;
  return {
    ...{ stage: 'running', caseId, ...agreementOf(fact), ...originOf(fact) },
    ...{ runs: [{ from: at, until: null }], pausedFor: null, respondedAt: null, breached: [] },
    ...{ alteredAt: at, acts: { [act]: true } },
  };
}

export function agreementOf({ slaRef, slaVersion, targets, calendar }: Agreement): Agreement {
  return { slaRef, slaVersion, targets, calendar };
}

export function originOf({ unit, openedBy, touchpoint, response }: Origin): Origin {
  return { unit, openedBy, ...present({ touchpoint, response }) };
}

function change(
  { runs, breached }: LiveCase,
  fact: Exclude<ServiceCaseFact, { type: 'CaseOpened' }>,
): Partial<LiveCase> {
  switch (fact.type) {
    case 'CaseResponded':
      return { respondedAt: fact.at };
    case 'ClockPaused':
      return { stage: 'paused', pausedFor: fact.cause, runs: ended(runs, fact.at) };
    case 'ClockResumed':
    case 'CaseReopened':
      return { stage: 'running', pausedFor: null, runs: [...runs, { from: fact.at, until: null }] };
    case 'CaseResolved':
      return { stage: 'resolved', pausedFor: null, runs: ended(runs, fact.at) };
    case 'SlaBreached':
      return { breached: [...breached, fact.clock] };
    case 'SlaBreachCorrected':
      return { breached: breached.filter((clock) => clock !== fact.clock) };
  }
}

function ended(runs: readonly Run[], at: Instant): readonly Run[] {
  return runs.map((run) => (run.until === null ? { ...run, until: at } : run));
}
