import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type Body, type Caller } from '@plumbline/feedback/testing';
import { calibratingCompany, convened, million } from './calibration.testing.ts';
import type { CalibratingCompany } from './calibration.testing.ts';

/** Bo is a member, and the own review is in it; so is that of Eve, whom Bo and Mia answer to. */
let at: CalibratingCompany;
let path = '';
beforeAll(async () => {
  at = await calibratingCompany([]);
  path = await convened(at, ['ada', 'bo', 'eve'], { members: ['mia', 'bo'] });
});
afterAll(() => at.close());

/** Every number by which somebody is told how far the session is. */
async function toldTo(by: Caller) {
  const one = await by.get(path);
  const board = await by.get(`${path}/board`);
  const { body } = await by.get('/calibration-sessions');
  const stale = await by.post(`${path}/lock`, {}, { 'if-match': '"999"' });
  return {
    tags: [one.headers['etag'], board.headers['etag']],
    revision: (one.body['session'] as Body)['revision'],
    listed: (body['items'] as Body[]).map(({ revision }) => revision),
    stale: [stale.status, stale.body['detail']],
  };
}
const tagOf = async (by: Caller) => String((await by.get(path)).headers['etag']);

const proposed = (by: Caller, person: string, more: Record<string, string> = {}) => {
  const body = { to: 5 * million, reasonCode: 'alike-elsewhere', note: `Of ${person}.` };
  return by.post(`${path}/adjustments`, { reviewId: at.reviewOf(person), ...body }, more);
};

describe('the revision of a session, as it is told', () => {
  it('stays as it is for a member on whom something is proposed and decided', async () => {
    const [bo, mia] = [await toldTo(at.bo), await tagOf(at.mia)];
    const id = idOf(await proposed(at.mia, 'bo'));
    await at.settled();
    expect(await toldTo(at.bo)).toEqual(bo);
    await at.hana.post(`${path}/adjustments/${id}/decide`, { accepted: true });
    await at.settled();
    expect(await toldTo(at.bo)).toEqual(bo);
    expect(await tagOf(at.mia)).not.toBe(mia);
  });

  it('is matched for each reader: what one may not know of refuses nothing, all else does', async () => {
    const seen = await tagOf(at.bo);
    await proposed(at.hana, 'bo');
    const written = await proposed(at.bo, 'ada', { 'if-match': seen });
    await at.settled();
    expect([written.status, written.headers['etag']]).toEqual([201, await tagOf(at.bo)]);
    expect(written.headers['etag']).not.toBe(seen);
    const stale = await proposed(at.bo, 'ada', { 'if-match': seen });
    expect([stale.status, stale.body['code']]).toEqual([412, 'log/stale-revision']);
    // Who sees both has another one, and it holds for them.
    const hanas = await tagOf(at.hana);
    expect(hanas).not.toBe(await tagOf(at.bo));
    const again = await proposed(at.hana, 'ada', { 'if-match': hanas });
    expect(again.status).toBe(201);
  });
});
