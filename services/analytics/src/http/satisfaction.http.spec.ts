import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, type Body, type Caller, type Company } from '@plumbline/feedback/testing';
import { analyticsService } from '../analytics.service.ts';

let house: Company;
let sam: Caller;

beforeAll(async () => {
  house = await company('2026-06-01T09:00:00.000Z', [analyticsService]);
  sam = house.as('sam', { roles: ['service-manager'] });
});

afterAll(() => house.close());

const visit = {
  ...{ source: 'after-visit', occurredOn: '2026-05-04', answeredAt: '2026-05-06T18:20:00Z' },
  ...{ touchpoint: 'counter', channel: 'mail', location: 'north' },
};

/** Responses with these scores, which differ by what is told. */
async function answered(scores: readonly (number | null)[], more: object = {}): Promise<string[]> {
  const made: string[] = [];
  for (const score of scores) {
    const none = score === null ? { noAnswer: 'dismissed' } : {};
    const answers = [{ metric: 'nps', score, ...none }];
    made.push(await house.made(sam.post('/customer-responses', { ...visit, answers, ...more })));
  }
  await house.settled();
  return made;
}

async function figures(by: Caller, query: string): Promise<Body> {
  const { status, body } = await by.get(`/satisfaction?${query}`);
  expect([status, status === 200 ? null : body]).toEqual([200, null]);
  return body;
}

const rowsOf = ({ rows }: Body) =>
  (rows as { of: string; rank: number; score: { n: number; value: number } | null }[]).map(
    ({ of, rank, score }) => [of, rank, score?.n ?? null, score?.value ?? null],
  );

const span = (source: string) => `metric=nps&source=${source}&from=2026-01-01&until=2026-12-31`;

describe('how satisfied customers are', () => {
  it('is a score with its counts, error and interval, and with who did not answer', async () => {
    await answered([10, 9, 9, 8, 7, 3, null, null], { source: 'plain' });
    const body = await figures(sam, span('plain'));
    expect(body).toMatchObject({
      ...{ metric: 'nps', scale: { min: 0, max: 10 }, by: null, counting: 'responses@1' },
      total: {
        ...{ tier: 'indicative', asked: 8, noAnswer: { dismissed: 2, blank: 0 } },
        score: { n: 6, definition: 'nps@1', promoters: 3, passives: 2, detractors: 1 },
      },
      rows: [],
    });
    const { score } = body['total'] as { score: Record<string, number> };
    expect(score['value']).toBeCloseTo(100 / 3, 9);
    const error = 100 * Math.sqrt((4 / 6 - (1 / 3) ** 2) / 6);
    expect(score['standardError']).toBeCloseTo(error, 9);
    expect(score['low']).toBeCloseTo(100 / 3 - 1.959963984540054 * error, 9);
    expect(body['position']).toEqual(expect.any(String));
  });

  it('is told by place, channel and time, ranked by the lower bound', async () => {
    const source = 'places';
    await answered([10, 10, 10, 10, 10, 2], { source });
    await answered([9, 9, 9, 9, 9], { source, location: 'south', occurredOn: '2026-04-30' });
    const late = { source, location: 'south', channel: 'web', answeredAt: '2026-05-30T00:00:00Z' };
    await answered([1, 1, 1, 1, 1, 1], late);
    const rows = async (by: string) => rowsOf(await figures(sam, `${span(source)}&by=${by}`));
    expect(await rows('location')).toEqual([
      ['north', 1, 6, 400 / 6],
      ['south', 2, 11, -100 / 11],
    ]);
    expect((await rows('channel')).map(([of, rank, n]) => [of, rank, n])).toEqual([
      ['mail', 1, 11],
      ['web', 2, 6],
    ]);
    // What was answered late counts for the day of the interaction.
    expect((await rows('month')).map(([of, rank, n]) => [of, rank, n])).toEqual([
      ['2026-04', null, 5],
      ['2026-05', null, 12],
    ]);
    const april = `metric=nps&source=${source}&from=2026-04-30&until=2026-04-30`;
    expect(await figures(sam, april)).toMatchObject({ total: { score: { n: 5 } } });
    const south = `${span(source)}&location=south&channel=web&touchpoint=counter`;
    expect(await figures(sam, south)).toMatchObject({ total: { score: { n: 6 } } });
  });

  it('is hidden where too few answered, and where the total would give them away', async () => {
    const source = 'few';
    await answered([10, 10, 10, 10, 10, 10, 10], { source });
    await answered([10, 10, 10, 10, 10, 10], { source, location: 'south' });
    await answered([1, 1], { source, location: 'east' });
    const body = await figures(sam, `${span(source)}&by=location`);
    expect(rowsOf(body)).toEqual([
      ['north', 1, 7, 100],
      ['east', null, null, null],
      ['south', null, null, null],
    ]);
    const alone = await figures(sam, `${span(source)}&location=east`);
    const nothing = { tier: 'hidden', score: null, asked: null, noAnswer: null };
    expect(alone).toMatchObject({ total: nothing });
    for (const query of ['metric=none', 'metric=nps&scale=1..5', 'metric=nps&scale=0..999999']) {
      const answer = await figures(sam, `${query}&from=2026-01-01&until=2026-12-31`);
      expect(answer).toMatchObject({ total: nothing, scale: null, rows: [] });
    }
  });

  it('counts what is withdrawn no more, and as of then still does', async () => {
    const source = 'withdrawn';
    const [id] = await answered([10, 10, 10, 10, 10, 0], { source });
    const { position } = await figures(sam, span(source));
    house.clock.advance(60_000);
    await sam.post(`/customer-responses/${id}/withdraw`, { reason: 'Not ours.' });
    await house.settled();
    const n = async (query: string) =>
      ((await figures(sam, query))['total'] as { score: { n: number } }).score.n;
    expect(await n(span(source))).toBe(5);
    expect(await n(`${span(source)}&asOf=${String(position)}`)).toBe(6);
    expect(await n(`${span(source)}&effectiveAt=2026-06-01T09:00:30Z`)).toBe(6);
  });

  it('is not pooled over two scales of a question', async () => {
    const question = (scale: object, score: number) => ({
      ...{ ...visit, source: 'scales' },
      answers: [{ metric: 'waiting', scale, score }],
    });
    for (let count = 0; count < 5; count += 1) {
      await house.made(sam.post('/customer-responses', question({ min: 1, max: 5 }, 4)));
      await house.made(sam.post('/customer-responses', question({ min: 0, max: 3 }, 1)));
    }
    await house.settled();
    const path = 'metric=waiting&from=2026-05-01&until=2026-05-31';
    const mixed = await sam.get(`/satisfaction?${path}`);
    expect([mixed.status, codeOf(mixed)]).toEqual([422, ['satisfaction/several-scales', '?scale']]);
    expect(await figures(sam, `${path}&scale=1..5`)).toMatchObject({
      total: { score: { n: 5, value: 1, mean: 4, definition: 'favourable@1' } },
    });
    expect(await figures(sam, `${path}&scale=0..3`)).toMatchObject({
      total: { score: { n: 5, value: 1, definition: 'mean-score@1' } },
    });
  });

  it.each([
    ['metric=nps&from=2026-05-02&until=2026-05-01', '?until'],
    ['metric=nps&from=2010-01-01&until=2026-05-01', '?until'],
    ['metric=nps&from=2026-05-02', '?until'],
    ['metric=NPS&from=2026-05-02&until=2026-05-02', '?metric'],
    ['metric=nps&from=2026-05-02&until=2026-05-02&by=weather', '?by'],
    ['metric=nps&from=2026-05-02&until=2026-05-02&scale=5', '?scale'],
  ])('refuses %s', async (query, field) => {
    const answer = await sam.get(`/satisfaction?${query}`);
    expect([answer.status, codeOf(answer)]).toEqual([400, ['request/invalid-parameter', field]]);
  });
});

