import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goalsApp, type Answer, type Caller, type TestGoals } from '../goals.testing.ts';

const period = { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' };
const measure = { kind: 'increase', start: 0, target: 10 } as const;
const keyResults = [{ name: 'Answers', measure }];

let goals: TestGoals;
let ada: Caller;
let bo: Caller;
beforeAll(async () => {
  goals = await goalsApp();
  ada = goals.as('ada');
  bo = goals.as('bo');
});
afterAll(() => goals.close());

const idOf = ({ body }: Answer) => String(body['id']);
const made = async (more: object) => {
  const goal = idOf(await ada.post('/goals', { title: 'Hers', period, keyResults, ...more }));
  await goals.settled();
  return goal;
};
const names = async (caller: Caller, path: string) =>
  ((await caller.get(path)).body['items'] as { id: string }[]).map(({ id }) => id);

describe('a goal that a caller may not see', () => {
  it('is told by no KPI, be it private or a draft', async () => {
    const draft = await made({});
    const active = await made({ visibility: 'private' });
    await ada.post(`/goals/${active}/activate`, { kind: 'committed' });
    for (const goalId of [draft, active]) {
      const kpi = idOf(await ada.post('/kpis', { name: 'Told of it', measure, goalId }));
      await goals.settled();
      expect((await bo.get(`/kpis/${kpi}`)).status).toBe(403);
      expect(await names(bo, `/kpis?goal=${goalId}`)).toEqual([]);
      expect(await names(ada, `/kpis?goal=${goalId}`)).toEqual([kpi]);
    }
    await ada.post(`/goals/${draft}/activate`, { kind: 'committed' });
    await goals.settled();
    expect(await names(bo, `/kpis?goal=${draft}`)).toHaveLength(1);
  });

  it('shows its KPI to its owner, and not to who owns the KPI alone', async () => {
    const goal = await made({ visibility: 'private' });
    const kpi = idOf(await ada.post('/kpis', { name: 'Hers still', measure, goalId: goal }));
    const coach = goals.as('coach', { roles: ['goal-manager'] });
    await coach.post(`/goals/${goal}/transfer`, { to: 'person:bo', reason: 'Ada moves on.' });
    await goals.settled();
    expect((await bo.get(`/kpis/${kpi}`)).status).toBe(200);
    expect((await ada.get(`/kpis/${kpi}`)).status).toBe(403);
  });

  it('is unknown to who would place a KPI in it, with whatever key result', async () => {
    const goalId = await made({ visibility: 'private' });
    for (const keyResultId of ['kr1', 'kr9']) {
      const placed = { name: 'X', measure, goalId, keyResultId };
      expect((await bo.post('/kpis', placed)).body).toMatchObject({ code: 'kpi/unknown-goal' });
    }
  });

  it('tells nobody its revision by refusing an older one', async () => {
    const goal = await made({ visibility: 'private' });
    const asked = { reason: 'x', title: 'Mine' };
    const answer = await bo.post(`/goals/${goal}/amend`, asked, { 'if-match': '"99"' });
    expect([answer.status, answer.body['code']]).toEqual([403, 'permission/goal-change']);
  });
});

describe('a line of an import', () => {
  it('leaves nothing behind when its second step is refused', async () => {
    const importer = goals.as('ivy', { roles: ['importer'] });
    const goal = { reference: 'R-1', owner: 'person:ada', title: 'No results', period };
    const line = { key: 'r1', goal, activate: { kind: 'committed' } };
    const [refused] = await importer.lines('/goals/import', [line]);
    expect(refused).toMatchObject({ status: 'refused', problem: { code: 'goal/no-key-results' } });
    const mended = { ...line, goal: { ...goal, keyResults } };
    const [taken] = await importer.lines('/goals/import', [mended]);
    expect(taken).toMatchObject({ status: 'recorded' });
  });
});

describe('who does not stand in for anybody', () => {
  it('reads nothing in the place of another, not even what there is none of', async () => {
    const behalf = { 'on-behalf-of': 'nobody-at-all' };
    const answer = await bo.get('/goals?owner=person:none', behalf);
    expect([answer.status, answer.body['code']]).toEqual([403, 'permission/no-delegation']);
  });
});
