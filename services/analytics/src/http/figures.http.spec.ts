import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { feedbackOpenApi, surveysIn } from '@plumbline/feedback/testing';
import type { Body, Caller } from '@plumbline/feedback/testing';
import { buildOpenApi } from '@plumbline/web/openapi';
import { figureFindings, figureRoutes } from '@plumbline/web/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { analyticsOpenApi } from '../analytics.openapi.ts';
import { charting, drawn, type Charting } from './charts.testing.ts';
import { finalised, launched, opened, planned } from './rated.testing.ts';
import { reviewsRecorder, submitted } from './rated.testing.ts';

/**
 * Every route of figures of what people and customers say, over both services that have them: which
 * these are, and what they promise of figures, their document says; here they are asked.
 */
const document = buildOpenApi([feedbackOpenApi, analyticsOpenApi]);
const addFormatsTo = addFormats as unknown as typeof addFormats.default;

const cycle = '44444444-4444-4444-8444-444444444444';
const rated = ['eve', 'mia', 'ada', 'cy', 'bo', 'dee'];
let house: Charting;
let eve: Caller;
const made = { chart: '', release: '', survey: '' };

beforeAll(async () => {
  house = await charting();
  eve = house.as('eve', { roles: ['service-manager', 'analyst', 'hr-partner'] });
  const span = { metric: 'nps', from: '2026-01-01', until: '2026-03-08' };
  const released = { ...span, dimensions: ['location'] };
  const first = await house.made(eve.post('/metric-releases', released));
  made.chart = await house.made(eve.post('/control-charts', { ...drawn, owner: 'cy' }));
  await house.answered('2026-W10', 5, 5);
  await house.answered('2026-W11', 8, 10);
  house.clock.set('2026-03-19T12:00:00.000Z');
  await house.plot();
  made.release = await house.made(eve.post(`/metric-releases/${first}/restate`, {}));
  const asking = surveysIn(house);
  const units = ['board', 'sales', 'desk'];
  made.survey = await asking.launched({
    ...{ owner: 'unit:board', segments: [], audience: { kind: 'people', units } },
    ...{ opens: '2026-03-19', closes: '2026-03-25' },
  });
  for (const person of ['eve', 'mia', 'ada', 'cy', 'bo']) {
    await asking.answerSoon(made.survey, person, { ratings: { pride: 4, recommend: 9 } });
  }
  await asking.hr.post(`/surveys/${made.survey}/close`, { reason: 'All have answered.' });
  await asking.released();
  await rate(house);
});

/** Whoever asks is told of five others: they are rated in a cycle, each by two peers. */
async function rate({ log, settled }: Charting): Promise<void> {
  const reviews = reviewsRecorder(log);
  await reviews.settings();
  await reviews.cycle(cycle, planned, launched(rated.length));
  for (const [at, person] of rated.entries()) {
    const peers = ['x', 'y'].map((by) => submitted(by, { teamwork: 1 + (at % 5) }, 'peer'));
    await reviews.review(`r-${person}`, opened(cycle, person), ...peers, finalised(3));
  }
  await settled();
}

afterAll(() => house.close());

/** The question of each route, and how many figures its answer has at least. */
const asked: Readonly<Record<string, readonly [address: () => string, figures: number]>> = {
  '/associations': [
    () => '/associations?between=recognition-coverage&metric=nps&from=2026-01-01&until=2026-03-31',
    2,
  ],
  '/control-charts/{chartId}': [() => `/control-charts/${made.chart}`, 13],
  '/engagement': [() => '/engagement', 4],
  '/engagement/trend': [() => '/engagement/trend?question=pride', 1],
  '/feedback/coverage': [() => '/feedback/coverage?unit=sales', 6],
  '/metric-releases/{releaseId}': [() => `/metric-releases/${made.release}`, 5],
  '/metric-releases/{releaseId}/figures/{figure}': [
    () => `/metric-releases/${made.release}/figures/0`,
    1,
  ],
  '/performance': [() => '/performance?person=me&from=2026-01-01&until=2026-03-31', 5],
  '/recognitions/figures': [() => '/recognitions/figures', 3],
  '/review-figures/agreement': [() => `/review-figures/agreement?cycle=${cycle}&item=teamwork`, 3],
  '/review-figures/distribution': [() => `/review-figures/distribution?cycle=${cycle}`, 4],
  '/satisfaction': [() => '/satisfaction?metric=nps&from=2026-01-01&until=2026-03-31&by=month', 2],
  '/signals': [() => '/signals', 1],
  '/sla-attainment': [() => '/sla-attainment?from=2026-03-01&until=2026-03-31', 4],
  '/surveys/{surveyId}/results': [() => `/surveys/${made.survey}/results`, 4],
};