describe('whose customers they are', () => {
  const source = 'held';
  const held = (...holders: object[]) => ({
    source,
    attribution: holders.map((one) => ({ ...one, share: 0.2 })),
  });

  it('counts for units and all above them as they stood on the day', async () => {
    // Until May the desk was a part of sales.
    await house.directory('directory.UnitMoved.v1', {
      ...{ unit: 'desk', parent: 'sales', from: '2026-02-01' },
    });
    await house.directory('directory.UnitMoved.v1', {
      ...{ unit: 'desk', parent: 'board', from: '2026-05-01' },
    });
    await answered([9, 9, 9, 9, 9], held({ person: 'ada' }, { unit: 'sales' }));
    await answered([1, 1, 1, 1, 1, 1], held({ person: 'bo' }));
    await answered([8, 8, 8, 8, 8, 8, 8], { ...held({ person: 'bo' }), occurredOn: '2026-04-30' });
    await answered([5, 5, 5, 5, 5, 5, 5, 5], { source });
    const body = await figures(sam, `${span(source)}&by=unit`);
    expect(rowsOf(body).map(([of, rank, n]) => [of, rank, n])).toEqual([
      ['sales', 1, 12],
      ['board', 2, 18],
      ['desk', 3, 13],
    ]);
    expect(body).toMatchObject({ total: { score: { n: 26 } } });
    // Whoever heads a unit reads of it, and of those below it, but not of all.
    expect(await figures(house.mia, `${span(source)}&unit=sales`)).toMatchObject({
      total: { score: { n: 12 } },
    });
  });

  it('counts for people as those see it who may, and without what is disputed', async () => {
    const people = 'people';
    const of = (person: string) => ({ ...held({ person }), source: people });
    const [disputed] = await answered([9, 9, 9, 9, 9, 9], of('ada'));
    await answered([8, 8, 8, 8, 8], of('bo'));
    const path = `${span(people)}&by=person`;
    const rows = async (by: Caller) =>
      rowsOf(await figures(by, path)).map(([name, rank, n]) => [name, rank, n]);
    expect(await rows(sam)).toEqual([
      ['ada', 1, 6],
      ['bo', 2, 5],
    ]);
    const analyst = house.as('ana', { roles: ['analyst'] });
    expect(await rows(analyst)).toEqual([]);
    expect(rowsOf(await figures(house.mia, `${path}&unit=sales`))).toEqual([['ada', 1, 6, 100]]);
    const ofAda = await house.cy.get(`/satisfaction?${span(people)}&person=ada`);
    expect([ofAda.status, codeOf(ofAda)[0]]).toEqual([403, 'permission/satisfaction-read-person']);
    const told = await house.ada.post(`/customer-responses/${disputed}/dispute`, { reason: 'No.' });
    expect(told.status).toBe(200);
    await house.settled();
    expect(await rows(sam)).toEqual([
      ['ada', 1, 5],
      ['bo', 2, 5],
    ]);
    expect(await figures(house.ada, `${span(people)}&person=me`)).toMatchObject({
      total: { score: { n: 5 } },
    });
    expect(rowsOf(await figures(house.mia, `${span(people)}&by=unit&unit=sales`))).toEqual([
      ['board', 1, 6, 100],
      ['sales', 1, 6, 100],
    ]);
  });

  it('is told live to those who may read the answers one by one, and to nobody else', async () => {
    const path = `/satisfaction?${span(source)}`;
    const asked = async (by: Caller, more = '') => {
      const answer = await by.get(`${path}${more}`);
      return answer.status === 200 ? 200 : [answer.status, codeOf(answer)[0]];
    };
    const no = [403, 'permission/satisfaction-read'];
    const auditor = house.as('aud', { roles: ['auditor'] });
    const analyst = house.as('ana', { roles: ['analyst'] });
    for (const by of [sam, analyst, auditor]) {
      expect([await asked(by), await asked(by, '&unit=sales')]).toEqual([200, 200]);
    }
    for (const by of [house.ada, house.cy, house.as('imp', { roles: ['importer'] })]) {
      expect([await asked(by), await asked(by, '&unit=sales')]).toEqual([no, no]);
    }
    for (const by of [house.mia, house.eve]) {
      expect([await asked(by), await asked(by, '&unit=sales')]).toEqual([no, 200]);
    }
    expect(await asked(house.mia, '&unit=desk')).toEqual(no);
    expect(await asked(house.mia, '&unit=nowhere')).toEqual(no);
    expect(await asked(house.ada, '&unit=sales&person=ada')).toBe(200);
    const { body } = await house.ada.get(path);
    expect(body['detail']).toContain('GET /metric-releases');
  });

  it('is not told of what a tenant does not have', async () => {
    const stranger = house.as('sam', { tenant: 'other', roles: ['service-manager'] });
    expect(await figures(stranger, span(source))).toMatchObject({ total: { tier: 'hidden' } });
  });
});

