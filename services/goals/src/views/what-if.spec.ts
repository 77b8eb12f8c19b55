import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isInForce, type AlignmentInput, type AlignmentParent } from './alignment-map.graph.ts';
import {
  anyInput,
  at,
  contributes,
  goal,
  growth,
  input,
  service,
} from './alignment-map.histories.ts';
import { alignmentMap } from './alignment-map.ts';
import { whatIf } from './what-if.ts';
import { withMoves, type Reparenting } from './what-if.moves.ts';

/** Ada's goal is under the team's, which is under a theme; Bo's and Cy's are under nothing. */
const drawn = input(
  [goal('team'), goal('ada', at(0.5)), goal('bo', at(1)), goal('cy')],
  [contributes('team', growth), contributes('ada', 'team')],
);
const to = (child: string, parent: string, share = 1): Reparenting => {
  return { child, to: { goal: parent }, share };
};

describe('what if', () => {
  it('a goal had one more parent: its coverage, depth and what is rolled up', () => {
    const { before, after, difference, refused } = whatIf(drawn, [to('bo', 'team')]);
    expect(refused).toEqual([]);
    expect([before.coverage.value, after.coverage.value]).toEqual([0.5, 0.75]);
    expect(difference).toMatchObject({
      coverage: 0.25,
      statuses: [{ goalId: 'bo', before: 'unaligned', after: 'aligned' }],
      depths: [{ goalId: 'bo', before: null, after: 2 }],
      rolledUp: [{ goalId: 'team', before: { value: 0.5, n: 1 }, after: { value: 0.75, n: 2 } }],
      themes: [{ theme: 'growth', before: { value: 0.5 }, after: { value: 0.75 } }],
      themesRolledUp: [{ theme: 'growth', before: { value: 0.5 }, after: { value: 0.75 } }],
    });
  });

  it('a goal moved to another parent, with its mode and share unless they are said', () => {
    const move: Reparenting = { child: 'ada', from: { goal: 'team' }, to: service };
    const { difference, after } = whatIf(drawn, [move]);
    expect(difference.depths).toEqual([{ goalId: 'ada', before: 2, after: 1 }]);
    expect(difference.coverage).toBe(0);
    expect(after.unaligned).toEqual(['bo', 'cy']);
    const { edges } = withMoves(drawn, [move]);
    expect(edges).toContainEqual({
      ...contributes('ada', service),
      ...{ alignmentId: 'what-if-0', from: drawn.on },
    });
  });

  it('an alignment was less: the goal is an orphan, and those below are not connected', () => {
    const { difference } = whatIf(drawn, [{ child: 'team', from: growth, to: null }]);
    expect(difference).toMatchObject({
      coverage: -0.5,
      statuses: [
        { goalId: 'ada', after: 'unconnected' },
        { goalId: 'team', after: 'orphan' },
      ],
    });
  });

  it('moves were made one after the other', () => {
    const { refused, after } = whatIf(drawn, [to('cy', 'bo'), to('bo', 'team')]);
    expect(refused).toEqual([]);
    expect(after.depths).toEqual([
      { depth: 1, goals: 1 },
      { depth: 2, goals: 2 },
      { depth: 3, goals: 1 },
    ]);
  });

  it('does not change what it was given', () => {
    const copy = structuredClone(drawn);
    whatIf(drawn, [to('bo', 'team'), { child: 'ada', from: { goal: 'team' }, to: null }]);
    expect(drawn).toEqual(copy);
  });
});

