import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meanScore, z95 } from './index.ts';

const of = (min: number, ...counts: number[]) => meanScore('mean-score@1', min, counts);
const scale = fc.record({
  min: fc.integer({ min: -50, max: 50 }),
  counts: fc.array(fc.nat({ max: 300 }), { minLength: 2, maxLength: 12 }),
});

describe('a mean of scores', () => {
  it('has its error and its interval', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: the sum is 40, the squares of the differences sum to 32.
    const score = of(1, 0, 1, 0, 3, 2, 0, 1, 0, 1, 0);
    expect(score).toMatchObject({ definition: 'mean-score@1', value: 5, n: 8 });
    expect(score.standardError).toBeCloseTo(Math.sqrt(32 / 7 / 8), 12);
    expect(score.low).toBeCloseTo(5 - z95 * Math.sqrt(32 / 56), 12);
    expect(score.high).toBeCloseTo(5 + z95 * Math.sqrt(32 / 56), 12);
  });

  it('is unknown without an answer, and has no error with one', () => {
    const unknown = { standardError: null, low: null, high: null };
    expect(of(0, 0, 0, 0)).toMatchObject({ value: null, n: 0, ...unknown });
    expect(of(0, 0, 1, 0)).toMatchObject({ value: 1, n: 1, ...unknown });
  });

  it('claims no certainty where all answers are the same', () => {
    expect(of(1, 0, 0, 5, 0, 0)).toMatchObject({ value: 3, standardError: 0 });
    expect(of(1, 0, 0, 5, 0, 0).low).toBeCloseTo(3 - z95 / 5, 12);
    expect(of(1, 0, 0, 0, 0, 5)).toMatchObject({ high: 5 });
  });

  it('is that of the scores themselves, and within its interval and its scale', () => {
    fc.assert(
      fc.property(scale, ({ min, counts }) => {
        const scores = counts.flatMap((count, place) =>
          Array.from({ length: count }, () => min + place),
        );
        const score = of(min, ...counts);
        expect(score.n).toBe(scores.length);
        if (scores.length < 2) return;
        const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
        expect(score.value).toBeCloseTo(mean, 9);
        expect(score.low).toBeGreaterThanOrEqual(min);
        expect(score.low).toBeLessThanOrEqual((score.value ?? NaN) + 1e-9);
        expect(score.high).toBeGreaterThanOrEqual((score.value ?? NaN) - 1e-9);
        expect(score.high).toBeLessThanOrEqual(min + counts.length - 1);
      }),
    );
  });

  it('needs a scale, and counts', () => {
    expect(() => of(0)).toThrow(RangeError);
    expect(() => of(0, 1, -1)).toThrow(RangeError);
    expect(() => of(0, 1, 0.5)).toThrow(RangeError);
  });
});
