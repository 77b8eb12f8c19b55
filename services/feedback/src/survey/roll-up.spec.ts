import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { labelOf, type Segments } from './answer.ts';
import { rollUp } from './roll-up.ts';

interface Carrier {
  readonly id: number;
  readonly segments: Segments;
}

const carriers = (...groups: readonly (readonly [count: number, segments: Segments])[]) =>
  groups
    .flatMap(([count, segments]) => Array.from({ length: count }, () => segments))
    .map((segments, id): Carrier => ({ id, segments }));

/** How many there are of each group, by its attributes. */
const sizes = (groups: readonly (readonly Carrier[])[]) =>
  Object.fromEntries(
    groups.map((one) => [Object.values(one[0]?.segments ?? {}).join(), one.length]),
  );

describe('rolling up', () => {
  it('leaves groups that are large enough', () => {
    const all = carriers([5, { unit: 'desk' }], [6, { unit: 'lab' }]);
    expect(sizes(rollUp(all, ['unit'], 5))).toEqual({ desk: 5, lab: 6 });
  });

  it('makes all others of those that are not', () => {
    const all = carriers([5, { unit: 'desk' }], [3, { unit: 'lab' }], [2, { unit: 'shop' }]);
    expect(sizes(rollUp(all, ['unit'], 5))).toEqual({ desk: 5, '': 5 });
  });

  it('takes the smallest group with it where they are too few: one alone would be known', () => {
    const all = carriers([7, { unit: 'desk' }], [6, { unit: 'lab' }], [1, { unit: 'shop' }]);
    expect(sizes(rollUp(all, ['unit'], 5))).toEqual({ desk: 7, '': 7 });
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
    const rolled = sizes(rollUp(all, ['unit', 'tenure'], 5));
    expect(rolled).toEqual({ 'desk,new': 5, lab: 7, 'shop,new': 6, shop: 6 });
  });

  it('gives no group of fewer than k in all', () => {
    const all = carriers([4, { unit: 'desk' }]);
    expect(rollUp(all, ['unit'], 5)).toEqual([]);
    expect(rollUp([], ['unit'], 5)).toEqual([]);
    expect(sizes(rollUp(carriers([5, { unit: 'desk' }]), [], 5))).toEqual({ '': 5 });
  });

  it('is not misled by names that every object has', () => {
    const all = carriers([5, {}]);
    expect(sizes(rollUp(all, ['constructor'], 5))).toEqual({ '': 5 });
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
  const attributes = ['unit', 'team', 'tenure'];
  const anyK = fc.integer({ min: 1, max: 8 });

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
          const names = Object.keys(segments);
          expect(names).toEqual(attributes.slice(0, names.length));
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
