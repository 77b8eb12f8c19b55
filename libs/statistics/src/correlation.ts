import { figure, type Figure } from './figure.ts';
import { z95 } from './proportion.ts';

/** Fisher's error is 1 / √(n − 3): fewer pairs have no interval, and get no value either. */
export const correlationPairsMin = 4;

export interface Pair {
  readonly x: number;
  readonly y: number;
}

/** A correlation with its 0.95 interval; all three are null when it cannot be computed. */
export interface Correlation extends Figure {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Pearson's product-moment correlation, with the 0.95 interval by Fisher's transformation:
 *
 *     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²),    tanh(artanh r ± 1.96 / √(n − 3))
 *
 * Fisher, R. A. (1921), On the "probable error" of a coefficient of correlation deduced from a
 * small sample, Metron 1, 3–32; as R's cor.test.
 *
 * Unit: none, −1 to 1. n: pairs. Null under four pairs, and when either side does not vary. At −1
 * and 1 the interval has no width. Throws RangeError for a value that is not finite.
 */
export function pearsonCorrelation(pairs: readonly Pair[]): Correlation {
  const r = coefficient(
    pairs.map(({ x }) => x),
    pairs.map(({ y }) => y),
  );
  return bounded('pearson@1', r, pairs.length, 1);
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of theirs.
 * Spearman, C. (1904), The proof and measurement of association between two things, American
 * Journal of Psychology 15, 72–101. It sees any steady rise or fall, and outliers move it little.
 *
 * Its 0.95 interval is that of Pearson's with the wider error √((1 + r²/2) / (n − 3)): Bonett, D.
 * G. and Wright, T. A. (2000), Sample size requirements for estimating Pearson, Kendall and
 * Spearman correlations, Psychometrika 65(1), 23–28. It holds to about |r| = 0.95.
 *
 * Unit, n, null and RangeError as in `pearsonCorrelation`.
 */
export function spearmanCorrelation(pairs: readonly Pair[]): Correlation {
  const xs = ranksOf(pairs.map(({ x }) => x));
  const r = coefficient(xs, ranksOf(pairs.map(({ y }) => y)));
  return bounded('spearman@1', r, pairs.length, r === null ? 1 : 1 + r ** 2 / 2);
}

/** With the interval of Fisher's transformation, whose error has this variance times n − 3. */
function bounded(definition: string, r: number | null, n: number, variance: number): Correlation {
  const shown = figure(definition, r, n);
  if (r === null) return { ...shown, low: null, high: null };
  const reach = z95 * Math.sqrt(variance / (n - 3));
  return {
    ...shown,
    low: Math.tanh(Math.atanh(r) - reach),
    high: Math.tanh(Math.atanh(r) + reach),
  };
}

function coefficient(xs: readonly number[], ys: readonly number[]): number | null {
  const [x, y] = [deviations(xs), deviations(ys)];
  if (xs.length < correlationPairsMin || x === undefined || y === undefined) return null;
  let [both, ofX, ofY] = [0, 0, 0];
  for (const [index, one] of x.entries()) {
    const other = y[index] ?? Number.NaN;
    both += one * other;
    ofX += one * one;
    ofY += other * other;
  }
  // Rounding takes points on a line a little past 1, where artanh is not defined.
  return Math.min(Math.max(both / Math.sqrt(ofX * ofY), -1), 1);
}

/** Distances from the mean, relative to the largest; undefined when the values are all one. */
function deviations(values: readonly number[]): number[] | undefined {
  if (!values.every(Number.isFinite)) throw new RangeError('values must be finite');
  // Asked of the values themselves, as rounding gives a mean that none of them equals.
  if (values.every((value) => value === values[0])) return undefined;
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const most = values.reduce((one, value) => Math.max(one, Math.abs(value - mean)), 0);
  return values.map((value) => (value - mean) / most);
}

/** Ranks from 1; equal values share the mean of the ranks that they take up. */
function ranksOf(values: readonly number[]): number[] {
  if (!values.every(Number.isFinite)) throw new RangeError('values must be finite');
  const sorted = Float64Array.from(values).sort();
  const places = new Map<number, { first: number; last: number }>();
  for (const [index, value] of sorted.entries()) {
    places.set(value, { first: places.get(value)?.first ?? index + 1, last: index + 1 });
  }
  return values.map((value) => {
    const { first = Number.NaN, last = Number.NaN } = places.get(value) ?? {};
    return (first + last) / 2;
  });
}
