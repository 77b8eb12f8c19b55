import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, type Body, type Company } from '@plumbline/feedback/testing';
import { analyticsService } from '../analytics.service.ts';
import { calibrated, finalised, launched, opened, planned, stepped } from './rated.testing.ts';
import { reviewsRecorder, type ReviewsRecorder } from './rated.testing.ts';
import { saidOf, type Released } from './releases.testing.ts';

const cycle = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const open = '33333333-3333-4333-8333-333333333333';
/** Eight of one team, seven of another, and three of a third, which is too small to be told of. */
const teams = { 'team-a': 8, 'team-b': 7, 'team-c': 3 };
const people = Object.entries(teams).flatMap(([team, n]) =>
  Array.from({ length: n }, (_, no) => ({ team, person: `${team}-${no}`, no })),
);
const steps = ['CollectingBegun', 'CalibratingBegun'] as const;

let at: Company;
let reviews: ReviewsRecorder;
/** When all was final, and the lock still to come. */
let beforeTheLock = '';

beforeAll(async () => {
  at = await company('2027-03-01T09:00:00.000Z', [analyticsService]);
  reviews = reviewsRecorder(at.log);
  const from = '2026-01-01';
  await reviews.settings();
  for (const [unit, fte] of Object.entries(teams)) {
    await at.directory('directory.UnitEstablished.v1', { unit, parent: 'sales', from });
    const post = { post: `${unit}-post`, unit, manager: 'sales-lead', fte, from };
    await at.directory('directory.PostEstablished.v1', post);
  }
  for (const { team, person } of people) {
    await at.directory('directory.PersonJoined.v1', { person, post: `${team}-post`, from });
  }
  for (const id of [open, other, cycle]) {
    await reviews.cycle(id, planned, launched(people.length));
    // Threes, and a session made fours of every other one.
    for (const { person, no } of people) {
      const session = no % 2 === 0 ? [calibrated(3, 4)] : [];
      const rating = finalised(no % 2 === 0 ? 4 : 3);
      await reviews.review(reviewOf(id, person), opened(id, person), ...session, rating);
    }
    await reviews.cycle(id, ...stepped(...steps));
    beforeTheLock = (await at.log.head()) ?? '';
    if (id !== open) await reviews.cycle(id, ...stepped('CycleLocked'));
  }
  await at.settled();
});
afterAll(() => at.close());

const reviewOf = (id: string, person: string) => `r-${id.slice(0, 4)}-${person}`;
const ana = () => at.as('ana', { roles: ['analyst'] });
const hal = () => at.as('hal', { roles: ['hr-partner'] });
const path = '/metric-releases/ratings';

