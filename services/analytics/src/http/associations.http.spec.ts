import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, surveysIn } from '@plumbline/feedback/testing';
import type { Asked, Body, Company } from '@plumbline/feedback/testing';
import { analyticsService } from '../analytics.service.ts';

/** Of the five people of each shop so many are recognised, and so many of ten customers content. */
const shops = [
  { shop: 'shop-a', recognised: 0, content: 2 },
  { shop: 'shop-b', recognised: 1, content: 4 },
  { shop: 'shop-c', recognised: 3, content: 5 },
  { shop: 'shop-d', recognised: 4, content: 9 },
  { shop: 'shop-e', recognised: 5, content: 8 },
];
const span = 'from=2026-02-01&until=2026-03-31';

describe('how recognition and satisfaction go together', () => {
  let at: Company;

  beforeAll(async () => {
    at = await company('2026-01-01T00:00:00.000Z', [analyticsService]);
    at.clock.set('2026-04-01T09:00:00.000Z');
    const hr = at.as('hal', { roles: ['hr-partner'] });
    const programme = {
      values: [{ id: 'care', name: 'We care' }],
      ...{ monthlyAllowance: 100, pointsPerRecognitionMax: 50 },
    };
    await at.made(
      hr.post('/reward-programme', { ...programme, effectiveAt: '2026-01-01T00:00:00Z' }),
    );
    for (const { shop, recognised, content } of shops) await opened(shop, 5, recognised, content);
    // One has too few people, the others too few customers; of two such, none gives one away.
    await opened('shop-f', 4, 4, 10);
    await opened('shop-g', 5, 5, 0, 4);
    await opened('shop-h', 5, 0, 3, 3);
    await at.settled();
  });
  afterAll(() => at.close());

  async function opened(shop: string, people: number, recognised: number, content: number, n = 10) {
    const from = '2026-01-01';
    await at.directory('directory.UnitEstablished.v1', { unit: shop, parent: 'sales', from });
    const post = { post: `${shop}-clerk`, unit: shop, manager: 'sales-lead', fte: 1, from };
    await at.directory('directory.PostEstablished.v1', post);
    for (let person = 0; person < people; person += 1) {
      const joined = { person: `${shop}-${person}`, post: `${shop}-clerk`, from };
      await at.directory('directory.PersonJoined.v1', joined);
    }
    for (let person = 0; person < recognised; person += 1) {
      const given = { receivers: [`${shop}-${person}`], value: 'care', points: 0, note: 'Thanks.' };
      await at.made(at.eve.post('/recognitions', { ...given, effectiveAt: '2026-03-10' }));
    }
    const visit = { source: 'shops', occurredOn: '2026-03-02', answeredAt: '2026-03-03' };
    const lines = Array.from({ length: n }, (_, key) => ({
      ...{ key: `${shop}-${key}`, ...visit, touchpoint: 'till', channel: 'kiosk', location: shop },
      answers: [{ metric: 'csat', score: key < content ? 5 : 2 }],
      attribution: [{ unit: shop, share: 1 }],
    }));
    await at.as('imp', { roles: ['importer'] }).lines('/customer-responses/import', lines);
  }

  const ask = async (query: string, by = at.as('ana', { roles: ['analyst'] })) =>
    by.get(`/associations?between=recognition-coverage&metric=csat&${query}`);

  it('is a correlation over units, with its interval, its number and warnings', async () => {
    const { status, body } = await ask(span);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ between: 'recognition-coverage', and: 'csat', scale: { min: 1, max: 5 }, n: 5 },
      ...{ counting: 'lowest-units@1', from: '2026-02-01', until: '2026-03-31' },
      pearson: { n: 5, definition: 'pearson@1', value: expect.closeTo(0.92901, 5) },
      spearman: { n: 5, definition: 'spearman@1', value: expect.closeTo(0.9, 9) },
    });
    expect(body['position']).toEqual(expect.any(String));
    const { low, high } = body['pearson'] as Record<string, number>;
    expect([low, high]).toEqual([expect.closeTo(0.25915, 5), expect.closeTo(0.99541, 5)]);
    const warnings = (body['warnings'] as Body[]).map(({ code }) => code);
    expect(warnings).toEqual(['not-a-cause', 'units-are-not-people', 'confounded', 'few-units']);
  });

  it('is of the units of which both is shown, and of none beside its parts', async () => {
    const { body } = await ask(span);
    const units = body['units'] as { unit: string; x: Body; y: Body }[];
    expect(units.map(({ unit }) => unit)).toEqual(shops.map(({ shop }) => shop));
    expect(units[1]).toMatchObject({
      x: { value: 0.2, n: 5, definition: 'recognition-coverage@1', low: expect.closeTo(0.0362) },
      y: { value: 0.4, n: 10, definition: 'csat@1', high: expect.closeTo(0.6873) },
    });
  });

  it('is unknown where there is nothing to be held beside each other', async () => {
    const early = await ask('from=2026-01-01&until=2026-02-28');
    expect(early.body).toMatchObject({ n: 0, pearson: { value: null, low: null, n: 0 } });
    const codes = (early.body['warnings'] as Body[]).map(({ code }) => code);
    expect(codes).toContain('may-be-none');
    const { position } = (await ask(span)).body;
    const then = await ask(`${span}&asOf=${String(position)}`);
    expect(then.body).toMatchObject({ n: 5 });
    const before = await ask(`${span}&asOf=2026-01-01T00:00:00Z`);
    expect(before.body).toMatchObject({ n: 0 });
    const other = at.as('ana', { tenant: 'other', roles: ['analyst'] });
    expect((await ask(span, other)).body).toMatchObject({ n: 0 });
  });

  it('is for those who have all units to look after, and for no unit alone', async () => {
    const denied = await Promise.all([at.bo, at.mia, at.eve].map((by) => ask(span, by)));
    expect(denied.map((one) => [one.status, codeOf(one)[0]])).toEqual(
      denied.map(() => [403, 'permission/association-read']),
    );
    for (const role of ['service-manager', 'hr-partner', 'auditor']) {
      expect((await ask(span, at.as('x', { roles: [role] }))).status).toBe(200);
    }
  });

  it.each([
    ['from=2026-02-02&until=2026-02-01', '?until'],
    ['from=2010-02-02&until=2026-02-01', '?until'],
    ['from=2026-02-02', '?until'],
    [`${span}&scale=5`, '?scale'],
    [`${span}&between=mood`, '?between'],
  ])('is not asked for with %s', async (query, field) => {
    const answer = await ask(query);
    expect([answer.status, codeOf(answer)]).toEqual([400, ['request/invalid-parameter', field]]);
  });
});

