import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@plumbline/kernel';
import fc from 'fast-check';
import { guardedImpact, type GroupOutcome, type GuardedImpact } from './impact.ts';

const outcomes = (group: string, selected: number, total: number): GroupOutcome[] =>
  Array.from({ length: total }, (_, at) => ({ group, isSelected: at < selected }));

function impactOf(all: readonly GroupOutcome[], threshold?: number): GuardedImpact {
  const impact = guardedImpact(all, threshold);
  if (isRejection(impact)) throw new Error(impact.code);
  return impact;
}

describe('the impact of ratings on groups', () => {
  it('is each rate over the best one, with Fisher’s test and n', () => {
    const { reference, groups } = impactOf([...outcomes('x', 3, 8), ...outcomes('y', 6, 8)]);
    expect(reference).toBe('y');
    const [x, y] = groups.map(({ impact }) => (impact.shown ? impact.value : undefined));
    expect(x?.rate).toMatchObject({ value: 3 / 8, n: 8 });
    expect(x?.impactRatio).toMatchObject({ value: 0.5, n: 16 });
    expect(x?.isAdverse).toBe(true);
    // Of C(16, 9) = 11,440 tables, 2 · (8 + 224 + 1,568) are no likelier than this one.
    expect(x?.p).toBeCloseTo(3_600 / 11_440, 9);
    expect(y?.impactRatio).toMatchObject({ value: 1, n: 8, low: null, high: null });
  });

  it('is told of no group of few, and no such group is what others are held beside', () => {
    const few = outcomes('few', 4, 4);
    const { reference, groups } = impactOf([
      ...[...few, ...outcomes('x', 10, 20), ...outcomes('y', 4, 20), ...outcomes('z', 3, 9)],
    ]);
    expect(reference).toBe('x');
    expect(groups.map(({ group, impact }) => [group, impact.shown])).toEqual([
      ['few', false],
      ['x', true],
      ['y', true],
      ['z', false],
    ]);
    expect(JSON.stringify(groups)).not.toContain('"total":4');
  });

  it('shows the same groups whatever their ratings are', () => {
    const size = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 5 }), fc.nat(), (sizes, seed) => {
        const drawn = (share: number) =>
          sizes.flatMap((n, at) => outcomes(`g${at}`, (share * (at + 1)) % (n + 1), n));
        const shown = (all: readonly GroupOutcome[]) =>
          impactOf(all).groups.map(({ group, impact }) => [group, impact.shown]);
        expect(shown(drawn(seed))).toEqual(shown(drawn(0)));
        for (const { group, impact } of impactOf(drawn(seed)).groups) {
          const n = sizes[Number(group.slice(1))] ?? 0;
          if (impact.shown) expect(n).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  it('is of nobody nothing', () => {
    expect(guardedImpact([])).toEqual({ reference: null, groups: [] });
  });
});
