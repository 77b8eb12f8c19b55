import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec, type RecordViewed } from '@plumbline/access';
import { codeOf, company, idOf, period, type Company } from './company.testing.ts';

describe('who sees and changes a goal over HTTP', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
  });
  afterAll(() => at.close());

  const statuses = async (path: string) =>
    Promise.all([at.ada, at.mia, at.eve, at.bo].map(async (one) => (await one.get(path)).status));
  const readersOf = async (goal: string) => {
    const { facts } = await at.log.readAll(null, { limit: 1_000, context: 'access' });
    const viewed = facts.map((one) => accessCodec.decode(one).fact as RecordViewed);
    return viewed.filter((one) => one.record === `goal:${goal}`).map((one) => one.by);
  };

  it('is the owner and those above, of a private one, and their looks are on record', async () => {
    const id = await at.goal(at.ada, { visibility: 'private', title: 'Mine alone' });
    await at.settled();
    expect(await statuses(`/goals/${id}`)).toEqual([200, 200, 200, 403]);
    expect(await statuses(`/goals/${id}/history`)).toEqual([200, 200, 200, 403]);
    expect((await readersOf(id)).toSorted()).toEqual(['eve', 'mia']);
    expect(codeOf(await at.bo.get(`/goals/${id}`))).toEqual(['permission/goal-read', undefined]);
    const listedFor = async (by: Company['ada']) => {
      const { body } = await by.get('/goals?owner=person:ada');
      return (body['items'] as { id: string }[]).some((one) => one.id === id);
    };
    expect([await listedFor(at.ada), await listedFor(at.bo)]).toEqual([true, false]);
    expect((await at.ada.get(`/goals/${id}`)).body['goal']).toMatchObject({
      ...{ visibility: 'private', weight: 1 },
    });
  });

  it('is everybody, once it is made public; and nobody new of what it was before', async () => {
    const id = await at.goal(at.ada, { visibility: 'private' });
    const reason = 'All of sales works on it.';
    const opened = await at.ada.post(`/goals/${id}/amend`, { reason, visibility: 'public' });
    expect(opened.status).toBe(200);
    await at.settled();
    expect(await statuses(`/goals/${id}`)).toEqual([200, 200, 200, 200]);
    expect(await readersOf(id)).toEqual([]);
    const { body } = await at.bo.get(`/goals/${id}/history`);
    expect((body['items'] as object[]).at(-1)).toMatchObject({
      ...{ type: 'VisibilityChanged', reason, by: { sub: 'ada' } },
      changes: [{ field: 'visibility', before: 'private', after: 'public' }],
    });
    const closed = { reason: 'Not yet.', visibility: 'private' };
    await at.ada.post(`/goals/${id}/amend`, closed);
    await at.settled();
    // As it stands now, also of an earlier point.
    const then = String(opened.body['position']);
    expect((await at.bo.get(`/goals/${id}?asOf=${then}`)).status).toBe(403);
  });

  it('is the owner and those above, of a draft', async () => {
    const id = await at.goal(at.ada, { stage: 'draft' });
    await at.settled();
    expect(await statuses(`/goals/${id}`)).toEqual([200, 200, 200, 403]);
  });

  it('is changed by owner and manager, and by who stands in for the owner', async () => {
    const id = await at.goal(at.ada, { visibility: 'private' });
    const amend = (by: Company['ada'], headers = {}) =>
      by.post(`/goals/${id}/amend`, { reason: 'x', cadenceDays: 9 }, headers);
    const behalf = { 'on-behalf-of': 'ada' };
    const refused = await Promise.all([amend(at.bo), amend(at.eve), amend(at.bo, behalf)]);
    expect(refused.map(codeOf)).toEqual([
      ['permission/goal-change', undefined],
      ['permission/goal-change', undefined],
      ['permission/no-delegation', 'header:On-Behalf-Of'],
    ]);
    expect((await amend(at.mia)).status).toBe(200);
    await at.directory('directory.DelegationGranted.v1', {
      ...{ person: 'ada', delegation: 'd1', to: 'bo', actions: ['goal/change', 'goal/draft'] },
      ...{ from: '2026-04-01', until: '2026-04-30' },
    });
    const checkIn = { keyResultId: 'kr1', value: 7 };
    expect((await at.bo.post(`/goals/${id}/check-ins`, checkIn, behalf)).status).toBe(201);
    // What was not delegated stays refused, and so does what is asked a day after the last.
    expect((await at.bo.get(`/goals/${id}`, behalf)).status).toBe(403);
    const body = { title: 'For her', period, owner: 'person:ada', keyResults: [] };
    const drafted = await at.bo.post('/goals', body, behalf);
    expect(drafted.status).toBe(201);
    at.clock.set('2026-05-01T09:00:00.000Z');
    expect((await at.bo.post('/goals', body, behalf)).status).toBe(403);
    await at.settled();
    const { body: read } = await at.ada.get(`/goals/${id}/history`);
    expect((read['items'] as object[]).at(-1)).toMatchObject({
      by: { sub: 'bo', onBehalfOf: 'ada', via: 'http' },
    });
    const { body: mine } = await at.ada.get(`/goals/${idOf(drafted)}`);
    expect(mine['goal']).toMatchObject({ owner: 'person:ada' });
  });

  it.each([
    [{ visibility: 'secret' }, '/visibility', 'request/invalid-body'],
    [{ visibility: null }, '/visibility', 'request/invalid-body'],
    [{ weight: '2' }, '/weight', 'request/invalid-body'],
    [{ weight: 0 }, '/weight', 'goal/weight-not-positive'],
  ])('refuses %j', async (told, field, code) => {
    const answer = await at.ada.post('/goals', { title: 'X', period, ...told });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it('takes weight and visibility of a draft anew, and from a file', async () => {
    const id = await at.goal(at.ada, { stage: 'draft' });
    await at.ada.post(`/goals/${id}/redraft`, { weight: 2.5, visibility: 'private' });
    const importer = at.as('imp', { roles: ['importer', 'goal-manager'] });
    const goal = { reference: 'G-1', owner: 'unit:desk', title: 'Answer', period };
    const lines = [{ key: 'G-1', goal: { ...goal, visibility: 'private', weight: 3 } }];
    const [line] = await importer.lines('/goals/import', lines);
    await at.settled();
    expect((await at.ada.get(`/goals/${id}`)).body['goal']).toMatchObject({
      ...{ weight: 2.5, visibility: 'private' },
    });
    const imported = await importer.get(`/goals/${String(line?.['id'])}`);
    expect(imported.body['goal']).toMatchObject({ weight: 3, visibility: 'private' });
  });
});
