import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../goals.testing.ts';
import { codeOf, company, idOf, type Company } from './company.testing.ts';

/**
 * What is asked before a record decides, of other records, and of who asks: a command that is sent
 * again under its key is answered as it was, whatever has become of them.
 */
describe('a command that is sent again', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
  });
  afterAll(() => at.close());

  const handedOn = async (goal: string) => {
    const body = { to: 'person:bo', reason: 'Ada moves on.' };
    const coach = at.as('coach', { roles: ['goal-manager'] });
    expect((await coach.post(`/goals/${goal}/transfer`, body)).status).toBe(200);
  };
  /** Taken, then sent again after its goal was handed on; and once more, as another command. */
  const repeats = async (goal: string, path: string, body: object, code: string) => {
    const send = (key: string): Promise<Answer> =>
      at.ada.post(path, body, { 'idempotency-key': key });
    const first = await send(`once:${path}`);
    expect(first.body).toMatchObject({ replayed: false, changed: true });
    await handedOn(goal);
    const again = await send(`once:${path}`);
    expect([again.status, again.body]).toEqual([first.status, { ...first.body, replayed: true }]);
    const other = await send(`twice:${path}`);
    expect([other.status, codeOf(other)[0]]).toEqual([403, code]);
  };

  it('defines the indicator of a goal that its owner has handed on since', async () => {
    const goalId = await at.goal(at.ada);
    const body = { name: 'Calls', measure: { kind: 'increase', start: 0, target: 9 }, goalId };
    await repeats(goalId, '/kpis', body, 'permission/goal-change');
  });

  it('aligns a goal that its owner has handed on since, and ends that', async () => {
    const child = await at.goal(at.ada);
    const parent = { goal: await at.goal(at.mia) };
    const link = { child, parent, mode: 'contributes', share: 1 };
    await repeats(child, '/alignments', link, 'permission/goal-change');
    const ended = await at.goal(at.ada);
    const id = idOf(await at.align(at.ada, ended, parent));
    await repeats(ended, `/alignments/${id}/end`, { reason: 'x' }, 'permission/goal-change');
  });

  it('takes up a lesson for a goal that its owner has handed on since', async () => {
    const goal = await at.goal(at.ada);
    const path = `/ideas/${idOf(await at.ada.post('/ideas', { title: 'Ask first' }))}`;
    await at.ada.post(`${path}/experiment`, {
      hypothesis: { metric: 'first-answer', direction: 'decrease', threshold: 4, unit: 'h' },
      ...{ statement: 'A call is answered the same morning.', until: '2026-05-31' },
    });
    await at.ada.post(`${path}/conclude`, { outcome: 'inconclusive', lesson: 'Ask more people.' });
    await repeats(goal, `${path}/reuse`, { by: { goal } }, 'permission/goal-change');
  });
});
