import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { labelOf, type Segments } from './answer.ts';
import { rollUp } from './roll-up.ts';
import { placesOf, type Segment } from './survey.ts';

interface Carrier {
  readonly id: number;
  readonly segments: Segments;
}

const carriers = (...groups: readonly (readonly [count: number, segments: Segments])[]) =>
  groups
    .flatMap(([count, segments]) => Array.from({ length: count }, () => segments))
    .map((segments, id): Carrier => ({ id, segments }));

const flat = (...ids: readonly string[]): Segment[] => ids.map((id) => ({ id, values: [] }));
/** Teams in two divisions of one company, and a team that stands alone. */
const units: Segment = {
  id: 'unit',
  values: ['desk', 'lab', 'shop', 'store', 'alone'],
  above: ['sales', 'science', 'all'],
  parents: [5, 6, 5, 5, -1, 7, 7, -1],
};

/** How many there are of each group, by its attributes. */
const sizes = (groups: readonly (readonly Carrier[])[]) =>
  Object.fromEntries(
    groups.map((one) => [Object.values(one[0]?.segments ?? {}).join(), one.length]),
  );

describe('rolling up', () => {
  it('leaves groups that are large enough', () => {
    const all = carriers([5, { unit: 'desk' }], [6, { unit: 'lab' }]);
    expect(sizes(rollUp(all, flat('unit'), 5))).toEqual({ desk: 5, lab: 6 });
  });

  it('makes all others of those that are not', () => {
    const all = carriers([5, { unit: 'desk' }], [3, { unit: 'lab' }], [2, { unit: 'shop' }]);
    expect(sizes(rollUp(all, flat('unit'), 5))).toEqual({ desk: 5, '': 5 });
  });

  it('takes the smallest group with it where they are too few: one alone would be known', () => {
    const all = carriers([7, { unit: 'desk' }], [6, { unit: 'lab' }], [1, { unit: 'shop' }]);
    expect(sizes(rollUp(all, flat('unit'), 5))).toEqual({ desk: 7, '': 7 });
  });

  it('drops the last attribute first', () => {
    const all = carriers(
      [5, { unit: 'desk', tenure: 'new' }],
      [3, { unit: 'lab', tenure: 'new' }],
      [4, { unit: 'lab', tenure: 'old' }],
      [6, { unit: 'shop', tenure: 'new' }],
      [5, { unit: 'shop', tenure: 'old' }],
      [1, { unit: 'shop', tenure: 'older' }],
    );
    const rolled = sizes(rollUp(all, flat('unit', 'tenure'), 5));
    expect(rolled).toEqual({ 'desk,new': 5, lab: 7, 'shop,new': 6, shop: 6 });
  });

  it('counts who are too few by what their unit lies in, and no others with them', () => {
    const all = carriers([9, { unit: 'desk' }], [2, { unit: 'shop' }], [4, { unit: 'store' }]);
    expect(sizes(rollUp(all, [units], 5))).toEqual({ desk: 9, sales: 6 });
    // One alone would be known: the smallest team of the same division is counted with it.
    const one = carriers([9, { unit: 'desk' }], [7, { unit: 'shop' }], [1, { unit: 'store' }]);
    const other = carriers([5, { unit: 'lab' }]);
    expect(sizes(rollUp([...one, ...other], [units], 5))).toEqual({ desk: 9, sales: 8, lab: 5 });
  });

  it('goes up as far as it must, and counts who are there themselves with them', () => {
    const few = carriers([2, { unit: 'desk' }], [3, { unit: 'lab' }], [6, { unit: 'alone' }]);
    expect(sizes(rollUp(few, [units], 5))).toEqual({ all: 5, alone: 6 });
    const heads = carriers([5, { unit: 'sales' }], [6, { unit: 'desk' }], [2, { unit: 'shop' }]);
    expect(sizes(rollUp(heads, [units], 5))).toEqual({ sales: 7, desk: 6 });
    const lone = carriers([2, { unit: 'desk' }], [6, { unit: 'alone' }]);
    expect(sizes(rollUp(lone, [units], 5))).toEqual({ '': 8 });
  });

  it('gives no group of fewer than k in all', () => {
    const all = carriers([4, { unit: 'desk' }]);
    expect(rollUp(all, flat('unit'), 5)).toEqual([]);
    expect(rollUp([], flat('unit'), 5)).toEqual([]);
    expect(sizes(rollUp(carriers([5, { unit: 'desk' }]), [], 5))).toEqual({ '': 5 });
  });

  it('is not misled by names that every object has', () => {
    const all = carriers([5, {}]);
    expect(sizes(rollUp(all, flat('constructor'), 5))).toEqual({ '': 5 });
  });
});

