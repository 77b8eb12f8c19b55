import { describe, expect, it } from '@jest/globals';
import { explained, formulas, measured, scaleOf, type ScoreCounts } from './measure.ts';

/** The answers of the real survey of an airport: 342 detractors, 968 passives, 1,436 promoters. */
const airport: ScoreCounts = [
  [6, 342],
  [8, 968],
  [10, 1_436],
];

describe('what scores come to', () => {
  it('is a net promoter score with its error and its interval', () => {
    const score = measured('nps@1', { min: 0, max: 10 }, airport);
    expect(score).toMatchObject({ n: 2_746, counts: airport });
    expect(score.value).toBeCloseTo(39.84, 2);
    expect(score.standardError).toBeCloseTo(1.334137, 5);
    expect(score.low).toBeCloseTo(37.2249, 3);
    expect(score).not.toHaveProperty('mean');
  });

  it('is a share of the upper answers with the mean beside', () => {
    const counts: ScoreCounts = [
      [1, 1],
      [4, 2],
      [5, 1],
    ];
    const share = { n: 4, value: 0.75, mean: 3.5 };
    expect(measured('csat@1', { min: 1, max: 5 }, counts)).toMatchObject(share);
    expect(measured('favourable@1', { min: 1, max: 5 }, counts)).toMatchObject(share);
    expect(measured('ces-2.0@1', { min: 1, max: 7 }, counts)).toMatchObject({ value: 0.25 });
    expect(measured('csat@1', { min: 1, max: 5 }, counts)).not.toHaveProperty('standardError');
  });

  it('is a mean on any scale', () => {
    const counts: ScoreCounts = [
      [-2, 1],
      [3, 3],
    ];
    expect(measured('mean-score@1', { min: -3, max: 3 }, counts)).toMatchObject({ value: 1.75 });
  });

  it('is nothing without answers', () => {
    for (const formula of formulas) {
      const scale = scaleOf(formula) ?? { min: 0, max: 3 };
      expect(measured(formula, scale, [])).toMatchObject({ n: 0, value: null, low: null });
    }
  });

  it('is of no score beside the scale, and of no other scale', () => {
    expect(() => measured('mean-score@1', { min: 0, max: 3 }, [[4, 1]])).toThrow(RangeError);
    expect(() => measured('nps@1', { min: 1, max: 5 }, [])).toThrow(RangeError);
  });
});

describe('a formula', () => {
  it.each([
    ['nps@1', airport, '100 (1436 − 342) / 2746 = 39.8398, 37.2249 to 42.4546'],
    ['csat@1', [[3, 1], [5, 3]], '3 / 4 = 0.75, 0.3006 to 0.9544'], // prettier-ignore
    ['ces-2.0@1', [[4, 1], [5, 3]], '3 / 4 = 0.75, 0.3006 to 0.9544'], // prettier-ignore
    ['favourable@1', [[4, 1]], '1 / 1 = 1, 0.2065 to 1'],
    ['mean-score@1', [[4, 1]], '4 / 1 = 4'],
    ['nps@1', [[0, 2]], '100 (0 − 2) / 2 = −100, −100 to −30.7048'],
    ['mean-score@1', [], '0 / 0'],
  ] as const)('%s has its counts put in', (formula, counts, filled) => {
    const scale = scaleOf(formula) ?? { min: 0, max: 10 };
    const said = explained(formula, measured(formula, scale, counts));
    expect(said.filled).toBe(filled);
    expect(said.formula).toContain(' = ');
  });
});
