import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import {
  stageAfter,
  type CycleFact,
  type CycleStage,
  type Pin,
  type Plan,
} from '../cycle/cycle.ts';
import { isCycleFact, isReviewFact } from '../cycles.facts.ts';
import type { ReviewsFact } from '../facts.ts';

/** One cycle: what was planned, how far it is, and how many are in it; reviews have sheets. */
export interface CycleSheet extends Plan, Quoting {
  readonly cycleId: string;
  readonly title: Said | null;
  readonly stage: CycleStage;
  readonly pin: Pin | null;
  /** Who is in it: those of the launch, and late joiners. */
  readonly n: number;
  /** How many of them have had their review opened. */
  readonly opened: number;
  readonly history: readonly CycleLine[];
  readonly revision: number;
}

export interface CycleLine {
  readonly stage: CycleStage;
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

export const cycleSheet: View<CycleSheet, ReviewsFact> = {
  name: 'review-cycle-sheet',
  version: 2,
  context: 'reviews',
  keys: ({ fact }) => {
    if (isReviewFact(fact)) return fact.type === 'ReviewOpened' ? [fact.cycleId] : [];
    return isCycleFact(fact) ? [fact.cycleId] : [];
  },
  fold: (sheet, recorded) => {
    if (isCycleFact(recorded.fact)) return foldCycle(sheet, recorded as Recorded<CycleFact>);
    return sheet && { ...sheet, opened: sheet.opened + 1 };
  },
  index: ({ stage }) => ({ stage }),
};

function foldCycle(
  sheet: CycleSheet | undefined,
  recorded: Recorded<CycleFact>,
): CycleSheet | undefined {
  const { fact, id, revision, actor: by } = recorded;
  if (fact.type === 'CyclePlanned') return planned(fact, recorded);
  if (sheet === undefined) return undefined;
  const line = (stage: CycleStage, reason: Said | null = null): Partial<CycleSheet> => {
    return { stage, history: [...sheet.history, { stage, at: fact.at, by, reason }] };
  };
  switch (fact.type) {
    case 'CycleLaunched': {
      const { asOf, position, n, frameHash } = fact;
      const pin = { asOf, position, n, frameHash };
      return { ...sheet, ...line('launched'), pin, n, revision };
    }
    case 'PopulationPinned':
    case 'FinalisingBegun':
      return { ...sheet, revision };
    case 'LateJoinerAdded':
      return { ...sheet, n: sheet.n + 1, revision };
    case 'CycleCancelled': {
      const texts = withText(sheet.texts, id, fact.text);
      return { ...sheet, ...line('cancelled', quote(id, fact.text, 'reason')), texts, revision };
    }
    default:
      return { ...sheet, ...line(stageAfter[fact.type]), revision };
  }
}

function planned(
  fact: CycleFact & { type: 'CyclePlanned' },
  { id, revision, actor: by }: Recorded<CycleFact>,
): CycleSheet {
  const { cycleId, period, template, pack, population, peers, due, at, text } = fact;
  return {
    ...{ cycleId, title: quote(id, text, 'title'), stage: 'planned', pin: null, n: 0, opened: 0 },
    ...{ period, template, pack, population, peers, due, revision },
    ...{ history: [{ stage: 'planned', at, by, reason: null }], texts: withText({}, id, text) },
  };
}
