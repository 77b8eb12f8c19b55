import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../feedback.testing.ts';
import { codeOf } from './company.testing.ts';
import { askedCompany, byLink, survey, type Asked } from './surveys.company.testing.ts';

let asked: Asked;
let surveyId: string;
beforeAll(async () => {
  asked = await askedCompany();
  surveyId = await asked.launched();
});
afterAll(() => asked.close());

const answer = { ratings: { pride: 4 } };
const blinded = () => ({ blindedTicket: randomBytes(256).fill(0, 0, 1).toString('base64') });
const told = (given: Answer) => [given.status, ...codeOf(given)];

describe('who takes part in a survey', () => {
  const path = () => `/surveys/${surveyId}/participation`;

  it('gets one signature, and the same again for the same ticket', async () => {
    const ticket = blinded();
    const d6 = asked.as('d6');
    const first = await d6.post(path(), ticket);
    expect(first.status).toBe(200);
    expect((await d6.post(path(), ticket)).body).toEqual(first.body);
    expect(told(await d6.post(path(), blinded()))).toEqual([
      422,
      'participation/another-ticket',
      '/ticket',
    ]);
  });

  it('gets one also when two come at once', async () => {
    const both = await Promise.all(
      [blinded(), blinded()].map((ticket) => asked.as('d5').post(path(), ticket)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('is asked, in person, and with a token', async () => {
    expect(told(await asked.as('hr').post(path(), blinded()))[1]).toBe('permission/survey-answer');
    const other = { 'on-behalf-of': 'd1' };
    expect((await asked.as('d2').post(path(), blinded(), other)).status).toBe(403);
    const none = await asked.web.app.inject({ method: 'POST', url: path(), payload: blinded() });
    expect(none.statusCode).toBe(401);
    const elsewhere = asked.as('d1', { tenant: 'other' });
    expect(told(await elsewhere.post(path(), blinded()))).toEqual([
      404,
      'survey/not-found',
      undefined,
    ]);
  });

  it('blinds with the key of the group', async () => {
    const over = { blindedTicket: Buffer.alloc(256, 0xff).toString('base64') };
    expect(told(await asked.as('d1').post(path(), over))).toEqual([
      422,
      'participation/blinded-malformed',
      '/blindedTicket',
    ]);
    const short = { blindedTicket: Buffer.alloc(12).toString('base64') };
    expect((await asked.as('d1').post(path(), short)).status).toBe(422);
  });

  it('does it while the survey is open', async () => {
    const opens = '2026-04-05';
    const later = await asked.launched({ opens });
    const taken = await asked.as('d1').post(`/surveys/${later}/participation`, blinded());
    expect(told(taken)).toEqual([409, 'survey/not-open-yet', undefined]);
  });
});

describe('an answer', () => {
  it('counts once for a ticket, however often it is sent', async () => {
    const ticket = await asked.ticketOf(surveyId, 'l1');
    expect((await asked.handIn(surveyId, ticket, answer)).status).toBe(202);
    const again = await asked.handIn(surveyId, ticket, { ratings: { pride: 1 } });
    expect(told(again)).toEqual([422, 'ticket/spent', '/ticket']);
  });

  it('that breaks a rule keeps its ticket', async () => {
    const ticket = await asked.ticketOf(surveyId, 'l2');
    const bad = await asked.handIn(surveyId, ticket, { ratings: { pride: 6 } });
    expect(told(bad)).toEqual([422, 'answer/rating-out-of-scale', '/ratings/pride']);
    const none = await asked.handIn(surveyId, ticket, { comments: { why: 'So.' } });
    expect(told(none)).toEqual([422, 'answer/required-missing', '/ratings/pride']);
    expect((await asked.handIn(surveyId, ticket, answer)).status).toBe(202);
  });

  it('comes with a ticket of its survey and its group, as it was signed', async () => {
    const ticket = await asked.ticketOf(surveyId, 'l3');
    const send = async (more: object) =>
      told(await asked.handIn(surveyId, { ...ticket, ...more }, answer));
    const unsigned = [422, 'ticket/not-signed', '/ticket/signature'];
    expect(await send({ segments: {} })).toEqual(unsigned);
    expect(await send({ segments: { unit: 'shop' } })).toEqual(unsigned);
    expect(await send({ nonce: 'a'.repeat(64) })).toEqual(unsigned);
    const other = await asked.launched();
    expect(await send({ surveyId: other })).toEqual([
      422,
      'ticket/of-another-survey',
      '/ticket/surveyId',
    ]);
    const foreign = await asked.handIn(other, { ...ticket, surveyId: other }, answer);
    expect(told(foreign)).toEqual(unsigned);
    expect((await asked.handIn(surveyId, ticket, answer)).status).toBe(202);
  });

  it('of a survey that there is not, or with a token, is the same as any', async () => {
    const ticket = await asked.ticketOf(surveyId, 'l4');
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(told(await asked.handIn(nowhere, { ...ticket, surveyId: nowhere }, answer))).toEqual([
      404,
      'survey/not-found',
      undefined,
    ]);
    // A token that is sent by mistake is not looked at, be it a broken one.
    const given = await asked.web.app.inject({
      ...{ method: 'POST', url: `/surveys/${surveyId}/answers` },
      headers: { authorization: 'Bearer x' },
      payload: { ticket, answer },
    });
    expect(given.statusCode).toBe(202);
  });
});

describe('a launch', () => {
  const launch = async (more: object) =>
    told(await asked.hr.post('/surveys', { ...survey, ...more }));

  it('asks enough people, in groups that can be made keys for', async () => {
    const shop = { kind: 'people', units: ['shop'] };
    expect(await launch({ audience: shop })).toEqual([
      422,
      'survey/audience-below-threshold',
      '/audience',
    ]);
    expect(await launch({ segments: [{ id: 'tenure', values: ['new'] }] })).toEqual([
      422,
      'survey/unknown-attribute',
      '/segments/0/id',
    ]);
    expect(await launch({ threshold: 2 })).toEqual([
      422,
      'survey/threshold-out-of-range',
      '/threshold',
    ]);
    expect(await launch({ orgAsOf: { instant: '2027-01-01T00:00:00Z' } })).toEqual([
      422,
      'survey/organisation-to-come',
      '/orgAsOf',
    ]);
  });

  it('that is sent again is the same survey, with the same keys', async () => {
    const key = { 'idempotency-key': 'launch-once' };
    const first = await asked.hr.post('/surveys', survey, key);
    const again = await asked.hr.post('/surveys', survey, key);
    expect(again.body).toMatchObject({ id: first.body['id'], replayed: true });
    // Also where they launch none any more.
    const hr = asked.as('hr');
    expect((await hr.post('/surveys', survey, key)).body).toEqual(again.body);
    expect(told(await hr.post('/surveys', survey))[1]).toBe('permission/survey-launch');
  });

  it('of a survey by link has no participants, and one of people no links', async () => {
    const link = await asked.launched(byLink);
    const taken = await asked.as('d1').post(`/surveys/${link}/participation`, blinded());
    expect(told(taken)).toEqual([409, 'survey/by-link', undefined]);
    const printed = await asked.hr.post(`/surveys/${surveyId}/links`, { count: 1 });
    expect(told(printed)).toEqual([409, 'survey/not-by-link', undefined]);
    const stranger = await asked.as('d1').post(`/surveys/${link}/links`, { count: 1 });
    expect(told(stranger)[1]).toBe('permission/survey-launch');
    const many = await asked.hr.post(`/surveys/${link}/links`, { count: 1_001 });
    expect(told(many)).toEqual([422, 'request/invalid-body', '/count']);
  });
});
