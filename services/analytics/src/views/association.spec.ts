import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { association, firmUnitsMin, pairedUnits } from './association.ts';
import type { UnitFigure, UnitPair } from './association.ts';

const of = (value: number): UnitFigure & { readonly value: number } => ({
  ...{ value, n: 40, definition: 'csat@1', low: value - 0.1, high: value + 0.1 },
});
const pair = (unit: string, x: number, y: number): UnitPair => ({ unit, x: of(x), y: of(y) });

/**
 * Anscombe, F. J. (1973), Graphs in statistical analysis, The American Statistician 27(1), 17–21,
 * first data set: Pearson's r is 0.816.
 */
const anscombe = [
  ...[pair('a', 10, 8.04), pair('b', 8, 6.95), pair('c', 13, 7.58), pair('d', 9, 8.81)],
  ...[pair('e', 11, 8.33), pair('f', 14, 9.96), pair('g', 6, 7.24), pair('h', 4, 4.26)],
  ...[pair('i', 12, 10.84), pair('j', 7, 4.82), pair('k', 5, 5.68)],
];

describe('how two figures go together over units', () => {
  it('is the published coefficient, with Fisher’s interval and the number of units', () => {
    const { pearson, spearman, units } = association(anscombe.toReversed());
    expect(pearson).toMatchObject({ n: 11, definition: 'pearson@1' });
    expect(pearson.value).toBeCloseTo(0.816, 3);
    // As R's cor.test prints it.
    expect(pearson.low).toBeCloseTo(0.4244, 4);
    expect(pearson.high).toBeCloseTo(0.9507, 4);
    expect(spearman).toMatchObject({ n: 11, definition: 'spearman@1' });
    expect(spearman.value).toBeCloseTo(0.8182, 4);
    expect(units.map(({ unit }) => unit).join('')).toBe('abcdefghijk');
  });

  it('warns always that it is no cause, is not of people, and may be of something else', () => {
    const always = ['not-a-cause', 'units-are-not-people', 'confounded'];
    expect(association(anscombe).warnings).toEqual([...always, 'few-units']);
    expect(association([]).warnings).toEqual([...always, 'few-units', 'may-be-none']);
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => pair(`u${at}`, at, at + (at % 3)));
    expect(association(many(firmUnitsMin)).warnings).toEqual(always);
    expect(association(many(firmUnitsMin - 1)).warnings).toEqual([...always, 'few-units']);
  });

  it('is unknown of few units, and of figures that do not vary', () => {
    const { pearson, spearman } = association(anscombe.slice(0, 3));
    expect([pearson.value, pearson.low, spearman.value, pearson.n]).toEqual([null, null, null, 3]);
    const flat = anscombe.map(({ unit, x }) => ({ unit, x, y: of(1) }));
    expect(association(flat)).toMatchObject({ pearson: { value: null, n: 11 } });
  });
});

describe('the units that are counted', () => {
  const figures = (values: Readonly<Record<string, number | null>>) =>
    new Map(
      Object.entries(values).map(([unit, value]) => [unit, { ...of(0), value } as UnitFigure]),
    );
  const above = (unit: string) => (unit === 'desk' ? ['sales', 'board'] : ['board']);

  it('are those with both figures, and no unit beside one of its parts', () => {
    const xs = figures({ board: 1, sales: 2, desk: 3, lab: 4, store: 5, yard: null });
    const ys = figures({ board: 1, sales: 2, desk: 3, lab: null, yard: 6 });
    expect(pairedUnits(xs, ys, above).map(({ unit }) => unit)).toEqual(['desk']);
    const without = figures({ board: 1, sales: 2, desk: null });
    expect(pairedUnits(xs, without, above).map(({ unit }) => unit)).toEqual(['sales']);
  });

  it('never hold a unit and one that it is part of', () => {
    const units = ['0', '1', '2', '3', '4', '5', '6', '7'];
    const parents = fc.tuple(...units.map((_, at) => fc.nat({ max: Math.max(at - 1, 0) })));
    fc.assert(
      fc.property(parents, fc.subarray(units), (parentOf, shown) => {
        const aboveOf = (unit: string): string[] => {
          const parent = Number(unit) === 0 ? undefined : String(parentOf[Number(unit)]);
          return parent === undefined ? [] : [parent, ...aboveOf(parent)];
        };
        const all = figures(Object.fromEntries(shown.map((unit) => [unit, 1])));
        const counted = pairedUnits(all, all, aboveOf).map(({ unit }) => unit);
        for (const unit of counted) {
          expect(aboveOf(unit).some((one) => counted.includes(one))).toBe(false);
        }
        expect(counted.length > 0).toBe(shown.length > 0);
      }),
    );
  });
});
