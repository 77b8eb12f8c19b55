import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec, type RecordViewed } from '@plumbline/access';
import type { Caller } from '../feedback.testing.ts';
import { codeOf, company, idOf, idsOf, type Company } from './company.testing.ts';

let house: Company;
let sam: Caller;
let auditor: Caller;

beforeAll(async () => {
  house = await company('2026-06-01T09:00:00.000Z');
  sam = house.as('sam', { roles: ['service-manager'] });
  auditor = house.as('aud', { roles: ['auditor'] });
});

afterAll(() => house.close());

const visit = {
  ...{ source: 'after-visit', occurredOn: '2026-05-04', answeredAt: '2026-05-06T18:20:00Z' },
  ...{ touchpoint: 'counter', channel: 'mail', location: 'office-north' },
  answers: [
    { metric: 'nps', score: 3 },
    { metric: 'ces', score: 99, codes: [{ code: 99, means: 'not-applicable' }] },
  ],
  comment: 'Ada was kind, but I had to come twice.',
};
const attribution = [
  { person: 'ada', share: 0.6 },
  { unit: 'desk', share: 0.4 },
];

const recorded = (more: object = {}) =>
  house.made(sam.post('/customer-responses', { ...visit, attribution, ...more }));

const responseOf = async (by: Caller, id: string, query = '') => {
  await house.settled();
  const { status, body } = await by.get(`/customer-responses/${id}${query}`);
  return status === 200 ? (body['response'] as Record<string, unknown>) : status;
};

describe('recording a response', () => {
  it('keeps answers with scales, and shows it to those whose work it tells of', async () => {
    const id = await recorded();
    const expected = {
      ...{ id, stage: 'recorded', occurredOn: '2026-05-04', location: 'office-north' },
      answers: [
        { metric: 'nps', scale: { min: 0, max: 10 }, score: 3 },
        { metric: 'ces', scale: { min: 1, max: 7 }, score: null, noAnswer: 'not-applicable' },
      ],
      ...{ comment: visit.comment, shares: attribution, loop: { state: 'open' } },
    };
    for (const by of [house.ada, house.mia, house.eve, sam, auditor]) {
      expect(await responseOf(by, id)).toMatchObject(expected);
    }
    for (const by of [house.cy, house.bo, house.as('stranger', { tenant: 'other' })]) {
      expect(await responseOf(by, id)).toBe(404);
    }
  });

  it('leaves what nobody’s work it tells of to those who may read all', async () => {
    const id = await recorded({ attribution: undefined });
    expect(await responseOf(sam, id)).toMatchObject({ id, shares: [], attributions: [] });
    expect(await responseOf(house.eve, id)).toBe(404);
  });

  it('knows the same transaction of the same source again', async () => {
    const told = { ...visit, transaction: 'visit-1' };
    const first = await sam.post('/customer-responses', told);
    const again = await sam.post('/customer-responses', told);
    expect([idOf(again), again.body['changed']]).toEqual([idOf(first), false]);
    const other = await sam.post('/customer-responses', { ...told, source: 'kiosk' });
    expect(idOf(other)).not.toBe(idOf(first));
    const changed = await sam.post('/customer-responses', { ...told, channel: 'web' });
    expect(codeOf(changed)[0]).toBe('response/already-recorded');
  });

  it('is for importers and service managers, who attribute in their scope', async () => {
    expect((await house.ada.post('/customer-responses', visit)).status).toBe(403);
    const role = { person: 'bo', role: 'service-manager', unit: 'desk', from: '2026-01-01' };
    await house.directory('directory.RoleGranted.v1', { ...role, until: null });
    const held = (unit: string) => ({ ...visit, attribution: [{ unit, share: 1 }] });
    expect((await house.bo.post('/customer-responses', held('sales'))).status).toBe(403);
    expect((await house.bo.post('/customer-responses', visit)).status).toBe(403);
    const made = await house.bo.post('/customer-responses', held('desk'));
    expect(made.status).toBe(201);
    const away = { shares: [{ unit: 'sales', share: 1 }], reason: 'Theirs.' };
    const given = await house.bo.post(`/customer-responses/${idOf(made)}/attribute`, away);
    expect(given.status).toBe(403);
  });

  it.each([
    [{ location: 'Office North' }, 'request/invalid-body', '/location'],
    [
      { answers: [{ metric: 'nps', score: 11 }] },
      'response/score-not-on-scale',
      '/answers/0/score',
    ],
    [{ answers: [{ metric: 'nps', score: '9' }] }, 'request/invalid-body', '/answers/0/score'],
    [{ attribution: [{ share: 1 }] }, 'request/invalid-body', '/attribution/0/share'],
    [
      { attribution: [{ unit: 'desk', person: 'ada', share: 1 }] },
      'request/invalid-body',
      '/attribution/0/share',
    ],
    [
      { attribution: [...attribution, ...attribution] },
      'response/attributed-twice',
      '/attribution',
    ],
    [{ occurredOn: '2026-06-03' }, 'response/occurred-in-the-future', '/occurredOn'],
    [{ answeredAt: 'yesterday' }, 'request/invalid-body', '/answeredAt'],
    [{ answeredAt: null }, 'response/answered-at-missing', '/answeredAt'],
  ])('refuses %j', async (wrong, code, field) => {
    const answer = await sam.post('/customer-responses', { ...visit, ...wrong });
    expect(codeOf(answer)).toEqual([code, field]);
  });
});

