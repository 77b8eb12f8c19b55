import { describe, expect, it } from '@jest/globals';
import { manifestOf } from './evidence.manifest.ts';
import { after, copyOf, documentsOf, goal, response, scope, said } from './evidence.testing.ts';
import { evidenceGoals } from './views/evidence-goals.ts';
import { evidenceResponses } from './views/evidence-responses.ts';

const day = (at: number) => `2026-${String(1 + (at % 12)).padStart(2, '0')}-05`;

describe('an agent of whom 5,000 customers a year tell', () => {
  const year = Array.from({ length: 5_000 }, (_, at) => response.attributed(`r${at}`, day(at), 9));

  it('has small documents, one a response, and a manifest of a line a month', () => {
    const documents = documentsOf(evidenceResponses, year);
    expect(documents.size).toBe(5_000);
    const bytes = [...documents.values()].map((one) => JSON.stringify(one).length);
    expect(Math.max(...bytes)).toBeLessThan(1_200);
    const { entries } = manifestOf(copyOf(year), scope, after(year));
    expect(entries).toHaveLength(12);
    expect(entries.reduce((sum, { revision }) => sum + revision + 1, 0)).toBe(5_000);
    expect(JSON.stringify(entries).length).toBeLessThan(4_000);
  });
});

describe('a goal that is checked in on for years', () => {
  const at = '2026-05-01T08:00:00.000Z';
  const checkIns = (count: number) => [
    goal.activated('g1'),
    ...Array.from({ length: count }, (_, no) => goal.checkedIn('g1', 'kr1', no, at, `c${no}`)),
  ];
  it('is a small document a fact, which nothing later writes again, in their order', () => {
    const before = [...documentsOf(evidenceGoals, checkIns(100))];
    const after = [...documentsOf(evidenceGoals, checkIns(101))];
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.map(([key]) => key).toSorted()).toEqual(after.map(([key]) => key));
    expect(JSON.stringify(after.at(-1)).length).toBeLessThan(600);
  });

  it('is pinned whole, with the facts in which nobody is named', () => {
    const all = checkIns(250);
    const { entries } = manifestOf(copyOf(all), scope, after(all));
    expect(entries).toMatchObject([{ source: 'goals', stream: 'goals.goal-acme.g1' }]);
    expect(entries[0]?.revision).toBe(250);
  });

  it('keeps no fact that is none of its evidence', () => {
    const kpi = said('goals.kpi-acme.k1', at, {
      type: 'goals.KpiDefined.v1',
      data: { kpiId: 'k1', version: 1, goalId: 'g1', measure: { kind: 'undefined' } },
    });
    expect(documentsOf(evidenceGoals, [kpi]).size).toBe(0);
  });
});
