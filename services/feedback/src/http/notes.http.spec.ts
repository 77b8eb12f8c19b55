import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toInstant } from '@plumbline/kernel';
import { codeOf, company, idsOf, type Company } from './company.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';
const goal = '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';
const praise = {
  ...{ subject: 'ada', visibility: 'author-and-subject', kind: 'praise' },
  message: 'Nobody waits until the next morning any more.',
};

describe('a note of feedback over HTTP', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
  });
  afterAll(() => at.close());

  const note = (told: object = {}, by: Company['ada'] = at.bo) =>
    at.made(by.post('/feedback/notes', { ...praise, ...told }));
  const seenBy = async (path: string) => {
    const all = [at.bo, at.ada, at.mia, at.eve, at.cy];
    return Promise.all(all.map(async (one) => (await one.get(path)).status));
  };

  it('is given, opened wider, taken back, and what is left is that it was given', async () => {
    const links = [{ goal }, { skill: 'listening' }, { value: 'candour' }];
    const given = await at.bo.post('/feedback/notes', { ...praise, links });
    const path = `/feedback/notes/${String(given.body['id'])}`;
    expect(given).toMatchObject({ status: 201, headers: { location: path } });
    await at.settled();
    const read = await at.ada.get(path);
    expect(read).toMatchObject({ status: 200, headers: { etag: '"0"' } });
    expect(read.body['note']).toMatchObject({
      ...{ ...praise, author: 'bo', stage: 'given', links, widened: [], retracted: null },
      givenAt: '2026-04-01T09:00:00.000Z',
    });
    at.clock.advance(60_000);
    const to = { to: 'public', reason: 'Others ask how it was done.' };
    const widened = await at.bo.post(`${path}/widen`, to, { 'if-match': '"0"' });
    expect(widened.status).toBe(200);
    await at.settled();
    const opened = await at.cy.get(path);
    expect(opened.body['note']).toMatchObject({
      visibility: 'public',
      widened: [{ from: 'author-and-subject', ...to, by: { sub: 'bo' } }],
    });
    const reason = 'It was meant for Cy.';
    expect((await at.bo.post(`${path}/retract`, { reason })).status).toBe(200);
    await at.settled();
    const left = await at.cy.get(path);
    expect(left).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(left.body['note']).toMatchObject({
      ...{ stage: 'retracted', message: null, retracted: { reason, by: { sub: 'bo' } } },
      ...{ author: 'bo', subject: 'ada', kind: 'praise' },
    });
    // Nor is it shown as it was before.
    const before = await at.ada.get(`${path}?asOf=${String(given.body['position'])}`);
    expect(before.body['note']).toMatchObject({ stage: 'given', message: null });
    const listed = `/feedback/notes?about=me&asOf=${String(given.body['position'])}`;
    const { body } = await at.ada.get(listed);
    expect(body['items']).toMatchObject([{ stage: 'given', message: null }]);
    expect((await at.ada.get(`${path}?effectiveAt=2026-03-31`)).status).toBe(404);
  });

  it.each([
    ['manager-only', [200, 404, 200, 404, 404]],
    ['author-and-subject', [200, 200, 404, 404, 404]],
    ['author-subject-and-manager', [200, 200, 200, 404, 404]],
    ['public', [200, 200, 200, 200, 200]],
  ])('that is %s is seen by author, subject, manager, above, others as %j', async (one, who) => {
    const path = `/feedback/notes/${await note({ visibility: one })}`;
    await at.settled();
    expect(await seenBy(path)).toEqual(who);
    expect(await seenBy(`${path}?asOf=${toInstant(at.clock.now()).slice(0, 10)}`)).toEqual(who);
    const lists = [
      ...[at.bo.get('/feedback/notes?given=me'), at.ada.get('/feedback/notes?about=me')],
      ...[at.mia, at.eve, at.cy].map((by) => by.get('/feedback/notes?subject=ada')),
    ];
    const id = path.slice('/feedback/notes/'.length);
    const listed = await Promise.all(lists);
    expect(listed.map((answer) => idsOf(answer).includes(id))).toEqual(who.map((s) => s === 200));
  });

  it('is listed by kind and stage, page by page; what is about oneself where nothing is said', async () => {
    const own = await company();
    const made = async (told: object, by = own.bo) =>
      own.made(by.post('/feedback/notes', { ...praise, ...told }));
    const [one, two] = [await made({}), await made({ kind: 'suggestion' })];
    const three = await made({ subject: 'bo' }, own.ada);
    await own.settled();
    const ids = async (query: string, by = own.ada) =>
      idsOf(await by.get(`/feedback/notes?${query}`)).toSorted();
    expect(await ids('')).toEqual([one, two].toSorted());
    expect(await ids('about=me&kind=suggestion')).toEqual([two]);
    expect(await ids('stage=retracted')).toEqual([]);
    expect(await ids('given=me')).toEqual([three]);
    expect(await ids('given=me&subject=ada', own.bo)).toEqual([one, two].toSorted());
    expect(await ids('given=me&about=me')).toEqual([]);
    const page = await own.ada.get('/feedback/notes?limit=1');
    expect(idsOf(page)).toHaveLength(1);
    expect(await ids(`limit=1&after=${String(page.body['next'])}`)).toHaveLength(1);
    await own.close();
  });

  it('is changed by its author alone; to whom may not see it, there is none', async () => {
    const path = `/feedback/notes/${await note()}`;
    const attempts = await Promise.all([
      at.cy.post(`${path}/retract`, { reason: 'x' }),
      at.mia.post(`${path}/widen`, { to: 'public' }),
      at.ada.post(`${path}/retract`, { reason: 'x' }),
      at.bo.post(`${path}/widen`, { to: 'manager-only' }),
      at.bo.post(`/feedback/notes/${nobody}/retract`, { reason: 'x' }),
    ]);
    expect(attempts.map((answer) => [answer.status, ...codeOf(answer)])).toEqual([
      [404, 'feedback-note/not-found', undefined],
      [404, 'feedback-note/not-found', undefined],
      [409, 'feedback-note/not-the-author', undefined],
      [422, 'feedback-note/not-wider', '/to'],
      [404, 'feedback-note/not-found', undefined],
    ]);
  });

  it.each([
    [{ subject: 'bo' }, 'feedback-note/to-oneself', '/subject'],
    [{ subject: 'zoe' }, 'feedback-note/unknown-person', '/subject'],
    [{ effectiveAt: '2025-12-31' }, 'feedback-note/unknown-person', '/subject'],
    [{ links: [{ request: nobody }] }, 'feedback-note/unknown-request', '/links/0/request'],
    [{ message: ' ' }, 'request/invalid-body', '/message'],
    [{ visibility: 'secret' }, 'request/invalid-body', '/visibility'],
    [{ kind: 'blame' }, 'request/invalid-body', '/kind'],
    [{ links: [{}] }, 'request/invalid-body', '/links'],
    [{ links: [{ goal, skill: 'x' }] }, 'request/invalid-body', '/links'],
    [{ links: [{ goal: 'Answer sooner' }] }, 'request/invalid-body', '/links/0/goal'],
  ])('refuses %j as %s', async (told, code, field) => {
    const answer = await at.bo.post('/feedback/notes', { ...praise, ...told });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it.each([16, 17])('takes 16 links and no more: %d', async (many) => {
    const links = Array.from({ length: many }, (_, n) => ({ skill: `skill-${n}` }));
    const { status } = await at.bo.post('/feedback/notes', { ...praise, links });
    expect(status).toBe(many === 16 ? 201 : 422);
  });

  it.each([5_000, 5_001])('takes 5000 characters and no more: %d', async (many) => {
    const { status } = await at.bo.post('/feedback/notes', {
      ...praise,
      message: 'x'.repeat(many),
    });
    expect(status).toBe(many === 5_000 ? 201 : 422);
  });

  it('that is for the manager only is not read by whom it is about in the place of the manager', async () => {
    const own = await company();
    const made = (visibility: string) =>
      own.made(own.bo.post('/feedback/notes', { ...praise, visibility }));
    const [hidden, open] = [await made('manager-only'), await made('author-subject-and-manager')];
    const told = { ...praise, subject: 'cy', visibility: 'manager-only' };
    const about = await own.made(own.bo.post('/feedback/notes', told));
    await own.settled();
    await own.directory('directory.DelegationGranted.v1', {
      ...{ person: 'mia', delegation: 'd1', to: 'ada', from: '2026-04-01', until: '2026-04-30' },
      actions: null,
    });
    const behalf = { 'on-behalf-of': 'mia' };
    const statusOf = async (id: string) =>
      (await own.ada.get(`/feedback/notes/${id}`, behalf)).status;
    // What she may read is read in person; of others she reads what their manager does.
    expect(await Promise.all([hidden, open, about].map(statusOf))).toEqual([404, 404, 200]);
    expect(idsOf(await own.ada.get('/feedback/notes?subject=ada', behalf))).toEqual([]);
    expect(idsOf(await own.ada.get('/feedback/notes?about=me'))).toEqual([open]);
    await own.close();
  });

  it('is given in person, and read in the place of another only by a delegation', async () => {
    const own = await company();
    const id = await own.made(own.bo.post('/feedback/notes', praise));
    await own.settled();
    const behalf = { 'on-behalf-of': 'ada' };
    const read = (path = `/${id}`) => own.cy.get(`/feedback/notes${path}`, behalf);
    expect(codeOf(await read())).toEqual(['permission/no-delegation', 'header:On-Behalf-Of']);
    await own.directory('directory.DelegationGranted.v1', {
      ...{ person: 'ada', delegation: 'd1', to: 'cy', from: '2026-04-01', until: '2026-04-30' },
      actions: ['feedback/read-received', 'feedback/give'],
    });
    expect((await read()).status).toBe(200);
    expect(idsOf(await read(''))).toEqual([id]);
    const given = await own.cy.post('/feedback/notes', { ...praise, subject: 'bo' }, behalf);
    expect([given.status, ...codeOf(given)]).toEqual([
      ...[403, 'permission/in-person-only', 'header:On-Behalf-Of'],
    ]);
    // Who is stood in for can see who has looked.
    const { facts } = await own.log.readAll(null, { limit: 100, context: 'access' });
    expect(facts).not.toHaveLength(0);
    await own.close();
  });

  it('is nobody else’s: another tenant sees nothing of it', async () => {
    const id = await note({ visibility: 'public' });
    await at.settled();
    const other = at.as('ada', { tenant: 'other' });
    expect((await other.get(`/feedback/notes/${id}`)).status).toBe(404);
    expect(idsOf(await other.get('/feedback/notes'))).toEqual([]);
    expect((await other.post(`/feedback/notes/${id}/retract`, { reason: 'x' })).status).toBe(404);
  });
});
