import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { company, type Company } from '@plumbline/feedback/testing';
import { analyticsService } from '../analytics.service.ts';

/** Every route of figures of what people and customers say, over both services that have them. */
let house: Company;

beforeAll(async () => {
  house = await company('2026-06-01T09:00:00.000Z', [analyticsService]);
  const sam = house.as('sam', { roles: ['service-manager'] });
  const waiting = { metric: 'waiting', scale: { min: 0, max: 3 } };
  for (const score of [10, 9, 9, 8, 3, 2]) {
    const answers = [
      { metric: 'nps', score },
      { ...waiting, score: score % 4 },
    ];
    const visit = { source: 'after-visit', occurredOn: '2026-05-04', touchpoint: 'counter' };
    const body = { ...visit, answeredAt: '2026-05-06T18:20:00Z', channel: 'mail', answers };
    await house.made(sam.post('/customer-responses', body));
  }
  await house.settled();
});

afterAll(() => house.close());

/** Whatever names a definition, wherever it stands in an answer. */
function figuresIn(body: unknown): Record<string, unknown>[] {
  if (typeof body !== 'object' || body === null) return [];
  const own = 'definition' in body ? [body as Record<string, unknown>] : [];
  return [...own, ...Object.values(body).flatMap(figuresIn)];
}

/** What a figure must say of itself and does not. */
function missing(figure: Record<string, unknown>): string[] {
  const isNumber = (one: unknown) => typeof one === 'number' && Number.isFinite(one);
  const rules: Readonly<Record<string, (one: unknown) => boolean>> = {
    definition: (one) => /^[a-z0-9.-]+@[1-9]\d*$/.test(String(one)),
    n: Number.isInteger,
    ...Object.fromEntries(
      ['value', 'low', 'high'].map((name) => [
        name,
        (one: unknown) => one === null || isNumber(one),
      ]),
    ),
  };
  const named = String(figure['definition']);
  return Object.entries(rules).flatMap(([name, holds]) => {
    return holds(figure[name]) ? [] : [`${named}: ${name}`];
  });
}

describe('every figure on every route', () => {
  it.each([
    ['/satisfaction?metric=nps&from=2026-05-01&until=2026-05-31&by=touchpoint', 2],
    ['/satisfaction?metric=waiting&from=2026-05-01&until=2026-05-31&by=month', 2],
    ['/sla-attainment?from=2026-05-01&until=2026-05-31', 4],
    ['/feedback/coverage?unit=sales', 6],
    ['/recognitions/figures', 3],
  ])('of %s has n, an interval, a version of its definition, and a position', async (path, n) => {
    const eve = house.as('eve', { roles: ['service-manager'] });
    const { status, body } = await eve.get(path);
    expect([status, typeof body['position']]).toEqual([200, 'string']);
    const figures = figuresIn(body);
    expect(figures).toHaveLength(n);
    expect(figures.flatMap(missing)).toEqual([]);
  });

  it('that says less is found out', () => {
    const whole = { value: 0.5, n: 4, definition: 'csat@1', low: 0.15, high: 0.85 };
    const { high: _, ...unbounded } = whole;
    const planted = [unbounded, { ...whole, definition: 'csat' }, { ...whole, n: 0.5 }];
    expect(figuresIn({ rows: [{ score: whole }, ...planted] }).flatMap(missing)).toEqual([
      ...['csat@1: high', 'csat: definition', 'csat@1: n'],
    ]);
  });
});
