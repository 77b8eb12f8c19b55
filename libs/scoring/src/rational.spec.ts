import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, floorOf, minus, over, plus, rational, rounded, times } from './rational.ts';

const numbers = fc
  .tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }))
  .map(([top, bottom]) => rational(top, bottom));

describe('a rational', () => {
  it('follows the laws of numbers, without rounding', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        expect(plus(a, b)).toEqual(plus(b, a));
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
        expect(plus(minus(a, b), b)).toEqual(a);
        if (b.top > 0n) expect(times(over(a, b), b)).toEqual(a);
        const { whole, rest } = floorOf(a);
        expect(plus(rational(Number(whole)), rest)).toEqual(a);
        expect(rest.top >= 0n && rest.top < rest.bottom).toBe(true);
        expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(minus(a, b).top)));
      }),
    );
  });

  it('is rounded to the nearest, from the middle away from zero', () => {
    const of = (top: number, bottom: number) => Number(rounded(rational(top, bottom)));
    expect([of(5, 2), of(-5, 2), of(7, 3), of(8, 3), of(-7, 3), of(0, 1)]).toEqual([
      ...[3, -3, 2, 3, -2, 0],
    ]);
  });

  it('is of whole numbers, and divided by what is above zero', () => {
    for (const [top, bottom] of [
      [0.5, 1],
      [1, 0],
      [1, -1],
      [NaN, 1],
    ] as const) {
      expect(() => rational(top, bottom)).toThrow(RangeError);
    }
    expect(() => over(rational(1), rational(0))).toThrow(RangeError);
  });
});
