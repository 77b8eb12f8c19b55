import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, plan, reviewedCompany, type Body } from './reviewing.testing.ts';
import type { ReviewedCompany } from './reviewing.testing.ts';

let house: ReviewedCompany;
beforeAll(async () => {
  house = await reviewedCompany();
});
afterAll(() => house.close());

const cycle = async (id: string, by = house.ada): Promise<Body> => {
  const { status, body } = await by.get(`/review-cycles/${id}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body['reviewCycle'] as Body;
};

describe('a review cycle', () => {
  it('is planned with what it pins, and read by everybody of the tenant', async () => {
    const made = await house.hr.post('/review-cycles', plan);
    expect(made.status).toBe(201);
    const id = String(made.body['id']);
    expect(made.headers['location']).toBe(`/review-cycles/${id}`);
    await house.settled();
    const found = await house.ada.get(`/review-cycles/${id}`);
    expect(found.headers['etag']).toBe('"0"');
    expect(found.body['reviewCycle']).toMatchObject({
      ...{ id, title: plan.title, stage: 'planned', n: 0, pin: null },
      population: { units: ['unit:sales'] },
      template: { id: 'yearly', version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const listed = await house.cy.get('/review-cycles?stage=planned');
    expect(listed.body['items']).toMatchObject([{ id }]);
    const stranger = house.as('ada', { tenant: 'other' });
    expect((await stranger.get(`/review-cycles/${id}`)).status).toBe(404);
  });

  it('opens a review for everybody in its units, then collects', async () => {
    const id = await house.launched();
    expect(await cycle(id)).toMatchObject({ stage: 'collecting', n: 3, pin: { n: 3 } });
    const { body } = await house.hr.get(`/reviews?cycle=${id}`);
    const items = body['items'] as Body[];
    expect(
      items.map(({ subject, manager, stage }) => [subject, manager, stage]).toSorted(),
    ).toEqual([
      ['ada', 'mia', 'opened'],
      ['cy', 'mia', 'opened'],
      ['mia', 'eve', 'opened'],
    ]);
  });

  it('is launched once, whoever sends it twice', async () => {
    const id = await house.launched();
    const key = { 'idempotency-key': 'launch-it-once' };
    const again = await house.hr.post(`/review-cycles/${id}/launch`, {}, key);
    expect(codeOf(again)).toEqual(['review-cycle/not-in-this-stage', undefined]);
    await house.settled();
    const { body } = await house.hr.get(`/reviews?cycle=${id}`);
    expect(body['items']).toHaveLength(3);
  });

  it('F1: takes a late joiner in by the pin of its launch', async () => {
    const id = await house.launched();
    const { pin } = await cycle(id);
    const outside = await house.hr.post(`/review-cycles/${id}/late-joiners`, { person: 'bo' });
    expect([outside.status, ...codeOf(outside)]).toEqual([
      ...[422, 'review-cycle/outside-population', '/person'],
    ]);
    const from = '2026-12-01';
    const post = { post: 'third-seller', unit: 'sales', manager: 'sales-lead', fte: 1, from };
    await house.directory('directory.PostEstablished.v1', post);
    await house.directory('directory.PersonJoined.v1', { person: 'ned', post: post.post, from });
    const joining = (by: ReviewedCompany['hr']) => {
      const key = { 'idempotency-key': 'ned-joins' };
      return by.post(`/review-cycles/${id}/late-joiners`, { person: 'ned' }, key);
    };
    const joined = await joining(house.hr);
    expect(joined.status).toBe(200);
    await house.settled();
    expect(await cycle(id)).toMatchObject({ n: 4, pin: pin as object });
    const review = await house.seen(await house.reviewOf(id, 'ned'), house.hr);
    const { asOf, position } = pin as { asOf: string; position: string };
    expect(review).toMatchObject({ subject: 'ned', manager: 'mia', pin: { asOf, position } });
    const again = await house.hr.post(`/review-cycles/${id}/late-joiners`, { person: 'ned' });
    expect(codeOf(again)).toEqual(['review-cycle/already-a-member', '/person']);
    const nobody = await house.hr.post(`/review-cycles/${id}/late-joiners`, { person: 'nobody' });
    expect(codeOf(nobody)).toEqual(['review-cycle/unknown-person', '/person']);
    // For the tests to come, all is as it was.
    await house.directory('directory.PersonLeft.v1', { person: 'ned', from: '2027-01-04' });
    await house.settled();
    // What was done is done, also once it could not be done any more; for who did it.
    const repeated = await joining(house.hr);
    expect([repeated.status, repeated.body]).toEqual([200, { ...joined.body, replayed: true }]);
    expect((await joining(house.mia)).status).toBe(403);
  });

  it('goes through its stages in order, and waits for every review before it is locked', async () => {
    const id = await house.launched();
    const step = async (name: string) => {
      await house.settled();
      return codeOf(await house.hr.post(`/review-cycles/${id}/${name}`, {}))[0];
    };
    expect(await step('lock')).toBe('review-cycle/not-in-this-stage');
    expect(await step('calibrate')).toBeUndefined();
    expect(await step('lock')).toBe('review-cycle/reviews-not-final');
    for (const person of ['ada', 'cy', 'mia']) {
      const reviewId = await house.reviewOf(id, person);
      const cause = { cause: 'long-absence' };
      await house.take(house.hr, `/reviews/${reviewId}/not-rated`, cause);
    }
    for (const name of ['lock', 'release', 'close']) expect(await step(name)).toBeUndefined();
    expect(await step('cancel')).toBe('request/invalid-body');
    await house.settled();
    expect(await cycle(id)).toMatchObject({ stage: 'closed' });
  });

  it('that is cancelled withdraws its reviews, and deletes nothing', async () => {
    const id = await house.launched();
    const reason = 'The wrong template.';
    const unrated = await house.reviewOf(id, 'cy');
    await house.take(house.hr, `/reviews/${unrated}/not-rated`, { cause: 'other' });
    const early = await house.hr.post(`/reviews/${unrated}/withdraw`, { reason });
    expect([early.status, codeOf(early)[0]]).toEqual([409, 'review/final']);
    await house.take(house.hr, `/review-cycles/${id}/cancel`, { reason });
    expect(await cycle(id)).toMatchObject({
      stage: 'cancelled',
      history: expect.arrayContaining([expect.objectContaining({ stage: 'cancelled', reason })]),
    });
    const review = await house.seen(await house.reviewOf(id, 'ada'), house.hr);
    expect(review).toMatchObject({ stage: 'withdrawn' });
    // So is one that there was to be no rating of: its subject is told, and not what there was.
    expect(await house.seen(unrated, house.as('cy'))).toMatchObject({
      stage: 'withdrawn',
      outcomes: [{ what: 'withdrawn', reason: 'The review cycle was cancelled.' }],
    });
    const { body: story } = await house.as('cy').get(`/reviews/${unrated}/story`);
    expect(JSON.stringify(story)).not.toMatch(/not-?rated/i);
    const noor = house.as('noor', { roles: ['hr-partner'] });
    const again = await noor.post(`/reviews/${unrated}/reopen`, { askedBy: 'mia', reason });
    expect([again.status, codeOf(again)[0]]).toEqual([409, 'review/cycle-cancelled']);
  });

  it('F16: is run by who may do so for all of its units, and ended for no other', async () => {
    const from = '2026-01-01';
    await house.directory('directory.PersonJoined.v1', { person: 'sam', post: null, from });
    await house.directory('directory.RoleGranted.v1', {
      ...{ person: 'sam', grant: 'g1', role: 'hr-partner', unit: 'unit:sales', from, until: null },
    });
    const sam = house.as('sam');
    const wider = { ...plan, population: { units: ['unit:sales', 'unit:desk'] } };
    const { population: _, ...all } = plan;
    for (const refused of [wider, all]) {
      const answer = await sam.post('/review-cycles', refused);
      expect([answer.status, codeOf(answer)[0]]).toEqual([403, 'permission/review-cycle-run']);
    }
    const own = await sam.post('/review-cycles', plan);
    expect(own.status).toBe(201);
    const id = await house.launched({ population: wider.population });
    for (const step of ['calibrate', 'lock', 'release', 'close']) {
      expect((await sam.post(`/review-cycles/${id}/${step}`, {})).status).toBe(403);
    }
    expect((await sam.post(`/review-cycles/${id}/cancel`, { reason: 'Mine.' })).status).toBe(403);
    for (const by of [
      house.mia,
      house.eve,
      house.auditor,
      house.as('root', { roles: ['administrator'] }),
    ]) {
      expect((await by.post(`/review-cycles/${id}/calibrate`, {})).status).toBe(403);
    }
  });

  it.each<[object, string, string]>([
    [{ template: { id: 'none', version: 1 } }, 'review-cycle/unknown-template', '/template'],
    [{ pack: { id: 'yearly', version: 9 } }, 'review-cycle/unknown-pack', '/pack'],
    [{ population: { units: ['unit:nope'] } }, 'review-cycle/unknown-unit', '/population/units/0'],
    [{ population: { units: ['sales'] } }, 'request/invalid-body', '/population/units'],
    [
      { population: { units: ['unit:sales', 'unit:nope'] } },
      'review-cycle/unknown-unit',
      '/population/units/1',
    ],
    [{ population: { units: [] } }, 'review-cycle/no-units', '/population/units'],
    [{ peers: { mode: 'anonymous', min: 2 } }, 'review-cycle/peers-out-of-range', '/peers/min'],
    [{ period: { from: '2026-02-30', to: '2026-12-31' } }, 'request/invalid-body', '/period/from'],
    [{ title: ' ' }, 'request/invalid-body', '/title'],
    [{ title: 'The year\n2026' }, 'request/invalid-body', '/title'],
    [
      { due: { ...plan.due, manager: '2027-01-01' } },
      'review-cycle/due-out-of-order',
      '/due/manager',
    ],
    [{ bonus: true }, 'request/invalid-body', '/bonus'],
  ])('is not planned with %j', async (wrong, code, field) => {
    const answer = await house.hr.post('/review-cycles', { ...plan, ...wrong });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it('has keys of its own: what was sent about another is another command', async () => {
    const [one, other] = [await house.launched(), await house.launched()];
    const key = { 'idempotency-key': 'the-same-for-two' };
    const cancelling = (id: string, reason = 'Wrong.') => {
      return house.hr.post(`/review-cycles/${id}/cancel`, { reason }, key);
    };
    for (const replayed of [false, true]) {
      for (const id of [one, other])
        expect((await cancelling(id)).body).toMatchObject({ replayed });
    }
    const anew = await cancelling(one, 'Not wrong.');
    expect([anew.status, codeOf(anew)[0]]).toEqual([422, 'log/command-reused']);
    await house.settled();
  });

  it('is changed by who has seen how it stands', async () => {
    const id = await house.launched();
    const old = await house.hr.post(`/review-cycles/${id}/calibrate`, {}, { 'if-match': '"0"' });
    expect([old.status, codeOf(old)[0]]).toEqual([412, 'log/stale-revision']);
    const stranger = house.as('hana', { tenant: 'other', roles: ['hr-partner'] });
    expect((await stranger.post(`/review-cycles/${id}/calibrate`, {})).status).toBe(404);
  });
});
