import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { customerEffort, customerSatisfaction, favourableShare, wilsonInterval } from './index.ts';
import { columnOf, referenceData, tally } from './reference-data.testing.ts';

const survey = referenceData('sfo-customer-survey-2017/responses.csv');

survey.describe('the satisfaction of an airport’s passengers', () => {
  it('is the share of 4 and 5 of the answers from 1 to 5', () => {
    const score = customerSatisfaction(tally(columnOf(survey.read(), 'Q7ALL'), 1, 5));
    expect(score).toMatchObject({ n: 2_688, successes: 2_206 });
    expect(100 * (score.value ?? NaN)).toBeCloseTo(82.07, 2);
    // 6·1 + 32·2 + 444·3 + 1507·4 + 699·5 = 10,925
    expect(score.mean).toBeCloseTo(10_925 / 2_688, 12);
  });
});

const five = fc.array(fc.nat({ max: 1_000 }), { minLength: 5, maxLength: 5 });
const figures = [
  ['csat@1', customerSatisfaction, 5],
  ['ces-2.0@1', customerEffort, 7],
  ['favourable@1', favourableShare, 5],
] as const;

describe('the share of the upper answers', () => {
  it('of five counts the answers 4 and 5, of seven 5, 6 and 7', () => {
    const one = (places: number, answer: number) =>
      Array.from({ length: places }, (_, place) => Number(place + 1 === answer));
    const counted = (places: number, of: typeof customerEffort) =>
      Array.from({ length: places }, (_, place) => of(one(places, place + 1)).value);
    expect(counted(5, customerSatisfaction)).toEqual([0, 0, 0, 1, 1]);
    expect(counted(5, favourableShare)).toEqual([0, 0, 0, 1, 1]);
    expect(counted(7, customerEffort)).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  it('has Wilson’s interval, and the mean beside', () => {
    const score = customerEffort([1, 0, 1, 0, 2, 4, 2]);
    expect(score).toMatchObject({ value: 0.8, successes: 8, n: 10, mean: 5.2 });
    expect(score).toMatchObject({ ...wilsonInterval(8, 10) });
  });

  it('hides what the mean shows', () => {
    const [mild, harsh] = [favourableShare([0, 0, 4, 6, 0]), favourableShare([4, 0, 0, 6, 0])];
    expect(mild.value).toBe(harsh.value);
    expect(mild.mean).toBeGreaterThan(harsh.mean ?? NaN);
  });

  it.each(figures)('%s is unknown of nothing, and refuses what is no scale', (name, of, places) => {
    const none = Array.from({ length: places }, () => 0);
    expect(of(none)).toEqual({
      ...{ definition: name, n: 0, successes: 0 },
      ...{ value: null, low: null, high: null, mean: null },
    });
    expect(() => of(none.slice(1))).toThrow(RangeError);
    expect(() => of([...none, 0])).toThrow(RangeError);
    expect(() => of([...none.slice(1), -1])).toThrow(RangeError);
    expect(() => of([...none.slice(1), 1.5])).toThrow(RangeError);
  });

  it('and the mean never fall when an answer rises', () => {
    fc.assert(
      fc.property(five, fc.integer({ min: 0, max: 3 }), (counts, place) => {
        fc.pre((counts[place] ?? 0) > 0);
        const risen = counts.map((count, index) => {
          if (index === place) return count - 1;
          return index === place + 1 ? count + 1 : count;
        });
        const [before, after] = [customerSatisfaction(counts), customerSatisfaction(risen)];
        expect(after.value).toBeGreaterThanOrEqual(before.value ?? NaN);
        expect(after.mean).toBeGreaterThan(before.mean ?? NaN);
        expect(before.mean).toBeGreaterThanOrEqual(1);
        expect(before.mean).toBeLessThanOrEqual(5);
      }),
    );
  });
});
