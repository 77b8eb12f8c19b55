import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { micro, refusePack, scoreOf, type Leaf } from './index.ts';
import { given, packs, ratingsFor, yearly } from './packs.testing.ts';

const pointsOf = (leaves: readonly Leaf[]) => leaves.reduce((sum, { points }) => sum + points, 0);
const full = { goals: [0.8], manager: [4], peers: [3, 4, 5], safety: [5] };

describe('a score', () => {
  it('is the weighed mean of its parts, each as a share of its scale', () => {
    // 0.5 · 0.8 + 0.3 · 3/4 + 0.2 · 3/4 of the way from 1 to 5.
    const { total, parts } = scoreOf(yearly, given(full));
    expect(total).toBe(4_100_000);
    expect(parts).toEqual([
      { part: 'all', share: 775_000, weight: null },
      { part: 'goals', share: 800_000, weight: 500_000 },
      { part: 'manager', share: 750_000, weight: 300_000 },
      { part: 'peers', share: 750_000, weight: 200_000 },
      { part: 'safety', share: micro, weight: null },
    ]);
  });

  it('never takes a part that is missing for 0: its weight goes to the others', () => {
    const { total, parts } = scoreOf(yearly, given({ ...full, peers: [] }));
    // (0.5 · 0.8 + 0.3 · 0.75) / 0.8 of the way from 1 to 5.
    expect(total).toBe(4_130_000);
    expect(parts.find(({ part }) => part === 'peers')).toEqual({
      ...{ part: 'peers', share: null, weight: null },
    });
    const two = scoreOf(yearly, given({ ...full, peers: [1, 1] }));
    expect(two).toEqual(scoreOf(yearly, given({ ...full, peers: [] })));
    expect(scoreOf(yearly, given({ goals: [0.5] })).total).toBe(3 * micro);
  });

  it('is none where nothing was rated', () => {
    expect(scoreOf(yearly, {})).toMatchObject({ total: null, leaves: [] });
    expect(scoreOf(yearly, given({ safety: [1], peers: [1, 1] })).total).toBeNull();
  });

  it('is at most what a rule says, where what the rule asks for is there', () => {
    const unsafe = scoreOf(yearly, given({ ...full, safety: [1] }));
    expect(unsafe.total).toBe(3 * micro);
    expect(unsafe.leaves).toContainEqual({ kind: 'rule', rule: 'unsafe', points: -1_100_000 });
    // Exactly at the limit it does not hold, and of nothing nothing follows.
    expect(scoreOf(yearly, given({ ...full, safety: [2] })).total).toBe(4_100_000);
    expect(scoreOf(yearly, given({ ...full, safety: [] })).total).toBe(4_100_000);
    const low = scoreOf(yearly, given({ goals: [0.1], safety: [1] }));
    expect(low.leaves.map(({ kind }) => kind)).not.toContain('rule');
  });

  it('answers why it is that number, down to the facts, and adds up', () => {
    const { total, leaves } = scoreOf(yearly, given({ ...full, peers: [3, 4, 4] }));
    // 2/3 of the peers' scale: 4.0333… rounded once.
    expect(total).toBe(4_030_000);
    expect(leaves).toEqual([
      { kind: 'scale-begins', points: micro },
      { kind: 'rating', part: 'goals', fact: 'goals-0', rating: 800_000, points: 1_600_000 },
      { kind: 'rating', part: 'manager', fact: 'manager-0', rating: 4 * micro, points: 900_000 },
      { kind: 'rating', part: 'peers', fact: 'peers-0', rating: 3 * micro, points: 133_333 },
      { kind: 'rating', part: 'peers', fact: 'peers-1', rating: 4 * micro, points: 200_000 },
      { kind: 'rating', part: 'peers', fact: 'peers-2', rating: 4 * micro, points: 200_000 },
      { kind: 'rounding', points: -3_333 },
    ]);
    expect(pointsOf(leaves)).toBe(total);
  });

  it('is the least or the most of some, and tells of that one', () => {
    const least = {
      ...{ ...yearly, rules: [], total: 'worst' },
      parts: {
        worst: { kind: 'least' as const, of: ['goals', 'manager'] },
        goals: yearly.parts['goals'] ?? never(),
        manager: yearly.parts['manager'] ?? never(),
      },
    };
    const picked = scoreOf(least, given({ goals: [0.9], manager: [2] }));
    expect(picked.total).toBe(2 * micro);
    expect(picked.leaves.map((leaf) => ('part' in leaf ? leaf.part : leaf.kind))).toEqual([
      ...['scale-begins', 'manager'],
    ]);
    const most = {
      ...least,
      parts: { ...least.parts, worst: { ...least.parts.worst, kind: 'most' as const } },
    };
    expect(scoreOf(most, given({ goals: [0.9], manager: [2] })).total).toBe(4_600_000);
  });

  it('is not of ratings that are on no scale', () => {
    for (const manager of [0.999999, 5.000001, NaN]) {
      expect(() => scoreOf(yearly, given({ manager: [manager] }))).toThrow(RangeError);
    }
    const half = { manager: [{ rating: micro + 0.5, fact: 'f' }] };
    expect(() => scoreOf(yearly, half)).toThrow(RangeError);
  });
});

describe('whatever the pack and the ratings, a score', () => {
  const drawn = packs.chain((pack) => fc.tuple(fc.constant(pack), ratingsFor(pack)));

  it('is on the scale of its result, and its leaves add up to it exactly', () => {
    fc.assert(
      fc.property(drawn, ([pack, ratings]) => {
        expect(refusePack(pack)).toBeUndefined();
        const { total, leaves } = scoreOf(pack, ratings);
        if (total === null) {
          expect(leaves).toEqual([]);
          return;
        }
        expect(pointsOf(leaves)).toBe(total);
        const { min, max } = pack.result.scale;
        expect(total >= min && total <= max).toBe(true);
        expect(total % (micro / 10 ** pack.result.decimals) === 0).toBe(true);
        for (const leaf of leaves) {
          if (leaf.kind === 'rating') expect(leaf.points).toBeGreaterThanOrEqual(0);
          if (leaf.kind === 'rule') expect(leaf.points).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('is the same again, and no lower when a rating is higher', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), ([pack, ratings], pick) => {
        const score = scoreOf(pack, ratings);
        expect(scoreOf(structuredClone(pack), structuredClone(ratings))).toEqual(score);
        const all = Object.entries(ratings).flatMap(([part, of]) =>
          of.map((_, at) => [part, at] as const),
        );
        const [part, at] = all[pick % Math.max(1, all.length)] ?? [];
        const raised = part === undefined ? undefined : pack.parts[part];
        if (part === undefined || raised?.kind !== 'rated') return;
        const best = (ratings[part] ?? []).map((one, index) =>
          index === at ? { ...one, rating: raised.scale.max } : one,
        );
        const { total } = scoreOf(pack, { ...ratings, [part]: best });
        if (score.total !== null) expect(total).toBeGreaterThanOrEqual(score.total);
      }),
    );
  });
});

function never(): never {
  throw new Error('The pack has such a part.');
}