/** Whatever has a value and a number that it is of, wherever it stands in an answer. */
function figuresIn(body: unknown): Body[] {
  if (typeof body !== 'object' || body === null) return [];
  const isFigure = 'value' in body && 'n' in body;
  return [...(isFigure ? [body as Body] : []), ...Object.values(body).flatMap(figuresIn)];
}

/** What is wrong with an answer, by the schema that the document has of it. */
function faultsOf(path: string, body: Body, method: 'get' | 'post' = 'get'): unknown[] {
  const { responses } = document.paths[path]?.[method] as unknown as {
    responses: { 200: { content: { 'application/json': { schema: object } } } };
  };
  const { schema } = responses[200].content['application/json'];
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormatsTo(ajv);
  const validate = ajv.compile({ ...schema, components: document.components });
  return validate(body) ? [] : (validate.errors ?? []);
}

const versioned = /^[a-z0-9.-]+@[1-9]\d*$/;
const unversioned = (body: Body) =>
  figuresIn(body).filter(({ definition }) => !versioned.test(String(definition)));

describe('every figure on every route', () => {
  it('is promised whole, and every route that has some is asked here', () => {
    expect(figureFindings(document)).toEqual([]);
    expect([...figureRoutes(document)].toSorted()).toEqual(Object.keys(asked));
  });

  it.each(Object.entries(asked))('of %s is as it was promised', async (path, [address, least]) => {
    const { status, body } = await eve.get(address());
    expect([status, typeof body['position']]).toEqual([200, 'string']);
    expect(faultsOf(path, body)).toEqual([]);
    expect(figuresIn(body).length).toBeGreaterThanOrEqual(least);
    expect(unversioned(body)).toEqual([]);
  });

  it('of questions that have a body is as it was promised', async () => {
    const groups = [{ group: 'all', people: rated }];
    const fairness = { attribute: 'x', atLeast: 3_000_000, groups };
    for (const [path, question, least] of [
      ['/review-figures/impact', { cycle, ...fairness }, 4],
      ['/review-figures/scenarios', { cycle, pack: 'halves@1', fairness }, 0],
    ] as const) {
      const { status, body } = await eve.post(path, question);
      expect([status, faultsOf(path, body, 'post'), unversioned(body)]).toEqual([200, [], []]);
      expect(figuresIn(body).length).toBeGreaterThanOrEqual(least);
    }
  });

  it('that says less is found out', () => {
    const whole = { value: 0.5, n: 4, definition: 'nps@1', low: 0.15, high: 0.85 };
    const line = { tier: 'firm', score: whole, asked: 4, noAnswer: null };
    const about = { metric: 'nps', scale: null, from: '2026-01-01', until: '2026-01-02', by: null };
    const answer = { position: '1', ...about, counting: 'responses@1', total: line, rows: [] };
    expect(faultsOf('/satisfaction', answer)).toEqual([]);
    for (const part of ['value', 'n', 'definition', 'low', 'high'] as const) {
      const { [part]: _, ...score } = whole;
      expect(faultsOf('/satisfaction', { ...answer, total: { ...line, score } })).not.toEqual([]);
    }
    const { position: _, ...nowhere } = answer;
    expect(faultsOf('/satisfaction', nowhere)).not.toEqual([]);
    expect(unversioned({ rows: [whole, { ...whole, definition: 'csat' }] })).toHaveLength(1);
  });
});
