import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, type Body, type Company } from '@plumbline/feedback/testing';
import { thresholdMax } from '@plumbline/disclosure';
import { analyticsService } from '../analytics.service.ts';
import { groupsMax, thresholdMin } from './review-figures.dto.ts';
import {
  calibrated,
  finalised,
  imported,
  launched,
  opened,
  planned,
  rated,
} from './rated.testing.ts';
import { reviewsRecorder, scored, stepped, submitted } from './rated.testing.ts';
import type { ReviewsRecorder } from './rated.testing.ts';

const cycle = '11111111-1111-4111-8111-111111111111';
const open = '22222222-2222-4222-8222-222222222222';
/** Seven of one team, five of another, and two of a third, which is too small to be told of. */
const teams = { 'team-a': 7, 'team-b': 5, 'team-c': 2 };
const people = Object.entries(teams).flatMap(([team, n]) =>
  Array.from({ length: n }, (_, no) => ({ team, person: `${team}-${no}`, no })),
);
const idOf = (person: string) => `r-${person}`;
/** Goals are met in full by every other one; the manager gives threes, and a four to the first. */
const goalsOf = (no: number) => (no % 2 === 0 ? 1 : 0.5);
const managerOf = (no: number) => (no === 0 ? 4 : 3);
/** Of one team alone it is known. */
const potentialOf = (team: string) => (team === 'team-a' ? { potential: 5 } : {});
const groups = [
  { group: 'even', people: people.filter(({ no }) => no % 2 === 0).map(({ person }) => person) },
  { group: 'odd', people: people.filter(({ no }) => no % 2 === 1).map(({ person }) => person) },
];

const steps = ['CollectingBegun', 'CalibratingBegun', 'CycleLocked', 'CycleReleased'] as const;

