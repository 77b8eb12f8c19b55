import fc from 'fast-check';
import { figure } from '@plumbline/statistics';
import type {
  AlignmentEdge,
  AlignmentInput,
  AlignmentParent,
  MapGoal,
  MapStrategy,
} from './alignment-map.graph.ts';

/**
 * The example of the maps: the strategy of a company of 2026 with two themes, a goal of the sales
 * unit under the first, and goals of people below it.
 */
export const on = '2026-06-01';

export const strategy: MapStrategy = {
  strategyId: 'strategy',
  from: '2026-01-01',
  until: '2027-01-01',
  retiredOn: null,
  themes: [
    { id: 'growth', perspective: 'financial', weight: 3 },
    { id: 'service', perspective: 'customer', weight: 1 },
  ],
};
export const growth: AlignmentParent = { strategy: 'strategy', theme: 'growth' };
export const service: AlignmentParent = { strategy: 'strategy', theme: 'service' };

/** An active goal of weight 1 of which nothing is known yet. */
export function goal(goalId: string, over: Partial<MapGoal> = {}): MapGoal {
  return {
    goalId,
    owner: 'person:ada',
    stage: 'active',
    weight: 1,
    progress: figure('objective-progress@1', null, 0),
    line: null,
    ...over,
  };
}

export const at = (value: number) => ({ progress: figure('objective-progress@1', value, 1) });

/** Measured from a start to a target, as in euros of revenue. */
export function line(start: number, target: number, current: number | null, unit = 'EUR') {
  const share = current === null ? null : (current - start) / (target - start);
  const value = share === null ? null : Math.min(Math.max(share, 0), 1);
  const progress = figure('objective-progress@1', value, Number(value !== null));
  return { progress, line: { start, target, current, unit } };
}

/** The child contributes with a share to a goal, or to a theme. */
export function contributes(
  child: string,
  parent: string | AlignmentParent,
  share = 1,
  over: Partial<AlignmentEdge> = {},
): AlignmentEdge {
  const above = typeof parent === 'string' ? { goal: parent } : parent;
  return {
    alignmentId: `${child}-${Object.values(above).join('-')}`,
    child,
    parent: above,
    mode: 'contributes',
    share,
    from: '2026-02-01',
    until: null,
    ...over,
  };
}

export function supports(child: string, parent: string | AlignmentParent): AlignmentEdge {
  return { ...contributes(child, parent), mode: 'supports', share: null };
}

export function input(
  goals: readonly MapGoal[],
  edges: readonly AlignmentEdge[],
  over: Partial<AlignmentInput> = {},
): AlignmentInput {
  return { on, goals, edges, strategies: [strategy], ...over };
}

const days = ['2026-01-15', '2026-05-01', '2026-06-01', '2026-06-02'];
const anyGoal = fc.record({
  stage: fc.constantFrom<MapGoal['stage']>('draft', 'active', 'active', 'closed', 'withdrawn'),
  owner: fc.constantFrom('person:ada', 'person:bo', 'unit:sales', 'unit:desk'),
  weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
  measured: fc.oneof(
    fc.constant({}),
    fc.double({ min: 0, max: 1, noNaN: true }).map(at),
    fc
      .record({ current: fc.integer({ min: -5, max: 120 }), unit: fc.constantFrom('EUR', 'h') })
      .map(({ current, unit }) => line(0, 100, current, unit)),
  ),
});
const anyEdge = fc.record({
  child: fc.nat(),
  parent: fc.nat(),
  mode: fc.constantFrom<AlignmentEdge['mode']>('contributes', 'contributes', 'supports'),
  share: fc.constantFrom(0.25, 0.5, 1),
  from: fc.constantFrom(...days),
  until: fc.constantFrom(null, null, ...days),
});

/** Maps of up to 20 goals; edges lead to a goal of a lower number or a theme, never in a cycle. */
export const anyInput: fc.Arbitrary<AlignmentInput> = fc
  .record({
    goals: fc.array(anyGoal, { minLength: 1, maxLength: 20 }),
    edges: fc.array(anyEdge, { maxLength: 40 }),
    retiredOn: fc.constantFrom(null, null, '2026-05-01', '2026-07-01'),
  })
  .map(({ goals, edges, retiredOn }) => {
    const id = (number: number) => `goal-${String(number).padStart(2, '0')}`;
    const drawn = edges.map(({ child, parent, mode, share, from, until }, index) => {
      const number = child % goals.length;
      const above = parent % (number + 2);
      const to = above < number ? { goal: id(above) } : above === number ? growth : service;
      const over = { alignmentId: `edge-${index}`, mode, from, until };
      return contributes(id(number), to, share, {
        ...over,
        share: mode === 'contributes' ? share : null,
      });
    });
    const known = goals.map(({ measured, ...one }, index) => {
      return goal(id(index), { ...one, ...measured });
    });
    return input(known, drawn, { strategies: [{ ...strategy, retiredOn }] });
  });