describe('a span of months', () => {
  it('counts each response once, from months and from the days beside them', async () => {
    const days = ['2024-01-30', '2024-02-01', '2024-02-29', '2024-03-31', '2024-04-01'];
    for (const [at, occurredOn] of days.entries()) {
      const answeredAt = `${occurredOn}T20:00:00Z`;
      const scores = [10, 9, 8, 3, at];
      await answered(scores, { source: 'months', occurredOn, answeredAt });
    }
    for (const from of ['2024-01-01', '2024-01-31', '2024-02-01', '2024-02-02']) {
      for (const until of ['2024-02-28', '2024-02-29', '2024-03-31', '2024-04-01', '2025-01-31']) {
        const query = `metric=nps&source=months&from=${from}&until=${until}`;
        const byDay = await figures(sam, `${query}&by=day`);
        const held = days.filter((day) => day >= from && day <= until);
        expect(rowsOf(byDay)).toHaveLength(held.length);
        const { total } = await figures(sam, query);
        expect([from, until, total]).toEqual([from, until, byDay['total']]);
        const byMonth = await figures(sam, `${query}&by=month`);
        const months = [...new Set(held.map((day) => day.slice(0, 7)))];
        expect(rowsOf(byMonth).map(([of]) => of)).toEqual(months);
      }
    }
  });
});

describe('the end of the calendar', () => {
  it('is a span as any other', async () => {
    const query = 'metric=nps&from=9999-11-02&until=9999-12-31';
    for (const by of ['month', 'day', 'unit']) {
      expect(await figures(sam, `${query}&by=${by}`)).toMatchObject({ rows: [] });
    }
  });
});
