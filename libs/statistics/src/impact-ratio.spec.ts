import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fisherExact, impactRatios } from './index.ts';
import { referenceData } from './reference-data.testing.ts';

const examples = referenceData('worked-examples/examples.json');

interface WorkedExamples {
  readonly fourFifthsRule: {
    readonly cases: readonly {
      readonly groups: Readonly<
        Record<string, { readonly selected: number; readonly total: number }>
      >;
      readonly expected: {
        readonly rates: Readonly<Record<string, number>>;
        readonly impactRatio: number;
        readonly adverseImpact: boolean;
      };
    }[];
  };
}

examples.describe('the rule of four fifths, as it was published', () => {
  it('agrees with every worked example', () => {
    const { cases } = (JSON.parse(examples.read()) as WorkedExamples).fourFifthsRule;
    expect(cases.length).toBeGreaterThan(0);
    for (const { groups, expected } of cases) {
      const counted = Object.entries(groups).map(([group, counts]) => ({ group, ...counts }));
      const impact = impactRatios(counted);
      const rates = impact.groups.map(({ group, rate }) => [group, rate.value]);
      expect(Object.fromEntries(rates)).toEqual(expected.rates);
      const lowest = Math.min(...impact.groups.map(({ impactRatio }) => impactRatio.value ?? NaN));
      expect(lowest).toBeCloseTo(expected.impactRatio, 12);
      expect(impact.groups.some(({ isAdverse }) => isAdverse)).toBe(expected.adverseImpact);
    }
  });
});

const count = fc.nat({ max: 40 });
const groups = fc
  .array(fc.tuple(count, count), { maxLength: 5 })
  .map((all) =>
    all.map(([selected, more], at) => ({ group: `g${at}`, selected, total: selected + more })),
  );

describe('an impact ratio', () => {
  it('is beside the group with the highest rate, with its interval and an exact test', () => {
    const { reference, groups: all } = impactRatios([
      { group: 'men', selected: 141, total: 882 },
      { group: 'women', selected: 84, total: 588 },
    ]);
    expect(reference).toBe('men');
    const [men, women] = all;
    // Beside itself it is 1 by definition: that is of its own people, and no estimate.
    expect(men?.impactRatio).toEqual({
      ...{ value: 1, n: 882, definition: 'impact-ratio@1', low: null, high: null },
    });
    expect(men?.isAdverse).toBe(false);
    expect(men?.p).toBeCloseTo(1, 9);
    expect(women?.impactRatio).toMatchObject({ n: 1_470, definition: 'impact-ratio@1' });
    expect(women?.impactRatio.value).toBeCloseTo(84 / 588 / (141 / 882), 12);
    const error = Math.sqrt(1 / 84 - 1 / 588 + 1 / 141 - 1 / 882);
    expect(Math.log(women?.impactRatio.high ?? NaN)).toBeCloseTo(
      Math.log(women?.impactRatio.value ?? NaN) + 1.959963984540054 * error,
      12,
    );
    expect(women?.isAdverse).toBe(false);
  });

  it('is unknown of nobody, and where nobody was selected', () => {
    expect(impactRatios([])).toEqual({ reference: null, groups: [] });
    const none = impactRatios([
      { group: 'x', selected: 0, total: 10 },
      { group: 'y', selected: 0, total: 0 },
    ]);
    const unknown = { value: null, low: null, high: null };
    expect(none.groups).toMatchObject([
      { impactRatio: unknown, p: 1, isAdverse: false },
      { impactRatio: unknown, p: null, isAdverse: false },
    ]);
    expect(() => impactRatios([{ group: 'x', selected: 2, total: 1 }])).toThrow(RangeError);
  });

  it('is at most 1, and flagged below four fifths exactly', () => {
    fc.assert(
      fc.property(groups, (counted) => {
        const { reference, groups: all } = impactRatios(counted);
        for (const { group, impactRatio, isAdverse, p } of all) {
          const { value, low, high } = impactRatio;
          if (group === reference) {
            if (value !== null) expect(value).toBe(1);
            expect([low, high]).toEqual([null, null]);
          }
          if (p !== null) expect(p > 0 && p <= 1).toBe(true);
          if (value === null) continue;
          expect(value).toBeLessThanOrEqual(1);
          expect(isAdverse).toBe(value < 0.8 - 1e-12);
          if (low !== null && high !== null) expect(low <= value && value <= high).toBe(true);
        }
      }),
    );
  });
});

describe('Fisher’s exact test', () => {
  // The lady tasting tea, convictions of twins, and two tables of which R's fisher.test prints p.
  it.each([
    [3, 1, 1, 3, 0.4857142857],
    [2, 10, 15, 3, 0.0005367241],
    [1, 9, 11, 3, 0.0027594562],
    [0, 5, 5, 0, 0.0079365079],
  ])('of %d, %d, %d and %d is the printed one', (a, b, c, d, printed) => {
    const p = fisherExact([
      [a, b],
      [c, d],
    ]);
    expect(p).toBeCloseTo(printed, 8);
  });

  it('is the same from every side, and 1 where the groups are alike', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const p = fisherExact([
          [a, b],
          [c, d],
        ]);
        if (a + b === 0 || c + d === 0) expect(p).toBeNull();
        else {
          const turned = fisherExact([
            [d, c],
            [b, a],
          ]);
          expect(turned).toBeCloseTo(p ?? NaN, 9);
        }
      }),
    );
    expect(
      fisherExact([
        [50, 50],
        [50, 50],
      ]),
    ).toBeCloseTo(1, 9);
    expect(() =>
      fisherExact([
        [-1, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });

  it('takes many', () => {
    const p = fisherExact([
      [9_000, 91_000],
      [9_400, 90_600],
    ]);
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.003);
  });
});
