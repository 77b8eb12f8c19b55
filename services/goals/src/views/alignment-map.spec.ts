import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alignmentMap, type AlignmentMap } from './alignment-map.ts';
import * as the from './alignment-map.histories.ts';
import {
  anyInput,
  contributes,
  goal,
  growth,
  input,
  service,
  supports,
} from './alignment-map.histories.ts';

const nodeOf = (map: AlignmentMap, goalId: string) => {
  const node = map.nodes.find((one) => one.goalId === goalId);
  if (node === undefined) throw new Error(`there is no ${goalId}`);
  return node;
};
const statusOf = (map: AlignmentMap) => {
  return Object.fromEntries(map.nodes.map((one) => [one.goalId, one.status]));
};

describe('the map of alignment', () => {
  const sales = goal('sales', { owner: 'unit:sales', weight: 3 });
  const line = [sales, goal('ada'), goal('bo', { owner: 'person:bo' })];
  const leading = [contributes('sales', growth), contributes('ada', 'sales')];

  it('leads from a theme to a person, and says how far that is', () => {
    const map = alignmentMap(input(line, leading));
    expect(nodeOf(map, 'ada')).toMatchObject({
      ...{ status: 'aligned', depth: 2, themes: [{ id: 'growth' }] },
      parents: [{ parent: { goal: 'sales' }, mode: 'contributes', share: 1 }],
      lost: [],
    });
    expect(nodeOf(map, 'sales')).toMatchObject({ depth: 1, children: [{ child: 'ada' }] });
    expect(nodeOf(map, 'bo')).toMatchObject({ status: 'unaligned', depth: null, parents: [] });
    expect(map.depths).toEqual([
      { depth: 1, goals: 1 },
      { depth: 2, goals: 1 },
    ]);
  });

  it('covers the weight of active goals with a path, of all active goals', () => {
    const map = alignmentMap(input(line, leading));
    expect(map.coverage).toEqual({ value: 4 / 5, n: 3, definition: 'alignment-coverage@1' });
    expect(map.byOwnerKind).toMatchObject([
      { kind: 'person', coverage: { value: 1 / 2, n: 2 } },
      { kind: 'unit', coverage: { value: 1, n: 1 } },
    ]);
    expect(map.byUnit).toMatchObject([
      { unit: 'sales', coverage: { value: 1, n: 1 } },
      { unit: null, coverage: { value: 1 / 2, n: 2 } },
    ]);
    const unitOf = () => 'desk';
    expect(alignmentMap(input(line, leading, { unitOf })).byUnit).toMatchObject([
      { unit: 'desk', coverage: { value: 4 / 5, n: 3 } },
    ]);
  });

  it('counts what is active, and has no coverage of nothing', () => {
    const draft = goal('draft', { stage: 'draft' });
    const map = alignmentMap(input([...line, draft], [...leading, contributes('draft', growth)]));
    expect(map.coverage).toMatchObject({ value: 4 / 5, n: 3 });
    expect(nodeOf(map, 'draft').status).toBe('aligned');
    expect(alignmentMap(input([draft], [])).coverage).toMatchObject({ value: null, n: 0 });
  });

  it('counts a goal once that reaches a theme by two ways', () => {
    const both = [...leading, contributes('bo', 'ada', 0.5), contributes('bo', 'sales', 0.5)];
    const map = alignmentMap(input(line, [...both, supports('bo', growth)]));
    expect(map.coverage).toMatchObject({ value: 1, n: 3 });
    expect(map.themes.map((one) => one.coverage.value)).toEqual([1, 0]);
    expect(nodeOf(map, 'bo')).toMatchObject({ depth: 1, themes: [{ id: 'growth' }] });
  });

  it('says of each theme and perspective what reaches it, also if nothing does', () => {
    const map = alignmentMap(input(line, [...leading, supports('ada', service)]));
    expect(map.byPerspective).toMatchObject([
      { perspective: 'customer', coverage: { value: 1 / 5, n: 3 } },
      { perspective: 'financial', coverage: { value: 4 / 5, n: 3 } },
    ]);
    const bare = alignmentMap(input(line, []));
    expect(bare.themes.map((one) => one.coverage.value)).toEqual([0, 0]);
  });
});

