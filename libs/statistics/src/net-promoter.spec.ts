import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { netPromoterPlaces, netPromoterScore, pooledCounts } from './index.ts';
import { columnOf, referenceData, tally } from './reference-data.testing.ts';

const examples = referenceData('worked-examples/examples.json');
const survey = referenceData('sfo-customer-survey-2017/responses.csv');

interface WorkedExamples {
  readonly netPromoterScore: {
    readonly cases: readonly {
      readonly counts: Readonly<Record<string, number>>;
      readonly expected: Readonly<
        Record<'detractors' | 'passives' | 'promoters' | 'responses' | 'nps', number>
      >;
      readonly tolerance: number;
    }[];
  };
}

const scoreOf = (counts: readonly number[]) => netPromoterScore('nps@1', counts);

/** So many of each group, all on one answer of it. */
const groups = (detractors: number, passives: number, promoters: number) =>
  scoreOf([0, 0, 0, detractors, 0, 0, 0, passives, 0, 0, promoters]);

examples.describe('the net promoter score, as it was published', () => {
  it('agrees with every worked example', () => {
    const { cases } = (JSON.parse(examples.read()) as WorkedExamples).netPromoterScore;
    expect(cases.length).toBeGreaterThan(0);
    for (const { counts, expected, tolerance } of cases) {
      const inOrder = Array.from({ length: 11 }, (_, answer) => counts[String(answer)] ?? NaN);
      const { detractors, passives, promoters, n, value } = scoreOf(inOrder);
      const { nps, ...counted } = expected;
      expect({ detractors, passives, promoters, responses: n }).toEqual(counted);
      expect(Math.abs((value ?? NaN) - nps)).toBeLessThanOrEqual(tolerance);
    }
  });
});

survey.describe('the net promoter score of an airport', () => {
  it('counts the answers from 0 to 10, and neither "no answer" nor blanks', () => {
    const answers = columnOf(survey.read(), 'NETPRO');
    expect(answers).toHaveLength(2_831);
    const score = scoreOf(tally(answers, 0, 10));
    expect(score).toMatchObject({ n: 2_746, detractors: 342, passives: 968, promoters: 1_436 });
    expect(score.value).toBeCloseTo(39.84, 2);
  });
});

const counts = fc.array(fc.nat({ max: 500 }), { minLength: 11, maxLength: 11 });

describe('a net promoter score', () => {
  it('has its error and its interval', () => {
    // 100 √(1778/2746 − 0.398398²) / √2746, computed apart from this code.
    const score = groups(342, 968, 1_436);
    expect(score.definition).toBe('nps@1');
    expect(score.standardError).toBeCloseTo(1.3341371335, 9);
    expect(score.low).toBeCloseTo(37.2249062016, 9);
    expect(score.high).toBeCloseTo(42.4546276658, 9);
  });

  it.each([
    [6, 'detractors'],
    [7, 'passives'],
    [8, 'passives'],
    [9, 'promoters'],
    [10, 'promoters'],
    [0, 'detractors'],
  ])('counts an answer of %d among the %s', (answer, group) => {
    const one = Array.from({ length: netPromoterPlaces }, (_, place) => Number(place === answer));
    const none = { detractors: 0, passives: 0, promoters: 0 };
    expect(scoreOf(one)).toMatchObject({ n: 1, ...none, [group]: 1 });
  });

  it('is unknown without an answer, and has no error with one', () => {
    const unknown = { standardError: null, low: null, high: null };
    expect(groups(0, 0, 0)).toMatchObject({ value: null, n: 0, ...unknown });
    expect(groups(0, 0, 1)).toMatchObject({ value: 100, n: 1, ...unknown });
    expect(groups(0, 1, 1)).toMatchObject({ value: 50, n: 2, low: expect.any(Number) });
  });

  it('has an interval that ends where the scale does', () => {
    expect(groups(9, 1, 0)).toMatchObject({ value: -90, low: -100 });
    expect(groups(0, 1, 9)).toMatchObject({ value: 90, high: 100 });
  });

  it('is not certain when all answers are of one group', () => {
    const all = groups(0, 0, 5);
    expect(all).toMatchObject({ value: 100, standardError: 0, high: 100 });
    // 100 − 1.96 × 100 √4 / 5^1.5
    expect(all.low).toBeCloseTo(64.9391, 4);
    expect(groups(5, 0, 0).high).toBeCloseTo(-64.9391, 4);
    expect(groups(0, 5, 0).low).toBeCloseTo(-35.0609, 4);
    expect(groups(0, 0, 500).low).toBeGreaterThan(all.low ?? NaN);
  });

  it('lies within its interval, and both within −100 and 100', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const { value, low, high, n } = scoreOf(some);
        fc.pre(value !== null && low !== null && high !== null && n > 1);
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(low).toBeLessThan(high);
        expect(high).toBeLessThanOrEqual(100);
        expect(value >= low && value <= high).toBe(true);
      }),
    );
  });

  it('mirrors itself when detractors and promoters change places', () => {
    const group = fc.nat({ max: 300 });
    fc.assert(
      fc.property(group, group, group, (detractors, passives, promoters) => {
        fc.pre(detractors + passives + promoters > 1);
        const [one, other] = [
          groups(detractors, passives, promoters),
          groups(promoters, passives, detractors),
        ];
        expect(other.value).toBeCloseTo(-(one.value ?? NaN), 10);
        expect(other.standardError).toBeCloseTo(one.standardError ?? NaN, 10);
        expect(other.low).toBeCloseTo(-(one.high ?? NaN), 10);
      }),
    );
  });

  it('has a lower bound that still rises with the last promoter of all', () => {
    for (let n = 2; n <= 30; n += 1) {
      const [most, all] = [groups(0, 1, n - 1), groups(0, 0, n)];
      expect(all.low).toBeGreaterThan(most.low ?? NaN);
    }
  });

  it('of pooled answers is the mean of the groups weighted by their answers', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const parts = [scoreOf(one), scoreOf(other)];
        const pooled = scoreOf(pooledCounts(netPromoterPlaces, [one, other]));
        fc.pre(pooled.n > 0);
        const weighted = parts.reduce((sum, { value, n }) => sum + (value ?? 0) * n, 0) / pooled.n;
        expect(pooled.value).toBeCloseTo(weighted, 9);
      }),
    );
  });

  it('does not exist for counts that are not eleven, or no counts', () => {
    expect(() => scoreOf(Array.from({ length: 10 }, () => 1))).toThrow(RangeError);
    expect(() => scoreOf(Array.from({ length: 12 }, () => 1))).toThrow(RangeError);
    expect(() => groups(-1, 0, 5)).toThrow(RangeError);
    expect(() => groups(0, 0.5, 5)).toThrow(RangeError);
    expect(() => groups(0, 0, Number.NaN)).toThrow(RangeError);
  });
});