describe('a move is refused by name', () => {
  const closed = goal('closed', { stage: 'closed' });
  const all = { ...drawn, goals: [...drawn.goals, closed] };
  const supporting: Reparenting = { child: 'bo', to: { goal: 'team' }, mode: 'supports' };
  it.each<[string, Reparenting, string]>([
    ['alignment/cycle', to('team', 'ada'), '/to/goal'],
    ['alignment/to-itself', to('ada', 'ada'), '/to/goal'],
    ['alignment/already-aligned', to('ada', 'team'), '/to'],
    ['alignment/shares-exceed-one', { child: 'ada', to: growth, share: 0.1 }, '/share'],
    ['alignment/share-missing', { child: 'bo', to: growth }, '/share'],
    ['alignment/share-not-positive', to('bo', 'ada', 0), '/share'],
    ['alignment/unknown-goal', to('nobody', 'team'), '/child'],
    ['alignment/unknown-goal', to('ada', 'nothing'), '/to/goal'],
    [
      'alignment/unknown-theme',
      { child: 'bo', to: { strategy: 'strategy', theme: 'x' } },
      '/to/theme',
    ],
    ['alignment/goal-over', to('ada', 'closed'), '/to/goal'],
    ['alignment/goal-over', to('closed', 'team'), '/child'],
    ['alignment/not-aligned', { child: 'bo', from: growth, to: null }, '/from'],
    ['alignment/not-aligned', { child: 'bo', to: null }, '/from'],
  ])('%s', (code, move, field) => {
    const { refused, difference } = whatIf(all, [supporting, move]);
    expect(refused).toEqual([{ code, field, detail: expect.any(String), move: 1 }]);
    // The other is made all the same.
    expect(difference.statuses).toMatchObject([{ goalId: 'bo', after: 'aligned' }]);
  });

  it('with the goals that would form the cycle', () => {
    const moves = [to('bo', 'ada'), to('team', 'bo')];
    const [cycle] = whatIf(drawn, moves).refused;
    expect(cycle?.detail).toContain('team, bo, ada, team');
  });

  it('only where shares pass 1: three that are 1 together do not, whatever floats say', () => {
    const moves = [to('bo', 'team', 0.1), to('bo', 'ada', 0.2), to('bo', 'cy', 0.7)];
    expect(whatIf(drawn, moves).refused).toEqual([]);
    const more: Reparenting = { child: 'bo', to: growth, share: 0.000_001 };
    expect(whatIf(drawn, [...moves, more]).refused).toMatchObject([{ move: 3 }]);
  });

  it('not for the share that it takes along', () => {
    const move: Reparenting = { child: 'ada', from: { goal: 'team' }, to: growth, share: 1 };
    expect(whatIf(drawn, [move]).refused).toEqual([]);
  });
});

describe('what if, over any map', () => {
  const anyMoves = (goals: number) => {
    const id = fc.nat({ max: goals - 1 }).map((one) => `goal-${String(one).padStart(2, '0')}`);
    const parent = fc.oneof(
      id.map((goal): AlignmentParent => ({ goal })),
      fc.constantFrom(growth, service),
    );
    return fc.array(
      fc.record(
        { child: id, from: parent, to: fc.option(parent), share: fc.constantFrom(0.25, 1) },
        { requiredKeys: ['child', 'to'] },
      ),
      { maxLength: 12 },
    );
  };
  const anyCase = anyInput.chain((one) => fc.tuple(fc.constant(one), anyMoves(one.goals.length)));

  it('never makes a cycle', () => {
    fc.assert(
      fc.property(anyCase, ([one, moves]) => {
        const { edges } = withMoves(one, moves);
        // The map names cycles of contributions among goals that count.
        const all = edges.map((edge) => ({ ...edge, mode: 'contributes' as const, share: 1 }));
        const goals = one.goals.map((other) => ({ ...other, stage: 'active' as const }));
        expect(alignmentMap({ ...one, goals, edges: all }).cyclic).toEqual([]);
      }),
    );
  });

  it('never brings the shares of a goal above 1', () => {
    const sumsOf = (one: AlignmentInput) => {
      const present = one.edges.filter((edge) => isInForce(edge, one.on));
      return one.goals.map(({ goalId }) => {
        const own = present.filter((edge) => edge.child === goalId);
        return own.reduce((sum, { share }) => sum + (share ?? 0), 0);
      });
    };
    fc.assert(
      fc.property(anyCase, ([one, moves]) => {
        const { edges } = withMoves(one, moves);
        const before = sumsOf(one);
        for (const [index, after] of sumsOf({ ...one, edges }).entries()) {
          expect(after).toBeLessThanOrEqual(Math.max(before[index] ?? 0, 1) + 1e-9);
        }
      }),
    );
  });

  it('differs in nothing without moves, or when every move is refused', () => {
    fc.assert(
      fc.property(anyInput, (one) => {
        const refused = [to('nobody', 'nothing'), { child: 'goal-00', to: null }];
        for (const moves of [[], refused]) {
          const { before, after, difference } = whatIf(one, moves);
          expect(after).toEqual(before);
          const { coverage, ...lists } = difference;
          expect(coverage === 0 || coverage === null).toBe(true);
          expect(Object.values(lists).flat()).toEqual([]);
        }
      }),
    );
  });

  it('comes back to the same coverage when a move is taken back', () => {
    fc.assert(
      fc.property(anyCase, ([one, moves]) => {
        const made = moves.find((move) => withMoves(one, [move]).refused.length === 0);
        fc.pre(made?.from !== undefined && made.to !== null);
        const { child, from, to: there } = made ?? { child: '', to: null };
        const edge = one.edges.find((other) => {
          return other.child === child && JSON.stringify(other.parent) === JSON.stringify(from);
        });
        const back = { child, from: there ?? growth, to: from ?? null, share: edge?.share ?? 1 };
        const { refused, difference, before, after } = whatIf(one, [made ?? back, back]);
        fc.pre(refused.length === 0);
        expect(after.coverage).toEqual(before.coverage);
        expect(difference.depths).toEqual([]);
      }),
    );
  });
});
