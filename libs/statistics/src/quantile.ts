import { figure, type Estimate } from './figure.ts';

/**
 * Quantile of type 7 of Hyndman, R. J. and Fan, Y. (1996), Sample quantiles in statistical
 * packages, The American Statistician 50(4), 361–365: with values x₀ ≤ … ≤ xₙ₋₁ and h = (n − 1)p,
 * it is x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋). It is the default of R and NumPy; the median of an even
 * number of values is the mean of the middle two.
 *
 * The 0.95 interval is that of two of the values, whatever they are spread like: how many lie below
 * the quantile is binomial with n and p, and at most 0.025 is left beyond either bound. Conover, W.
 * J. (1999), Practical nonparametric statistics, 3.2. A bound is null where n is too small for it,
 * as of a median of fewer than 6; none lies beyond the quantile itself.
 *
 * Unit: that of the values, which may be in any order. n: values counted. Null without any.
 * Throws RangeError for p outside 0 to 1, and for a value that is not finite.
 */
export function quantile(definition: string, values: readonly number[], p: number): Estimate {
  if (!(p >= 0 && p <= 1)) throw new RangeError('p must lie within 0 and 1');
  if (!values.every(Number.isFinite)) throw new RangeError('values must be finite');
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return { ...figure(definition, null, 0), low: null, high: null };
  const value = at(sorted, (n - 1) * p);
  const low = sorted[ranksBelow(n, p) - 1];
  const high = sorted[n - ranksBelow(n, 1 - p)];
  return {
    ...figure(definition, value, n),
    low: low === undefined ? null : Math.min(low, value),
    high: high === undefined ? null : Math.max(high, value),
  };
}

function at(sorted: Float64Array, place: number): number {
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  // A weighted mean, as the difference of two very large values would pass all bounds.
  const part = place - below;
  return low === high ? low : low * (1 - part) + high * part;
}

/** What may be left beyond a bound. */
const beyond = 0.025;

/** The largest rank whose value is above the quantile that seldom: P(B < rank) ≤ 0.025. */
function ranksBelow(n: number, p: number): number {
  if (p === 1) return n;
  let rank = 0;
  // In logarithms, as the first terms of many values are smaller than a number can be.
  let log = n * Math.log1p(-p);
  for (let sum = Math.exp(log); rank < n && sum <= beyond; sum += Math.exp(log)) {
    rank += 1;
    log += Math.log(((n - rank + 1) / rank) * (p / (1 - p)));
  }
  return rank;
}
