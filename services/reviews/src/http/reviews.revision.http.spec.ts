import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, managerSection, peerSection } from './reviewing.testing.ts';
import { reviewedCompany, selfSection } from './reviewing.testing.ts';
import type { Body, Caller, ReviewedCompany } from './reviewing.testing.ts';

let house: ReviewedCompany;
beforeAll(async () => {
  house = await reviewedCompany();
});
afterAll(() => house.close());

/** A review in which three are asked as peers. */
async function asked(mode: 'anonymous' | 'named'): Promise<string> {
  const cycleId = await house.launched({ peers: { mode, min: 3 } });
  const id = await house.reviewOf(cycleId, 'ada');
  for (const reviewer of ['bo', 'di', 'ed']) {
    await house.take(house.mia, `/reviews/${id}/invitations`, { role: 'peer', reviewer });
  }
  return id;
}

/** Every number by which somebody is told how far a review is, wherever they read it. */
async function toldTo(by: Caller, id: string): Promise<unknown> {
  const one = await by.get(`/reviews/${id}`);
  const { body } = await by.get('/reviews?limit=100');
  const { body: led } = await by.get('/reviews?ledBy=me&limit=100');
  const items = [...(body['items'] as Body[]), ...(led['items'] as Body[])];
  const story = (await by.get(`/reviews/${id}/story`)).body['items'] as Body[];
  const rendered = (await by.get(`/reviews/${id}/rendered`)).body['review'] as Body;
  const stale = await by.post(`/reviews/${id}/acknowledge`, {}, { 'if-match': '"999"' });
  return {
    tag: one.headers['etag'],
    revision: (one.body['review'] as Body)['revision'],
    listed: items.filter((item) => item['id'] === id).map(({ revision }) => revision),
    story: story.map(({ type, revision }) => [type, revision]),
    upTo: rendered['upTo'],
    stale: [stale.status, stale.body['detail']],
  };
}

const write = (by: Caller, id: string, section: object, more: Record<string, string> = {}) =>
  by.post(`/reviews/${id}/sections`, section, more);
const tagOf = async (by: Caller, id: string) =>
  String((await by.get(`/reviews/${id}`)).headers['etag']);

describe('F8: the revision of a review, as it is told', () => {
  it('stays as it is while unnamed reviewers write, for all but each of them', async () => {
    const id = await asked('anonymous');
    const readers = [house.ada, house.mia, house.hr, house.eve, house.ed];
    const told = () => Promise.all(readers.map((one) => toldTo(one, id)));
    const before = await told();
    const own = await tagOf(house.bo, id);
    const written = await write(house.bo, id, peerSection(4, 'The board.'));
    await house.settled();
    expect(await told()).toEqual(before);
    expect(await tagOf(house.bo, id)).not.toBe(own);
    expect([written.status, written.headers['etag']]).toEqual([200, await tagOf(house.bo, id)]);
    const declined = { role: 'peer', reason: 'I hardly know her.' };
    await house.take(house.di, `/reviews/${id}/invitations/decline`, declined);
    expect(await told()).toEqual(before);
  });

  it('stays as it is once the manager has written, until the last of them is in', async () => {
    const id = await asked('anonymous');
    await house.take(house.mia, `/reviews/${id}/sections`, managerSection(4));
    const readers = [house.ada, house.mia, house.hr, house.eve, house.auditor];
    const read = async () => {
      await house.settled();
      const facts = (await house.auditor.get('/facts/reviews?limit=1000')).body['items'];
      const scores = (await house.mia.get(`/reviews/${id}`)).body['review'];
      return [facts, scores, await Promise.all(readers.map((one) => toldTo(one, id)))];
    };
    const before = await read();
    await house.take(house.bo, `/reviews/${id}/sections`, peerSection(4, 'The board.'));
    await house.take(house.bo, `/reviews/${id}/sections`, peerSection(5, 'More than it.'));
    const declined = { role: 'peer', reason: 'I hardly know her.' };
    await house.take(house.di, `/reviews/${id}/invitations/decline`, declined);
    expect(await read()).toEqual(before);
    await house.take(house.ed, `/reviews/${id}/sections`, peerSection(1, 'No board.'));
    expect(await read()).not.toEqual(before);
    // What a manager has read stands: what is new in it would be known as theirs.
    const anew = await write(house.bo, id, peerSection(1, 'Nothing.'));
    expect([anew.status, codeOf(anew)[0]]).toEqual([409, 'review/not-writing']);
  });

  it('rises by one with what everybody is told, in receipts as well', async () => {
    const id = await asked('anonymous');
    const first = Number((await tagOf(house.mia, id)).slice(1, -1));
    await house.take(house.bo, `/reviews/${id}/sections`, peerSection(4, 'The board.'));
    const taken = await write(house.ada, id, selfSection);
    expect(taken.body).toMatchObject({ revision: first + 1, changed: true });
    expect(taken.headers['etag']).toBe(`"${first + 1}"`);
    await house.settled();
    expect(await tagOf(house.mia, id)).toBe(`"${first + 1}"`);
    const before = (await house.mia.get(`/reviews/${id}`)).body['position'];
    await house.take(house.di, `/reviews/${id}/sections`, peerSection(4, 'The board.'));
    await house.take(house.mia, `/reviews/${id}/sections`, managerSection(4));
    const then = await house.ada.get(`/reviews/${id}?asOf=${String(before)}`);
    expect(then.headers['etag']).toBe(`"${first + 1}"`);
  });

  it('is what If-Match is judged by: what is told in between refuses, nothing else does', async () => {
    const id = await asked('anonymous');
    const seen = await tagOf(house.mia, id);
    await house.take(house.bo, `/reviews/${id}/sections`, peerSection(4, 'The board.'));
    const key = { 'idempotency-key': 'upon-what-i-saw', 'if-match': seen };
    const taken = await write(house.mia, id, managerSection(4), key);
    expect([taken.status, taken.body['changed']]).toEqual([200, true]);
    // The same again is told what it was told, also once more is there.
    await house.take(house.ada, `/reviews/${id}/sections`, selfSection);
    const again = await write(house.mia, id, managerSection(4), key);
    expect([again.status, again.body]).toEqual([200, { ...taken.body, replayed: true }]);
    const stale = await write(house.mia, id, managerSection(5), { 'if-match': seen });
    expect([stale.status, codeOf(stale)[0]]).toEqual([412, 'log/stale-revision']);
    const [, now, given] = /revision (\d+), not at (\d+)/.exec(String(stale.body['detail'])) ?? [];
    expect([`"${now}"`, `"${given}"`]).toEqual([await tagOf(house.mia, id), seen]);
  });

  it('is to who writes unnamed that of their own as well', async () => {
    const id = await asked('anonymous');
    const seen = await tagOf(house.bo, id);
    const section = peerSection(4, 'The board.');
    await house.take(house.di, `/reviews/${id}/sections`, section);
    const first = await write(house.bo, id, section, { 'if-match': seen });
    const second = await write(house.bo, id, peerSection(5, 'All.'), { 'if-match': seen });
    expect([first.status, second.status, codeOf(second)[0]]).toEqual([
      ...[200, 412, 'log/stale-revision'],
    ]);
  });

  it('is that of the review where everybody is named', async () => {
    const id = await asked('named');
    const seen = await tagOf(house.mia, id);
    await house.take(house.bo, `/reviews/${id}/sections`, peerSection(4, 'The board.'));
    expect(await tagOf(house.mia, id)).not.toBe(seen);
    const stale = await write(house.mia, id, managerSection(4), { 'if-match': seen });
    expect(stale.status).toBe(412);
  });
});
