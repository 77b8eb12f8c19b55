import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, idOf, idsOf } from './company.testing.ts';
import { recognising, type Recognising } from './recognition.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';

describe('points over HTTP', () => {
  let at: Recognising;
  beforeAll(async () => {
    at = await recognising();
  });
  afterAll(() => at.close());

  it('are given, earned, redeemed and handed out, and every posting is told', async () => {
    const given = idOf(await at.give(at.ada, { points: 40 }));
    await at.settled();
    const redeemed = await at.bo.post('/redemptions', { reward: 'mug' });
    const id = idOf(redeemed);
    expect(redeemed).toMatchObject({ status: 201, headers: { location: `/redemptions/${id}` } });
    await at.settled();
    const { body, headers } = await at.bo.get('/points');
    expect(headers['etag']).toBe('"1"');
    expect(body['points']).toMatchObject({
      ...{ person: 'bo', allowance: { month: '2026-04', left: 100, of: 100 }, earned: 10 },
      pending: [{ id, reward: 'mug', cost: 30, at: '2026-04-01T09:00:00.000Z' }],
      postings: {
        n: 2,
        items: [
          { type: 'RewardRedeemed', redemptionId: id, recognitionId: null, earned: 10 },
          {
            ...{ type: 'PointsReceived', recognitionId: given, redemptionId: null, earned: 40 },
            legs: [
              { account: 'transit', points: -40 },
              { account: 'earned:bo', points: 40 },
            ],
          },
        ],
      },
    });
    const decide = (by: typeof at.hr, key: string) => {
      const outcome = { outcome: 'fulfil' };
      return by.post(`/redemptions/${id}/decide`, outcome, { 'idempotency-key': key });
    };
    const fulfilled = await decide(at.hr, 'once');
    expect(fulfilled.status).toBe(200);
    await at.settled();
    expect(await at.pointsOf(at.bo)).toEqual({ left: 100, earned: 10, pending: 0 });
    // Who is no HR partner any more is told once more that they did it, and does nothing else.
    const again = await decide(at.as('hal'), 'once');
    expect(again).toMatchObject({ status: 200, body: { ...fulfilled.body, replayed: true } });
    expect((await decide(at.as('hal'), 'twice')).status).toBe(404);
    const read = await at.bo.get(`/redemptions/${id}`);
    expect(read.headers['etag']).toBe('"2"');
    expect(read.body['redemption']).toMatchObject({
      ...{ id, person: 'bo', by: 'bo', reward: 'mug', cost: 30, state: 'fulfilled' },
      decided: { by: { sub: 'hal' }, reason: null },
    });
    const earlier = await at.bo.get(`/points?asOf=${String(redeemed.body['position'])}`);
    expect(earlier.body['points']).toMatchObject({ earned: 10, pending: [{ id }] });
  });

  it('are back when a reward is declined, for a reason', async () => {
    const own = await recognising();
    await own.give(own.ada, { points: 40 });
    await own.settled();
    const path = `/redemptions/${idOf(await own.bo.post('/redemptions', { reward: 'mug' }))}`;
    const reason = 'There are no mugs left.';
    const silent = await own.hr.post(`${path}/decide`, { outcome: 'decline' });
    expect(codeOf(silent)).toEqual(['redemption/reason-length', '/reason']);
    const late = { 'if-match': '"7"' };
    const stale = await own.hr.post(`${path}/decide`, { outcome: 'fulfil' }, late);
    expect([stale.status, stale.body['code']]).toEqual([412, 'log/stale-revision']);
    // What came to the same account meanwhile is nothing to the redemption.
    await own.give(own.mia, { points: 1 });
    await own.settled();
    const tag = { 'if-match': String((await own.bo.get(path)).headers['etag']) };
    const declined = await own.hr.post(`${path}/decide`, { outcome: 'decline', reason }, tag);
    expect(declined.status).toBe(200);
    await own.settled();
    expect(await own.pointsOf(own.bo)).toEqual({ left: 100, earned: 41, pending: 0 });
    const { body } = await own.bo.get(path);
    expect(body['redemption']).toMatchObject({ state: 'declined', decided: { reason } });
    const again = await own.hr.post(`${path}/decide`, { outcome: 'fulfil' });
    expect([again.status, ...codeOf(again)]).toEqual([
      ...[409, 'redemption/already-decided', undefined],
    ]);
    await own.close();
  });

  it('cannot be redeemed for more than is there, nor for what is not to be had', async () => {
    const redeem = async (reward: string, by = at.cy) => {
      const answer = await by.post('/redemptions', { reward });
      return [answer.status, ...codeOf(answer)];
    };
    expect(await redeem('mug')).toEqual([422, 'points/earned-exceeded', '/reward']);
    expect(await redeem('car')).toEqual([422, 'redemption/unknown-reward', '/reward']);
    const other = at.as('ada', { tenant: 'other' });
    expect(await redeem('mug', other)).toEqual([409, 'redemption/no-programme', undefined]);
  });

  it('are seen by nobody else, and a redemption by HR partners alone, who decide on it', async () => {
    const own = await recognising();
    await own.give(own.ada, { points: 40 });
    await own.settled();
    const id = idOf(await own.bo.post('/redemptions', { reward: 'mug' }));
    await own.settled();
    const path = `/redemptions/${id}`;
    const all = [own.bo, own.hr, own.ada, own.mia, own.auditor];
    const statuses = await Promise.all(all.map(async (one) => (await one.get(path)).status));
    expect(statuses).toEqual([200, 200, 404, 404, 404]);
    const listed = (query: string, by = own.bo) =>
      by.get(`/redemptions${query}`).then((answer) => idsOf(answer));
    expect([await listed(''), await listed('?open=true')]).toEqual([[id], []]);
    expect([await listed('', own.hr), await listed('?open=true', own.hr)]).toEqual([[], [id]]);
    const decided = async (by = own.hr, at = path) => {
      const answer = await by.post(`${at}/decide`, { outcome: 'fulfil' });
      return [answer.status, ...codeOf(answer)];
    };
    const asHr = own.as('bo', { roles: ['hr-partner'] });
    expect(await listed('?open=true', asHr)).toEqual([]);
    expect(await decided(asHr)).toEqual([403, 'permission/own-record', undefined]);
    expect(await decided(own.bo)).toEqual([403, 'permission/own-record', undefined]);
    const foreign = own.as('zoe', { tenant: 'other', roles: ['hr-partner'] });
    const none = [404, 'redemption/not-found', undefined];
    expect(await decided(foreign)).toEqual(none);
    expect(await decided(own.hr, `/redemptions/${nobody}`)).toEqual(none);
    expect(await decided()).toEqual([200, undefined, undefined]);
    await own.settled();
    expect(await listed('?open=true', own.hr)).toEqual([]);
    await own.close();
  });

  it('is decided also before the view has seen it', async () => {
    const own = await recognising();
    await own.give(own.ada, { points: 40 });
    await own.settled();
    const id = idOf(await own.bo.post('/redemptions', { reward: 'mug' }));
    const decided = await own.hr.post(`/redemptions/${id}/decide`, { outcome: 'fulfil' });
    expect(decided.status).toBe(200);
    await own.close();
  });

  it('may be redeemed and read by a delegate, who does not decide then', async () => {
    const own = await recognising();
    const grant = { person: 'bo', delegation: 'd', to: 'mia', actions: null };
    const mia = own.as('mia', { roles: ['hr-partner'] });
    await own.directory('directory.DelegationGranted.v1', {
      ...{ ...grant, from: '2026-01-01', until: null },
    });
    await own.give(own.ada, { points: 40 });
    await own.settled();
    const lent = { 'on-behalf-of': 'bo' };
    const redeemed = await mia.post('/redemptions', { reward: 'mug' }, lent);
    expect(redeemed.status).toBe(201);
    await own.settled();
    const { body } = await mia.get('/points', lent);
    expect(body['points']).toMatchObject({ person: 'bo', earned: 10 });
    const path = `/redemptions/${idOf(redeemed)}`;
    const decided = await mia.post(`${path}/decide`, { outcome: 'fulfil' });
    expect(codeOf(decided)).toEqual(['redemption/decided-by-redeemer', undefined]);
    const stranger = await own.cy.get('/points', lent);
    expect(codeOf(stranger)).toEqual(['permission/no-delegation', 'header:On-Behalf-Of']);
    await own.close();
  });

  it('add up, as auditors and HR partners see', async () => {
    await at.settled();
    const { body } = await at.auditor.get('/points/ledger');
    expect(body).toMatchObject({ sum: 0, inTransit: 0 });
    expect(body['accounts']).toEqual([
      { kind: 'issuer', debit: 100, credit: 0, balance: -100 },
      { kind: 'allowance', debit: 40, credit: 100, balance: 60 },
      { kind: 'transit', debit: 40, credit: 40, balance: 0 },
      { kind: 'earned', debit: 30, credit: 40, balance: 10 },
      { kind: 'rewards', debit: 0, credit: 30, balance: 30 },
    ]);
    expect((await at.hr.get('/points/ledger')).body).toEqual(body);
    for (const one of [at.ada, at.eve]) {
      expect((await one.get('/points/ledger')).status).toBe(403);
    }
  });
});
