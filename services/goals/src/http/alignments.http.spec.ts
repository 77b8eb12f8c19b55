import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, idOf, type Company } from './company.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';

describe('an alignment over HTTP', () => {
  let at: Company;
  let strategy: string;
  let parent: string;
  beforeAll(async () => {
    at = await company();
    strategy = await at.strategy();
    parent = await at.goal(at.mia, { owner: 'unit:sales', title: 'Sell more' });
  });
  afterAll(() => at.close());

  it('leads from a goal to a theme, moves to another goal and ends, and all is kept', async () => {
    const child = await at.goal(at.ada, { title: 'Call more' });
    const theme = { strategy, theme: 'answers' };
    const aligned = await at.align(at.ada, child, theme, { share: 0.6, from: '2026-02-01' });
    expect(aligned).toMatchObject({
      status: 201,
      headers: { location: `/goals/${child}/alignments` },
    });
    const moved = await at.ada.post(`/alignments/${idOf(aligned)}/move`, {
      ...{ parent: { goal: parent }, on: '2026-04-10', reason: 'Nearer to sales.' },
    });
    expect(moved.status).toBe(201);
    const end = { on: '2026-06-01', reason: 'Done with it.' };
    const ended = await at.mia.post(`/alignments/${idOf(moved)}/end`, end);
    expect(ended).toMatchObject({ status: 200, body: { changed: true } });
    await at.settled();

    const { body } = await at.ada.get(`/goals/${child}/alignments`);
    expect(body).toMatchObject({ on: '2026-04-01', children: [], position: expect.any(String) });
    expect(body['parents']).toEqual(
      expect.arrayContaining([
        {
          ...{ id: idOf(aligned), parent: theme, mode: 'contributes', share: 0.6, hidden: false },
          ...{ from: '2026-02-01', until: '2026-04-10', state: 'in-force' },
          ...{ owner: 'unit:board', title: 'Quick answers', reason: 'Nearer to sales.' },
        },
        expect.objectContaining({
          ...{ id: idOf(moved), parent: { goal: parent }, share: 0.6, title: 'Sell more' },
          ...{ from: '2026-04-10', until: '2026-06-01', state: 'planned' },
          reason: 'Done with it.',
        }),
      ]),
    );
    const statesAt = async (times: string) => {
      const read = await at.ada.get(`/goals/${child}/alignments?${times}`);
      const parents = read.body['parents'] as { state: string; from: string }[];
      const inOrder = parents.toSorted((one, other) => (one.from < other.from ? -1 : 1));
      return inOrder.map(({ state }) => state);
    };
    expect(await statesAt('effectiveAt=2026-05-01')).toEqual(['ended', 'in-force']);
    expect(await statesAt('effectiveAt=2026-06-01')).toEqual(['ended', 'ended']);
    expect(await statesAt(`asOf=${String(aligned.body['position'])}`)).toEqual(['in-force']);
    const above = await at.bo.get(`/goals/${parent}/alignments`);
    expect(above.body['children']).toMatchObject([{ child, title: 'Call more', hidden: false }]);
  });

  it('is told by those who may change the goal, and by nobody else', async () => {
    const child = await at.goal(at.ada);
    const refused = await at.align(at.bo, child, { goal: parent });
    expect([refused.status, ...codeOf(refused)]).toEqual([
      ...[403, 'permission/goal-change', undefined],
    ]);
    const byManager = await at.align(at.mia, child, { goal: parent }, { share: 0.5 });
    expect(byManager.status).toBe(201);
    const path = `/alignments/${idOf(byManager)}`;
    const others = await Promise.all([
      at.bo.post(`${path}/end`, { reason: 'x' }),
      at.bo.post(`${path}/move`, { reason: 'x', parent: { strategy, theme: 'cost' } }),
      at.as('ada', { tenant: 'other' }).post(`${path}/end`, { reason: 'x' }),
    ]);
    expect(others.map(({ status }) => status)).toEqual([403, 403, 404]);
    expect((await at.ada.post(`${path}/end`, { reason: 'x' })).status).toBe(200);
  });

  it.each([
    ['an unknown goal', () => ({ child: nobody }), 'alignment/unknown-goal', '/child'],
    [
      'an unknown parent',
      () => ({ parent: { goal: nobody } }),
      'alignment/unknown-goal',
      '/parent/goal',
    ],
    [
      'an unknown strategy',
      () => ({ parent: { strategy: nobody, theme: 'cost' } }),
      'alignment/unknown-strategy',
      '/parent/strategy',
    ],
    [
      'an unknown theme',
      () => ({ parent: { strategy, theme: 'none' } }),
      'alignment/unknown-theme',
      '/parent/theme',
    ],
    ['no share', () => ({ share: undefined }), 'alignment/share-missing', '/share'],
    ['no part', () => ({ share: 0 }), 'alignment/share-not-positive', '/share'],
    ['more than all', () => ({ share: 1.1 }), 'request/invalid-body', '/share'],
    [
      'a support with a share',
      () => ({ mode: 'supports' }),
      'alignment/share-of-support',
      '/share',
    ],
    [
      'a parent of both kinds',
      () => ({ parent: { goal: parent, strategy, theme: 'cost' } }),
      'request/invalid-body',
      '/parent',
    ],
    ['half a theme', () => ({ parent: { strategy } }), 'request/invalid-body', '/parent'],
    ['no day', () => ({ from: '2026-06-31' }), 'request/invalid-body', '/from'],
  ])('refuses %s', async (_, told, code, field) => {
    const child = await at.goal(at.ada);
    const head = await at.log.head();
    const answer = await at.ada.post('/alignments', {
      ...{ child, parent: { goal: parent }, mode: 'contributes', share: 1, ...told() },
    });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
    expect(await at.log.head()).toBe(head);
  });

  it('refuses circles, itself, the same twice, and more than a goal has', async () => {
    const [one, two, three] = (await Promise.all([1, 2, 3].map(() => at.goal(at.ada)))) as [
      ...[string, string, string],
    ];
    await at.align(at.ada, two, { goal: one });
    await at.align(at.ada, three, { goal: two }, { share: 0.7 });
    const circle = await at.align(at.ada, one, { goal: three });
    expect([circle.status, ...codeOf(circle)]).toEqual([422, 'alignment/cycle', '/parent']);
    for (const id of [one, two, three]) expect(circle.body['detail']).toContain(id);
    expect(codeOf(await at.align(at.ada, one, { goal: one }))).toEqual([
      ...['alignment/to-itself', '/parent'],
    ]);
    expect(codeOf(await at.align(at.ada, three, { goal: two }))).toEqual([
      ...['alignment/already-aligned', '/parent'],
    ]);
    const theme = { strategy, theme: 'cost' };
    expect(codeOf(await at.align(at.ada, three, theme, { share: 0.31 }))).toEqual([
      ...['alignment/shares-exceed-one', '/share'],
    ]);
    expect((await at.align(at.ada, three, theme, { share: 0.3 })).status).toBe(201);
  });

  it('refuses what is over, on either end, and answers a retry as before', async () => {
    const over = await at.goal(at.ada);
    const child = await at.goal(at.ada);
    const key = { 'idempotency-key': 'aligned-before-it-was-closed' };
    const body = { child, parent: { goal: over }, mode: 'contributes', share: 1 };
    const aligned = await at.ada.post('/alignments', body, key);
    await at.ada.post(`/goals/${over}/close`, { score: 1, lesson: 'x' });
    const again = await at.ada.post('/alignments', body, key);
    expect(again).toMatchObject({ status: 201, body: { ...aligned.body, replayed: true } });
    const late = await at.align(at.ada, await at.goal(at.ada), { goal: over });
    expect([late.status, ...codeOf(late)]).toEqual([422, 'alignment/goal-over', '/parent/goal']);
    expect(codeOf(await at.align(at.ada, over, { goal: child }))).toEqual([
      ...['alignment/goal-over', '/child'],
    ]);
    const retired = await at.strategy();
    await at.eve.post(`/strategies/${retired}/retire`, { reason: 'x', on: '2026-05-01' });
    const theme = { strategy: retired, theme: 'cost' };
    const another = await at.goal(at.ada);
    const after = await at.align(at.ada, another, theme, { from: '2026-05-01' });
    expect(codeOf(after)).toEqual(['alignment/strategy-retired', '/parent/strategy']);
    expect((await at.align(at.ada, another, theme, { from: '2026-04-30' })).status).toBe(201);
  });

  it('refuses to end or to move what is not there, or is ended', async () => {
    const gone = await at.ada.post(`/alignments/${nobody}/end`, { reason: 'x' });
    expect([gone.status, ...codeOf(gone)]).toEqual([404, 'alignment/not-found', undefined]);
    const child = await at.goal(at.ada);
    const path = `/alignments/${idOf(await at.align(at.ada, child, { goal: parent }))}`;
    const early = await at.ada.post(`${path}/end`, { reason: 'x', on: '2026-03-31' });
    expect(codeOf(early)).toEqual(['alignment/ends-before-it-starts', '/on']);
    await at.ada.post(`${path}/end`, { reason: 'x', on: '2026-05-01' });
    const same = await at.ada.post(`${path}/end`, { reason: 'x', on: '2026-05-01' });
    expect(same).toMatchObject({ status: 200, body: { changed: false } });
    const other = await at.ada.post(`${path}/end`, { reason: 'x', on: '2026-05-02' });
    expect([other.status, ...codeOf(other)]).toEqual([409, 'alignment/not-aligned', undefined]);
    const unheard = await at.ada.post(`${path}/end`, { on: '2026-05-02' });
    expect(codeOf(unheard)).toEqual(['request/invalid-body', '/reason']);
  });

  it('hides the end that the caller may not see, and the parent as if there were none', async () => {
    const hidden = await at.goal(at.mia, { visibility: 'private', title: 'A secret' });
    const child = await at.goal(at.ada, { visibility: 'private', title: 'Mine alone' });
    expect(codeOf(await at.align(at.ada, child, { goal: hidden }))).toEqual([
      ...['alignment/unknown-goal', '/parent/goal'],
    ]);
    expect((await at.align(at.mia, child, { goal: hidden })).status).toBe(201);
    const seen = await at.goal(at.ada, { visibility: 'private', title: 'Under sales' });
    const line = idOf(await at.align(at.ada, seen, { goal: parent }));
    await at.ada.post(`/alignments/${line}/end`, { reason: 'A private one.', on: '2026-06-01' });
    await at.settled();
    expect((await at.ada.get(`/goals/${child}/alignments`)).body['parents']).toMatchObject([
      { parent: { goal: hidden }, hidden: true, title: null, owner: null, reason: null },
    ]);
    const childrenFor = async (by: Company['ada']) => {
      const { body } = await by.get(`/goals/${parent}/alignments`);
      return (body['children'] as { id: string }[]).filter((one) => one.id === line);
    };
    expect(await childrenFor(at.bo)).toMatchObject([{ hidden: true, title: null, reason: null }]);
    expect(await childrenFor(at.mia)).toMatchObject([
      { hidden: false, title: 'Under sales', reason: 'A private one.' },
    ]);
    expect((await at.bo.get(`/goals/${child}/alignments`)).status).toBe(403);
    expect((await at.bo.get(`/goals/${nobody}/alignments`)).status).toBe(404);
    const other = at.as('ada', { tenant: 'other' });
    expect((await other.get(`/goals/${child}/alignments`)).status).toBe(404);
  });
});