describe('how engagement and satisfaction go together', () => {
  let at: Company;
  let asked: Asked;
  /** Of thirty people of each unit so many are engaged, and so many of ten customers content. */
  const halls = [
    { unit: 'hall-a', engaged: 6, content: 3 },
    { unit: 'hall-b', engaged: 15, content: 5 },
    { unit: 'hall-c', engaged: 18, content: 8 },
    { unit: 'hall-d', engaged: 27, content: 9 },
  ];
  const peopleAUnit = 30;
  const ask = (query = span, by = at.as('ana', { roles: ['analyst'] })) =>
    by.get(`/associations?between=engagement&metric=csat&${query}`);

  beforeAll(async () => {
    at = await company('2026-01-01T00:00:00.000Z', [analyticsService]);
    asked = surveysIn(at);
    at.clock.set('2026-03-10T09:00:00.000Z');
    for (const { unit, content } of halls) await peopled(unit, content);
    await at.settled();
  });
  afterAll(() => at.close());

  async function peopled(unit: string, content: number) {
    const from = '2026-01-01';
    await at.directory('directory.UnitEstablished.v1', { unit, parent: 'sales', from });
    const post = { post: `${unit}-clerk`, unit, manager: 'sales-lead', fte: peopleAUnit, from };
    await at.directory('directory.PostEstablished.v1', post);
    for (let no = 0; no < peopleAUnit; no += 1) {
      const joined = { person: `${unit}-${no}`, post: `${unit}-clerk`, from };
      await at.directory('directory.PersonJoined.v1', joined);
    }
    const visit = { source: 'halls', occurredOn: '2026-03-02', answeredAt: '2026-03-03' };
    const lines = Array.from({ length: 10 }, (_, key) => ({
      ...{ key: `${unit}-${key}`, ...visit, touchpoint: 'till', channel: 'kiosk', location: unit },
      answers: [{ metric: 'csat', score: key < content ? 5 : 2 }],
      attribution: [{ unit, share: 1 }],
    }));
    await at.as('imp', { roles: ['importer'] }).lines('/customer-responses/import', lines);
  }

  type Favourable = (hall: (typeof halls)[number]) => number;
  async function surveyed(closes: string, favourable: Favourable): Promise<string> {
    const id = await asked.launched({
      ...{ owner: 'unit:sales', threshold: 5, opens: '2026-03-10', closes },
      questions: [{ id: 'pride', kind: 'rating', required: true }],
      words: { 'title.en': 'How are we?', 'question.pride.en': 'I am proud to work here.' },
      ...{ languages: ['en'], audience: { kind: 'people', units: halls.map((one) => one.unit) } },
    });
    for (const hall of halls) {
      for (let no = 0; no < peopleAUnit; no += 1) {
        const pride = no < favourable(hall) ? 5 : 2;
        await asked.answerSoon(id, `${hall.unit}-${no}`, { ratings: { pride } });
      }
    }
    await asked.hr.post(`/surveys/${id}/close`, { reason: 'All have answered.' });
    await asked.released();
    return id;
  }

  it('is unknown before a survey has ended, and then of the last one that has', async () => {
    const before = await ask();
    expect(before.body).toMatchObject({ between: 'engagement', survey: null, n: 0, units: [] });
    await surveyed('2026-03-18', () => 15);
    const survey = await surveyed('2026-03-20', ({ engaged }) => engaged);
    const { status, body } = await ask();
    expect([status, body['survey'], body['n']]).toEqual([200, survey, halls.length]);
    const units = body['units'] as { unit: string; x: Body; y: Body }[];
    expect(units.map(({ unit, x, y }) => [unit, x['value'], y['value']])).toEqual(
      halls.map(({ unit, engaged, content }) => [unit, engaged / peopleAUnit, content / 10]),
    );
    expect(units[0]?.x).toMatchObject({
      ...{ n: peopleAUnit, definition: 'engagement-index@1' },
      ...{ low: expect.any(Number), high: expect.any(Number) },
    });
    const pearson = body['pearson'] as Record<string, number>;
    // Of 0.2, 0.5, 0.6, 0.9 and 0.3, 0.5, 0.8, 0.9.
    expect(pearson['value']).toBeCloseTo(0.94346, 5);
    expect(body['position']).toEqual(expect.any(String));
    const codes = (body['warnings'] as Body[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['not-a-cause', 'few-units']));
    // A span is over before the last day of either.
    const early = await ask('from=2026-02-01&until=2026-03-17');
    expect(early.body).toMatchObject({ survey: null, n: 0 });
    expect((await ask(span, at.bo)).status).toBe(403);
  });
});
