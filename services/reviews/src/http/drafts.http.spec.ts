import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, type Caller, type Company } from '@plumbline/feedback/testing';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { micro } from '@plumbline/scoring';
import { reviewStream } from '../cycles.facts.ts';
import { reviewsCodec, type ReviewsFact } from '../facts.ts';
import * as the from '../review/review.histories.ts';
import { reviewsService } from '../reviews.service.ts';
import { yearlyTemplate, yearlyWords } from '../settings.examples.ts';

let house: Company;
const { reviewId } = the;
const path = `/reviews/${reviewId}/draft`;
const other = '/reviews/7f6d1f5c-2a63-5b7e-9c5f-0e1d2c3b4a59/draft';

/** What others decide about the review of ada, which mia manages, in the log as it is stored. */
async function recorded(...facts: readonly ReviewsFact[]): Promise<void> {
  const tenant = 'acme';
  const stream = reviewStream(tenant, reviewId);
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  for (const fact of facts) {
    const head = (await house.log.read(stream)).length - 1;
    const commandId = `c${head + 1}`;
    const about = {
      ...{ tenant, stream, commandId, correlationId: commandId, causationId: commandId },
      ...{ actor: { sub: 'hana', via: 'http' }, fingerprint: '0'.repeat(64) },
      effectiveAt: '2026-09-01T09:00:01.000Z',
    };
    const encoded = await reviewsCodec.encode([fact], about, sealer);
    const expected = head < 0 ? ('none' as const) : head;
    const command = { tenant, stream, expected, commandId, fingerprint: about.fingerprint };
    await house.log.append({ ...command, facts: encoded });
  }
}

beforeAll(async () => {
  house = await company('2026-09-10T09:00:00.000Z', [reviewsService]);
  const hr = house.as('hana', { roles: ['hr-partner'] });
  await house.made(hr.post('/review-templates', { ...yearlyTemplate, words: yearlyWords }));
  const template = { ...the.opening.template, id: 'yearly', version: 1 };
  await recorded({ ...the.opened, template }, the.invited);
});
afterAll(() => house.close());

const result = (points: number) => [{ item: 'result', rating: points * micro }];
const save = (by: Caller, body: object, headers: Record<string, string> = {}) =>
  by.post(path, { ratings: [], texts: {}, ...body }, headers);
const read = async (by: Caller, query = '') => {
  await house.settled();
  return by.get(`${path}${query}`);
};

describe('a draft', () => {
  it('is saved as often as its author likes, and is then what it was last', async () => {
    const none = await read(house.mia);
    expect([none.status, none.headers['etag']]).toEqual([200, undefined]);
    expect(none.body['reviewDraft']).toBeNull();
    const first = await save(house.mia, { ratings: result(4) });
    expect([first.status, first.headers['etag']]).toEqual([200, '"0"']);
    const before = await house.log.head();
    await save(house.mia, { ratings: result(5), texts: { summary: 'A year of large steps.' } });
    const newest = await read(house.mia);
    expect(newest.headers['etag']).toBe('"1"');
    expect(newest.body['reviewDraft']).toEqual({
      ...{ reviewId, ratings: result(5), texts: { summary: 'A year of large steps.' } },
      ...{ savedAt: '2026-09-10T09:00:00.000Z', revision: 1 },
    });
    // The one before is kept.
    const earlier = await read(house.mia, `?asOf=${encodeURIComponent(before ?? '')}`);
    expect(earlier.body['reviewDraft']).toMatchObject({ ratings: result(4), texts: {} });
  });

  it('that was saved elsewhere meanwhile is not passed over unseen', async () => {
    const stale = await save(house.mia, { ratings: result(1) }, { 'if-match': '"0"' });
    expect([stale.status, stale.body['expected'], stale.body['actual']]).toEqual([412, 0, 1]);
    expect((await read(house.mia)).body['reviewDraft']).toMatchObject({ ratings: result(5) });
    const seen = await save(house.mia, { ratings: result(3) }, { 'if-match': '"1"' });
    expect([seen.status, seen.headers['etag']]).toEqual([200, '"2"']);
    const key = { 'idempotency-key': 'draft-1' };
    const once = await save(house.mia, { ratings: result(2) }, key);
    const again = await save(house.mia, { ratings: result(2) }, key);
    expect([once.body['changed'], again.body['replayed']]).toEqual([true, true]);
  });

  it('is read by its author alone, whoever else they are', async () => {
    await save(house.ada, { texts: { proud: 'Of the new gate.' } });
    expect((await read(house.ada)).body['reviewDraft']).toMatchObject({
      texts: { proud: 'Of the new gate.' },
    });
    const roles = ['hr-partner', 'auditor', 'administrator'];
    for (const by of [house.eve, house.cy, house.as('hana', { roles })]) {
      expect((await read(by)).body['reviewDraft']).toBeNull();
    }
    const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'reviews' });
    const written = facts.map(({ body }) => body).join('');
    expect(written).toContain('DraftSaved');
    expect(written).not.toContain('new gate');
    expect(written).not.toContain('large steps');
    const inPlace = { 'on-behalf-of': 'mia' };
    expect((await house.ada.get(path, inPlace)).status).toBe(403);
    const stranger = house.as('mia', { tenant: 'other' });
    expect((await read(stranger)).body['reviewDraft']).toBeNull();
  });

  it('is of who is asked for a section, and of what that role is asked', async () => {
    const refused = { ratings: result(3) };
    for (const by of [house.bo, house.eve, house.as('hana', { roles: ['hr-partner'] })]) {
      const answer = await save(by, refused);
      expect([answer.status, codeOf(answer)[0]]).toEqual([404, 'review/not-found']);
    }
    expect((await house.mia.post(other, { ratings: [], texts: {} })).status).toBe(404);
    const teamwork = [{ item: 'teamwork', rating: 4 * micro }];
    expect((await save(house.cy, { ratings: teamwork })).status).toBe(200);
    expect(codeOf(await save(house.cy, refused))[0]).toBe('section/item-not-asked');
    expect(codeOf(await save(house.mia, { ratings: teamwork }))).toEqual([
      ...['section/item-not-asked', '/ratings/0/item'],
    ]);
    const half = [{ item: 'result', rating: 3.5 * micro }];
    expect(codeOf(await save(house.mia, { ratings: half }))).toEqual([
      ...['section/rating-not-an-anchor', '/ratings/0/rating'],
    ]);
  });

  it.each<[object, string]>([
    [{ ratings: 'none' }, '/ratings'],
    [{ ratings: [{ item: 'result', rating: '4' }] }, '/ratings/0/rating'],
    [{ texts: { summary: 4 } }, '/texts'],
    [{ mood: 1 }, '/mood'],
  ])('refuses %j', async (wrong, field) => {
    const answer = await save(house.mia, wrong);
    expect([answer.status, ...codeOf(answer)]).toEqual([422, 'request/invalid-body', field]);
  });

  it('ends with the writing, and stays to be read', async () => {
    await recorded(the.finalised);
    const late = await save(house.mia, { ratings: result(1) });
    expect([late.status, codeOf(late)[0]]).toEqual([409, 'draft/review-not-written']);
    expect((await read(house.mia)).body['reviewDraft']).toMatchObject({ ratings: result(2) });
  });
});
