import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, idsOf, type Company } from './company.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';
const asking = { from: 'bo', due: '2026-04-15', question: 'What has the new desk changed?' };

describe('a request for feedback over HTTP', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
  });
  afterAll(() => at.close());

  const request = (told: object = {}, by: Company['ada'] = at.ada) =>
    at.made(by.post('/feedback/requests', { ...asking, ...told }));
  const answering = (id: string, told: object = {}) => ({
    ...{ subject: 'ada', visibility: 'author-and-subject', kind: 'praise', message: 'A lot.' },
    ...{ links: [{ request: id }], ...told },
  });
  const read = async (id: string, by: Company['ada'] = at.ada) =>
    (await by.get(`/feedback/requests/${id}`)).body['request'];

  it('is asked, and answered by a note, whoever may see that', async () => {
    const topic = { goal: '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d' };
    const asked = await at.ada.post('/feedback/requests', { ...asking, topic });
    const id = String(asked.body['id']);
    const path = `/feedback/requests/${id}`;
    expect(asked).toMatchObject({ status: 201, headers: { location: path } });
    await at.settled();
    expect(await read(id, at.bo)).toMatchObject({
      ...{ ...asking, topic, by: 'ada', subject: 'ada', stage: 'open', asker: { sub: 'ada' } },
      ...{ askedAt: '2026-04-01T09:00:00.000Z', outcomes: [], noteId: null },
    });
    at.clock.advance(3_600_000);
    const noteId = await at.made(at.bo.post('/feedback/notes', answering(id)));
    await at.settled();
    const now = await at.ada.get(path);
    expect(now).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    const by = { sub: 'bo', via: 'policy:answer-on-feedback-given' };
    expect(now.body['request']).toMatchObject({
      ...{ stage: 'answered', noteId },
      outcomes: [{ stage: 'answered', at: '2026-04-01T10:00:00.000Z', by, reason: null }],
    });
    const before = await at.ada.get(`${path}?asOf=${String(asked.body['position'])}`);
    expect(before.body['request']).toMatchObject({ stage: 'open', noteId: null });
    const late = await at.bo.post(`${path}/decline`, {});
    expect([late.status, ...codeOf(late)]).toEqual([
      ...[409, 'feedback-request/answered', undefined],
    ]);
  });

  it('is declined by who was asked, and read by the two', async () => {
    const id = await request({ subject: 'ada' }, at.mia);
    await at.settled();
    const path = `/feedback/requests/${id}`;
    const all = [at.mia, at.bo, at.ada, at.eve, at.cy];
    const statuses = await Promise.all(all.map(async (one) => (await one.get(path)).status));
    // Whom it is about reads it only where they have asked for it.
    expect(statuses).toEqual([200, 200, 404, 404, 404]);
    const reason = 'I was away all of March.';
    const declines = await Promise.all([
      at.ada.post(`${path}/decline`, { reason }),
      at.mia.post(`${path}/decline`, { reason }),
      at.bo.post(`/feedback/requests/${nobody}/decline`, {}),
    ]);
    expect(declines.map((answer) => [answer.status, ...codeOf(answer)])).toEqual([
      [404, 'feedback-request/not-found', undefined],
      [403, 'permission/feedback-answer', undefined],
      [404, 'feedback-request/not-found', undefined],
    ]);
    expect((await at.bo.post(`${path}/decline`, { reason })).status).toBe(200);
    await at.settled();
    expect(await read(id, at.mia)).toMatchObject({
      ...{ stage: 'declined', outcomes: [{ stage: 'declined', reason, by: { sub: 'bo' } }] },
    });
  });

  it('is listed by whom, to whom and by stage', async () => {
    const own = await company();
    const ask = (told: object, by = own.ada) =>
      own.made(by.post('/feedback/requests', { ...asking, ...told }));
    const [one, two] = [await ask({}), await ask({ from: 'cy' })];
    const three = await ask({ from: 'ada' }, own.bo);
    await own.bo.post(`/feedback/requests/${one}/decline`, {});
    await own.settled();
    const ids = async (query: string, by = own.ada) =>
      idsOf(await by.get(`/feedback/requests?${query}`)).toSorted();
    expect(await ids('')).toEqual([three]);
    expect(await ids('to=me')).toEqual([three]);
    expect(await ids('by=me')).toEqual([one, two].toSorted());
    expect(await ids('by=me&stage=declined')).toEqual([one]);
    expect(await ids('to=me&by=me')).toEqual([]);
    expect(await ids('to=me&stage=open', own.cy)).toEqual([two]);
    expect(await ids('', own.mia)).toEqual([]);
    await own.close();
  });

  it('is on oneself, or on whom one manages', async () => {
    const ask = async (by: Company['ada'], told: object) =>
      codeOf(await by.post('/feedback/requests', { ...asking, ...told }));
    expect(await ask(at.cy, { subject: 'ada' })).toEqual(['permission/feedback-ask', undefined]);
    expect(await ask(at.eve, { subject: 'ada' })).toEqual([undefined, undefined]);
    const partner = at.as('hr', { roles: ['hr-partner'] });
    expect(await ask(partner, { subject: 'ada' })).toEqual([undefined, undefined]);
  });

  it.each([
    [{ from: 'ada' }, 'feedback-request/of-the-subject', '/from'],
    [{ from: 'zoe' }, 'feedback-request/unknown-person', '/from'],
    [{ due: '2026-03-30' }, 'feedback-request/due-in-the-past', '/due'],
    [{ due: '2026-07-03' }, 'feedback-request/due-too-far', '/due'],
    [{ due: '2026-02-30' }, 'request/invalid-body', '/due'],
    [{ topic: {} }, 'request/invalid-body', '/topic'],
    [{ topic: { skill: 'x', value: 'y' } }, 'request/invalid-body', '/topic'],
    [{ question: '' }, 'request/invalid-body', '/question'],
  ])('refuses %j as %s', async (told, code, field) => {
    const answer = await at.ada.post('/feedback/requests', { ...asking, ...told });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it('is answered only by who was asked, about whom they were asked', async () => {
    const id = await request();
    const wrong = await Promise.all([
      at.cy.post('/feedback/notes', answering(id)),
      at.bo.post('/feedback/notes', answering(id, { subject: 'cy' })),
    ]);
    expect(wrong.map(codeOf)).toEqual([
      ['feedback-note/unknown-request', '/links/0/request'],
      ['feedback-note/unknown-request', '/links/0/request'],
    ]);
    await at.settled();
    expect(await read(id)).toMatchObject({ stage: 'open' });
  });
});