describe('whose work a response tells of', () => {
  it('is disputed by whom it is attributed to, and settled by others', async () => {
    const id = await recorded();
    const path = `/customer-responses/${id}`;
    const dispute = { reason: 'The first visit was on my day off.' };
    expect((await house.cy.post(`${path}/dispute`, dispute)).status).toBe(404);
    expect(codeOf(await house.mia.post(`${path}/dispute`, dispute))[0]).toBe(
      'response/not-attributed',
    );
    expect((await house.ada.post(`${path}/dispute`, dispute)).status).toBe(200);
    const settle = { person: 'ada', outcome: 'upheld', reason: 'So it was.' };
    expect((await house.ada.post(`${path}/settle`, settle)).status).toBe(403);
    expect((await house.mia.post(`${path}/settle`, settle)).status).toBe(200);
    expect(await responseOf(house.cy, id)).toBe(404);
    // Who disputed reads what came of it, though nothing is attributed to them any more.
    expect(await responseOf(house.ada, id)).toMatchObject({
      shares: [{ unit: 'desk', share: 0.4 }],
      disputes: [
        {
          ...{ person: 'ada', share: 0.6, reason: dispute.reason },
          settled: { outcome: 'upheld', by: { sub: 'mia' }, reason: settle.reason },
        },
      ],
    });
  });

  it('is disputed in words that others with a share do not read', async () => {
    const both = [...attribution.slice(0, 1), { person: 'bo', share: 0.2 }];
    const id = await recorded({ attribution: both });
    const reason = 'I was away.';
    await house.ada.post(`/customer-responses/${id}/dispute`, { reason });
    expect(await responseOf(house.bo, id)).toMatchObject({
      disputes: [{ person: 'ada', reason: null }],
    });
    expect(await responseOf(house.mia, id)).toMatchObject({ disputes: [{ reason }] });
    expect(await responseOf(sam, id)).toMatchObject({ disputes: [{ reason }] });
  });

  it('is not settled by who has a share, nor by who stands in for them', async () => {
    const id = await recorded();
    const settle = { person: 'ada', outcome: 'rejected', reason: 'It was.' };
    const path = `/customer-responses/${id}/settle`;
    const shares = [
      { person: 'ada', share: 0.5 },
      { person: 'mia', share: 0.5 },
    ];
    const change = { shares, reason: 'Both did it.' };
    expect((await sam.post(`/customer-responses/${id}/attribute`, change)).status).toBe(200);
    await house.ada.post(`/customer-responses/${id}/dispute`, { reason: 'Not mine.' });
    const grant = { delegation: 'd1', from: '2026-01-01', until: '2027-01-01', actions: null };
    await house.directory('directory.DelegationGranted.v1', { ...grant, person: 'mia', to: 'cy' });
    const lent = await house.bo.post(path, settle, { 'on-behalf-of': 'mia' });
    expect(codeOf(lent)[0]).toBe('permission/no-delegation');
    for (const answer of [
      await house.mia.post(path, settle),
      await house.cy.post(path, settle, { 'on-behalf-of': 'mia' }),
    ]) {
      expect(codeOf(answer)[0]).toBe('response/settled-on-own-record');
    }
    expect((await house.eve.post(path, settle)).status).toBe(200);
  });

  it('changes with a reason, and is told as it was at any time', async () => {
    const id = await recorded();
    house.clock.advance(60_000);
    const shares = [{ unit: 'sales', share: 1 }];
    const path = `/customer-responses/${id}/attribute`;
    expect(codeOf(await sam.post(path, { shares }))).toEqual(['response/text-missing', '/reason']);
    const changed = await sam.post(path, { shares, reason: 'Wrong desk.' });
    expect(await responseOf(house.mia, id)).toMatchObject({
      shares,
      attributions: [{ reason: null }, { before: attribution, shares, reason: 'Wrong desk.' }],
    });
    const before = await responseOf(house.mia, id, '?asOf=2026-06-01T09:00:30Z');
    expect(before).toMatchObject({ shares: attribution });
    expect(changed.headers['etag']).toBe('"2"');
    expect((await house.mia.get(`/customer-responses/${id}`)).headers['etag']).toBe('"2"');
  });
});

