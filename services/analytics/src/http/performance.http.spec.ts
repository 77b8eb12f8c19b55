import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, type Body, type Company } from '@plumbline/feedback/testing';
import { goalsService } from '@plumbline/goals';
import { analyticsService } from '../analytics.service.ts';
import { finalised, launched, opened, planned } from './rated.testing.ts';
import { reviewsRecorder, type ReviewsRecorder } from './rated.testing.ts';

const cycle = '11111111-1111-4111-8111-111111111111';
const span = 'from=2026-01-01&until=2026-12-31';
const period = { name: 'FY2026', start: '2026-01-01', end: '2026-12-31' };
const team = Array.from({ length: 6 }, (_, no) => `agent-${no}`);

interface Part extends Body {
  readonly part: string;
  readonly share: { readonly value: number | null; readonly n: number };
  readonly suppressed: string | null;
}

describe('performance', () => {
  let at: Company;
  let reviews: ReviewsRecorder;

  beforeAll(async () => {
    at = await company('2026-05-01T09:00:00.000Z', [analyticsService, goalsService]);
    reviews = reviewsRecorder(at.log);
    const from = '2026-01-01';
    const post = { post: 'crew', unit: 'desk', manager: 'chief', fte: 6, from };
    await at.directory('directory.PostEstablished.v1', post);
    for (const person of team) {
      await at.directory('directory.PersonJoined.v1', { person, post: 'crew', from });
    }
    // Ada: a goal met by half, one that is private, one that is open.
    await closed('ada', 38);
    await closed('ada', 76, 'private');
    await at.made(at.ada.post('/goals', draft('ada'))).then((id) => activate('ada', id));
    for (const person of team) await closed(person, 76);
    await at.made(at.cy.post('/feedback/notes', note('ada', 'praise', 'public')));
    await at.made(at.bo.post('/feedback/notes', note('ada', 'suggestion', 'public')));
    await at.made(at.bo.post('/feedback/notes', note('ada', 'suggestion', 'manager-only')));
    const visit = { source: 'shops', occurredOn: '2026-03-02', answeredAt: '2026-03-03' };
    const lines = Array.from({ length: 6 }, (_, key) => ({
      ...{ key: `k-${key}`, ...visit, touchpoint: 'till', channel: 'kiosk', location: 'x' },
      answers: [{ metric: 'csat', score: key < 3 ? 5 : 2 }],
      attribution: [{ person: 'ada', share: 1 }],
    }));
    await at.as('imp', { roles: ['importer'] }).lines('/customer-responses/import', lines);
    await reviews.settings();
    await reviews.cycle(cycle, planned, launched(8));
    await reviews.review('r-ada', opened(cycle, 'ada'), finalised(4), { type: 'ReviewShared' });
    await reviews.review('r-cy', opened(cycle, 'cy'), finalised(5));
    for (const person of team.slice(0, 4)) {
      const shared = { type: 'ReviewShared' } as const;
      await reviews.review(`r-${person}`, opened(cycle, person), finalised(3), shared);
    }
    await at.settled();
  });
  afterAll(() => at.close());

  const draft = (person: string, visibility = 'public') => ({
    ...{ title: 'Clients', description: 'Helped.', owner: `person:${person}`, period, visibility },
    keyResults: [
      {
        ...{ id: 'kr1', name: 'Clients helped', weight: 1 },
        measure: { kind: 'increase', start: 0, target: 76, unit: 'clients' },
      },
    ],
  });
  const note = (subject: string, kind: string, visibility: string) => {
    return { subject, kind, visibility, message: 'Well.', links: [] };
  };
  const activate = (person: string, id: string) =>
    at.as(person).post(`/goals/${id}/activate`, { kind: 'aspirational' });

  async function closed(person: string, value: number, visibility?: string): Promise<void> {
    const by = at.as(person);
    const id = await at.made(by.post('/goals', draft(person, visibility)));
    await activate(person, id);
    await by.post(`/goals/${id}/check-ins`, { keyResultId: 'kr1', value });
    const end = { score: 0.7, lesson: 'Ask early.' };
    const { status, body } = await by.post(`/goals/${id}/close`, end);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }

  const ask = async (query: string, by = at.mia): Promise<Body> => {
    const { status, body } = await by.get(`/performance?${span}&${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };
  const partsOf = (body: Body) =>
    Object.fromEntries((body['parts'] as Part[]).map((part) => [part.part, part]));

  it('of a person is its parts, each with weight, number and origin', async () => {
    const body = await ask('person=ada');
    const { goals, feedback, reviews: ratings, customers } = partsOf(body);
    expect(goals).toMatchObject({
      ...{ share: { value: 0.5, n: 1, definition: 'goal-attainment@1' }, weight: 50 },
      provenance: { from: 'goals.GoalClosed.v1', ids: [expect.any(String)], unknown: 2 },
    });
    expect(feedback).toMatchObject({
      ...{ share: { value: 0.5, n: 2 }, weight: 0, effectiveWeight: null },
    });
    expect(ratings).toMatchObject({
      ...{ share: { value: 0.75, n: 1 }, weight: 30, provenance: { ids: ['r-ada'] } },
    });
    expect(customers).toMatchObject({ share: { value: 0.5, n: 6, definition: 'csat@1' } });
    expect(body).toMatchObject({
      ...{ person: 'ada', unit: null },
      index: { value: expect.closeTo(0.575, 12), n: 3, definition: 'performance-index@1' },
    });
  });

  it('leaves the weight of what is missing to the others, and counts it as nothing', async () => {
    const body = await ask('person=cy');
    const { goals, reviews: ratings, customers } = partsOf(body);
    for (const part of [goals, ratings, customers]) {
      expect(part).toMatchObject({ share: { value: null, n: 0 }, effectiveWeight: null });
    }
    // It is finalised, and cy cannot read it yet.
    expect(ratings).toMatchObject({ provenance: { unknown: 1 } });
    expect(body['index']).toMatchObject({ value: null, n: 0 });
    const own = await ask('person=me&weights=feedback:10,goals:10', at.ada);
    expect(own['index']).toMatchObject({ value: 0.5, n: 2 });
    const earlier = await ask('person=ada&asOf=2026-01-01T00:00:00Z');
    expect(earlier['index']).toMatchObject({ value: null, n: 0 });
  });

  it('of a unit is of its people together, each part from five of them on', async () => {
    const hal = at.as('hal', { roles: ['hr-partner'] });
    const company = partsOf(await ask('unit=board', hal));
    expect(company['goals']).toMatchObject({
      ...{ share: { value: 6.5 / 7, n: 7 }, suppressed: null, provenance: { unknown: 2 } },
    });
    expect(company['reviews']).toMatchObject({ share: { value: (0.75 + 4 * 0.5) / 5, n: 5 } });
    expect(company['feedback']).toMatchObject({
      ...{ share: { value: null, n: 0 }, suppressed: 'below-threshold' },
    });
    // Beside the company, the desk would give ada away, whose goal is the only other one.
    const desk = partsOf(await ask('unit=desk', hal));
    expect(desk['goals']).toMatchObject({
      ...{ share: { value: null, n: 0 }, suppressed: 'complementary', provenance: { ids: [] } },
    });
    const nowhere = partsOf(await ask('unit=attic', hal));
    expect(nowhere['goals']).toMatchObject({ suppressed: 'below-threshold' });
  });

  it('of a person is for that person, those who manage them, HR partners and auditors', async () => {
    const path = `/performance?${span}&person=ada`;
    for (const by of [at.ada, at.mia, at.eve, at.as('hal', { roles: ['hr-partner'] })]) {
      expect((await by.get(path)).status).toBe(200);
    }
    for (const by of [at.cy, at.bo, at.as('ana', { roles: ['analyst'] })]) {
      const denied = await by.get(path);
      expect([denied.status, codeOf(denied)[0]]).toEqual([403, 'permission/performance-read']);
    }
    const unit = await at.bo.get(`/performance?${span}&unit=sales`);
    expect([unit.status, codeOf(unit)[0]]).toEqual([403, 'permission/performance-read-unit']);
    const ana = at.as('ana', { roles: ['analyst'] });
    expect((await ana.get(`/performance?${span}&unit=sales`)).status).toBe(200);
  });

  it('of a person, which has ratings in it, is for no delegate of theirs and no matrix manager', async () => {
    const path = `/performance?${span}&person=ada`;
    const line = { post: 'seller', line: 'dotted:skill', manager: 'agent', from: '2026-01-01' };
    await at.directory('directory.ReportingLineChanged.v1', line);
    for (const person of ['ada', 'mia']) {
      const given = { person, delegation: `d-${person}`, to: 'cy', actions: null };
      const days = { from: '2026-01-01', until: '2026-12-31' };
      await at.directory('directory.DelegationGranted.v1', { ...given, ...days });
    }
    await at.settled();
    const asks = (principal: string, of = path) => at.cy.get(of, { 'on-behalf-of': principal });
    for (const denied of [
      await asks('ada'),
      await asks('ada', path.replace('=ada', '=me')),
      await at.bo.get(path),
    ]) {
      expect([denied.status, codeOf(denied)[0]]).toEqual([403, 'permission/performance-read']);
    }
    // Who stands in for the manager reads what the manager reads.
    expect((await asks('mia')).status).toBe(200);
  });

  it.each([
    ['person=ada&unit=sales', '?unit'],
    ['', '?person'],
    ['person=ada&weights=goals:50,mood:1', '?weights'],
    ['person=ada&weights=goals:1001', '?weights'],
    ['person=ada&until=2025-01-01', '?until'],
    ['person=ada&from=1999-01-01', '?until'],
  ])('is not asked for with %s', async (query, field) => {
    const [from, until] = ['from', 'until'].map((name) => {
      return query.includes(`${name}=`)
        ? ''
        : `${name}=2026-${name === 'from' ? '01-01' : '12-31'}&`;
    });
    const answer = await at.mia.get(`/performance?${from}${until}${query}`);
    expect([answer.status, codeOf(answer)]).toEqual([400, ['request/invalid-parameter', field]]);
  });

  it('is asked for with the highest weight', async () => {
    const body = await ask('person=ada&weights=goals:1000');
    expect(body['index']).toMatchObject({ value: 0.5, n: 1 });
  });
});
