import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alignmentMap } from './alignment-map.ts';
import type { AlignmentEdge, MapGoal } from './alignment-map.graph.ts';
import { at, contributes, goal, growth, input, line, supports } from './alignment-map.histories.ts';

const rolledUp = (goals: readonly MapGoal[], edges: readonly AlignmentEdge[], goalId = 'top') => {
  const node = alignmentMap(input([goal('top'), ...goals], edges)).nodes.find((one) => {
    return one.goalId === goalId;
  });
  if (node === undefined) throw new Error(`there is no ${goalId}`);
  return node.rolledUp;
};
const under = (...children: readonly string[]) => children.map((one) => contributes(one, 'top'));

describe('progress rolled up', () => {
  it('adds measures of one unit, so that the large one weighs more', () => {
    const goals = [goal('a', line(0, 1_000, 10)), goal('b', line(0, 100, 90))];
    expect(rolledUp(goals, under('a', 'b'))).toEqual({
      ...{ value: 100 / 1_100, raw: 100 / 1_100, n: 2, of: 2 },
      ...{ method: 'additive', definition: 'alignment-rollup@1' },
    });
  });

  it('adds with starts, also downwards, and keeps the raw share', () => {
    const falling = [goal('a', line(50, 10, 40)), goal('b', line(30, 20, 35))];
    expect(rolledUp(falling, under('a', 'b')).raw).toBeCloseTo(5 / 50, 12);
    const past = [goal('a', line(0, 10, 30)), goal('b', line(0, 10, 0))];
    expect(rolledUp(past, under('a', 'b'))).toMatchObject({ raw: 1.5, value: 1 });
    const wrong = [goal('a', line(0, 10, -5))];
    expect(rolledUp(wrong, under('a'))).toMatchObject({ raw: -0.5, value: 0 });
  });

  it.each([
    ['units differ', line(0, 100, 90, 'h')],
    ['directions differ', line(100, 0, 10)],
    ['one is no single measure', at(0.9)],
  ])('is the mean by shares where %s', (_, measured) => {
    const goals = [goal('a', line(0, 1_000, 10)), goal('b', measured)];
    const edges = [contributes('a', 'top', 0.25), contributes('b', 'top', 1)];
    const found = rolledUp(goals, edges);
    expect(found).toMatchObject({ method: 'mean', n: 2, of: 2 });
    expect(found.value).toBeCloseTo((0.25 * 0.01 + 0.9) / 1.25, 12);
  });

  it('is the mean where units are not said, as they may differ', () => {
    const unsaid = {
      ...line(0, 100, 50),
      line: { start: 0, target: 100, current: 50, unit: null },
    };
    expect(rolledUp([goal('a', unsaid)], under('a'))).toMatchObject({ method: 'mean', value: 0.5 });
  });

  it('leaves out what is not known, and never takes it for 0', () => {
    const lines = [goal('a', line(0, 100, 50)), goal('b', line(0, 900, null))];
    expect(rolledUp(lines, under('a', 'b'))).toMatchObject({ value: 0.5, n: 1, of: 2 });
    const shares = [goal('a', at(0.5)), goal('b')];
    expect(rolledUp(shares, under('a', 'b'))).toMatchObject({ value: 0.5, n: 1, of: 2 });
    expect(rolledUp([goal('b')], under('b'))).toMatchObject({ value: null, n: 0, of: 1 });
    expect(rolledUp([], [])).toMatchObject({ value: null, n: 0, of: 0, method: null });
  });

  it('splits what contributes to two goals by its shares', () => {
    const goals = [goal('a', line(0, 100, 100)), goal('b', line(0, 100, 0)), goal('other')];
    const edges = [contributes('a', 'top', 0.25), contributes('a', 'other', 0.75)];
    expect(rolledUp(goals, [...edges, contributes('b', 'top')]).value).toBe(25 / 125);
    expect(rolledUp(goals, [...edges, contributes('b', 'other')], 'other').value).toBe(75 / 175);
  });

  it('does not count what only supports, nor what was withdrawn or is no longer aligned', () => {
    const goals = [goal('a', at(0.5)), goal('b', at(1)), goal('c', at(1))];
    const withdrawn = goal('d', { ...at(1), stage: 'withdrawn' });
    const ended = contributes('c', 'top', 1, { until: '2026-06-01' });
    const edges = [...under('a', 'd'), supports('b', 'top'), ended];
    expect(rolledUp([...goals, withdrawn], edges)).toMatchObject({ value: 0.5, n: 1, of: 1 });
  });

  it('keeps counting a goal that was closed', () => {
    const closed = goal('a', { ...at(0.75), stage: 'closed' });
    expect(rolledUp([closed], under('a'))).toMatchObject({ value: 0.75, n: 1 });
  });

  it('takes a goal without progress of its own for what was rolled up to it', () => {
    const goals = [goal('team'), goal('a', line(0, 1_000, 10)), goal('b', line(0, 100, 90))];
    const edges = [...under('team'), contributes('a', 'team'), contributes('b', 'team')];
    expect(rolledUp(goals, edges)).toMatchObject({ value: 100 / 1_100, method: 'additive' });
    const own = [goal('team', at(0.4)), ...goals.slice(1)];
    expect(rolledUp(own, edges)).toMatchObject({ value: 0.4, method: 'mean' });
  });

  it('reaches themes, and strategies by the weights of themes', () => {
    const goals = [goal('a', at(0.5)), goal('b', at(1))];
    const service = { strategy: 'strategy', theme: 'service' };
    const edges = [contributes('a', growth), contributes('b', service)];
    const map = alignmentMap(input(goals, edges));
    expect(map.themes.map((one) => one.rolledUp.value)).toEqual([0.5, 1]);
    expect(map.strategies).toMatchObject([
      { strategyId: 'strategy', progress: { value: (3 * 0.5 + 1) / 4, n: 2 } },
    ]);
  });
});

