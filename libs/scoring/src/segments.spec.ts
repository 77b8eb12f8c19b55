import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoreOf, segmentedScore } from './index.ts';
import { given, packs, ratingsFor, yearly } from './packs.testing.ts';

const first = given({ goals: [0.8], manager: [5] });
const second = given({ goals: [0.4], manager: [3] });

describe('a year with two managers', () => {
  it('weighs each by the days that count', () => {
    // The first comes to (50 · 0.8 + 30 · 1) / 80 of the way, the second to (50 · 0.4 + 30 · 0.5)
    // / 80.
    const score = segmentedScore(yearly, [
      { days: 90, ratings: first },
      { days: 270, ratings: second },
    ]);
    expect(score).toMatchObject({ kind: 'scored', days: 360, total: 3_190_000 });
    if (score.kind !== 'scored') throw new Error('It has a score.');
    const facts = score.leaves.flatMap((leaf) => (leaf.kind === 'rating' ? [leaf.points] : []));
    // A quarter of 50/80 of 0.8 of four points, and so on.
    expect(facts).toEqual([500_000, 375_000, 750_000, 562_500]);
    expect(score.leaves.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
  });

  it('leaves out with its days a segment of which nothing was rated', () => {
    const segments = [
      { days: 100, ratings: first },
      { days: 200, ratings: {} },
    ];
    const { total } = scoreOf(yearly, first);
    expect(segmentedScore(yearly, segments)).toMatchObject({ kind: 'scored', days: 100, total });
    const unseen = segments.map(({ days }) => ({ days, ratings: {} }));
    expect(segmentedScore(yearly, unseen)).toEqual({
      ...{ kind: 'not-rated', days: 300, cause: 'nothing-rated' },
    });
  });

  it('has no number where fewer days were rated than the least number, however many were not', () => {
    const of = (rated: number) =>
      segmentedScore(yearly, [
        { days: 313, ratings: {} },
        { days: rated, ratings: first },
      ]);
    expect(of(89)).toEqual({ kind: 'not-rated', days: 89, cause: 'too-few-days' });
    expect(of(90)).toMatchObject({ kind: 'scored', days: 90 });
  });

  it('has no number under the least number of days, and one from there on', () => {
    const of = (...days: number[]) =>
      segmentedScore(
        yearly,
        days.map((one) => ({ days: one, ratings: first })),
      );
    expect(of(40, 49)).toEqual({ kind: 'not-rated', days: 89, cause: 'too-few-days' });
    expect(of(40, 50)).toMatchObject({ kind: 'scored' });
    expect(of()).toEqual({ kind: 'not-rated', days: 0, cause: 'too-few-days' });
    expect(() => of(-1)).toThrow(RangeError);
    expect(() => of(1.5)).toThrow(RangeError);
  });

  it('is the score of the one segment where there is one, and the same when that is cut in two', () => {
    const drawn = packs.chain((pack) => fc.tuple(fc.constant(pack), ratingsFor(pack)));
    fc.assert(
      fc.property(drawn, fc.nat({ max: 200 }), fc.nat({ max: 200 }), ([pack, ratings], a, b) => {
        fc.pre(a + b > 0 && a + b >= pack.daysMin);
        const { total } = scoreOf(pack, ratings);
        const whole = segmentedScore(pack, [{ days: a + b, ratings }]);
        const cut = segmentedScore(pack, [
          { days: a, ratings },
          { days: b, ratings },
        ]);
        if (total === null) {
          expect([whole.kind, cut.kind]).toEqual(['not-rated', 'not-rated']);
          return;
        }
        expect(whole).toMatchObject({ total });
        expect(cut).toMatchObject({ total });
      }),
    );
  });
});
