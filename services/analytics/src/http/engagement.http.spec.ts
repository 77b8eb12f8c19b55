import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { askedCompany, byLink, people, type Asked } from '@plumbline/feedback/testing';
import {
  createProjector,
  createViews,
  everyOf,
  type ViewReader,
  type Views,
} from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { analyticsParts } from '../analytics.parts.ts';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { analyticsService } from '../analytics.service.ts';
import { EngagementReactions } from '../engagement.reactions.ts';
import { releaseSheet } from '../views/release-sheet.ts';
import { surveyBatches } from '../views/survey-batches.ts';
import { surveyTerms } from '../views/survey-terms.ts';

interface Figure {
  readonly figure: number;
  readonly of: Readonly<Record<string, string>>;
  readonly n: number | null;
  readonly value: number | null;
  readonly suppressed: string | null;
  readonly counts: unknown;
  readonly countedAt: string | null;
}

interface Results {
  readonly survey: string;
  readonly threshold: number;
  readonly index: readonly Figure[];
  readonly participation: { readonly release: string; readonly figures: Figure[] } | null;
  readonly questions: readonly {
    readonly question: string;
    readonly release: string | null;
    readonly countedAt: string | null;
    readonly figures: readonly Figure[];
  }[];
}

let asked: Asked;
beforeEach(async () => {
  asked = await askedCompany('2026-04-01T09:00:00.000Z', [analyticsService]);
});
afterEach(() => asked.close());

const { desk = [], lab = [], shop = [] } = people;
const deskAndLab = { kind: 'people', units: ['desk', 'lab'] };
const close = (surveyId: string) =>
  asked.hr.post(`/surveys/${surveyId}/close`, { reason: 'All have answered.' });
