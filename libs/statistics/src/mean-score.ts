import { totalOf } from './counts.ts';
import { figure, type Figure } from './figure.ts';
import { z95 } from './proportion.ts';

/** A mean of scores, in points of their scale, with its 0.95 interval. */
export interface MeanScore extends Figure {
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Mean of whole scores from the counts of the points of their scale, beginning with `min`:
 *
 *     m = Σ xᵢ / n,    SE = s / √n,    s² = Σ (xᵢ − m)² / (n − 1)
 *
 * The 0.95 interval is the normal one, m ± 1.96 SE, cut off at the ends of the scale: with some
 * thirty answers it is close to that of Student's t, and below that a score is indicative anyhow.
 * When all answers are the same the error is 0; there the interval takes the least error that n
 * whole scores which are not all the same can have, 1 / n, as `netPromoterScore` does.
 *
 * Unit: points of the scale. n: answers with a score. Null without any; a single answer shows no
 * spread: its error and bounds are null. Throws RangeError without a scale, and for what is no
 * count.
 */
export function meanScore(definition: string, min: number, counts: readonly number[]): MeanScore {
  if (counts.length === 0) throw new RangeError('a mean needs a count for each point of a scale');
  const n = totalOf(counts);
  const value = n === 0 ? null : min + sumOf(counts, (place) => place) / n;
  return { ...figure(definition, value, n), ...spread(value, min, counts, n) };
}

function spread(value: number | null, min: number, counts: readonly number[], n: number) {
  if (value === null || n === 1) return { standardError: null, low: null, high: null };
  const squares = sumOf(counts, (place) => (min + place - value) ** 2);
  const standardError = Math.sqrt(squares / (n - 1) / n);
  const reach = z95 * Math.max(standardError, 1 / n);
  return {
    standardError,
    low: Math.max(value - reach, min),
    high: Math.min(value + reach, min + counts.length - 1),
  };
}

function sumOf(counts: readonly number[], of: (place: number) => number): number {
  return counts.reduce((total, count, place) => total + count * of(place), 0);
}
