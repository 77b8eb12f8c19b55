import { figure, proportion, z95, type Estimate } from '@plumbline/statistics';
import type { Proportion } from '@plumbline/statistics';

/** Lowest and highest rating, in millionths. */
export interface RatingScale {
  readonly min: number;
  readonly max: number;
}

/** One rating before and after it was compared with others. */
export interface RatedTwice {
  readonly before: number;
  readonly after: number;
}

/** How ratings are spread: each rating that was given with its count, and their mean. */
export interface Spread {
  readonly mean: Estimate;
  /** The lowest first. What is not there was given to nobody. */
  readonly counts: readonly { readonly rating: number; readonly count: number }[];
}

export interface Shift {
  readonly before: Spread;
  readonly after: Spread;
  readonly changed: Proportion;
  readonly meanShift: Estimate;
}

/** On a longer list, ratings with decimals are nearly people: they are counted by whole points. */
export const pointsMax = 11;

/**
 * Ratings of the same reviews before and after calibration. In millionths of the scale; the mean
 * has the normal 0.95 interval, m ± 1.96 s/√n, which one rating alone has not. n: reviews.
 */
export function shiftOf(ratings: readonly RatedTwice[], scale: RatingScale): Shift {
  const shifts = ratings.map(({ before, after }) => after - before);
  const changed = shifts.filter((shift) => shift !== 0).length;
  return {
    before: spreadOf(
      ratings.map(({ before }) => before),
      scale,
    ),
    after: spreadOf(
      ratings.map(({ after }) => after),
      scale,
    ),
    changed: proportion('calibration-changed@1', changed, ratings.length),
    meanShift: meanOf('calibration-shift@1', shifts),
  };
}

export function spreadOf(ratings: readonly number[], scale: RatingScale): Spread {
  const counts = new Map<number, number>();
  for (const one of ratings) {
    const point = nearestPoint(one, scale);
    counts.set(point, (counts.get(point) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([one], [other]) => one - other);
  return {
    mean: meanOf('rating-mean@1', ratings),
    counts: sorted.map(([rating, count]) => ({ rating, count })),
  };
}

/** From the middle between two, it is the upper one. */
export function nearestPoint(rating: number, { min, max }: RatingScale): number {
  const units = (max - min) / 1_000_000;
  const steps = Number.isInteger(units) && units < pointsMax ? units : pointsMax - 1;
  const at = Math.round(((rating - min) / (max - min)) * steps);
  return min + Math.round((at * (max - min)) / steps);
}

function meanOf(definition: string, values: readonly number[]): Estimate {
  const n = values.length;
  const sum = values.reduce((all, one) => all + one, 0);
  const value = n === 0 ? null : sum / n;
  const mean = figure(definition, value, n);
  if (value === null || n === 1) return { ...mean, low: null, high: null };
  const squares = values.reduce((all, one) => all + (one - value) ** 2, 0);
  const reach = z95 * Math.sqrt(squares / (n - 1) / n);
  return { ...mean, low: value - reach, high: value + reach };
}
