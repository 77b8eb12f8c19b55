import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fQuantile, incompleteBeta, logGamma } from './distribution.ts';

describe('ln Γ', () => {
  it('is the logarithm of the factorials, and of √π at a half', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(0.25)).toBeCloseTo(Math.log(3.6256099082219083), 12);
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe('the incomplete beta function', () => {
  it('is a power where one side is 1, and a polynomial where both are small', () => {
    const within = fc.double({ min: 0.0001, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(within, fc.double({ min: 0.1, max: 50, noNaN: true }), (x, a) => {
        expect(incompleteBeta(x, a, 1)).toBeCloseTo(x ** a, 10);
        expect(incompleteBeta(x, 2, 2)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 10);
        expect(incompleteBeta(x, a, 3.5) + incompleteBeta(1 - x, 3.5, a)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('is not asked for outside of what it is of', () => {
    for (const [x, a, b] of [
      [-0.1, 1, 1],
      [1.1, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, NaN],
    ] as const) {
      expect(() => incompleteBeta(x, a, b)).toThrow(RangeError);
    }
  });
});

describe('a quantile of F', () => {
  // Printed tables of the F-distribution, upper 5 % and 2.5 %; the first is t(0.975, 10) squared.
  it.each([
    [0.95, 1, 10, 4.9646],
    [0.95, 5, 20, 2.7109],
    [0.95, 10, 10, 2.9782],
    [0.95, 2, 2, 19],
    [0.975, 5, 15, 3.5764],
    [0.975, 10, 10, 3.7168],
    [0.975, 1, 120, 5.1523],
  ])('of %d with %d and %d degrees of freedom is the printed one', (p, d1, d2, printed) => {
    expect(fQuantile(p, d1, d2)).toBeCloseTo(printed, 3);
  });

  it('is turned round with its degrees of freedom', () => {
    const degrees = fc.double({ min: 2, max: 200, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), degrees, degrees, (p, a, b) => {
        const product = fQuantile(p, a, b) * fQuantile(1 - p, b, a);
        expect(product).toBeCloseTo(1, 6);
      }),
    );
    expect(() => fQuantile(1, 1, 1)).toThrow(RangeError);
    expect(() => fQuantile(0.5, 0, 1)).toThrow(RangeError);
  });
});
