import { describe, expect, it } from '@jest/globals';
import { isGivenAway } from '@plumbline/disclosure/testing';
import type { Dimension } from '@plumbline/disclosure';
import { isRejection } from '@plumbline/kernel';
import fc from 'fast-check';
import { comparedGroups, comparisonOf, distribution, pointsMax } from './comparison.ts';
import type { ComparedGroup, Pair } from './comparison.ts';

const rating = (value: number) => value * 1_000_000;
const scale = { min: rating(1), max: rating(5) };
const pair = (before: number, after: number, ...groups: readonly string[]): Pair => {
  return { before: rating(before), after: rating(after), groups };
};
const times = (count: number, one: Pair) => Array.from({ length: count }, () => one);

/** Sales is of two shops; who manages whom is another question. */
const units: Dimension = {
  name: 'unit',
  parents: new Map([
    ['company', null],
    ['sales', 'company'],
    ['shop-a', 'sales'],
    ['shop-b', 'sales'],
    ['desk', 'company'],
  ]),
};
const managers: Dimension = {
  name: 'manager',
  parents: new Map([
    ['mia', null],
    ['cy', null],
  ]),
};

describe('a comparison of before and after', () => {
  const moved = [pair(3, 4), pair(3, 3), pair(2, 4), pair(5, 4)];

  it('tells how many were changed, and by how much', () => {
    const { changed, before, after, meanShift } = comparisonOf(moved, scale);
    expect(changed).toMatchObject({ value: 0.75, successes: 3, n: 4 });
    expect([before.mean.value, after.mean.value]).toEqual([rating(3.25), rating(3.75)]);
    expect(meanShift).toMatchObject({ value: rating(0.5), n: 4 });
    // s² of 1, 0, 2, −1 is 5/3: the reach is 1.96 √(5/12).
    expect(meanShift.high).toBeCloseTo(rating(0.5 + 1.959964 * Math.sqrt(5 / 12)), -2);
    expect(meanShift.low).toBeCloseTo(rating(0.5 - 1.959964 * Math.sqrt(5 / 12)), -2);
  });

  it('has no value of nobody, and no interval of one', () => {
    const none = comparisonOf([], scale);
    expect([none.changed.value, none.before.mean.value, none.meanShift.value]).toEqual([
      ...[null, null, null],
    ]);
    const { meanShift } = comparisonOf([pair(3, 4)], scale);
    expect(meanShift).toMatchObject({ value: rating(1), low: null, high: null });
  });

  it('counts ratings at the nearest point of the scale, from the middle at the upper one', () => {
    const ratings = [1, 1.49, 1.5, 4.49, 4.5, 5].map(rating);
    expect(distribution(ratings, scale).map(({ count }) => count)).toEqual([2, 1, 0, 1, 2]);
    expect(distribution([], scale).map(({ point }) => point / 1_000_000)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has a point for each rating of a short scale, and shares of a longer one', () => {
    const pointsOf = (max: number) => distribution([], { min: 0, max: rating(max) });
    expect(pointsOf(pointsMax - 1)).toHaveLength(pointsMax);
    expect(pointsOf(pointsMax).map(({ point }) => point)[1]).toBe(rating(1.1));
    expect(pointsOf(100)).toHaveLength(pointsMax);
    expect(distribution([rating(100)], { min: 0, max: rating(100) }).at(-1)?.count).toBe(1);
  });
});

describe('groups', () => {
  const shownOf = (
    pairs: readonly Pair[],
    dimensions: readonly Dimension[],
    threshold: number | null = 5,
  ) => {
    const groups = comparedGroups(pairs, scale, dimensions, threshold);
    if (isRejection(groups)) throw new Error(groups.detail);
    return groups;
  };
  const namesOf = (groups: readonly ComparedGroup[]) =>
    groups.filter(({ comparison }) => comparison.shown).map(({ group }) => group);

  it('are all together, and each one with those above it', () => {
    const all = [
      ...times(6, pair(3, 4, 'shop-a')),
      ...times(5, pair(3, 3, 'shop-b')),
      ...times(7, pair(4, 3, 'desk')),
    ];
    const groups = shownOf(all, [units]);
    expect(namesOf(groups).toSorted()).toEqual(
      [null, 'company', 'desk', 'sales', 'shop-a', 'shop-b'].toSorted(),
    );
    const sales = groups.find(({ group }) => group === 'sales')?.comparison;
    expect(sales).toMatchObject({ shown: true, n: 11 });
    expect(sales?.shown === true && sales.value.changed.successes).toBe(6);
  });

  it('of too few are not shown, nor what would give them away', () => {
    const all = [...times(6, pair(3, 4, 'shop-a')), ...times(4, pair(3, 3, 'shop-b'))];
    const groups = shownOf(all, [units]);
    const reasonOf = (name: string) => {
      const comparison = groups.find(({ group }) => group === name)?.comparison;
      return comparison?.shown === false ? comparison.reason : 'shown';
    };
    expect(reasonOf('shop-b')).toBe('below-threshold');
    expect(reasonOf('shop-a')).toBe('complementary');
    expect(reasonOf('sales')).toBe('shown');
  });

  it('are all shown to whom each single review is', () => {
    const all = [...times(2, pair(3, 4, 'shop-a')), pair(3, 3, 'shop-b')];
    const groups = shownOf(all, [units], null);
    expect(groups.map(({ comparison }) => (comparison.shown ? comparison.n : 0))).toEqual([
      ...[3, 2, 3, 3, 1],
    ]);
  });

  it('of the same reviews are the same ones, whatever is compared', () => {
    const all = [...times(6, pair(3, 4, 'shop-a')), ...times(4, pair(3, 3, 'shop-b'))];
    const other = all.map((one) => ({ ...one, after: rating(1) }));
    expect(namesOf(shownOf(other, [units]))).toEqual(namesOf(shownOf(all, [units])));
  });

  it('say nothing of a group that is asked for with a threshold that nobody may ask for', () =>
    expect(comparedGroups([], scale, [units], 2)).toMatchObject({
      code: 'threshold/out-of-range',
    }));

  it('of several dimensions together give no few people away', () => {
    const anyPair = fc
      .tuple(fc.constantFrom('shop-a', 'shop-b', 'desk'), fc.constantFrom('mia', 'cy'))
      .map((groups) => pair(3, 4, ...groups));
    let shown = 0;
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 3, maxLength: 24 }), (pairs) => {
        const groups = shownOf(pairs, [units, managers], 3);
        const atoms = [...new Set(pairs.map((one) => JSON.stringify(one.groups)))];
        const weights = atoms.map((atom) => {
          return pairs.filter((one) => JSON.stringify(one.groups) === atom).length;
        });
        const rows = groups
          .filter(({ comparison }) => comparison.shown)
          .map((group) => atoms.map((atom) => (isWithin(atom, group) ? 1 : 0)));
        shown += rows.length;
        expect(isGivenAway({ weights, rows }, 3)).toBe(false);
      }),
      { numRuns: 100 },
    );
    expect(shown).toBeGreaterThan(100);
  });

  const isWithin = (atom: string, { dimension, group }: ComparedGroup): boolean => {
    const [unit = '', manager = ''] = JSON.parse(atom) as string[];
    if (dimension === null) return true;
    if (dimension === 'manager') return manager === group;
    for (let at: string | null = unit; at !== null; at = units.parents.get(at) ?? null) {
      if (at === group) return true;
    }
    return false;
  };
});
