import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, idOf, idsOf } from './company.testing.ts';
import { note, recognising, type Recognising } from './recognition.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';

describe('a recognition over HTTP', () => {
  let at: Recognising;
  beforeAll(async () => {
    at = await recognising();
  });
  afterAll(() => at.close());

  it('is given to two, and read by everybody with its note', async () => {
    const given = await at.give(at.ada, { receivers: ['bo', 'cy'] });
    const path = `/recognitions/${idOf(given)}`;
    expect(given).toMatchObject({ status: 201, headers: { location: path } });
    await at.settled();
    const read = await at.eve.get(path);
    expect(read).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(read.body['recognition']).toEqual({
      ...{ id: idOf(given), giver: 'ada', receivers: ['bo', 'cy'], value: 'care', points: 10 },
      ...{ at: '2026-04-01T09:00:00.000Z', note, revision: 2 },
    });
    expect(await at.pointsOf(at.ada)).toEqual({ left: 80, earned: 0, pending: 0 });
    expect(await at.pointsOf(at.bo)).toEqual({ left: 100, earned: 10, pending: 0 });
  });

  it('is the same when it is sent again, and costs once', async () => {
    const own = await recognising();
    const key = { 'idempotency-key': 'once' };
    const [first, second] = [await own.give(own.ada, {}, key), await own.give(own.ada, {}, key)];
    expect(second.body).toEqual({ ...first.body, replayed: true });
    await own.settled();
    expect(idsOf(await own.bo.get('/recognitions'))).toEqual([idOf(first)]);
    expect(await own.pointsOf(own.ada)).toMatchObject({ left: 90 });
    await own.close();
  });

  it('keeps to its rules, and names what broke them', async () => {
    const refusal = async (told: object, by = at.cy) => {
      const { status, ...answer } = await at.give(by, told);
      return [status, ...codeOf({ status, ...answer })];
    };
    const before = await at.pointsOf(at.cy);
    expect(await refusal({ receivers: ['cy'] })).toEqual([
      ...[422, 'recognition/self-award', '/receivers'],
    ]);
    expect(await refusal({ receivers: ['bo', 'zed'] })).toEqual([
      ...[422, 'recognition/unknown-person', '/receivers/1'],
    ]);
    expect(await refusal({ value: 'cash' })).toEqual([422, 'recognition/unknown-value', '/value']);
    expect(await refusal({ points: 51 })).toEqual([422, 'recognition/too-many-points', '/points']);
    expect(await refusal({ receivers: ['ada', 'bo', 'eve'], points: 50 })).toEqual([
      ...[422, 'points/allowance-exceeded', '/points'],
    ]);
    expect(await refusal({ receivers: [] })).toEqual([422, 'request/invalid-body', '/receivers']);
    expect(await refusal({ points: 0.5 })).toEqual([422, 'request/invalid-body', '/points']);
    expect(await refusal({ note: ' ' })).toEqual([422, 'request/invalid-body', '/note']);
    const many = Array.from({ length: 65 }, (_, index) => `p${index}`);
    expect(await refusal({ receivers: many })).toEqual([
      ...[422, 'request/invalid-body', '/receivers'],
    ]);
    await at.settled();
    expect(await at.pointsOf(at.cy)).toEqual(before);
  });

  it('is given in person only, and not without a programme', async () => {
    const grant = { person: 'ada', delegation: 'd', to: 'bo', actions: null };
    const within = { from: '2026-01-01', until: null };
    await at.directory('directory.DelegationGranted.v1', { ...grant, ...within });
    const lent = await at.give(at.bo, { receivers: ['cy'] }, { 'on-behalf-of': 'ada' });
    expect([lent.status, ...codeOf(lent)]).toEqual([
      ...[403, 'permission/in-person-only', 'header:On-Behalf-Of'],
    ]);
    const other = at.as('ada', { tenant: 'other' });
    const none = await at.give(other);
    expect([none.status, ...codeOf(none)]).toEqual([409, 'recognition/no-programme', undefined]);
  });

  it('is found on the wall, the newest first, page by page', async () => {
    const own = await recognising();
    const ids: string[] = [];
    for (const [by, told] of [
      [own.ada, { receivers: ['bo'] }],
      [own.ada, { receivers: ['cy', 'bo'], value: 'craft', points: 0 }],
      [own.mia, { receivers: ['cy'], points: 5 }],
    ] as const) {
      own.clock.advance(60_000);
      ids.unshift(idOf(await own.give(by, told)));
    }
    const backdated = { receivers: ['bo'], points: 1, effectiveAt: '2026-03-01T09:00:00.000Z' };
    ids.push(idOf(await own.give(own.eve, backdated)));
    await own.settled();
    const wall = async (query: string) => idsOf(await own.bo.get(`/recognitions${query}`));
    const [newest, crafted, first, oldest] = ids as [string, string, string, string];
    expect(await wall('')).toEqual([newest, crafted, first, oldest]);
    expect(await wall('?to=me')).toEqual([crafted, first, oldest]);
    expect(await wall('?to=cy')).toEqual([newest, crafted]);
    expect(await wall('?by=ada')).toEqual([crafted, first]);
    expect(await wall('?by=ada&to=cy')).toEqual([crafted]);
    expect(await wall('?value=craft')).toEqual([crafted]);
    const page = await own.bo.get('/recognitions?limit=3');
    expect(idsOf(page)).toEqual([newest, crafted, first]);
    const next = encodeURIComponent(String(page.body['next']));
    const rest = await own.bo.get(`/recognitions?limit=3&after=${next}`);
    expect(idsOf(rest)).toEqual([oldest]);
    expect(rest.body).not.toHaveProperty('next');
    expect(await wall('?effectiveAt=2026-03-31')).toEqual([oldest]);
    await own.close();
  });

  it('is nobody else’s: another tenant sees nothing of it', async () => {
    const id = idOf(await at.give(at.eve));
    await at.settled();
    const other = at.as('ada', { tenant: 'other', roles: ['auditor', 'hr-partner'] });
    expect((await other.get(`/recognitions/${id}`)).status).toBe(404);
    expect((await other.get('/recognitions')).body['items']).toEqual([]);
    expect((await other.get('/reward-programme')).status).toBe(404);
    expect((await other.get('/points')).body['points']).toMatchObject({ earned: 0 });
    expect((await other.get('/points/ledger')).body).toMatchObject({ months: [], sum: 0 });
    expect((await at.eve.get(`/recognitions/${nobody}`)).status).toBe(404);
  });
});