describe('figures of a review cycle', () => {
  let at: Company;
  let reviews: ReviewsRecorder;

  beforeAll(async () => {
    at = await company('2027-03-01T09:00:00.000Z', [analyticsService]);
    reviews = reviewsRecorder(at.log);
    const from = '2026-01-01';
    for (const [unit, n] of Object.entries(teams)) {
      await at.directory('directory.UnitEstablished.v1', { unit, parent: 'sales', from });
      const post = { post: `${unit}-post`, unit, manager: 'sales-lead', fte: n, from };
      await at.directory('directory.PostEstablished.v1', post);
    }
    await reviews.settings();
    await reviews.cycle(cycle, planned, launched(people.length + 1));
    await reviews.cycle(open, planned, launched(1));
    for (const { team, person, no } of people) {
      await at.directory('directory.PersonJoined.v1', { person, post: `${team}-post`, from });
      const [goals, manager] = [goalsOf(no), managerOf(no)];
      const total = 1 + 4 * (goals / 2 + (manager - 1) / 8);
      await reviews.review(
        ...([
          idOf(person),
          opened(cycle, person),
          submitted('mia', { results: manager, ...potentialOf(team) }),
        ] as const),
        ...[submitted('bo', { teamwork: 3 + (no % 2) }, 'peer')],
        ...[submitted('cy', { teamwork: 2 + (no % 2) }, 'peer')],
        ...[
          scored(goals, manager, 3 + (no % 2), 2 + (no % 2)),
          calibrated(total, manager),
          finalised(manager),
        ],
        { type: 'ReviewShared' },
      );
    }
    // One that nobody has finalised: a computed score is in no figure.
    await reviews.review('r-eve', opened(cycle, 'eve'), scored(1, 5));
    await reviews.review('r-open', opened(open, 'ada'), finalised(4));
    await reviews.cycle(cycle, ...stepped(...steps));
    await at.settled();
  });
  afterAll(() => at.close());

  const ana = () => at.as('ana', { roles: ['analyst'] });
  const hal = () => at.as('hal', { roles: ['hr-partner'] });
  const get = async (path: string, by = ana()) => {
    const { status, body } = await by.get(path);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };

  it('tell how ratings were spread before and after calibration, by unit and in all', async () => {
    const body = await get(`/review-figures/distribution?cycle=${cycle}&by=unit`);
    expect(body).toMatchObject({ cycle, stage: 'released', threshold: 5, unrated: 1, reviews: 15 });
    expect(body['pack']).toBe('halves@1');
    expect(body['total']).toMatchObject({
      ...{ unit: null, n: 14, suppressed: null },
      after: {
        counts: [
          { rating: rated(3), count: 11 },
          { rating: rated(4), count: 3 },
        ],
      },
      changed: { n: 14, definition: 'calibration-changed@1' },
    });
    const rows = body['rows'] as { unit: string; n: number | null; suppressed: string | null }[];
    const said = new Map(rows.map(({ unit, n, suppressed }) => [unit, n ?? suppressed]));
    expect(said.get('team-a')).toBe(7);
    expect([said.get('sales'), said.get('board')]).toEqual([14, 14]);
    expect(said.get('team-c')).toBe('below-threshold');
    // With the other two, the smallest team would be known.
    expect(said.get('team-b')).toBe('complementary');
    expect(rows.find(({ unit }) => unit === 'team-c')).toMatchObject({ before: null, after: null });
  });

  it('are of enough people, and of cycles that were there by then', async () => {
    const before = await get(`/review-figures/distribution?cycle=${open}`);
    expect(before).toMatchObject({ total: { n: null, suppressed: 'below-threshold' }, rows: [] });
    const early = await ana().get(
      `/review-figures/distribution?cycle=${cycle}&asOf=2026-01-01T00:00:00Z`,
    );
    expect([early.status, codeOf(early)[0]]).toEqual([404, 'review-cycle/not-found']);
  });

  it.each([
    [thresholdMin - 1, 400],
    [thresholdMin, 200],
    [thresholdMax, 200],
    [thresholdMax + 1, 400],
  ])('with a threshold of %d are answered with %d', async (threshold, status) => {
    for (const ask of ['distribution?', 'nine-box?', 'agreement?item=results&']) {
      const path = `/review-figures/${ask}cycle=${cycle}&threshold=${threshold}`;
      expect((await ana().get(path)).status).toBe(status);
    }
    const asked = { cycle, pack: 'goals-only@1', threshold };
    const answer = await ana().post('/review-figures/scenarios', asked);
    expect(answer.status).toBe(status === 200 ? 200 : 422);
  });

  it('are of one cycle, which is held here or was finished elsewhere', async () => {
    const path = '/review-figures/distribution';
    const both = await ana().get(`${path}?cycle=${cycle}&pastCycle=fy2024`);
    expect([both.status, codeOf(both)]).toEqual([400, ['request/invalid-parameter', '?pastCycle']]);
    const none = await ana().get(path);
    expect([none.status, codeOf(none)]).toEqual([400, ['request/invalid-parameter', '?cycle']]);
    const asked = { attribute: 'parity', atLeast: rated(4), groups };
    const without = await ana().post('/review-figures/impact', asked);
    expect([without.status, codeOf(without)]).toEqual([422, ['request/invalid-body', '/cycle']]);
    const unknown = await ana().get(`${path}?pastCycle=fy2024`);
    expect([unknown.status, codeOf(unknown)[0]]).toEqual([404, 'review-cycle/not-found']);
    await reviews.past('p1', imported('ada', 'fy2024', 3), {
      ...{ type: 'PastReviewCorrected', subject: 'ada', cycle: 'fy2024' },
      ...{ scale: { min: rated(1), max: rated(4) }, from: rated(3), to: null },
    });
    await at.settled();
    expect(await get(`${path}?pastCycle=fy2024`)).toMatchObject({ reviews: 1, unrated: 1 });
    const scale = { min: 0, max: rated(100) };
    await reviews.past('p2', { ...imported('cy', 'fy2024', 3), scale });
    await at.settled();
    const several = await ana().get(`${path}?pastCycle=fy2024`);
    expect([several.status, codeOf(several)[0]]).toEqual([422, 'review-figures/several-scales']);
  });

  it('say that there is no potential, and take nothing else for it', async () => {
    const body = await get(`/review-figures/nine-box?cycle=${cycle}&potential=growth`);
    expect(body).toMatchObject({ potential: null, boxes: null, n: null });
    expect(body['message']).toContain('no rating "growth" by managers');
  });

  it('set performance beside potential, where enough people have both', async () => {
    const body = await get(`/review-figures/nine-box?cycle=${cycle}`);
    expect(body).toMatchObject({ potential: 'potential', n: 7, unknown: 8, message: null });
    const boxes = (body['boxes'] as { count: number }[]).filter(({ count }) => count > 0);
    expect(boxes).toEqual([
      { performance: 'middle', potential: 'high', count: 6 },
      { performance: 'high', potential: 'high', count: 1 },
    ]);
    const few = await get(`/review-figures/nine-box?cycle=${cycle}&threshold=8`);
    expect(few).toMatchObject({ n: null, suppressed: 'below-threshold', boxes: null });
  });

  it('tell how far named raters agree, and flag those who cannot be compared', async () => {
    const peers = await get(`/review-figures/agreement?cycle=${cycle}&item=teamwork`);
    expect(peers).toMatchObject({
      ...{ design: 'same-raters', raters: 2, item: 'teamwork', part: null, message: null },
      single: { definition: 'icc-2-1@1', n: 14 },
      // Peers are compared, and nobody is told which of them is how severe.
      severity: { compared: [], confounded: 0, hidden: 2 },
    });
    expect(JSON.stringify(peers)).not.toMatch(/"(bo|cy)"/);
    const managers = await get(`/review-figures/agreement?cycle=${cycle}&item=results`);
    expect(managers).toMatchObject({
      ...{ design: 'none', severity: { compared: [], confounded: 1 } },
      single: { value: null },
    });
    expect(managers['message']).toContain('no number is made of it');
    // The same ratings, of which nobody is told whose they are: each counts once.
    const part = await get(`/review-figures/agreement?cycle=${cycle}&part=peers`);
    expect(part).toMatchObject({
      ...{ severity: null, design: 'raters-of-their-own', raters: 2 },
      ...{ alpha: { n: 14 }, single: { definition: 'icc-1-1@1', n: 14 } },
    });
    const alpha = (one: Body) => (one['alpha'] as Body)['value'];
    expect(alpha(part)).toBe(alpha(peers));
    const path = `/review-figures/agreement?cycle=${cycle}`;
    for (const other of ['manager', 'nothing']) {
      const refused = await ana().get(`${path}&part=${other}`);
      expect(codeOf(refused)).toEqual(['review-figures/part-not-of-raters', '?part']);
    }
    const both = await ana().get(`${path}&part=peers&item=teamwork`);
    expect(codeOf(both)).toEqual(['request/invalid-parameter', '?part']);
  });

  it('tell how often groups are rated high, with Fisher’s test and n', async () => {
    const asked = { cycle, attribute: 'parity', atLeast: rated(4), groups };
    const { status, body } = await ana().post('/review-figures/impact', asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({ attribute: 'parity', n: 14, ungrouped: 0 });
    expect(body['after']).toMatchObject({
      reference: 'even',
      groups: [
        {
          ...{ group: 'even', n: 8, rate: { value: 3 / 8 } },
          impactRatio: { value: 1, n: 8, low: null, high: null },
        },
        { group: 'odd', n: 6, rate: { value: 0 }, impactRatio: { value: 0 }, isAdverse: true },
      ],
    });
    const [, odd] = (body['after'] as { groups: { p: number }[] }).groups;
    // C(8,3) · C(6,0) of C(14,3), and the other end, C(6,3): 56 + 20 of 364.
    expect(odd?.p).toBeCloseTo(76 / 364, 9);
    expect(JSON.stringify(body)).not.toContain('team-a-0');
  });

  it('keep nothing of who is in which group', async () => {
    const before = (await at.log.readAll(null, { limit: 1_000 })).facts.length;
    const asked = { cycle, attribute: 'parity', atLeast: rated(4), groups };
    await ana().post('/review-figures/impact', asked);
    await at.settled();
    expect((await at.log.readAll(null, { limit: 1_000 })).facts).toHaveLength(before);
  });

  it.each([
    ['a person in two groups', { groups: [...groups, { group: 'x', people: ['team-a-0'] }] }],
    ['no group', { groups: [] }],
    ['a threshold of four, under the floor', { threshold: thresholdMin - 1 }],
    ['a threshold that hides all', { threshold: thresholdMax + 1 }],
    ['more groups than there may be', { groups: manyGroups(groupsMax + 1) }],
    ['a group of several words', { groups: [{ group: 'of many', people: [] }] }],
  ])('are not asked for with %s', async (_, more) => {
    const asked = { cycle, attribute: 'parity', atLeast: rated(4), groups, ...more };
    expect((await ana().post('/review-figures/impact', asked)).status).toBe(422);
  });

  it.each([
    ['the lowest threshold, five', { threshold: thresholdMin }],
    ['the highest threshold', { threshold: thresholdMax }],
    ['as many groups as there may be', { groups: manyGroups(groupsMax) }],
  ])('are asked for with %s', async (_, more) => {
    const asked = { cycle, attribute: 'parity', atLeast: rated(4), groups, ...more };
    expect((await ana().post('/review-figures/impact', asked)).status).toBe(200);
  });

  it('run a scenario over the same ratings, marked as one', async () => {
    const feed = await get(`/pay-feed?cycle=${cycle}`, hal());
    const fairness = { attribute: 'parity', atLeast: rated(4), groups };
    const asked = { cycle, pack: 'goals-only@1', fairness };
    const { status, body } = await ana().post('/review-figures/scenarios', asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({ scenario: true, instead: 'goals-only@1', n: 15, unscored: 0 });
    // By goals alone it is 5 or 3; by both it was 4.5 or 4 or 3.5, and 5 of eve.
    expect(body['after']).toMatchObject({
      counts: [
        { rating: rated(3), count: 6 },
        { rating: rated(5), count: 9 },
      ],
    });
    expect([body['moved'], (body['movers'] as Body[]).length]).toEqual([8, 8]);
    const movers = body['movers'] as { person: string; before: number; after: number }[];
    expect(movers.find(({ person }) => person === 'team-a-2')).toMatchObject({
      ...{ before: rated(4), after: rated(5), difference: rated(1) },
    });
    expect(movers.map(({ person }) => person)).not.toContain('eve');
    expect(body['fairness']).toMatchObject({
      before: { groups: [{ rate: { value: 1 } }, { rate: { value: 0 } }] },
    });
    // That it was asked for is a fact of the access log, and nothing of what it came to.
    const looks = (await at.log.readAll(null, { limit: 1_000, context: 'access' })).facts
      .map((one) => JSON.parse(one.body) as { data: Body })
      .filter(({ data }) => data['subject'] === `review-cycle:${cycle}`);
    expect(looks.map(({ data }) => data)).toContainEqual({
      ...{ subject: `review-cycle:${cycle}`, record: 'scenario:goals-only@1', by: 'ana' },
      ...{ action: 'review-figures/read', rule: expect.any(String), at: expect.any(String) },
    });
    // Nothing that may be paid by has changed, nor is any number of it there.
    const after = await get(`/pay-feed?cycle=${cycle}`, hal());
    expect(after).toEqual(feed);
  });

  it('tell nobody of an own review before it is shared with them, and of it afterwards', async () => {
    const mine = '33333333-3333-4333-8333-333333333333';
    const six = people.slice(0, 6).map(({ person }) => person);
    await reviews.cycle(mine, planned, launched(7), ...stepped(...steps));
    for (const person of six) {
      await reviews.review(`m-${person}`, opened(mine, person), scored(1, 3), finalised(3));
    }
    await reviews.review('m-hal', opened(mine, 'hal'), scored(1, 1), finalised(4));
    await at.settled();
    const ask = async () => {
      const feed = await get(`/pay-feed?cycle=${mine}`, hal());
      const spread = await get(`/review-figures/distribution?cycle=${mine}`, hal());
      const asked = { cycle: mine, pack: 'goals-only@1' };
      const { body } = await hal().post('/review-figures/scenarios', asked);
      const named = (body['movers'] as Body[]).some(({ person }) => person === 'hal');
      const own = (list: string) => (feed[list] as Body[]).filter((one) => one['person'] === 'hal');
      const { n } = spread['total'] as Body;
      return { named, n, moved: body['moved'], withheld: body['withheld'], own };
    };
    const { own: kept, ...before } = await ask();
    expect(before).toEqual({ named: false, n: 6, moved: 6, withheld: 1 });
    expect(kept('entries')).toEqual([]);
    expect(kept('waiting')).toEqual([
      { review: 'm-hal', person: 'hal', because: 'own-not-shared' },
    ]);
    const ofOthers = await get(`/review-figures/distribution?cycle=${mine}`);
    expect(ofOthers).toMatchObject({ withheld: 0, total: { n: 7 } });
    await reviews.review('m-hal', { type: 'ReviewShared' });
    await at.settled();
    const { own: told, ...after } = await ask();
    expect(after).toEqual({ named: true, n: 7, moved: 7, withheld: 0 });
    expect(told('entries')).toMatchObject([{ person: 'hal', rating: rated(4) }]);
  });

  it('know no rule pack that was not published', async () => {
    const answer = await ana().post('/review-figures/scenarios', { cycle, pack: 'halves@2' });
    expect([answer.status, codeOf(answer)[0]]).toEqual([404, 'rule-pack/not-found']);
  });

  it('are for analysts, HR partners and auditors of the whole company', async () => {
    const path = `/review-figures/distribution?cycle=${cycle}`;
    for (const role of ['analyst', 'hr-partner', 'auditor']) {
      expect((await at.as('x', { roles: [role] }).get(path)).status).toBe(200);
    }
    const roles = ['goal-manager', 'service-manager', 'operator', 'administrator', 'importer'];
    const without = [at.eve, at.mia, at.bo, ...roles.map((role) => at.as('y', { roles: [role] }))];
    const denied = await Promise.all(without.map((by) => by.get(path)));
    expect(denied.map((one) => [one.status, codeOf(one)[0]])).toEqual(
      denied.map(() => [403, 'permission/review-figures-read']),
    );
    const other = at.as('ana', { tenant: 'other', roles: ['analyst'] });
    expect((await other.get(path)).status).toBe(404);
  });

  describe('the pay feed', () => {
    it('has what a human finalised, in pages, and says why the rest waits', async () => {
      const first = await get(`/pay-feed?cycle=${cycle}&limit=10`, hal());
      const rest = await get(`/pay-feed?cycle=${cycle}&after=${String(first['next'])}`, hal());
      const entries = [first, rest].flatMap((page) => page['entries'] as Body[]);
      expect(entries).toHaveLength(14);
      expect(entries.find((one) => one['person'] === 'team-a-0')).toMatchObject({
        ...{ review: 'r-team-a-0', rating: rated(4), by: 'mia', revision: 1, job: null },
        ...{ fact: expect.any(String), position: expect.any(String) },
      });
      const waiting = [first, rest].flatMap((page) => page['waiting'] as Body[]);
      expect(waiting).toEqual([{ review: 'r-eve', person: 'eve', because: 'not-finalised' }]);
      expect(rest['next']).toBeUndefined();
    });

    it('is empty until the cycle is released', async () => {
      const body = await get(`/pay-feed?cycle=${open}`, hal());
      expect(body).toMatchObject({
        ...{ stage: 'launched', entries: [] },
        waiting: [{ person: 'ada', because: 'cycle-not-released' }],
      });
    });

    it('leaves out what is disputed, and has it again once that is settled', async () => {
      const of = async () => {
        await at.settled();
        const { entries, waiting } = await get(`/pay-feed?cycle=${cycle}`, hal());
        const isOne = (one: Body) => one['person'] === 'team-b-1';
        return [entries, waiting].map((list) => (list as Body[]).filter(isOne).length);
      };
      expect(await of()).toEqual([1, 0]);
      await reviews.review(idOf('team-b-1'), { type: 'ReviewDisputed' });
      expect(await of()).toEqual([0, 1]);
      await reviews.review(idOf('team-b-1'), { type: 'DisputeResolved', outcome: 'rejected' });
      expect(await of()).toEqual([1, 0]);
    });

    it('is for HR partners of the whole company and auditors, and for no analyst', async () => {
      const path = `/pay-feed?cycle=${cycle}`;
      expect((await at.as('x', { roles: ['auditor'] }).get(path)).status).toBe(200);
      expect((await ana().get(path)).status).toBe(403);
      expect((await at.mia.get(path)).status).toBe(403);
    });
  });
});

function manyGroups(n: number) {
  return Array.from({ length: n }, (_, no) => ({ group: `g${no}`, people: [`p${no}`] }));
}