const released = async (body: object, by = ana()): Promise<string> => {
  const id = await at.made(by.post(path, { metric: 'distribution', cycle, ...body }));
  await at.settled();
  return id;
};
const restated = async (id: string, by = ana()): Promise<string> => {
  const made = await at.made(by.post(`/metric-releases/${id}/restate`, {}));
  await at.settled();
  return made;
};
/** By a colleague who has no role. */
const shown = async (id: string): Promise<Released> => {
  const { status, body } = await at.cy.get(`/metric-releases/${id}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body['release'] as Released;
};
const reopenedAnew = async (id: string, person: string, rating: number) => {
  const review = reviewOf(id, person);
  await reviews.review(review, {
    type: 'ReviewReopened',
    revision: 2,
    approver: 'hal',
    askedBy: 'mia',
  });
  await reviews.review(review, { ...finalised(rating), revision: 2 });
};

describe('ratings of a locked cycle', () => {
  it('are released by unit, to everybody, and small units are withheld', async () => {
    const release = await shown(await released({ dimensions: ['unit'] }));
    expect(release).toMatchObject({
      source: { kind: 'ratings', cycle, question: 'rating', scale: { min: 1, max: 5 } },
      ...{ from: '2026-01-01', until: '2026-12-31', threshold: 5, restates: null },
      ...{ definition: 'distribution@1', dimensions: ['unit'], by: { sub: 'ana' } },
    });
    expect(saidOf(release)).toEqual({
      ...{ '*': 18, board: 18, sales: 18, 'team-a': 8, 'team-b': 'complementary' },
      'team-c': 'below-threshold',
    });
    const of = (unit: string) => release.figures.find((one) => one.of['unit'] === unit);
    expect(of('team-a')).toMatchObject({
      value: null,
      counts: [
        { score: 3, count: 4 },
        { score: 4, count: 4 },
      ],
    });
  });

  it('are decided before calibration beside what was released after it', async () => {
    const before = await shown(
      await released({ metric: 'mean-score', calibration: 'before', dimensions: ['unit'] }, hal()),
    );
    expect(before.source).toMatchObject({ question: 'rating-before-calibration' });
    expect(before.figures[0]).toMatchObject({ n: 18, value: 3, definition: 'mean-score@1' });
    // The same people: the small team is known by neither of the two, nor by both.
    expect(saidOf(before)).toMatchObject({
      'team-b': 'complementary',
      'team-c': 'below-threshold',
    });
    const twin = await ana().post(path, {
      metric: 'mean-score',
      cycle,
      calibration: 'before',
      dimensions: ['unit'],
    });
    expect([twin.status, codeOf(twin)[0]]).toEqual([409, 'release/already-released']);
    expect((await ana().post(path, { metric: 'mean-score', cycle })).status).toBe(201);
  });

  it('tell nothing of one that was finalised anew, and all of them once enough were', async () => {
    const first = await released({ cycle: other, dimensions: ['unit'] });
    await reopenedAnew(other, 'team-a-1', 5);
    await at.settled();
    const one = await restated(first);
    const waiting = await shown(one);
    expect(saidOf(waiting)).toMatchObject({
      ...{ '*': 'across-releases', 'team-a': 'across-releases' },
    });
    const diff = waiting['diff'] as Body[];
    expect([waiting['restates'], diff[0]]).toMatchObject([
      first,
      { of: {}, before: { n: 18 }, after: null, difference: null },
    ]);
    expect(diff.filter(({ after }) => after !== null)).toEqual([]);
    for (const no of [2, 3, 4, 5]) await reopenedAnew(other, `team-a-${no}`, 5);
    await at.settled();
    const enough = await shown(await restated(one, hal()));
    expect(enough.figures[0]).toMatchObject({
      n: 18,
      counts: expect.arrayContaining([{ score: 5, count: 5 }]),
    });
    // What was shown stays as it was shown.
    expect(await shown(first)).toMatchObject({
      restatedBy: one,
      figures: [{ n: 18 }, {}, {}, {}, {}, {}],
    });
  });

  it('say why, with the facts for those who read the stream', async () => {
    const items = (await at.cy.get('/metric-releases?question=rating&metric=mean-score')).body;
    const [{ id }] = items['items'] as [{ id: string }];
    const why = async (by = ana()) => (await by.get(`/metric-releases/${id}/figures/0`)).body;
    const told = await why();
    expect(told).toMatchObject({ figure: { n: 18, value: 64 / 18 }, withheld: null });
    expect(told['filled']).toContain('/ 18');
    const types = (told['facts'] as Body[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'reviews.ReviewFinalised.v1')).toHaveLength(18);
    expect(types.filter((type) => type === 'reviews.RatingCalibrated.v1')).toHaveLength(10);
    expect(await why(at.cy)).toMatchObject({ facts: null, withheld: expect.any(String) });
  });

  it.each([
    ['of a cycle that is not locked', { cycle: open }, 'release/cycle-not-locked', '/cycle'],
    [
      'of no cycle',
      { cycle: '44444444-4444-4444-8444-444444444444' },
      'release/unknown-cycle',
      '/cycle',
    ],
    [
      'by what they are not told apart by',
      { dimensions: ['location'] },
      'release/dimension-unknown',
      '/dimensions',
    ],
    [
      'by a formula of another scale',
      { metric: 'enps' },
      'release/formula-of-another-scale',
      '/metric',
    ],
    [
      'by a metric of another question',
      { metric: 'nps' },
      'release/formula-of-another-scale',
      '/metric',
    ],
    ['by no metric', { metric: 'nothing' }, 'release/unknown-metric', '/metric'],
    ['from before the lock', { asOf: '2026-01-01T00:00:00Z' }, 'release/nothing-recorded', '/asOf'],
    ['between the two', { calibration: 'between' }, 'request/invalid-body', '/calibration'],
    ['over a span of its own', { from: '2026-01-01' }, 'request/invalid-body', '/from'],
  ])('are not released %s', async (_, body, code, field) => {
    const refused = await ana().post(path, { metric: 'distribution', cycle, ...body });
    expect(codeOf(refused)).toEqual([code, field]);
  });

  it('are not counted as they stood before the lock', async () => {
    const body = { metric: 'distribution', cycle, asOf: beforeTheLock };
    expect(codeOf(await ana().post(path, body))).toEqual(['release/cycle-not-locked', '/cycle']);
  });

  it('are released by analysts and HR partners, and counted again by them', async () => {
    const body = { metric: 'favourable', cycle };
    for (const role of ['service-manager', 'auditor', 'administrator']) {
      const refused = await at.as('zoe', { roles: [role] }).post(path, body);
      expect([role, refused.status]).toEqual([role, 403]);
    }
    expect((await at.cy.post(path, body)).status).toBe(403);
    const id = await released(body, hal());
    const sam = at.as('sam', { roles: ['service-manager'] });
    const refused = await sam.post(`/metric-releases/${id}/restate`, {});
    expect([refused.status, codeOf(refused)[0]]).toEqual([
      403,
      'permission/release-publish-ratings',
    ]);
  });

  it('of another tenant are not there', async () => {
    const stranger = at.as('eve', { tenant: 'zeta', roles: ['analyst'] });
    expect(codeOf(await stranger.post(path, { metric: 'distribution', cycle }))[0]).toBe(
      'release/unknown-cycle',
    );
  });
});
