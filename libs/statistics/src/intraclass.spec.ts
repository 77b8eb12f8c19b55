import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intraclassCorrelation, type IntraclassForm, type Ratings } from './index.ts';
import { referenceData } from './reference-data.testing.ts';

const examples = referenceData('worked-examples/examples.json');
const forms: readonly IntraclassForm[] = ['1-1', '2-1', '3-1', '1-k', '2-k', '3-k'];

interface WorkedExamples {
  readonly intraclassCorrelation: {
    readonly tolerance: number;
    readonly ratings_rowsAreTargets_columnsAreJudges: Ratings;
    readonly expected: Readonly<Record<string, number>>;
  };
}

examples.describe('intraclass correlations, as they were published', () => {
  it('agree with every one of the worked example', () => {
    const { intraclassCorrelation: example } = JSON.parse(examples.read()) as WorkedExamples;
    const { ratings_rowsAreTargets_columnsAreJudges: table, expected, tolerance } = example;
    const asked = Object.entries(expected);
    expect(asked.length).toBe(forms.length);
    for (const [name, published] of asked) {
      const form = name.replace(/^icc\((.),(.)\)$/, '$1-$2') as IntraclassForm;
      const { value } = intraclassCorrelation(table, form);
      expect(Math.abs((value ?? NaN) - published)).toBeLessThanOrEqual(tolerance);
    }
  });
});

/** Four judges and six targets: the table of Shrout and Fleiss. */
const table: Ratings = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('an intraclass correlation', () => {
  // As the function ICC of R's package psych prints them for the same table.
  it.each([
    ['1-1', 0.17, -0.133, 0.72],
    ['2-1', 0.29, 0.019, 0.76],
    ['3-1', 0.71, 0.342, 0.95],
    ['1-k', 0.44, -0.884, 0.91],
    ['2-k', 0.62, 0.071, 0.93],
    ['3-k', 0.91, 0.676, 0.99],
  ] as const)('of form %s has the interval that is printed for it', (form, value, low, high) => {
    const shown = intraclassCorrelation(table, form);
    expect(shown).toMatchObject({ n: 6, definition: `icc-${form}@1` });
    expect(shown.value).toBeCloseTo(value, 2);
    expect(shown.low).toBeCloseTo(low, 3);
    expect(shown.high).toBeCloseTo(high, 2);
  });

  it('is 1 where raters agree, and tells one who is strict from one who is not', () => {
    const alike = [1, 2, 3, 5].map((one) => [one, one, one]);
    for (const form of forms) expect(intraclassCorrelation(alike, form).value).toBeCloseTo(1, 12);
    const strict = [1, 2, 3, 5].map((one) => [one, one + 4]);
    expect(intraclassCorrelation(strict, '3-1').value).toBeCloseTo(1, 12);
    expect(intraclassCorrelation(strict, '2-1').value).toBeLessThan(0.5);
  });

  it('is unknown of one target, one rater, and where nothing differs', () => {
    for (const ratings of [
      [],
      [[1, 2]],
      [[1], [2]],
      [
        [3, 3, 3],
        [3, 3, 3],
      ],
    ]) {
      for (const form of forms) {
        expect(intraclassCorrelation(ratings, form)).toMatchObject({
          ...{ value: null, low: null, high: null, n: ratings.length },
        });
      }
    }
  });

  it('is of whole tables of numbers', () => {
    for (const ratings of [
      [[1, 2], [1]],
      [
        [1, NaN],
        [1, 2],
      ],
    ]) {
      expect(() => intraclassCorrelation(ratings, '2-1')).toThrow(RangeError);
    }
  });

  it('is at most 1, within its interval, and the same whatever the unit and the order', () => {
    const rating = fc.integer({ min: 1, max: 7 });
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 5 }))
      .chain(([n, k]) => {
        const row = fc.array(rating, { minLength: k, maxLength: k });
        return fc.array(row, { minLength: n, maxLength: n });
      });
    fc.assert(
      fc.property(tables, fc.constantFrom(...forms), (ratings, form) => {
        const { value, low, high } = intraclassCorrelation(ratings, form);
        const other = ratings.toReversed().map((row) => row.toReversed().map((one) => 3 * one - 8));
        const again = intraclassCorrelation(other, form);
        if (value === null) {
          expect(again.value).toBeNull();
          return;
        }
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
        expect(again.value).toBeCloseTo(value, 6);
        if (low === null || high === null || form === '2-k') return;
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(value - 1e-9);
      }),
    );
  });
});
