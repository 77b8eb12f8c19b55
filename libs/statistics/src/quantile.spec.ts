import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quantile } from './index.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const some = fc.array(finite, { minLength: 1, maxLength: 50 });
const within = fc.double({ min: 0, max: 1, noNaN: true });

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
    expect(quantile('lag@1', [], 0.5)).toEqual({ value: null, n: 0, definition: 'lag@1' });
    expect(quantile('lag@1', [1, 2], 0.5).n).toBe(2);
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
