import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proportion, wilsonInterval } from './index.ts';
import { referenceData } from './reference-data.testing.ts';

const examples = referenceData('worked-examples/examples.json');

interface WorkedExamples {
  readonly wilsonScoreInterval95: {
    readonly tolerance: number;
    readonly cases: readonly {
      readonly successes: number;
      readonly trials: number;
      readonly expected: { readonly lower: number; readonly upper: number };
    }[];
  };
}

examples.describe('Wilson’s interval, as it was published', () => {
  it('agrees with every worked example', () => {
    const { cases, tolerance } = (JSON.parse(examples.read()) as WorkedExamples)
      .wilsonScoreInterval95;
    expect(cases.length).toBeGreaterThan(0);
    for (const { successes, trials, expected } of cases) {
      const { low = NaN, high = NaN } = wilsonInterval(successes, trials) ?? {};
      expect(Math.abs(low - expected.lower)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(high - expected.upper)).toBeLessThanOrEqual(tolerance);
    }
  });
});

const counts = fc
  .tuple(fc.nat({ max: 5_000 }), fc.nat({ max: 5_000 }))
  .map(([one, other]) => ({ successes: Math.min(one, other), trials: Math.max(one, other) }));

describe('a proportion', () => {
  it('has its share, its counts and its interval', () => {
    const tried = proportion('ideas-tried@1', 15, 148);
    expect(tried).toMatchObject({ successes: 15, n: 148, definition: 'ideas-tried@1' });
    expect(tried.value).toBeCloseTo(15 / 148, 12);
    expect(tried.low).toBeCloseTo(0.0624, 4);
    expect(tried.high).toBeCloseTo(0.1605, 4);
  });

  it('is unknown, with its bounds, of nothing', () => {
    expect(proportion('x@1', 0, 0)).toEqual({
      ...{ value: null, low: null, high: null },
      ...{ n: 0, successes: 0, definition: 'x@1' },
    });
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });

  it('begins at 0 for none and ends at 1 for all, and is never certain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (trials) => {
        const [none, all] = [wilsonInterval(0, trials), wilsonInterval(trials, trials)];
        expect(none?.low).toBe(0);
        expect(none?.high).toBeGreaterThan(0);
        expect(all?.high).toBe(1);
        expect(all?.low).toBeLessThan(1);
      }),
    );
  });

  it('lies within its interval, which mirrors that of what is not counted', () => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        fc.pre(trials > 0);
        const { value, low, high } = proportion('x@1', successes, trials);
        expect(low).toBeLessThanOrEqual(value ?? NaN);
        expect(high).toBeGreaterThanOrEqual(value ?? NaN);
        const other = wilsonInterval(trials - successes, trials);
        expect(other?.low).toBeCloseTo(1 - (high ?? NaN), 10);
        expect(other?.high).toBeCloseTo(1 - (low ?? NaN), 10);
      }),
    );
  });

  it.each([
    [-1, 5],
    [6, 5],
    [0.5, 5],
    [1, 1.5],
    [Number.NaN, 5],
  ])('does not exist for %d of %d', (successes, trials) => {
    expect(() => wilsonInterval(successes, trials)).toThrow(RangeError);
  });
});
