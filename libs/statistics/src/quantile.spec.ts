import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quantile } from './index.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const some = fc.array(finite, { minLength: 1, maxLength: 50 });
const within = fc.double({ min: 0, max: 1, noNaN: true });

/** P(from ≤ B ≤ to) of a binomial with n and p, term by term from Pascal's triangle in logs. */
function chanceOf(n: number, p: number, from: number, to: number): number {
  const logs = [0];
  for (let k = 1; k <= n; k += 1) logs.push((logs[k - 1] ?? 0) + Math.log(k));
  const log = (k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
  let sum = 0;
  for (let k = from; k <= to; k += 1) {
    sum += Math.exp(log(k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
  }
  return sum;
}

describe('a quantile', () => {
  it.each([
    // What R's quantile(x, p, type = 7) and NumPy's percentile give for these.
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[3, 1, 2], 0.9, 2.8],
    [[7], 0.9, 7],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(quantile('x@1', values, p).value).toBeCloseTo(expected, 12);
  });

  it('is unknown of nothing, and counts what it was taken from', () => {
    const none = { value: null, low: null, high: null };
    expect(quantile('lag@1', [], 0.5)).toEqual({ ...none, n: 0, definition: 'lag@1' });
    expect(quantile('lag@1', [1, 2], 0.5).n).toBe(2);
  });

  it.each([
    // Ranks of the 0.95 interval of a median as tables of it have them, from the smallest n on.
    [5, 0.5, null, null],
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [20, 0.5, 6, 15],
    [25, 0.5, 8, 18],
    [50, 0.5, 18, 33],
    [100, 0.5, 40, 61],
    // Of a ninetieth percentile: 0.9³⁵ is above 0.025, and 0.9³⁶ is not.
    [35, 0.9, 28, null],
    [36, 0.9, 29, 36],
  ])('of %d values at %d lies between ranks %p and %p', (n, p, low, high) => {
    const ranks = Array.from({ length: n }, (_, index) => index + 1);
    expect(quantile('x@1', ranks, p)).toMatchObject({ low, high });
  });

  it('leaves at most 0.025 beyond either bound, and no rank less would', () => {
    const asked = fc.record({ n: fc.integer({ min: 1, max: 200 }), p: fc.constantFrom(0.5, 0.9) });
    fc.assert(
      fc.property(asked, ({ n, p }) => {
        const ranks = Array.from({ length: n }, (_, index) => index + 1);
        const { low, high } = quantile('x@1', ranks, p);
        const [l, u] = [low ?? 0, high ?? n + 1];
        if (l > 0) expect(chanceOf(n, p, 0, l - 1)).toBeLessThanOrEqual(0.025);
        if (u <= n) expect(chanceOf(n, p, u, n)).toBeLessThanOrEqual(0.025);
        expect(chanceOf(n, p, 0, l)).toBeGreaterThan(0.025);
        expect(chanceOf(n, p, u - 1, n)).toBeGreaterThan(0.025);
      }),
    );
  });

  it('has an interval of many values as well, and around itself at any place', () => {
    const many = Array.from({ length: 100_001 }, (_, index) => index);
    const { value, low, high } = quantile('x@1', many, 0.5);
    const reach = (1.96 * Math.sqrt(100_001)) / 2;
    expect(value).toBe(50_000);
    expect(Math.abs((low ?? NaN) - (50_000 - reach))).toBeLessThan(2);
    expect(Math.abs((high ?? NaN) - (50_000 + reach))).toBeLessThan(2);
    fc.assert(
      fc.property(some, within, (values, p) => {
        const around = quantile('x@1', values, p);
        const of = around.value ?? NaN;
        expect([around.low ?? of, of, around.high ?? of]).toEqual(
          [around.low ?? of, of, around.high ?? of].toSorted((one, other) => one - other),
        );
      }),
    );
  });

  it.each([-0.01, 1.01, Number.NaN])('does not exist at %d', (p) => {
    expect(() => quantile('x@1', [1], p)).toThrow(RangeError);
  });

  it('refuses what is not finite', () => {
    expect(() => quantile('x@1', [1, Number.NaN], 0.5)).toThrow(RangeError);
    expect(() => quantile('x@1', [Number.POSITIVE_INFINITY], 0.5)).toThrow(RangeError);
  });

  it('does not depend on the order of values, nor change them', () => {
    fc.assert(
      fc.property(some, within, (values, p) => {
        const copy = [...values];
        const { value } = quantile('x@1', values, p);
        expect(quantile('x@1', values.toReversed(), p).value).toBe(value);
        expect(values).toEqual(copy);
      }),
    );
  });

  it('goes from the smallest value to the largest, and never falls', () => {
    fc.assert(
      fc.property(some, within, within, (values, one, other) => {
        const at = (p: number) => quantile('x@1', values, p).value ?? NaN;
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(at(0) === Math.min(...values) && at(1) === Math.max(...values)).toBe(true);
        const tolerance = Math.abs(at(high)) * 1e-12;
        expect(at(low)).toBeLessThanOrEqual(at(high) + tolerance);
      }),
    );
  });
});
