import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, idOf, type Body, type Caller } from '@plumbline/feedback/testing';
import * as reviews from '../review/review.histories.ts';
import { calibratingCompany, convened, convenedUnchecked, million } from './calibration.testing.ts';
import type { CalibratingCompany } from './calibration.testing.ts';

const note = 'Her figures are those of a five.';
const nobody = '00000000-0000-5000-8000-000000000000';
let at: CalibratingCompany;
beforeAll(async () => {
  at = await calibratingCompany();
});
afterAll(() => at.close());

const proposalOf = (person: string, to = 5) => ({
  ...{ reviewId: at.reviewOf(person), to: to * million, reasonCode: 'rater-severe', note },
});
const proposed = async (path: string, by: Caller, person: string, to?: number) =>
  idOf(await by.post(`${path}/adjustments`, proposalOf(person, to)));
const decide = (path: string, id: string, by: Caller, body: object = { accepted: true }) =>
  by.post(`${path}/adjustments/${id}/decide`, body);
const read = async (path: string, by: Caller): Promise<Body> => {
  await at.settled();
  const { status, body } = await by.get(path);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const rowsOf = (body: Body) => body['items'] as (Body & { subject: string })[];

describe('a calibration session', () => {
  it('looks at reviews side by side, and what it decides is theirs once it is locked', async () => {
    const path = await convened(at, ['ada', 'cy']);
    const before = await read(`${path}/board`, at.mia);
    expect(rowsOf(before)).toMatchObject([
      { isIn: true, before: 4 * million, after: 4 * million, proposals: [] },
      { isIn: true, evidence: [{ source: 'goals', streams: 1 }], score: { total: 4 * million } },
    ]);
    const up = await proposed(path, at.mia, 'ada');
    const down = await proposed(path, at.bo, 'cy', 3);
    expect((await decide(path, up, at.hana)).status).toBe(200);
    const no = { accepted: false, note: 'No evidence.' };
    expect((await decide(path, down, at.hana, no)).status).toBe(200);
    const closing = 'Two managers had read the scale unlike.';
    expect((await at.hana.post(`${path}/lock`, { note: closing })).status).toBe(200);
    const after = await read(`${path}/board`, at.bo);
    const [ada, cy] = rowsOf(after).toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
    expect(ada).toMatchObject({
      ...{ subject: 'ada', before: 4 * million, after: 5 * million },
      proposals: [
        {
          ...{ id: up, from: 4 * million, to: 5 * million, reasonCode: 'rater-severe', note },
          ...{ by: 'mia', decided: { accepted: true, by: 'hana', note: null } },
        },
      ],
    });
    expect(cy).toMatchObject({
      ...{ subject: 'cy', after: 4 * million },
      proposals: [{ decided: { accepted: false, note: 'No evidence.' } }],
    });
    const { facts } = await at.log.readAll(null, { limit: 1_000 });
    const calibrated = facts.filter(({ type }) => type === 'reviews.RatingCalibrated.v1');
    const told = calibrated.map(({ body }) => (JSON.parse(body) as { data: Body }).data);
    const dataOf = (person: string) => told.find((one) => one['reviewId'] === at.reviewOf(person));
    expect(dataOf('ada')).toMatchObject({ from: 4 * million, to: 5 * million, adjustmentId: up });
    expect(dataOf('cy')).toMatchObject({ from: 4 * million, to: 4 * million });
    expect(dataOf('cy')).toMatchObject({ reasonCode: 'confirmed' });
    const session = (await read(path, at.mia))['session'];
    expect(session).toMatchObject({
      ...{ title: 'Sales', stage: 'locked', moderator: 'hana', reviews: 2, closing },
      proposals: { open: 0, accepted: 1, rejected: 1 },
    });
  });

  it('has no review that came into another one in the same moment, and says so', async () => {
    const first = await convened(at, ['ada']);
    const second = await convenedUnchecked(at, ['ada', 'cy']);
    await at.settled();
    expect(rowsOf(await read(`${first}/board`, at.mia))).toMatchObject([{ isIn: true }]);
    const boardOf = async () => {
      const rows = rowsOf(await read(`${second}/board`, at.mia));
      return rows.map(({ subject, isIn }) => [subject, isIn]).toSorted();
    };
    expect(await boardOf()).toEqual([['cy', true]]);
    expect((await read(second, at.mia))['session']).toMatchObject({
      ...{ reviews: 1, revision: 1 },
      changes: [{ kind: 'review-left-out', cause: 'in-another-session' }],
    });
    expect(codeOf(await at.mia.post(`${second}/adjustments`, proposalOf('ada', 3)))).toEqual([
      ...['calibration-session/unknown-review', undefined],
    ]);
    // It is added once the other session has done with it.
    const adding = () => at.noor.post(`${second}/reviews`, { reviews: [at.reviewOf('ada')] });
    expect(codeOf(await adding())).toEqual([
      ...['calibration-session/in-another-session', '/reviews/0'],
    ]);
    expect((await at.hana.post(`${first}/lock`, {})).status).toBe(200);
    await at.settled();
    expect((await adding()).status).toBe(200);
    expect(await boardOf()).toEqual([
      ['ada', true],
      ['cy', true],
    ]);
    expect((await at.hana.post(`${second}/lock`, {})).status).toBe(200);
    await at.settled();
  });

  it('F5: takes in members and reviews while it runs, and tells who came and went', async () => {
    const path = await convened(at, ['bo'], { members: ['cy'] });
    expect(codeOf(await at.mia.post(`${path}/adjustments`, proposalOf('bo')))).toEqual([
      ...['calibration-session/not-found', undefined],
    ]);
    const reason = 'She is on leave.';
    const adding = () => at.noor.post(`${path}/reviews`, { reviews: [at.reviewOf('hana')] });
    // Who leads a session has no own review in it, and leads none that has.
    expect(codeOf(await adding())).toEqual([
      'calibration-session/moderator-is-subject',
      '/reviews',
    ]);
    const leading = (to: string) => at.noor.post(`${path}/moderator`, { to, reason });
    expect(codeOf(await leading('bo'))).toEqual([
      ...['calibration-session/moderator-is-subject', '/to'],
    ]);
    const changes = await Promise.all([
      at.noor.post(`${path}/members`, { members: ['mia'] }),
      at.noor.post(`${path}/excuse`, { member: 'cy', reason }),
      leading('noor'),
    ]);
    expect([...changes, await adding()].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const session = (await read(path, at.mia))['session'] as Body;
    expect(session).toMatchObject({ moderator: 'noor', members: ['mia'], reviews: 2 });
    expect((session['changes'] as Body[]).map(({ kind }) => kind).toSorted()).toEqual([
      ...['member-excused', 'members-added', 'moderator-replaced', 'reviews-added'],
    ]);
    expect(rowsOf(await read(`${path}/board`, at.mia)).every(({ isIn }) => isIn === true)).toBe(
      true,
    );
    await proposed(path, at.mia, 'hana');
    // Who leads it no more takes part in it no more.
    expect((await at.hana.post(`${path}/lock`, {})).status).toBe(409);
  });

  it('asks for a reason of each change, and keeps the text of the review as it is', async () => {
    const path = await convened(at, ['mia'], { members: ['bo', 'cy'] });
    const text = { ...proposalOf('mia'), text: 'What a year.' };
    expect(codeOf(await at.bo.post(`${path}/adjustments`, text))).toEqual([
      ...['request/invalid-body', '/text'],
    ]);
    const { note: _, ...unsaid } = proposalOf('mia');
    expect(codeOf(await at.bo.post(`${path}/adjustments`, unsaid))).toEqual([
      ...['request/invalid-body', '/note'],
    ]);
  });

  it('is published in numbers, without anything that was said', async () => {
    const published = await at.published('reviews.');
    expect(JSON.stringify(published)).not.toContain('figures');
    const sessions = await at.log.readAll(null, { limit: 1_000, context: 'reviews' });
    expect(sessions.facts.some(({ body }) => body.includes(note))).toBe(false);
  });
});

describe('what a session refuses', () => {
  let path: string;
  beforeAll(async () => {
    path = await convened(at, ['eve'], { members: ['mia', 'bo', 'eve'] });
  });

  const convening = async (told: object, by = at.noor) => {
    const body = { cycleId: at.cycleId, title: 'X', moderator: 'hana', members: [], reviews: [] };
    const answer = await by.post('/calibration-sessions', { ...body, ...told });
    return [answer.status, ...codeOf(answer)];
  };

  it.each([
    [{ cycleId: nobody }, 'calibration-session/unknown-cycle', '/cycleId'],
    [{ reviews: [nobody] }, 'calibration-session/unknown-review', '/reviews/0'],
    [{ moderator: 'zoe' }, 'calibration-session/unknown-person', '/moderator'],
    [{ members: ['mia', 'zoe'] }, 'calibration-session/unknown-person', '/members/1'],
    [{ members: ['hana'] }, 'calibration-session/named-twice', '/members'],
    [
      { members: Array.from({ length: 51 }, (_, one) => `p${one}`) },
      'request/invalid-body',
      '/members',
    ],
    [{ title: ' ' }, 'request/invalid-body', '/title'],
    [{ title: 'Sales\u0007' }, 'request/invalid-body', '/title'],
    [{ reviews: ['x'] }, 'request/invalid-body', '/reviews'],
  ])('%j as %s', async (told, code, field) => {
    expect(await convening(told)).toEqual([422, code, field]);
  });

  it('a review that is in another session, and one that is not rated', async () => {
    expect(await convening({ reviews: [at.reviewOf('eve')] })).toEqual([
      ...[422, 'calibration-session/in-another-session', '/reviews/0'],
    ]);
  });

  it('who is no HR partner of those whose reviews come in, and an own review', async () => {
    for (const by of [at.mia, at.auditor, at.analyst]) {
      expect(await convening({ reviews: [at.reviewOf('bo')] }, by)).toEqual([
        ...[403, 'permission/calibration-convene', undefined],
      ]);
    }
    const own = await at.hana.post(`${path}/reviews`, { reviews: [at.reviewOf('hana')] });
    expect([403, 422]).toContain(own.status);
  });

  it('proposals on oneself, on whom one answers to, and off the scale', async () => {
    const codesOf = async (by: Caller, told: object) =>
      codeOf(await by.post(`${path}/adjustments`, { ...proposalOf('eve'), ...told }));
    expect(await codesOf(at.eve, {})).toEqual(['calibration-session/own-record', undefined]);
    expect(await codesOf(at.mia, {})).toEqual([
      'calibration-session/answers-to-subject',
      undefined,
    ]);
    expect(await codesOf(at.noor, {})).toEqual(['calibration-session/not-a-member', undefined]);
    expect(await codesOf(at.cy, {})).toEqual(['calibration-session/not-found', undefined]);
    expect(await codesOf(at.bo, { reviewId: nobody })).toEqual([
      ...['calibration-session/unknown-review', undefined],
    ]);
    expect(await codesOf(at.bo, { to: 4.5 })).toEqual(['request/invalid-body', '/to']);
    expect(await codesOf(at.bo, { reasonCode: 'a-favour' })).toEqual([
      ...['request/invalid-body', '/reasonCode'],
    ]);
  });

  it('decisions of the wrong one, on nothing, and without a reason', async () => {
    const other = await convened(at, ['bo'].map(() => 'mia').slice(1), { members: ['mia', 'bo'] });
    expect(codeOf(await decide(other, nobody, at.hana))).toEqual([
      ...['calibration-session/unknown-adjustment', undefined],
    ]);
    expect(codeOf(await at.bo.post(`${other}/lock`, {}))).toEqual([
      ...['calibration-session/not-the-moderator', undefined],
    ]);
    expect((await at.hana.post(`${other}/lock`, {})).status).toBe(200);
    for (const [route, body] of [
      ['members', { members: ['cy'] }],
      ['excuse', { member: 'bo', reason: 'x' }],
      ['moderator', { to: 'bo', reason: 'x' }],
      ['adjustments', proposalOf('bo')],
    ] as const) {
      const by = route === 'adjustments' ? at.bo : at.noor;
      expect(codeOf(await by.post(`${other}/${route}`, body))).toEqual([
        ...['calibration-session/locked', undefined],
      ]);
    }
  });

  it('the place of another, and another tenant', async () => {
    await at.directory('directory.DelegationGranted.v1', {
      ...{ person: 'mia', delegation: 'd1', to: 'cy', from: '2026-04-01', until: '2026-04-30' },
      actions: null,
    });
    const behalf = { 'on-behalf-of': 'mia' };
    const inPerson = ['permission/in-person-only', 'header:On-Behalf-Of'];
    expect(codeOf(await at.cy.post(`${path}/lock`, {}, behalf))).toEqual(inPerson);
    for (const one of ['', `/${path.split('/')[2]}`, `/${path.split('/')[2]}/board`]) {
      expect(codeOf(await at.cy.get(`/calibration-sessions${one}`, behalf))).toEqual(inPerson);
    }
    const elsewhere = at.as('hana', { tenant: 'other', roles: ['hr-partner', 'auditor'] });
    expect((await elsewhere.get(path)).status).toBe(404);
    expect((await elsewhere.post(`${path}/lock`, {})).status).toBe(404);
  });

  it('to judge the dispute about what one has decided, or to allow another revision', async () => {
    const reviewId = at.reviewOf('ada');
    const of = (act: string) => ({ act: `${act}-ada`, reviewId });
    await at.review({ ...reviews.finalise, ...of('finalise'), rating: 5 * million });
    await at.review({ ...reviews.share, ...of('share') });
    await at.review({ ...reviews.dispute, ...of('dispute') });
    await at.settled();
    const answer = { outcome: 'rejected', reason: 'It was compared.' };
    const review = `/reviews/${reviewId}`;
    expect(codeOf(await at.hana.post(`${review}/resolve`, answer))).toEqual([
      ...['review/resolver-is-party', undefined],
    ]);
    expect((await at.noor.post(`${review}/resolve`, answer)).status).toBe(200);
    const asked = { askedBy: 'mia', reason: 'It was compared.' };
    expect(codeOf(await at.hana.post(`${review}/reopen`, asked))).toEqual([
      ...['review/approver-is-author', undefined],
    ]);
    expect((await at.noor.post(`${review}/reopen`, asked)).status).toBe(200);
  });
});
