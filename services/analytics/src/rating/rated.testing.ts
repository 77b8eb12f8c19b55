import { micro, type RulePack } from '@plumbline/scoring';
import type { Finalised, RatedReview } from './rated-review.ts';

/** In units, as a person would write them. */
export const rated = (rating: number): number => Math.round(rating * micro);
export const fivePoint = { min: rated(1), max: rated(5) };

const pinned = { id: 'yearly', version: 1, hash: 'ab'.repeat(32) };

export const finalised = (rating: number): Finalised => ({
  ...{ rating: rated(rating), by: 'mia', revision: 1, at: '2027-02-01T10:00:00.000Z' },
  ...{ fact: `fact-${rating}`, position: '00000000000000000042' },
});

/** A review of the year that a human has finalised. */
export function review(reviewId: string, rating: number | null, more: Partial<RatedReview> = {}) {
  return {
    ...{ reviewId, cycleId: 'cycle-1', subject: `subject-${reviewId}`, job: null },
    ...{ period: { from: '2026-01-01', to: '2026-12-31' }, template: pinned, pack: pinned },
    ...{ peers: { mode: 'named', min: 1 }, revision: 1, openDispute: false, isShared: true },
    correctionDue: false,
    ...{ sections: [], scored: null, calibrations: [], overridden: null, notRated: null },
    stage: rating === null ? 'rating' : 'finalised',
    finalised: rating === null ? null : finalised(rating),
    ...more,
  } satisfies RatedReview as RatedReview;
}

/** Goals for half of it, the manager for the other. */
export const halves: RulePack = {
  ...{ name: 'halves', version: 1, total: 'all', daysMin: 90, rules: [] },
  parts: {
    all: {
      kind: 'weighed',
      of: [
        { part: 'goals', weight: 1 },
        { part: 'manager', weight: 1 },
      ],
    },
    goals: { kind: 'rated', scale: { min: 0, max: micro }, ratingsMin: 1 },
    manager: { kind: 'rated', scale: fivePoint, ratingsMin: 1 },
  },
  result: { scale: fivePoint, decimals: 2 },
};
