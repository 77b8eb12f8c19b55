import { displayTier } from '@plumbline/statistics';
import { withRefs } from '@plumbline/views';
import type { PastCycle } from '../views/past-cycle.ts';
import type { PastReviewSheet } from '../views/past-review-sheet.ts';

/** Past reviews as readers see them; what was written is still sealed. */
export function pastReviewDetail(sheet: PastReviewSheet) {
  const { pastReviewId: id, subject: person, cycle, period, scale, rating, importedAt, by } = sheet;
  const { corrections, texts, revision } = sheet;
  return {
    ...{ id, person, cycle, from: period.from, to: period.to, scale, rating, importedAt, by },
    corrections: corrections.map(({ at, by: who, from, to, reason }) => {
      return { at, by: who, from, to, reason: withRefs(reason, texts) };
    }),
    revision,
  };
}

/** Of fewer than five it is told that there are some, and nothing of how they were rated. */
export function pastCycleDetail({ cycle, from, to, notRated, rated }: PastCycle) {
  const scales = Object.entries(rated)
    .filter(([, counts]) => Object.keys(counts).length > 0)
    .map(([name, counts]) => ({ ...scaleNamed(name), ...distributionOf(counts) }));
  return { cycle, from, to, notRated: shownOf(notRated), scales };
}

function distributionOf(counts: Readonly<Record<string, number>>) {
  const n = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const tier = displayTier(n);
  if (tier === 'hidden') return { tier, n: null, ratings: null };
  const ratings = Object.entries(counts)
    .map(([rating, count]) => ({ rating: Number(rating), count }))
    .toSorted((one, other) => one.rating - other.rating);
  return { tier, n, ratings };
}

function shownOf(count: number): number | null {
  return count === 0 || displayTier(count) !== 'hidden' ? count : null;
}

function scaleNamed(name: string) {
  const [min = NaN, max = NaN] = name.split('..').map(Number);
  return { scale: { min, max } };
}
