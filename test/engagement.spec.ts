import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blindedTicket } from '@plumbline/feedback/testing';
import { callerOf, dayFromToday, done, type Caller } from './support/caller.ts';
import { serve, type Served } from './support/served.ts';

/**
 * The whole way of a survey, over HTTP: asked by one service, answered in nobody's name, counted
 * and released by another. One process or several, and whatever stores they have: what it comes to
 * is what is written here.
 */
const teams = { desk: 6, lab: 7 };
const from = dayFromToday(-30);
const everybody = Object.entries(teams).flatMap(([unit, count]) =>
  Array.from({ length: count }, (_, no) => ({ person: `${unit}-${no}`, unit, no })),
);

interface Figure {
  readonly of: Readonly<Record<string, string>>;
  readonly n: number | null;
  readonly value: number | null;
  readonly suppressed: string | null;
}
interface Results {
  readonly threshold: number;
  readonly participation: { readonly figures: readonly Figure[] } | null;
  readonly questions: readonly {
    readonly question: string;
    readonly release: string | null;
    readonly figures: readonly Figure[];
  }[];
}

const saidOf = (figures: readonly Figure[]) =>
  figures.map(({ of, n, value, suppressed }) => [of['unit'] ?? '*', n ?? suppressed, value]);

const answeredMsMax = 60_000;

describe('a survey', () => {
  let served: Served;
  let hr: Caller;
  let surveyId: string;

  const results = async (query = ''): Promise<Results> => {
    const body = await done(hr.get(`/surveys/${surveyId}/results${query}`));
    return body['results'] as Results;
  };

  beforeAll(async () => {
    served = await serve();
    hr = await callerOf(served, 'hana', 'hr-partner');
    await joined();
    const { id } = await done(
      hr.post('/surveys', {
        ...{ owner: 'unit:all', kind: 'pulse', threshold: 5, languages: ['en'] },
        ...{ audience: { kind: 'people', units: ['all'] }, segments: [{ id: 'unit' }] },
        ...{ defaultLanguage: 'en', opens: dayFromToday(0), closes: dayFromToday(7) },
        questions: [
          { id: 'pride', kind: 'rating', required: true },
          { id: 'growth', kind: 'rating', required: false },
        ],
        words: { 'title.en': 'How are we?', 'question.pride.en': 'I am proud.', 'question.growth.en': 'I grow.' }, // prettier-ignore
      }),
    );
    surveyId = String(id);
    await served.caughtUp();
    for (const { person, unit, no } of everybody.filter((one) => one.person !== 'lab-6')) {
      const growth = unit === 'desk' || no < 2 ? { growth: 2 } : {};
      await answered(person, { pride: no < 3 ? 5 : 3, ...growth });
    }
  });

  afterAll(() => served?.close());

  async function joined(): Promise<void> {
    const admin = await callerOf(served, 'root', 'administrator');
    const units = ['all', ...Object.keys(teams)].map((unit) => {
      const parent = unit === 'all' ? null : 'all';
      return { type: 'EstablishUnit', unit, parent, from, name: `The ${unit}` };
    });
    const posts = everybody.map(({ person, unit }) => {
      const about = { post: `post-${person}`, unit, manager: null, fte: 1, grade: null, from };
      return { type: 'EstablishPost', ...about, title: 'A post' };
    });
    await done(admin.post('/structure', { changes: [...units, ...posts] }));
    for (const { person } of everybody) {
      await done(hr.post('/people', { person, name: `Name of ${person}`, post: `post-${person}`, from })); // prettier-ignore
    }
    await served.caughtUp();
  }

  /** Takes part under a name, and answers under none. */
  async function answered(person: string, ratings: object): Promise<void> {
    const caller = await callerOf(served, person);
    const { survey } = await done(caller.get(`/surveys/${surveyId}`));
    const { keys, segments } = (survey as { tickets: Tickets }).tickets;
    const key = keys.find((one) => one.segments['unit'] === segments['unit']);
    if (key === undefined) throw new Error(`No key for ${person}.`);
    const { ticket, blinded, finalize } = await blindedTicket(surveyId, key);
    const blindedTicketOf = { blindedTicket: blinded.toString('base64') };
    const taken = await done(caller.post(`/surveys/${surveyId}/participation`, blindedTicketOf));
    const signed = await finalize(Buffer.from(String(taken['signature']), 'base64'));
    const signature = signed.toString('base64');
    const response = await fetch(`${served.url}/surveys/${surveyId}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: { ...ticket, signature }, answer: { ratings } }),
    });
    if (response.status !== 202) throw new Error(await response.text());
  }

  it('shows nothing of what was answered before it has ended', async () => {
    const { threshold, questions } = await results();
    expect(threshold).toBe(5);
    expect(questions.map(({ question, release }) => [question, release])).toEqual([
      ['pride', null],
      ['growth', null],
    ]);
  });

  it('comes to figures by unit, released once it has ended', async () => {
    await done(hr.post(`/surveys/${surveyId}/close`, { reason: 'All have answered.' }));
    for (const deadline = Date.now() + answeredMsMax; ;) {
      const { questions } = await results();
      if (questions.every(({ release }) => release !== null)) break;
      if (Date.now() > deadline) throw new Error('It was not released.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { participation, questions } = await results();
    expect(saidOf(participation?.figures ?? [])).toEqual([
      ...[['*', 13, 12 / 13], ['all', 13, 12 / 13], ['desk', 6, 1], ['lab', 7, 6 / 7]], // prettier-ignore
    ]);
    expect(saidOf(questions[0]?.figures ?? [])).toEqual([
      ...[['*', 12, 1 / 2], ['all', 12, 1 / 2], ['desk', 6, 1 / 2], ['lab', 6, 1 / 2]], // prettier-ignore
    ]);
    // Two of the lab answered it: the desk is what would tell them apart from all.
    expect(saidOf(questions[1]?.figures ?? [])).toEqual([
      ...[['*', 8, 0], ['all', 8, 0], ['desk', 'complementary', null], ['lab', 'below-threshold', null]], // prettier-ignore
    ]);
  });

  it('is the same for ever, and says why each figure is that number', async () => {
    const auditor = await callerOf(served, 'aud', 'auditor');
    const before = await results();
    const { release, figures } = before.questions[0] ?? {};
    const { figure = NaN } = (figures?.[0] ?? {}) as { figure?: number };
    const why = await done(auditor.get(`/metric-releases/${release}/figures/${figure}`));
    expect(why).toMatchObject({ filled: '6 / 12 = 0.5, 0.2538 to 0.7462' });
    await served.caughtUp();
    expect(await results()).toEqual(before);
    const trail = await done(hr.get(`/engagement/trend?question=pride&unit=desk`));
    expect(trail['items']).toMatchObject([{ survey: surveyId, figure: { n: 6, value: 1 / 2 } }]);
  });
});

interface Tickets {
  readonly keys: readonly (Parameters<typeof blindedTicket>[1] & {
    readonly segments: Readonly<Record<string, string>>;
  })[];
  readonly segments: Readonly<Record<string, string>>;
}