const resultsOf = async (surveyId: string, query = ''): Promise<Results> => {
  const { status, body } = await asked.as('d1').get(`/surveys/${surveyId}/results${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body['results'] as unknown as Results;
};
const questionIn = (results: Results, question: string) => {
  const found = results.questions.find((one) => one.question === question);
  if (found === undefined) throw new Error(`There is no ${question}.`);
  return found;
};
/** What is shown of each segment: its count, or why it is withheld. */
const said = (figures: readonly Figure[]) =>
  Object.fromEntries(figures.map(({ of, n, suppressed }) => [of['unit'] ?? '*', n ?? suppressed]));
const answer = async (surveyId: string, who: readonly string[], pride: (no: number) => number) => {
  for (const [no, person] of who.entries()) {
    await asked.answerSoon(surveyId, person, { ratings: { pride: pride(no), recommend: 9 } });
  }
};

/** The documents of surveys and of their releases. */
async function filled(views: Views) {
  const readers = [
    await views.of(surveyTerms, 'acme', {}),
    await views.of(surveyBatches, 'acme', {}),
    await views.of(releaseSheet, 'acme', {}),
  ];
  return Promise.all(readers.map(docsIn));
}

async function docsIn(reader: ViewReader<unknown>) {
  const docs: unknown[] = [];
  for await (const one of everyOf(reader, 'all')) docs.push(one);
  return docs;
}

describe('what a survey came to', () => {
  it('is nothing before answers have left together, and then what was released', async () => {
    const surveyId = await asked.launched({ threshold: 5 });
    expect(await resultsOf(surveyId)).toMatchObject({
      ...{ survey: surveyId, kind: 'pulse', threshold: 5, index: [], participation: null },
      questions: [
        { question: 'pride', kind: 'rating', release: null, figures: [] },
        { question: 'recommend', kind: 'enps' },
        { question: 'place', kind: 'choice' },
      ],
    });
    await answer(surveyId, [...desk, ...lab], (no) => 1 + (no % 5));
    await answer(surveyId, shop, () => 5);
    await close(surveyId);
    await asked.released();
    const results = await resultsOf(surveyId);
    const pride = questionIn(results, 'pride');
    // Two are in the shop, and would be a group of two: with the desk they are of the unit of both.
    expect(said(pride.figures)).toEqual({ '*': 14, all: 14, lab: 6 });
    expect(pride.figures[0]).toMatchObject({
      ...{ figure: 0, of: {}, tier: 'indicative', suppressed: null, n: 14, value: 6 / 14 },
      ...{ low: expect.any(Number), high: expect.any(Number), mean: expect.any(Number) },
      // How answers are spread is for a hundred of them or more.
      ...{ counts: null, definition: 'favourable@1', countedAt: pride.countedAt },
    });
    expect(questionIn(results, 'recommend').figures[0]).toMatchObject({
      ...{ n: 14, value: 100, standardError: 0, definition: 'enps@1' },
    });
    expect(said(questionIn(results, 'place').figures)).toEqual({ '*': 'below-threshold' });
    expect(JSON.stringify(results)).not.toContain('"why"');
  });

  it('says of each figure why it is that number, and of which facts', async () => {
    const surveyId = await asked.launched({ threshold: 5 });
    await answer(surveyId, [...desk, ...lab], () => 4);
    await close(surveyId);
    await asked.released();
    const { release, figures } = questionIn(await resultsOf(surveyId), 'pride');
    const at = `/metric-releases/${release}/figures/${figures[0]?.figure}`;
    const auditor = asked.as('aud', { roles: ['auditor'] });
    const why = await auditor.get(at);
    expect(why.body).toMatchObject({
      figure: { n: 12, value: 1 },
      filled: '12 / 12 = 1, 0.7575 to 1',
      release: { source: { kind: 'survey', survey: surveyId, question: 'pride' } },
    });
    const facts = await asked.published('feedback.AnswersReleased.v1');
    expect(why.body['facts']).toMatchObject(facts.map(({ id, position }) => ({ id, position })));
    expect((await asked.as('d1').get(at)).body['facts']).toBeNull();
  });

  it('is told by unit, rolled up, also how many took part', async () => {
    const surveyId = await asked.launched({ threshold: 5, audience: deskAndLab });
    await answer(surveyId, [...desk, ...lab.slice(0, 5)], () => 4);
    await close(surveyId);
    await asked.released();
    const { participation, questions } = await resultsOf(surveyId);
    expect(said(questions[0]?.figures ?? [])).toEqual({ '*': 11, all: 11, desk: 6, lab: 5 });
    expect(said(participation?.figures ?? [])).toEqual({ '*': 12, all: 12, desk: 6, lab: 6 });
    expect(participation?.figures).toMatchObject([
      { of: {}, value: 11 / 12, low: expect.any(Number), definition: 'participation@1' },
      { of: { unit: 'all' }, value: 11 / 12 },
      { of: { unit: 'desk' }, value: 1 },
      { of: { unit: 'lab' }, value: 5 / 6, counts: null },
    ]);
  });

  it('is released when the survey has ended, once, and not there at any earlier point', async () => {
    const surveyId = await asked.launched({ threshold: 5, segments: [] });
    await answer(surveyId, [...desk, ...lab.slice(0, 4)], () => 2);
    await asked.released();
    expect(await asked.left(surveyId)).toEqual({ '-': 5 });
    const then = (await asked.log.head()) ?? '';
    const nothing = { release: null, figures: [] };
    expect(questionIn(await resultsOf(surveyId), 'pride')).toMatchObject(nothing);
    await answer(surveyId, [...lab.slice(4), ...shop], () => 5);
    await close(surveyId);
    await asked.released();
    const last = questionIn(await resultsOf(surveyId), 'pride');
    expect(last.figures).toMatchObject([{ n: 14, value: 4 / 14 }]);
    expect(questionIn(await resultsOf(surveyId, `?asOf=${then}`), 'pride')).toMatchObject(nothing);
    const { body } = await asked.as('d1').get(`/metric-releases/${last.release}`);
    expect(body['release']).toMatchObject({ restates: null, restatedBy: null, diff: [] });
  });

  it('says while it lasts how many took part, each time in place of the time before', async () => {
    const surveyId = await asked.launched({ threshold: 5, audience: deskAndLab });
    const turn = async (instant: string) => {
      asked.clock.set(instant);
      await asked.turned();
      await asked.released();
      return (await resultsOf(surveyId)).participation;
    };
    expect((await resultsOf(surveyId)).participation).toBeNull();
    await answer(surveyId, desk.slice(0, 2), () => 4);
    const first = await turn('2026-04-02T09:00:00.000Z');
    expect(first?.figures).toMatchObject([
      { of: {}, n: 12, value: 2 / 12 },
      { of: { unit: 'all' }, n: 12 },
      { of: { unit: 'desk' }, n: 6, value: 2 / 6 },
      { of: { unit: 'lab' }, n: 6, value: 0 },
    ]);
    await answer(surveyId, lab.slice(0, 3), () => 4);
    const second = await turn('2026-04-03T09:00:00.000Z');
    expect(second?.figures).toMatchObject([{ value: 5 / 12 }, {}, {}, { n: 6, value: 3 / 6 }]);
    const { body } = await asked.as('d1').get(`/metric-releases/${second?.release}`);
    expect(body['release']).toMatchObject({ restates: first?.release });
  });

  it('is hidden where more is promised since than when it was released', async () => {
    const surveyId = await asked.launched({ threshold: 5, audience: deskAndLab });
    await answer(surveyId, [...desk, ...lab.slice(0, 5)], () => 4);
    await close(surveyId);
    await asked.released();
    const then = (await asked.log.head()) ?? '';
    const path = `/surveys/${surveyId}/raise-threshold`;
    await asked.hr.post(path, { threshold: 6, reason: 'We are few.' });
    await asked.released();
    for (const query of ['', `?asOf=${then}`]) {
      const results = await resultsOf(surveyId, query);
      expect(results.threshold).toBe(6);
      expect(said(questionIn(results, 'pride').figures)).toEqual({
        ...{ '*': 11, all: 11, desk: 6, lab: 'below-threshold' },
      });
    }
  });

  it('is nothing where too few answered', async () => {
    const surveyId = await asked.launched({ threshold: 3 });
    await answer(surveyId, desk.slice(0, 2), () => 4);
    await close(surveyId);
    await asked.released();
    const { questions, participation, threshold } = await resultsOf(surveyId);
    // Three were promised, and of fewer than five nothing is shown in any case.
    expect(threshold).toBe(5);
    expect(questions.map(({ release }) => release)).toEqual([null, null, null]);
    expect(participation?.figures[0]).toMatchObject({ of: {}, n: 14, value: 2 / 14 });
  });

  it('is released again by no fact that comes twice', async () => {
    const surveyId = await asked.launched({ threshold: 5 });
    await answer(surveyId, [...desk, ...lab], () => 4);
    await close(surveyId);
    await asked.released();
    const before = await asked.log.head();
    const ended = (await asked.published('feedback.ParticipationCounted.v1')).slice(-1);
    await asked.web.app.get(EngagementReactions).participationCounted(ended as never);
    expect(await asked.log.head()).toBe(before);
  });

  it('tells a question that is called participation from who took part', async () => {
    const surveyId = await asked.launched({
      ...{ threshold: 5, audience: deskAndLab, languages: ['en'] },
      questions: [{ id: 'participation', kind: 'rating', required: true }],
      words: { 'title.en': 'How are we?', 'question.participation.en': 'I may take part.' },
    });
    for (const person of desk) {
      await asked.answerSoon(surveyId, person, { ratings: { participation: 4 } });
    }
    await close(surveyId);
    await asked.released();
    const { participation, questions } = await resultsOf(surveyId);
    expect(questions[0]?.figures[0]).toMatchObject({ n: 6, value: 1, definition: 'favourable@1' });
    expect(participation?.figures[0]).toMatchObject({ n: 12, value: 1 / 2 });
  });

  it('is in views the same, whether they are filled as it happens or anew', async () => {
    const surveyId = await asked.launched({ threshold: 5 });
    await answer(surveyId, [...desk, ...lab, ...shop], (no) => 1 + (no % 5));
    await close(surveyId);
    await asked.released();
    const { log, clock, web } = asked;
    const store = openMemoryViewStore();
    const projector = createProjector({ log, store, clock, views: analyticsParts.views });
    await projector.catchUp();
    const anew = createViews({ log, store, views: analyticsParts.views });
    const { views } = web.app.get<AnalyticsPorts>(analyticsPorts);
    const [one, other] = await Promise.all([filled(views), filled(anew)]);
    expect(one.map((docs) => docs.length)).toEqual([1, 1, 4]);
    expect(other).toEqual(one);
  });

  it('of a survey by link is of who answered, and has no participation', async () => {
    const surveyId = await asked.launched({ ...byLink, threshold: 5 });
    await close(surveyId);
    await asked.released();
    expect(await resultsOf(surveyId)).toMatchObject({
      ...{ closedOn: '2026-04-01', participation: null, index: [] },
      questions: [{ release: null }, { release: null }, { release: null }],
    });
    const answered = await asked.launched({ ...byLink, threshold: 5 });
    const { body } = await asked.hr.post(`/surveys/${answered}/links`, { count: 6 });
    for (const { ticket } of body['items'] as { ticket: string }[]) {
      await asked.page('POST', `/surveys/${answered}/page`, { ticket, 'q.pride': '4' });
    }
    await close(answered);
    await asked.released();
    const { participation, questions } = await resultsOf(answered);
    expect(participation).toBeNull();
    expect(questions[0]?.figures).toMatchObject([{ of: {}, n: 6, value: 1 }]);
    const stranger = await asked.as('zoe', { tenant: 'other' }).get(`/surveys/${surveyId}/results`);
    expect(stranger.status).toBe(404);
  });
});

describe('engagement', () => {
  it('is each survey with its figures, and one question from survey to survey', async () => {
    const ids: string[] = [];
    for (const [no, closes] of ['2026-04-10', '2026-05-10'].entries()) {
      const id = await asked.launched({ threshold: 5, closes, audience: deskAndLab });
      await answer(id, [...desk, ...lab], () => (no === 0 ? 2 : 5));
      await close(id);
      await asked.released();
      ids.push(id);
    }
    const d1 = asked.as('d1');
    const all = await d1.get('/engagement?unit=desk&question=pride');
    expect(all.body['items']).toMatchObject(
      ids.map((survey, no) => ({
        survey,
        questions: [
          { question: 'pride', figures: [{ of: { unit: 'desk' }, n: 6, value: no === 0 ? 0 : 1 }] },
        ],
      })),
    );
    const trend = await d1.get('/engagement/trend?question=pride&unit=lab');
    expect(trend.body['items']).toMatchObject([
      { survey: ids[0], closes: '2026-04-10', figure: { n: 6, value: 0 } },
      { survey: ids[1], closes: '2026-05-10', figure: { n: 6, value: 1 } },
    ]);
    const took = await d1.get('/engagement/trend?question=participation');
    expect(took.body['items']).toMatchObject(ids.map(() => ({ figure: { n: 12, value: 1 } })));
    // Twelve people are too few for an index, whatever their questions show.
    const index = await d1.get('/engagement/trend?question=index');
    expect(index.body['items']).toMatchObject(
      ids.map(() => ({ figure: { suppressed: 'too-few-for-an-index', value: null } })),
    );
    expect((await d1.get('/engagement/trend?question=unknown')).body['items']).toEqual([]);
  });

  it('comes in pages, in the order of last days', async () => {
    const days = ['2026-04-20', '2026-04-10', '2026-06-01'];
    const ids = new Map<string, string>();
    for (const closes of days) ids.set(closes, await asked.launched({ threshold: 5, closes }));
    await asked.released();
    const d1 = asked.as('d1');
    const found: unknown[] = [];
    for (let after = ''; ;) {
      const { body } = await d1.get(`/engagement?limit=1${after}`);
      const items = body['items'] as { survey: string }[];
      expect(items.length).toBeLessThanOrEqual(1);
      found.push(...items.map(({ survey }) => survey));
      if (body['next'] === undefined) break;
      after = `&after=${encodeURIComponent(String(body['next']))}`;
    }
    expect(found).toEqual(days.toSorted().map((closes) => ids.get(closes)));
    const april = await d1.get('/engagement?from=2026-04-11&until=2026-04-30');
    expect(april.body['items']).toMatchObject([{ survey: ids.get('2026-04-20') }]);
  });

  it.each([
    ['from=2026-04-02&until=2026-04-01', 422],
    ['from=2016-04-01&until=2026-04-08', 200],
    ['from=2016-03-31&until=2026-04-09', 422],
    ['limit=51', 400],
    ['limit=50', 200],
    ['question=a.b', 400],
  ])('asked with %s answers %d', async (query, status) => {
    const answer = await asked.as('d1').get(`/engagement?${query}`);
    expect(answer.status).toBe(status);
    const [wrong] = (answer.body['errors'] ?? []) as { field: string }[];
    if (status === 422) expect(wrong?.field).toBe('?from');
  });
});
