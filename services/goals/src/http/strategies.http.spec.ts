import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, idOf, type Company } from './company.testing.ts';

describe('a strategy over HTTP', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
  });
  afterAll(() => at.close());

  it('is published, revised, hears signals and is retired, and stands at any time', async () => {
    const id = await at.strategy();
    const path = `/strategies/${id}`;
    at.clock.set('2026-05-01T09:00:00.000Z');
    const revised = await at.eve.post(`${path}/revise`, {
      reason: 'The board has met.',
      until: '2027-01-01',
      themes: [{ id: 'answers', perspective: 'customer', weight: 1 }, { perspective: 'growth' }],
    });
    expect(revised).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    at.clock.set('2026-05-02T09:00:00.000Z');
    const told = { kind: 'market', themeId: 'answers', what: 'Others answer faster.' };
    const signal = await at.bo.post(`${path}/signals`, told);
    expect(signal).toMatchObject({ status: 201, headers: { location: path } });
    at.clock.set('2026-06-01T09:00:00.000Z');
    await at.eve.post(`${path}/retire`, { reason: 'Another one.', on: '2026-06-10' });
    await at.settled();

    const now = await at.bo.get(path);
    expect(now).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: {
        position: now.headers['plumbline-position'],
        strategy: {
          ...{ id, owner: 'unit:board', title: 'Closer', from: '2026-01-01', until: '2027-01-01' },
          ...{ state: 'in-force', retiredOn: '2026-06-10', retired: { reason: 'Another one.' } },
          themes: [
            { id: 'answers', name: 'Quick answers', perspective: 'customer', weight: 1 },
            { id: 't2', name: null, perspective: 'growth', weight: 1 },
          ],
          revisions: [{ by: { sub: 'eve' }, reason: 'The board has met.' }],
          signals: [{ id: idOf(signal), by: { sub: 'bo' }, ...told }],
        },
      },
    });
    const stateAt = async (times: string) => {
      const { status, body } = await at.bo.get(`${path}?${times}`);
      const strategy = body['strategy'] as { state: string; until: string; themes: object[] };
      return status === 404 ? status : [strategy.state, strategy.until, strategy.themes.length];
    };
    expect(await stateAt('asOf=2026-04-30')).toEqual(['in-force', null, 2]);
    expect(await stateAt('asOf=2026-03-31')).toBe(404);
    // It was recorded in April that it holds from January on.
    expect(await stateAt('effectiveAt=2026-02-01')).toEqual(['in-force', '2027-01-01', 2]);
    expect(await stateAt('effectiveAt=2025-12-31')).toBe(404);
    expect(await stateAt('effectiveAt=2026-06-09')).toEqual(['in-force', '2027-01-01', 2]);
    expect(await stateAt('effectiveAt=2026-06-10')).toEqual(['retired', '2027-01-01', 2]);
  });

  it('is listed by owner, a page at a time', async () => {
    const mine = await at.mia.post('/strategies', {
      ...{ title: 'Mine', from: '2026-07-01', themes: [{ perspective: 'process' }] },
    });
    await at.settled();
    const list = await at.bo.get('/strategies?limit=1');
    expect(list.body['items']).toHaveLength(1);
    const rest = await at.bo.get(`/strategies?after=${String(list.body['next'])}`);
    expect(rest.body['items']).toHaveLength(1);
    const own = await at.mia.get('/strategies?owner=me');
    expect(own.body['items']).toMatchObject([{ id: idOf(mine), owner: 'person:mia' }]);
    expect(own.body['items']).toMatchObject([{ state: 'planned' }]);
  });

  it.each([
    [{ from: '2026-02-30' }, 'request/invalid-body', '/from'],
    [{ until: null }, 'request/invalid-body', '/until'],
    [{ themes: [{ perspective: 'profit' }] }, 'request/invalid-body', '/themes/0/perspective'],
    [{ owner: 'board' }, 'request/invalid-body', '/owner'],
    [{ themes: [] }, 'strategy/no-themes', '/themes'],
    [{ until: '2026-01-01' }, 'strategy/ends-before-it-starts', '/until'],
    [
      { themes: ['a', 'a'].map((id) => ({ id, perspective: 'growth' })) },
      'strategy/theme-twice',
      '/themes',
    ],
    [
      { themes: [{ perspective: 'growth', weight: 0 }] },
      'strategy/weight-not-positive',
      '/themes/0/weight',
    ],
  ])('refuses %j as %s', async (told, code, field) => {
    const head = await at.log.head();
    const themes = [{ perspective: 'growth' }];
    const body = { owner: 'unit:board', title: 'X', from: '2026-01-01', themes, ...told };
    const answer = await at.eve.post('/strategies', body);
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
    expect(await at.log.head()).toBe(head);
  });

  it.each([32, 33])('takes 32 themes and no more: %d', async (many) => {
    const themes = Array.from({ length: many }, () => ({ perspective: 'growth' }));
    const body = { owner: 'unit:board', title: 'X', from: '2026-01-01', themes };
    const { status } = await at.eve.post('/strategies', body);
    expect(status).toBe(many === 32 ? 201 : 422);
  });

  it('refuses what does not fit how it stands', async () => {
    const id = await at.strategy();
    const path = `/strategies/${id}`;
    const unknown = await at.bo.post(`${path}/signals`, {
      kind: 'market',
      themeId: 'x',
      what: 'y',
    });
    expect(codeOf(unknown)).toEqual(['strategy/unknown-theme', '/themeId']);
    const early = await at.eve.post(`${path}/retire`, { reason: 'x', on: '2025-12-31' });
    expect(codeOf(early)).toEqual(['strategy/retired-before-it-starts', '/on']);
    await at.eve.post(`${path}/retire`, { reason: 'x', on: '2026-06-01' });
    const late = await at.eve.post(`${path}/revise`, { reason: 'x', title: 'y' });
    expect([late.status, ...codeOf(late)]).toEqual([409, 'strategy/retired', undefined]);
    const none = await at.eve.post(`/strategies/${nobody}/retire`, {
      reason: 'x',
    });
    expect([none.status, ...codeOf(none)]).toEqual([404, 'strategy/not-found', undefined]);
  });

  it('is up to its owner, those above, and who stands in for them with both names', async () => {
    const body = { owner: 'unit:board', title: 'X', from: '2026-01-01' };
    const themes = [{ perspective: 'growth' }];
    const refused = await at.ada.post('/strategies', { ...body, themes });
    expect([refused.status, ...codeOf(refused)]).toEqual([
      ...[403, 'permission/strategy-publish', undefined],
    ]);
    const path = `/strategies/${await at.strategy()}`;
    expect((await at.mia.post(`${path}/retire`, { reason: 'x' })).status).toBe(403);
    const ofSales = await at.mia.post('/strategies', { ...body, owner: 'unit:sales', themes });
    const above = await at.eve.post(`/strategies/${idOf(ofSales)}/revise`, {
      ...{ reason: 'x', title: 'y' },
    });
    expect([ofSales.status, above.status]).toEqual([201, 200]);

    const behalf = { 'on-behalf-of': 'eve' };
    const without = await at.bo.post(`${path}/retire`, { reason: 'x' }, behalf);
    expect([without.status, ...codeOf(without)]).toEqual([
      ...[403, 'permission/no-delegation', 'header:On-Behalf-Of'],
    ]);
    expect(codeOf(await at.bo.get('/strategies', behalf))).toEqual([
      ...['permission/no-delegation', 'header:On-Behalf-Of'],
    ]);
    await at.directory('directory.DelegationGranted.v1', {
      ...{ person: 'eve', delegation: 'd1', to: 'bo', actions: null },
      ...{ from: '2026-01-01', until: '2026-12-31' },
    });
    const done = await at.bo.post(`${path}/retire`, { reason: 'x' }, behalf);
    expect(done.status).toBe(200);
    await at.settled();
    const { body: read } = await at.bo.get(path, behalf);
    expect(read['strategy']).toMatchObject({
      retired: { by: { sub: 'bo', onBehalfOf: 'eve', via: 'http' } },
    });
  });

  it('is nobody else’s: another tenant sees nothing of it', async () => {
    const id = await at.strategy();
    await at.settled();
    const other = at.as('eve', { tenant: 'other', roles: ['goal-manager'] });
    expect((await other.get(`/strategies/${id}`)).status).toBe(404);
    expect((await other.get('/strategies')).body['items']).toEqual([]);
    expect((await other.post(`/strategies/${id}/retire`, { reason: 'x' })).status).toBe(404);
  });
});

const nobody = '00000000-0000-5000-8000-000000000000';