describe('what loses its way', () => {
  const goals = [goal('top'), goal('ada')];
  const edges = [contributes('top', growth), contributes('ada', 'top')];
  const strategies = (over: object) => ({ strategies: [{ ...the.strategy, ...over }] });

  it('is an orphan from the day on which the strategy is retired', () => {
    const before = alignmentMap(input(goals, edges, strategies({ retiredOn: '2026-06-02' })));
    expect(before.orphans).toEqual([]);
    const after = alignmentMap(input(goals, edges, strategies({ retiredOn: '2026-06-01' })));
    expect(after.orphans).toEqual(['top']);
    expect(after.unconnected).toEqual(['ada']);
    expect(after.coverage).toMatchObject({ value: 0, n: 2 });
    expect(after.themes).toEqual([]);
  });

  it('is an orphan outside of the days of a strategy, and once a revision drops its theme', () => {
    const over = [{ until: '2026-06-01' }, { from: '2026-06-02' }, { themes: [] }];
    for (const one of over) {
      expect(alignmentMap(input(goals, edges, strategies(one))).orphans).toEqual(['top']);
    }
  });

  it.each(['closed', 'withdrawn'] as const)('is an orphan below a goal that is %s', (stage) => {
    const map = alignmentMap(input([goal('top', { stage }), goal('ada')], edges));
    expect(map.orphans).toEqual(['ada']);
    expect(nodeOf(map, 'ada')).toMatchObject({ parents: [], lost: [{ parent: { goal: 'top' } }] });
    expect(nodeOf(map, 'top').status).toBe('aligned');
  });

  it('is an orphan until it is aligned again, and not before it ever was', () => {
    const ended = [
      edges[0] ?? the.supports('', ''),
      contributes('ada', 'top', 1, { until: the.on }),
    ];
    expect(alignmentMap(input(goals, ended)).orphans).toEqual(['ada']);
    const again = [...ended, contributes('ada', growth, 1, { from: the.on })];
    expect(alignmentMap(input(goals, again)).orphans).toEqual([]);
    const later = [contributes('ada', growth, 1, { from: '2026-06-02' })];
    expect(alignmentMap(input(goals, later)).unaligned).toEqual(['ada', 'top']);
    const undone = [contributes('ada', growth, 1, { from: '2026-05-01', until: '2026-05-01' })];
    expect(alignmentMap(input(goals, undone)).unaligned).toEqual(['ada', 'top']);
  });

  it('is told apart: all that was aligned to is over, or leads nowhere', () => {
    const map = alignmentMap(
      input([...goals, goal('loose'), goal('bo')], [...edges, contributes('bo', 'loose')]),
    );
    expect(statusOf(map)).toEqual({
      ...{ ada: 'aligned', bo: 'unconnected', loose: 'unaligned', top: 'aligned' },
    });
  });
});

describe('the map, over any goals and alignments', () => {
  const shuffled = fc.tuple(anyInput, fc.infiniteStream(fc.nat())).map(([one, keys]) => {
    const shuffle = <T>(all: readonly T[]): T[] => {
      const keyed = all.map((value) => ({ value, key: keys.next().value }));
      return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
    };
    const goals = shuffle(one.goals);
    return [one, { ...one, goals, edges: shuffle(one.edges) }] as const;
  });

  it('does not depend on the order of what it is drawn from', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(alignmentMap(other)).toEqual(alignmentMap(one));
      }),
    );
  });

  it('counts nothing twice that it is given twice', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const twice = { goals: [...one.goals, ...one.goals], edges: [...one.edges, ...one.edges] };
        expect(alignmentMap({ ...one, ...twice })).toEqual(alignmentMap(one));
      }),
    );
  });

  it('puts every active goal in one place', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const { nodes, orphans, unconnected, unaligned, depths, coverage } = alignmentMap(one);
        const active = nodes.filter(({ stage }) => stage === 'active');
        const deep = depths.reduce((sum, { goals }) => sum + goals, 0);
        const told = [...orphans, ...unconnected, ...unaligned];
        expect(deep + told.length).toBe(active.length);
        expect(new Set(told).size).toBe(told.length);
        expect(coverage.n).toBe(active.length);
      }),
    );
  });

  it('never gains coverage from a goal that is not aligned, nor loses it by one that is', () => {
    const weight = fc.double({ min: 0.01, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(anyInput, weight, (one, weight) => {
        const before = alignmentMap(one).coverage.value;
        const added = { ...one, goals: [...one.goals, goal('added', { weight })] };
        const without = alignmentMap(added).coverage.value ?? NaN;
        expect(without).toBeLessThanOrEqual(before ?? 0);
        const edges = [...one.edges, contributes('added', growth)];
        const retired = one.strategies[0]?.retiredOn === '2026-05-01';
        const aligned = alignmentMap({ ...added, edges }).coverage.value ?? NaN;
        expect(aligned).toBeGreaterThanOrEqual(retired ? without : (before ?? 0) - 1e-12);
      }),
    );
  });

  it('agrees with a walk upwards from each goal', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const expected = one.goals.map(({ goalId }) => [goalId, walkUp(one, goalId)]);
        const found = alignmentMap(one).nodes.map(({ goalId, depth }) => [goalId, depth]);
        expect(found).toEqual(expected);
      }),
    );
  });

  it('ends where alignments form a cycle, and names it', () => {
    const goals = ['a', 'b', 'c', 'd'].map((id) => goal(id, the.at(0.5)));
    const cycle = [contributes('a', 'b'), contributes('b', 'c'), contributes('c', 'a')];
    const map = alignmentMap(
      input(goals, [...cycle, contributes('c', growth), contributes('d', 'a')]),
    );
    expect(map.cyclic).toEqual(['a', 'b', 'c']);
    expect(map.nodes.map((one) => one.depth)).toEqual([3, 2, 1, 4]);
    expect(nodeOf(map, 'a').rolledUp).toMatchObject({ value: null, of: 0 });
    expect(map.themes[0]?.rolledUp).toMatchObject({ value: 0.5, n: 1 });
  });
});

/** The shortest way to a theme in force, searched without any of the map's means. */
function walkUp(one: Parameters<typeof alignmentMap>[0], goalId: string): number | null {
  const ways = one.edges
    .filter(({ child, from, until }) => {
      return child === goalId && from <= one.on && (until === null || until > one.on);
    })
    .map(({ parent }) => {
      if (!('goal' in parent)) {
        const retiredOn = one.strategies[0]?.retiredOn ?? null;
        return retiredOn !== null && retiredOn <= one.on ? null : 1;
      }
      const above = one.goals.find((other) => other.goalId === parent.goal);
      if (above === undefined || ['closed', 'withdrawn'].includes(above.stage)) return null;
      const way = walkUp(one, parent.goal);
      return way === null ? null : way + 1;
    })
    .filter((way) => way !== null);
  return ways.length === 0 ? null : Math.min(...ways);
}
