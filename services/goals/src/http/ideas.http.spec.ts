import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, idOf, type Company } from './company.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';
const experiment = {
  hypothesis: { metric: 'first-answer', direction: 'decrease', threshold: 4, unit: 'h' },
  statement: 'A call is answered the same morning.',
  until: '2026-05-31',
};

describe('an idea over HTTP', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
  });
  afterAll(() => at.close());

  const idea = async (by: Company['ada'], told: object = {}) =>
    idOf(await by.post('/ideas', { title: 'Call back', ...told }));

  it('is submitted, tried, refuted with a lesson, reused, settled, and all is kept', async () => {
    const strategy = await at.strategy();
    const signal = idOf(
      await at.bo.post(`/strategies/${strategy}/signals`, { kind: 'market', what: 'They call.' }),
    );
    const submitted = await at.ada.post('/ideas', {
      ...{ title: 'Call back', description: 'Instead of a letter.', signal },
      credit: [
        { person: 'ada', share: 0.7 },
        { person: 'bo', share: 0.3 },
      ],
    });
    const path = `/ideas/${idOf(submitted)}`;
    expect(submitted).toMatchObject({ status: 201, headers: { location: path } });
    at.clock.set('2026-04-10T09:00:00.000Z');
    expect((await at.ada.post(`${path}/experiment`, experiment)).status).toBe(200);
    at.clock.set('2026-05-20T09:00:00.000Z');
    const refuted = { outcome: 'refuted', value: 6, lesson: 'Nobody picks up before ten.' };
    expect((await at.ada.post(`${path}/conclude`, refuted)).status).toBe(200);
    const goal = await at.goal(at.bo);
    expect((await at.bo.post(`${path}/reuse`, { by: { goal } })).status).toBe(200);
    const own = await idea(at.ada);
    expect((await at.ada.post(`${path}/reuse`, { by: { idea: own } })).status).toBe(200);
    await at.mia.post(`${path}/credit`, {
      ...{ reason: 'Bo had the most of it.', credit: [{ person: 'bo', share: 1 }] },
    });
    await at.mia.post(`${path}/settle`, { outcome: 'declined', reason: 'It did not help.' });
    await at.settled();

    const read = await at.bo.get(path);
    expect(read).toMatchObject({ status: 200, headers: { etag: '"6"' } });
    expect(read.body['idea']).toMatchObject({
      ...{ id: idOf(submitted), owner: 'person:ada', state: 'declined', signalId: signal },
      ...{ title: 'Call back', description: 'Instead of a letter.' },
      credit: [{ person: 'bo', share: 1 }],
      creditAmendments: [{ by: { sub: 'mia' }, reason: 'Bo had the most of it.' }],
      experiment: {
        ...{ startedAt: '2026-04-10T09:00:00.000Z', ...experiment },
        concluded: { ...refuted, by: { sub: 'ada' } },
      },
      settled: { outcome: 'declined', by: { sub: 'mia' }, reason: 'It did not help.' },
      reuses: [{ by: { goal } }, { by: { idea: own } }],
    });
    const stateAt = async (times: string) => {
      const { status, body } = await at.bo.get(`${path}?${times}`);
      return status === 200 ? (body['idea'] as { state: string }).state : status;
    };
    expect(await stateAt(`asOf=${String(submitted.body['position'])}`)).toBe('submitted');
    expect(await stateAt('asOf=2026-05-01')).toBe('running');
    expect(await stateAt('effectiveAt=2026-05-01')).toBe('running');
    expect(await stateAt('effectiveAt=2026-03-31')).toBe(404);

    const listed = async (query: string) => {
      const { body } = await at.ada.get(`/ideas?${query}`);
      return (body['items'] as { id: string }[]).map(({ id }) => id);
    };
    expect(await listed(`signal=${signal}`)).toEqual([idOf(submitted)]);
    expect(await listed('credited=bo&state=declined')).toEqual([idOf(submitted)]);
    expect(await listed('owner=me&state=submitted')).toEqual([own]);
    expect(await listed('state=running')).toEqual([]);
    const page = await at.ada.get('/ideas?limit=1');
    expect(await listed(`after=${String(page.body['next'])}`)).toHaveLength(1);
  });

  it.each([
    [{ title: ' ' }, 'request/invalid-body', '/title'],
    [{ credit: [{ person: 'ada', share: 0.9 }] }, 'idea/shares-not-one', '/credit'],
    [{ credit: [] }, 'idea/shares-not-one', '/credit'],
    [{ owner: 'unit:desk' }, 'idea/shares-not-one', '/credit'],
    [
      { credit: [1, 0].map((share, index) => ({ person: `p${index}`, share })) },
      'idea/share-not-positive',
      '/credit/1/share',
    ],
    [
      { credit: [0.5, 0.5].map((share) => ({ person: 'ada', share })) },
      'idea/credited-twice',
      '/credit',
    ],
    [{ credit: [{ person: 'Ada Byron', share: 1 }] }, 'request/invalid-body', '/credit/0/person'],
  ])('refuses %j as %s', async (told, code, field) => {
    const manager = at.as('gm', { roles: ['goal-manager'] });
    const answer = await manager.post('/ideas', { title: 'X', ...told });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it.each([32, 33])('credits 32 people and no more: %d', async (many) => {
    const credit = Array.from({ length: many }, (_, n) => ({ person: `p${n}`, share: 1 / 32 }));
    const { status } = await at.ada.post('/ideas', { title: 'X', credit });
    expect(status).toBe(many === 32 ? 201 : 422);
  });

  it('fixes its hypothesis first, and no result goes against its value', async () => {
    const path = `/ideas/${await idea(at.ada)}`;
    const post = (verb: string, body: object) => at.ada.post(`${path}/${verb}`, body);
    const supported = { outcome: 'supported', value: 4, lesson: 'It works.' };
    const untried = await post('conclude', supported);
    expect([untried.status, ...codeOf(untried)]).toEqual([409, 'idea/not-tried', undefined]);
    const past = await post('experiment', { ...experiment, until: '2026-01-01' });
    expect(codeOf(past)).toEqual(['idea/ends-before-it-starts', '/until']);
    await post('experiment', experiment);
    const other = { ...experiment, hypothesis: { ...experiment.hypothesis, threshold: 8 } };
    expect(codeOf(await post('experiment', other))).toEqual([
      ...['idea/hypothesis-fixed', '/hypothesis'],
    ]);
    expect(codeOf(await post('conclude', { ...supported, value: 4.1 }))).toEqual([
      ...['idea/outcome-against-value', '/outcome'],
    ]);
    const silent = { outcome: 'supported', value: 4 };
    expect(codeOf(await post('conclude', silent))).toEqual(['request/invalid-body', '/lesson']);
    const open = await at.mia.post(`${path}/settle`, { outcome: 'adopted', reason: 'x' });
    expect(codeOf(open)).toEqual(['idea/experiment-under-way', undefined]);
    expect((await post('conclude', supported)).status).toBe(200);
    const again = await post('conclude', { ...supported, outcome: 'inconclusive' });
    expect([again.status, ...codeOf(again)]).toEqual([409, 'idea/concluded', undefined]);
  });

  it('is run by its owner, and adopted by somebody above, who is nobody else', async () => {
    const path = `/ideas/${await idea(at.ada)}`;
    const adopted = { outcome: 'adopted', reason: 'Good.' };
    const statuses = await Promise.all([
      at.bo.post('/ideas', { title: 'X', owner: 'person:ada' }),
      at.bo.post(`${path}/experiment`, experiment),
      at.bo.post(`${path}/settle`, adopted),
      at.ada.post(`${path}/settle`, adopted),
      at.ada.post(`${path}/credit`, { reason: 'x', credit: [{ person: 'bo', share: 1 }] }),
      at.bo.post(`${path}/settle`, { outcome: 'withdrawn', reason: 'x' }),
    ]);
    expect(statuses.map(codeOf)).toEqual([
      ['permission/idea-submit', undefined],
      ['permission/idea-run', undefined],
      ['permission/idea-settle', undefined],
      ['permission/own-record', undefined],
      ['permission/own-record', undefined],
      ['permission/idea-run', undefined],
    ]);
    expect(statuses.every(({ status }) => status === 403)).toBe(true);
    expect((await at.eve.post(`${path}/settle`, adopted)).status).toBe(200);
    const own = `/ideas/${await idea(at.ada)}/settle`;
    expect((await at.ada.post(own, { outcome: 'withdrawn', reason: 'x' })).status).toBe(200);
  });

  it('has its lesson taken up by what is there, and by those who may say so', async () => {
    const path = `/ideas/${await idea(at.ada)}`;
    const goal = await at.goal(at.bo);
    const none = await at.bo.post(`${path}/reuse`, { by: { goal } });
    expect([none.status, ...codeOf(none)]).toEqual([409, 'idea/no-lesson', undefined]);
    await at.ada.post(`${path}/experiment`, experiment);
    await at.ada.post(`${path}/conclude`, { outcome: 'inconclusive', lesson: 'Ask more people.' });
    const reuse = async (by: object, who = at.ada) =>
      codeOf(await who.post(`${path}/reuse`, { by }));
    expect(await reuse({ goal })).toEqual(['permission/goal-change', undefined]);
    expect(await reuse({ goal: nobody })).toEqual(['idea/unknown-goal', '/by/goal']);
    expect(await reuse({ idea: nobody })).toEqual(['idea/unknown-idea', '/by/idea']);
    const itself = path.slice('/ideas/'.length);
    expect(await reuse({ idea: itself })).toEqual(['idea/reused-by-itself', '/by']);
    expect(await reuse({ idea: itself }, at.bo)).toEqual(['permission/idea-run', undefined]);
    expect(await reuse({})).toEqual(['request/invalid-body', '/by']);
    expect(await reuse({ goal, idea: itself })).toEqual(['request/invalid-body', '/by']);
  });

  it('is nobody else’s: another tenant sees nothing of it', async () => {
    const id = await idea(at.ada);
    await at.settled();
    const other = at.as('ada', { tenant: 'other' });
    expect((await other.get(`/ideas/${id}`)).status).toBe(404);
    expect((await other.get('/ideas')).body['items']).toEqual([]);
    expect((await other.post(`/ideas/${id}/experiment`, experiment)).status).toBe(404);
  });
});
