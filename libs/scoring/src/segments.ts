import type { Ratings, RulePack } from './rule-pack.ts';
import { exactScore, told, weighed, type Score } from './score.ts';

/** A time with one manager, or in one job: days that count, leave left out, and what was rated. */
export interface Segment {
  readonly days: number;
  readonly ratings: Ratings;
}

export type NotRatedCause = 'too-few-days' | 'nothing-rated';

/** What a year of several segments comes to; without a score it is said why, and no number. */
export type SegmentedScore =
  | ({ readonly kind: 'scored'; readonly days: number } & Omit<Score, 'parts'>)
  | { readonly kind: 'not-rated'; readonly days: number; readonly cause: NotRatedCause };

/**
 * The scores of segments, each with the share of its days in all that were rated:
 *
 *     S = Σ (d / D) · S(segment)
 *
 * A segment of which nothing was rated is left out with its days, as a missing part is with its
 * weight: neither has it a say in the number, nor do its days in how much was seen. Rounded once,
 * over all of them.
 *
 * Unit: days are whole, from 0 on, else RangeError. Fewer than `daysMin` days that were rated give
 * no number. `days` are those that were rated, or all where none was.
 */
export function segmentedScore(pack: RulePack, segments: readonly Segment[]): SegmentedScore {
  if (!segments.every(({ days }) => Number.isSafeInteger(days) && days >= 0)) {
    throw new RangeError('days are counted from 0 on');
  }
  const all = segments.reduce((sum, one) => sum + one.days, 0);
  const there = segments.flatMap((segment) => {
    const exact = segment.days === 0 ? undefined : exactScore(pack, segment.ratings);
    return exact === undefined ? [] : [{ exact, weight: segment.days }];
  });
  const rated = there.reduce((sum, { weight }) => sum + weight, 0);
  const days = rated === 0 ? all : rated;
  if (days < pack.daysMin || days === 0) return { kind: 'not-rated', days, cause: 'too-few-days' };
  const exact = weighed(there);
  if (exact === undefined) return { kind: 'not-rated', days, cause: 'nothing-rated' };
  return { kind: 'scored', days, ...told(pack, exact) };
}