describe('going back to the customer', () => {
  it('is recorded once, by those whose work it is or who manage them', async () => {
    const id = await recorded();
    const path = `/customer-responses/${id}/close`;
    const close = { cause: 'incomplete-papers', reason: 'Called them.' };
    expect((await house.cy.post(path, close)).status).toBe(404);
    expect((await auditor.post(path, close)).status).toBe(403);
    expect((await house.ada.post(path, close)).status).toBe(200);
    expect(codeOf(await sam.post(path, { ...close, cause: 'other' }))[0]).toBe(
      'response/loop-closed',
    );
    expect(await responseOf(house.mia, id)).toMatchObject({
      loop: { state: 'closed', by: { sub: 'ada' }, ...close },
    });
  });

  it('is not asked for what was withdrawn', async () => {
    const id = await recorded({ location: 'office-gone' });
    const withdraw = { reason: 'It belongs to another company.' };
    expect((await house.ada.post(`/customer-responses/${id}/withdraw`, withdraw)).status).toBe(403);
    expect((await sam.post(`/customer-responses/${id}/withdraw`, withdraw)).status).toBe(200);
    expect(await responseOf(house.ada, id)).toMatchObject({
      ...{ stage: 'withdrawn', withdrawn: withdraw, loop: { state: null } },
    });
    const open = await house.ada.get('/customer-responses?loop=open&location=office-gone');
    expect(idsOf(open)).toEqual([]);
  });
});

describe('what was withdrawn', () => {
  it('is recorded anew under the same transaction, and counted once', async () => {
    const told = { location: 'office-anew', transaction: 'visit-anew', source: 'after-visit' };
    const id = await recorded(told);
    const nothing = { reason: 'It belongs to another company.' };
    expect((await sam.post(`/customer-responses/${id}/withdraw`, nothing)).status).toBe(200);
    expect(await recorded(told)).toBe(id);
    await house.settled();
    expect(await responseOf(house.ada, id)).toMatchObject({
      ...{ stage: 'recorded', withdrawn: null, withdrawnBefore: [nothing] },
    });
    expect((await sam.post(`/customer-responses/${id}/withdraw`, nothing)).status).toBe(200);
    expect(await responseOf(house.ada, id)).toMatchObject({
      ...{ stage: 'withdrawn', withdrawnBefore: [nothing], loop: { state: null } },
    });
  });
});

describe('responses in a list', () => {
  it('are those of a filter that the caller may read, page by page', async () => {
    const told = { location: 'office-west', touchpoint: 'phone', channel: 'web' };
    const mine = [await recorded(told), await recorded({ ...told, channel: 'mail' })].toSorted();
    await recorded({ ...told, attribution: [{ person: 'bo', share: 1 }] });
    await house.settled();
    const list = async (by: Caller, query: string) =>
      idsOf(await by.get(`/customer-responses?location=office-west${query}`));
    expect(await list(house.ada, '')).toEqual(mine);
    expect(await list(house.ada, '&person=me')).toEqual(mine);
    expect(await list(house.mia, '&person=ada&loop=open&touchpoint=phone')).toEqual(mine);
    expect(await list(house.mia, '&channel=web')).toHaveLength(1);
    expect(await list(sam, '')).toHaveLength(3);
    expect(await list(sam, '&unit=desk')).toEqual(mine);
    expect(await list(house.cy, '')).toEqual([]);
    const first = await house.ada.get('/customer-responses?location=office-west&limit=1');
    expect([idsOf(first), first.body['next']]).toEqual([mine.slice(0, 1), mine[0]]);
    expect(await list(house.ada, `&limit=1&after=${mine[0]}`)).toEqual(mine.slice(1));
  });

  it('leave a trace where an auditor looks, with all whom they tell of', async () => {
    const attribution = [
      { person: 'ada', share: 0.5 },
      { person: 'eve', share: 0.5 },
    ];
    const id = await recorded({ attribution });
    expect(await responseOf(auditor, id)).toMatchObject({ id });
    const { facts } = await house.log.readAll(null, {
      limit: 1_000,
      tenant: 'acme',
      context: 'access',
    });
    const viewed = facts.map((one) => accessCodec.decode(one).fact as RecordViewed);
    const seen = viewed.filter(({ record }) => record === `response:${id}`);
    expect(seen.map(({ subject, by }) => [subject, by]).toSorted()).toEqual([
      ['ada', 'aud'],
      ['eve', 'aud'],
    ]);
  });
});