describe('progress rolled up, over any measures', () => {
  const measures = fc.array(
    fc.record({
      current: fc.integer({ min: -50, max: 250 }),
      target: fc.integer({ min: 1, max: 200 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const goalsOf = (all: readonly { current: number; target: number }[]) => {
    return all.map(({ current, target }, index) => goal(`g${index}`, line(0, target, current)));
  };

  it('is the same through teams as without them', () => {
    fc.assert(
      fc.property(measures, fc.integer({ min: 1, max: 4 }), (all, teams) => {
        const goals = goalsOf(all);
        const direct = rolledUp(goals, under(...goals.map((one) => one.goalId)));
        const names = [...new Set(goals.map((_, index) => `team-${index % teams}`))];
        const through = rolledUp(
          [...goals, ...names.map((one) => goal(one))],
          [
            ...under(...names),
            ...goals.map((one, index) => contributes(one.goalId, `team-${index % teams}`)),
          ],
        );
        expect(through.method).toBe('additive');
        expect(through.raw).toBeCloseTo(direct.raw ?? NaN, 10);
      }),
    );
  });

  it('lies between the smallest and the largest of its parts', () => {
    fc.assert(
      fc.property(measures, (all) => {
        const goals = goalsOf(all);
        const { raw } = rolledUp(goals, under(...goals.map((one) => one.goalId)));
        const parts = all.map(({ current, target }) => current / target);
        expect(raw).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-9);
        expect(raw).toBeLessThanOrEqual(Math.max(...parts) + 1e-9);
      }),
    );
  });

  it('gives away no more than there is, whatever the shares', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(shares, (parts) => {
        const whole = parts.reduce((sum, one) => sum + one, 0);
        const tops = parts.map((_, index) => goal(`top-${index}`));
        const edges = parts.map((one, index) => contributes('a', `top-${index}`, one / whole));
        const rest = parts.map((_, index) => contributes(`rest-${index}`, `top-${index}`));
        const rests = parts.map((_, index) => goal(`rest-${index}`, line(0, 100, 0)));
        const goals = [goal('a', line(0, 100, 100)), ...tops, ...rests];
        const given = parts.map((_, index) => {
          const { raw } = rolledUp(goals, [...edges, ...rest], `top-${index}`);
          const share = (parts[index] ?? NaN) / whole;
          return (raw ?? NaN) * 100 * (share + 1);
        });
        expect(given.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 8);
      }),
    );
  });
});
