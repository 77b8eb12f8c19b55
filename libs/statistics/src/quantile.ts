import { figure, type Figure } from './figure.ts';

/**
 * Quantile of type 7 of Hyndman, R. J. and Fan, Y. (1996), Sample quantiles in statistical
 * packages, The American Statistician 50(4), 361–365: with values x₀ ≤ … ≤ xₙ₋₁ and h = (n − 1)p,
 * it is x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋). It is the default of R and NumPy; the median of an even
 * number of values is the mean of the middle two.
 *
 * Unit: that of the values, which may be in any order. n: values counted. Null without any.
 * Throws RangeError for p outside 0 to 1, and for a value that is not finite.
 */
export function quantile(definition: string, values: readonly number[], p: number): Figure {
  if (!(p >= 0 && p <= 1)) throw new RangeError('p must lie within 0 and 1');
  if (!values.every(Number.isFinite)) throw new RangeError('values must be finite');
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return figure(definition, null, 0);
  const place = (n - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, n - 1)] ?? Number.NaN;
  // A weighted mean, as the difference of two very large values would pass all bounds.
  const part = place - below;
  return figure(definition, low === high ? low : low * (1 - part) + high * part, n);
}
