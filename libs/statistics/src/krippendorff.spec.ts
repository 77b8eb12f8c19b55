import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { krippendorffAlpha, type DifferenceKind, type RatedUnit } from './index.ts';
import { referenceData } from './reference-data.testing.ts';

const examples = referenceData('worked-examples/examples.json');
const kinds: readonly DifferenceKind[] = ['nominal', 'ordinal', 'interval'];

interface WorkedExamples {
  readonly krippendorffAlpha: {
    readonly tolerance: number;
    readonly coders: Readonly<Record<string, readonly (number | null)[]>>;
    readonly expected: Readonly<Record<string, number>>;
  };
}

examples.describe('Krippendorff’s alpha, as it was published', () => {
  it('agrees with every one of the worked example', () => {
    const { krippendorffAlpha: example } = JSON.parse(examples.read()) as WorkedExamples;
    const coders = Object.values(example.coders);
    const units = (coders[0] ?? []).map((_, at) => coders.map((values) => values[at] ?? null));
    const asked = Object.entries(example.expected);
    expect(asked.length).toBeGreaterThan(0);
    for (const [kind, published] of asked) {
      const { value, n } = krippendorffAlpha(units, kind as DifferenceKind);
      // Three of the fifteen have one value, or none.
      expect(n).toBe(12);
      expect(Math.abs((value ?? NaN) - published)).toBeLessThanOrEqual(example.tolerance);
    }
  });
});

/** Four observers and twelve units: the table of Krippendorff (2011). */
const observers: readonly (readonly (number | null)[])[] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const units: readonly RatedUnit[] = (observers[0] ?? []).map((_, at) =>
  observers.map((values) => values[at] ?? null),
);

describe('Krippendorff’s alpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('of %s values is the published one of four observers', (kind, published) => {
    const shown = krippendorffAlpha(units, kind);
    expect(shown).toMatchObject({ n: 11, definition: `krippendorff-${kind}@1` });
    expect(shown.value).toBeCloseTo(published, 3);
    expect(shown.low).toBeLessThan(shown.value ?? NaN);
    expect(shown.high).toBeGreaterThan(shown.value ?? NaN);
  });

  it('has the same interval for the same seed', () => {
    const [one, other] = [1, 2].map((seed) => krippendorffAlpha(units, 'interval', { seed }));
    expect(krippendorffAlpha(units, 'interval', { seed: 1 })).toEqual(one);
    expect(other?.value).toBe(one?.value);
    expect([other?.low, other?.high]).not.toEqual([one?.low, one?.high]);
  });

  it('is unknown where no two values differ, and of one unit', () => {
    for (const none of [
      [],
      [[1, 2]],
      [
        [1, 1],
        [1, 1],
      ],
      [
        [1, null],
        [null, 2],
        [3, null],
      ],
    ]) {
      expect(krippendorffAlpha(none, 'nominal')).toMatchObject({
        ...{ value: null, low: null, high: null },
      });
    }
    expect(() =>
      krippendorffAlpha(
        [
          [1, NaN],
          [1, 2],
        ],
        'interval',
      ),
    ).toThrow(RangeError);
    expect(() => krippendorffAlpha(units, 'interval', { resamples: 99 })).toThrow(RangeError);
  });

  it('is 1 where all agree, and 0 in the mean of values given by chance', () => {
    const agreed = [1, 2, 3, 4, 1].map((one) => [one, one, null, one]);
    for (const kind of kinds) {
      expect(krippendorffAlpha(agreed, kind)).toMatchObject({ value: 1, low: 1, high: 1 });
    }
    const rating = fc.integer({ min: 1, max: 3 });
    const many = fc.array(fc.tuple(rating, rating), { minLength: 400, maxLength: 400 });
    fc.assert(
      fc.property(fc.noShrink(many), fc.constantFrom(...kinds), (given, kind) => {
        const { value } = krippendorffAlpha(given, kind, { resamples: 100 });
        expect(Math.abs(value ?? 0)).toBeLessThan(0.3);
      }),
      { numRuns: 20 },
    );
  });

  it('does not know raters or units by their places', () => {
    const value = fc.option(fc.integer({ min: 1, max: 4 }));
    const tables = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(tables, fc.constantFrom(...kinds), (table, kind) => {
        const turned = table.toReversed().map((unit) => unit.toReversed());
        const of = (given: readonly RatedUnit[]) =>
          krippendorffAlpha(given, kind, { resamples: 100 }).value;
        const [one, other] = [of(table), of(turned)];
        expect(other === null).toBe(one === null);
        expect(other ?? 0).toBeCloseTo(one ?? 0, 9);
      }),
    );
  });
});
