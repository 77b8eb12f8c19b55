import type { Day, Position } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { PinnedVersion } from '../rating/rated-review.ts';
import type { ReviewsFact } from './review-standing.ts';

/** A review cycle as others may know it. */
export interface ReviewCycleTerms {
  readonly cycleId: string;
  readonly stage: CycleStage;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly template: PinnedVersion;
  readonly pack: PinnedVersion;
  /** Who are reviewed; null before the launch. Late joiners are counted in. */
  readonly n: number | null;
  /** From when on ratings change by being reopened alone. */
  readonly lockedAt: Position | null;
}

export const cycleStages = [
  ...(['planned', 'launched', 'collecting', 'calibrating'] as const),
  ...(['locked', 'released', 'closed', 'cancelled'] as const),
] as const;
export type CycleStage = (typeof cycleStages)[number];

const stageAfter: Readonly<Partial<Record<ReviewsFact['type'], CycleStage>>> = {
  'reviews.CycleLaunched.v1': 'launched',
  'reviews.CollectingBegun.v1': 'collecting',
  'reviews.CalibratingBegun.v1': 'calibrating',
  'reviews.CycleLocked.v1': 'locked',
  'reviews.CycleReleased.v1': 'released',
  'reviews.CycleClosed.v1': 'closed',
  'reviews.CycleCancelled.v1': 'cancelled',
};

export const reviewCycleTerms: View<ReviewCycleTerms, ReviewsFact> = {
  name: 'review-cycle-terms',
  version: 2,
  context: 'reviews',
  published: true,
  keys: ({ fact }) => {
    const cycleId = cycleOf(fact);
    return cycleId === undefined ? [] : [cycleId];
  },
  fold: (cycle, { fact, position }) => {
    if (fact.type === 'reviews.CyclePlanned.v1') {
      const { cycleId, period, template, pack } = fact.data;
      return { cycleId, stage: 'planned', period, template, pack, n: null, lockedAt: null };
    }
    if (cycle === undefined) return undefined;
    const stage = stageAfter[fact.type] ?? cycle.stage;
    if (fact.type === 'reviews.CycleLocked.v1') return { ...cycle, stage, lockedAt: position };
    if (fact.type === 'reviews.CycleLaunched.v1') return { ...cycle, stage, n: fact.data.n };
    const isLate = fact.type === 'reviews.LateJoinerAdded.v1' && cycle.n !== null;
    return { ...cycle, stage, n: isLate ? cycle.n + 1 : cycle.n };
  },
  // Cycles are found by the year in which their period ends.
  index: ({ period }) => ({ year: period.to.slice(0, 4) }),
};

/** Facts of the cycle itself, and none of its reviews and sessions. */
function cycleOf(fact: ReviewsFact): string | undefined {
  const isItsOwn =
    fact.type === 'reviews.CyclePlanned.v1' ||
    fact.type === 'reviews.LateJoinerAdded.v1' ||
    stageAfter[fact.type] !== undefined;
  return isItsOwn && 'cycleId' in fact.data ? fact.data.cycleId : undefined;
}