describe('the laws of rolling up', () => {
  const anyCarriers = fc
    .array(
      fc.record({
        unit: fc.constantFrom('a', 'b', 'c', 'd'),
        team: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
        tenure: fc.option(fc.constantFrom('new', 'old'), { nil: undefined }),
      }),
      { maxLength: 60 },
    )
    .map((all) =>
      all.map((one, id): Carrier => {
        const there = Object.entries(one).filter(([, value]) => value !== undefined);
        return { id, segments: Object.fromEntries(there) as Segments };
      }),
    );
  const names = ['unit', 'team', 'tenure'];
  const attributes = flat(...names);
  const anyK = fc.integer({ min: 1, max: 8 });
  const anyOfUnits = fc
    .array(fc.constantFrom('desk', 'lab', 'shop', 'store', 'alone', 'sales', 'all', null), {
      maxLength: 40,
    })
    .map((all) =>
      all.map((unit, id): Carrier => ({ id, segments: unit === null ? {} : { unit } })),
    );
  const parents = new Map(placesOf(units).map(({ value, parent }) => [value, parent]));
  const lineOf = (unit: string | undefined): string[] => {
    const parent = unit === undefined ? null : (parents.get(unit) ?? null);
    return unit === undefined ? [] : [unit, ...lineOf(parent ?? undefined)];
  };

  it('in a tree, too: each in one group of k, of their unit or of one above it', () => {
    fc.assert(
      fc.property(anyOfUnits, anyK, (all, k) => {
        const groups = rollUp(all, [units], k);
        const labels = groups.map(([one]) => one?.segments['unit'] ?? '');
        expect(new Set(labels).size).toBe(labels.length);
        for (const group of groups) expect(group.length).toBeGreaterThanOrEqual(k);
        expect(groups.flat()).toHaveLength(all.length >= k ? all.length : 0);
        for (const { id, segments } of groups.flat()) {
          const { unit } = segments;
          if (unit !== undefined) expect(lineOf(all[id]?.segments['unit'])).toContain(unit);
        }
      }),
    );
  });

  it('each group has k at least, and no two the same attributes', () => {
    fc.assert(
      fc.property(anyCarriers, anyK, (all, k) => {
        const groups = rollUp(all, attributes, k);
        for (const group of groups) {
          expect(group.length).toBeGreaterThanOrEqual(k);
          expect(new Set(group.map(({ segments }) => labelOf(segments))).size).toBe(1);
        }
        const labels = groups.map(([one]) => labelOf(one?.segments ?? {}));
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  it('all are in one group, once, unless they are fewer than k in all', () => {
    fc.assert(
      fc.property(anyCarriers, anyK, (all, k) => {
        const ids = rollUp(all, attributes, k).flatMap((group) => group.map(({ id }) => id));
        const expected = all.length >= k ? all.map(({ id }) => id) : [];
        expect(ids.toSorted((one, other) => one - other)).toEqual(expected);
      }),
    );
  });

  it('nobody carries what they did not carry, or an attribute without those before it', () => {
    fc.assert(
      fc.property(anyCarriers, anyK, (all, k) => {
        for (const { id, segments } of rollUp(all, attributes, k).flat()) {
          expect(all[id]?.segments).toMatchObject(segments);
          const left = Object.keys(segments);
          expect(left).toEqual(names.slice(0, left.length));
        }
      }),
    );
  });

  it('the order in which they come changes no group', () => {
    fc.assert(
      fc.property(anyCarriers, anyK, (all, k) => {
        const members = (groups: readonly (readonly Carrier[])[]) =>
          groups
            .map((group) => [labelOf(group[0]?.segments ?? {}), group.map(({ id }) => id).sort()])
            .sort();
        const turned = rollUp(all.toReversed(), attributes, k);
        expect(members(turned)).toEqual(members(rollUp(all, attributes, k)));
      }),
    );
  });
});
