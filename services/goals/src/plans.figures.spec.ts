import { describe, expect, it } from '@jest/globals';
import { listedMax, mapBody } from './http/figures.present.ts';
import { map, mapNodesMax } from './plans.figures.ts';
import type { Plans } from './plans.reader.ts';
import type { GoalSheet } from './views/goal-sheet.ts';

const sheetOf = (_: unknown, index: number): GoalSheet => ({
  ...{ goalId: `goal-${String(index).padStart(6, '0')}`, reference: null, owner: 'person:ada' },
  ...{ title: null, description: null, stage: 'active', kind: 'committed', visibility: 'public' },
  ...{ weight: 1, cadenceDays: 30, draftedAt: '2026-04-01T00:00:00.000Z', activatedAt: null },
  period: { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' },
  ...{ measuredBy: 'key-results', keyResults: [], indicators: {}, amendments: [] },
  ...{ closed: null, overAt: null, revision: 1, texts: {} },
});

/** A point at which there are so many goals, and nothing else. */
function plansWith(many: number): Plans {
  const sheets = Array.from({ length: many }, sheetOf);
  const empty = { position: null, get: async () => undefined, find: async () => ({ docs: [] }) };
  return {
    ...{ position: null, until: Date.parse('2026-05-01'), on: '2026-05-01', goals: empty },
    sheets: async () => sheets,
    edges: async () => empty,
    strategies: async () => [],
    view: async () => empty,
    standing: async () => undefined,
    units: { all: () => new Map(), of: () => null, isWithin: () => false },
    seer: async () => () => true,
  };
}

describe('a map', () => {
  it('shows so many goals', async () => {
    const { map: drawn, refused } = await map(plansWith(mapNodesMax), {});
    expect(refused).toBeUndefined();
    expect(drawn?.shown).toHaveLength(mapNodesMax);
  });

  it('of more is refused, until it is narrowed', async () => {
    const plans = plansWith(mapNodesMax + 1);
    expect(await map(plans, {})).toMatchObject({
      refused: { code: 'alignment-map/too-many-goals', field: '?strategy' },
    });
    expect(await map(plans, { period: 'another' })).toMatchObject({ map: { shown: [] } });
  });

  it.each([listedMax, listedMax + 1])(
    'counts %d that are not aligned, and lists 1,000',
    async (n) => {
      const { map: drawn } = await map(plansWith(n), {});
      if (drawn === undefined) throw new Error('It was refused.');
      const { unaligned } = mapBody(drawn).totals;
      expect([unaligned.n, unaligned.items.length]).toEqual([n, 1_000]);
    },
  );
});
