import type { Actor, EpochMs, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import { overdueAfter } from '../case/case.clock.ts';
import { evolveCase, initialCase } from '../case/case.ts';
import type { Clock, LiveCase, Reading, ServiceCaseFact } from '../case/case.ts';
import type { FeedbackFact } from '../facts.ts';

/** One case as it stands, with all that its clocks are read by, and its history. */
export interface CaseSheet extends Quoting {
  readonly caseId: string;
  readonly unit: string;
  readonly customer: Said | null;
  readonly summary: Said | null;
  readonly openedAt: Instant;
  /** Null while it is open, also after it was reopened. */
  readonly resolved: { readonly at: Instant; readonly reading: Reading } | null;
  /** What the rules know of it, but for the ids of its commands. */
  readonly standing: Omit<LiveCase, 'acts'>;
  readonly history: readonly CaseLine[];
  readonly revision: number;
}

export interface CaseLine {
  readonly type: ServiceCaseFact['type'];
  readonly at: Instant;
  readonly recordedAt: EpochMs;
  readonly by: Actor;
  readonly cause: string | null;
  readonly reason: Said | null;
  readonly reading: Reading | null;
  /** That a clock ran out, or that it was corrected that it had. */
  readonly breach: { readonly clock: Clock; readonly ranOutAt: Instant } | null;
}

export const clocks: readonly Clock[] = ['firstResponse', 'resolution'];

export const caseSheet: View<CaseSheet, FeedbackFact> = {
  name: 'case-sheet',
  version: 2,
  context: 'feedback',
  keys: ({ fact }) => (isOfCase(fact) ? [fact.caseId] : []),
  fold: (sheet, recorded) =>
    isOfCase(recorded.fact) ? foldCase(sheet, recorded as Recorded<ServiceCaseFact>) : sheet,
  index: (sheet) => {
    const due = unmarkedOf(sheet).map(({ after }) => after.slice(0, 10));
    return {
      ...{ unit: sheet.unit, sla: sheet.standing.slaRef, opened: sheet.openedAt.slice(0, 7) },
      stage: stagesOf(sheet.standing),
      ...{ due: [...new Set(due)], unmarked: due.length === 0 ? 'no' : 'yes' },
    };
  },
};

/** A case that is not resolved is found as `open` as well. */
export function stagesOf({ stage }: Pick<LiveCase, 'stage'>): readonly string[] {
  return stage === 'resolved' ? [stage] : [stage, 'open'];
}

export interface Unmarked {
  readonly clock: Clock;
  /** It is overdue after this instant, if it does not stop before. */
  readonly after: Instant;
}

/** Clocks that have run out or are about to, and of which that is not recorded. */
export function unmarkedOf({ standing }: Pick<CaseSheet, 'standing'>): readonly Unmarked[] {
  return clocks.flatMap((clock) => {
    const after = overdueAfter(standing, clock);
    return after === null || standing.breached.includes(clock) ? [] : [{ clock, after }];
  });
}

/** When a clock has stopped for good, as far as is known. */
export function endedAt({ standing, resolved }: CaseSheet, clock: Clock): Instant | null {
  return clock === 'firstResponse' ? standing.respondedAt : (resolved?.at ?? null);
}

function isOfCase(fact: FeedbackFact): fact is ServiceCaseFact {
  return 'caseId' in fact;
}

function foldCase(
  sheet: CaseSheet | undefined,
  recorded: Recorded<ServiceCaseFact>,
): CaseSheet | undefined {
  const { fact, id, revision } = recorded;
  const line = lineOf(recorded);
  if (fact.type === 'CaseOpened') {
    const { caseId, unit, at, text } = fact;
    return {
      ...{ caseId, unit, openedAt: at, resolved: null, history: [line], revision },
      standing: standingOf(undefined, fact),
      ...{ customer: quote(id, text, 'customer'), summary: quote(id, text, 'summary') },
      texts: withText({}, id, text),
    };
  }
  if (sheet === undefined) return undefined;
  // Seen from a day before the breach, there is nothing that were corrected.
  if (fact.type === 'SlaBreachCorrected' && !sheet.standing.breached.includes(fact.clock)) {
    return { ...sheet, revision };
  }
  return {
    ...sheet,
    ...{ standing: standingOf(sheet.standing, fact), resolved: resolvedBy(sheet, fact), revision },
    history: [...sheet.history, line],
    texts: 'text' in fact ? withText(sheet.texts, id, fact.text) : sheet.texts,
  };
}

function standingOf(
  before: CaseSheet['standing'] | undefined,
  fact: ServiceCaseFact,
): CaseSheet['standing'] {
  const folded = evolveCase(before === undefined ? initialCase : { ...before, acts: {} }, fact);
  if (folded.stage === 'none') throw new Error('A case that was opened is there.');
  const { acts: _, ...standing } = folded;
  return standing;
}

function resolvedBy({ resolved }: CaseSheet, fact: ServiceCaseFact): CaseSheet['resolved'] {
  if (fact.type === 'CaseResolved') return { at: fact.at, reading: fact.reading };
  return fact.type === 'CaseReopened' ? null : resolved;
}

function lineOf({ fact, id, recordedAt, actor: by }: Recorded<ServiceCaseFact>): CaseLine {
  const { type, at } = fact;
  return {
    ...{ type, at, recordedAt, by, cause: type === 'ClockPaused' ? fact.cause : null },
    reason: 'text' in fact ? quote(id, fact.text, 'reason') : null,
    reading: 'reading' in fact ? fact.reading : null,
    breach: 'ranOutAt' in fact ? { clock: fact.clock, ranOutAt: fact.ranOutAt } : null,
  };
}
