import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { flatDimension, guardedGroups } from './guarding.ts';
import { fivePoint, rated } from './rated.testing.ts';
import { nearestPoint, shiftOf, spreadOf } from './spread.ts';

describe('ratings before and after calibration', () => {
  it('are counted by the points of the scale, with their mean and by how much it moved', () => {
    const pairs = [
      { before: rated(3), after: rated(3) },
      { before: rated(3), after: rated(4) },
      { before: rated(4.5), after: rated(4) },
    ];
    const shift = shiftOf(pairs, fivePoint);
    expect(shift.before.counts).toEqual([
      { rating: rated(3), count: 2 },
      { rating: rated(5), count: 1 },
    ]);
    expect(shift.after.counts).toEqual([
      { rating: rated(3), count: 1 },
      { rating: rated(4), count: 2 },
    ]);
    expect(shift.before.mean).toMatchObject({ value: rated(3.5), n: 3 });
    expect(shift.changed).toMatchObject({
      successes: 2,
      n: 3,
      definition: 'calibration-changed@1',
    });
    expect(shift.meanShift.value).toBeCloseTo(rated(0.5) / 3, 6);
  });

  it('are nothing of nobody, and without an interval of one', () => {
    expect(spreadOf([], fivePoint)).toMatchObject({ mean: { value: null, n: 0 }, counts: [] });
    expect(spreadOf([rated(2)], fivePoint).mean).toMatchObject({ value: rated(2), low: null });
  });

  it('lie at the nearest point, whatever the scale is', () => {
    expect(nearestPoint(rated(3.49), fivePoint)).toBe(rated(3));
    expect(nearestPoint(rated(3.5), fivePoint)).toBe(rated(4));
    // A scale of a hundred is counted by tenths of it.
    expect(nearestPoint(rated(44), { min: 0, max: rated(100) })).toBe(rated(40));
    const rating = fc.integer({ min: fivePoint.min, max: fivePoint.max });
    fc.assert(
      fc.property(fc.array(rating), (ratings) => {
        const { counts } = spreadOf(ratings, fivePoint);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(ratings.length);
        expect(counts.every(({ rating: at }) => at % 1_000_000 === 0)).toBe(true);
      }),
    );
  });
});

describe('figures of groups', () => {
  const units = {
    name: 'unit',
    parents: new Map([
      ['all', null],
      ['x', 'all'],
      ['y', 'all'],
    ]),
  };
  const people = (x: number, y: number) => [
    ...Array.from({ length: x }, () => 'x'),
    ...Array.from({ length: y }, () => 'y'),
  ];
  const shown = (all: readonly string[], threshold?: number) => {
    const grouping = { dimension: units, groupOf: (one: string) => one };
    const groups = guardedGroups(all, grouping, (some) => some.length, threshold);
    if (isRejection(groups)) throw new Error(groups.code);
    return groups.map(({ group, figure }) => [group, figure.shown ? figure.value : figure.reason]);
  };

  it('are those of each group with all below it, and of all', () => {
    expect(shown(people(7, 5))).toEqual([
      [null, 12],
      ['x', 7],
      ['all', 12],
      ['y', 5],
    ]);
  });

  it('are not those of few, nor of what would give few away', () => {
    expect(shown(people(7, 4))).toEqual([
      [null, 11],
      ['x', 'complementary'],
      ['all', 11],
      ['y', 'below-threshold'],
    ]);
    expect(shown(people(7, 5), 6).filter(([, value]) => typeof value === 'number')).toEqual([
      [null, 12],
      ['all', 12],
    ]);
  });

  it('are refused where there are too many groups, or a threshold is under the floor', () => {
    const many = Array.from({ length: 1_001 }, (_, at) => `g${at}`);
    const grouping = { dimension: flatDimension('g', many), groupOf: (one: string) => one };
    expect(guardedGroups(many, grouping, () => 1)).toMatchObject({
      code: 'release/too-many-cells',
    });
    expect(guardedGroups([], grouping, () => 1, 2)).toMatchObject({
      code: 'threshold/out-of-range',
    });
  });
});
