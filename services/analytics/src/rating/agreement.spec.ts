import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, alphaBand, intraclassBand, type RaterRating } from './agreement.ts';
import { rated } from './rated.testing.ts';
import { severities } from './severity.ts';

/** Shrout and Fleiss (1979), table 2: six targets, four judges. ICC(2,1) .29, ICC(1,1) .17. */
const judged = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const named = judged.flatMap((ratings, target) =>
  ratings.map((rating, judge): RaterRating => ({
    ...{ subject: `t${target}`, rater: `j${judge}`, rating },
  })),
);

describe('how far raters agree', () => {
  it('is ICC(2,1) and ICC(2,k) where the same raters rated the same subjects', () => {
    const { design, raters, single, average } = agreementOf(judged, named);
    expect([design, raters]).toEqual(['same-raters', 4]);
    expect(single).toMatchObject({ definition: 'icc-2-1@1', n: 6, band: 'poor' });
    expect(single.value).toBeCloseTo(0.29, 2);
    expect(average.value).toBeCloseTo(0.62, 2);
    expect(average.band).toBe('moderate');
    expect(single.low).toBeLessThan(0.29);
    expect(single.high).toBeGreaterThan(0.29);
  });

  it('is ICC(1,1) where nobody is told who rated', () => {
    const { design, single, average } = agreementOf(judged);
    expect([design, single.definition]).toEqual(['raters-of-their-own', 'icc-1-1@1']);
    expect(single.value).toBeCloseTo(0.17, 2);
    expect(average.value).toBeCloseTo(0.44, 2);
  });

  it('takes the largest block, and alpha takes all', () => {
    const { alpha, single } = agreementOf([...judged, [3, 4], [5]]);
    expect([single.n, alpha.n]).toEqual([6, 7]);
    expect(alpha.definition).toBe('krippendorff-interval@1');
  });

  it('is unknown under five subjects, and known from five on', () => {
    const few = agreementOf(
      judged.slice(0, 4),
      named.filter(({ subject }) => subject < 't4'),
    );
    expect(few).toMatchObject({
      ...{ design: 'none', raters: 0, alpha: { value: null, band: null } },
      ...{ single: { value: null }, average: { value: null } },
    });
    expect(agreementOf(judged.slice(0, 5)).alpha.value).not.toBeNull();
  });

  it('has bands, each from its limit on', () => {
    expect([0.49, 0.5, 0.75, 0.9].map(intraclassBand)).toEqual([
      ...['poor', 'moderate', 'good', 'excellent'],
    ]);
    expect([0.66, 0.667, 0.8, null].map(alphaBand)).toEqual([
      ...['not-to-be-relied-on', 'tentative', 'reliable', null],
    ]);
  });
});

describe('how severe raters are', () => {
  it('is told where they have rated the same people, and drawn towards nothing', () => {
    const { compared, confounded } = severities(named);
    expect(confounded).toBe(0);
    const means = [0, 1, 2, 3].map(
      (judge) => judged.reduce((sum, ratings) => sum + (ratings[judge] ?? 0), 0) / 6,
    );
    const whole = means.reduce((sum, one) => sum + one, 0) / 4;
    for (const [judge, { effect, rater, n }] of compared.entries()) {
      const own = (means[judge] ?? 0) - whole;
      expect([rater, n]).toEqual([`j${judge}`, 6]);
      expect(Math.sign(effect)).toBe(Math.sign(own));
      expect(Math.abs(effect)).toBeLessThan(Math.abs(own));
      expect(Math.abs(effect)).toBeGreaterThan(0.8 * Math.abs(own));
    }
  });

  it('is confounded where each has a team of their own: no number is made of it', () => {
    const teams = ['mia', 'bo'].flatMap((rater) =>
      [1, 2, 3].map((no) => ({ rater, subject: `${rater}-${no}`, rating: rated(no) })),
    );
    expect(severities(teams)).toEqual({ compared: [], confounded: 2 });
    // One who has a subject in common with another is comparable; the third is not.
    const bridge = { rater: 'bo', subject: 'mia-1', rating: rated(2) };
    const more = { rater: 'bo', subject: 'mia-2', rating: rated(3) };
    const eve = { rater: 'eve', subject: 'eve-1', rating: rated(5) };
    const { compared, confounded } = severities([...teams, bridge, more, eve]);
    expect([compared.map(({ rater }) => rater), confounded]).toEqual([['bo', 'mia'], 1]);
    expect(compared[0]?.effect).toBeGreaterThan(0);
  });

  it('finds what was put in, whoever rated whom, and adds up to nothing', () => {
    const cell = fc.record({ subject: fc.nat({ max: 9 }), rater: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 60 }), (cells) => {
        const effects = [-500_000, -100_000, 200_000, 400_000];
        const unique = new Map(cells.map((one) => [`${one.subject} ${one.rater}`, one]));
        const ratings = [...unique.values()].map(({ subject, rater }) => ({
          ...{ subject: `s${subject}`, rater: `r${rater}` },
          rating: rated(3) + subject * 50_000 + (effects[rater] ?? 0),
        }));
        const { compared, confounded } = severities(ratings);
        const raters = new Set(ratings.map(({ rater }) => rater));
        expect(compared.length + confounded).toBe(raters.size);
        for (const one of compared) {
          expect(Number.isFinite(one.effect)).toBe(true);
          expect(one.n).toBe(ratings.filter(({ rater }) => rater === one.rater).length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
