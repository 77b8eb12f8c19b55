import { feedbackApp, type Answer, type Caller, type TestFeedback } from '../feedback.testing.ts';
import { SurveyReleases } from '../surveys.releases.ts';
import { blindedTicket } from '../surveys.client.testing.ts';
import type { PublicTicketKey } from '../surveys.tickets.ts';
import { idOf } from './company.testing.ts';

/** A company that is asked: six at the desk, six in the lab, two in the shop, and bo nowhere. */
export interface Asked extends TestFeedback {
  readonly hr: Caller;
  /** A survey of threshold 3 over all units, unless told otherwise. */
  launched(more?: object): Promise<string>;
  /** Takes part in a person's name, and answers in nobody's. */
  answer(surveyId: string, person: string, answer: object): Promise<Answer>;
  /** The ticket of a person, signed. */
  ticketOf(surveyId: string, person: string): Promise<object>;
  /** Sends an answer without any token. */
  handIn(surveyId: string, ticket: object, answer: object): Promise<Answer>;
  page(method: 'GET' | 'POST', url: string, form?: Record<string, string>): Promise<Page>;
  /** Ends when what could be released is, and views have it. */
  released(): Promise<void>;
}

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export const people: Readonly<Record<string, readonly string[]>> = {
  desk: ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'],
  lab: ['l1', 'l2', 'l3', 'l4', 'l5', 'l6'],
  shop: ['s1', 's2'],
};
export const everybody = Object.values(people).flat();

export const survey = {
  owner: 'unit:desk',
  kind: 'pulse',
  questions: [
    { id: 'pride', kind: 'rating', required: true },
    { id: 'recommend', kind: 'enps', required: false },
    { id: 'place', kind: 'choice', required: false, options: ['home', 'office'] },
    { id: 'why', kind: 'comment', required: false },
  ],
  languages: ['en', 'de'],
  defaultLanguage: 'en',
  threshold: 3,
  segments: [{ id: 'unit' }],
  audience: { kind: 'people', units: ['desk', 'lab', 'shop'] },
  opens: '2026-04-01',
  closes: '2026-04-10',
  words: {
    'title.en': 'How are we?',
    'question.pride.en': 'I am proud to work here.',
    'question.pride.de': 'Ich bin stolz, hier zu arbeiten.',
    'question.recommend.en': 'How likely would you recommend us?',
    'question.place.en': 'Where do you work best?',
    'option.place.home.en': 'At home',
    'option.place.office.en': 'In the office',
    'question.why.en': 'Why?',
  },
};

export const byLink = { ...survey, audience: { kind: 'link' }, segments: [] };

export async function askedCompany(instant?: string): Promise<Asked> {
  const feedback = await feedbackApp(instant);
  await joined(feedback);
  const hr = feedback.as('hr', { roles: ['hr-partner'] });
  const releases = feedback.web.app.get(SurveyReleases);
  const asked = {
    ...feedback,
    hr,
    launched: async (more: object = {}) => {
      const given = await hr.post('/surveys', { ...survey, ...more });
      if (given.status !== 201) throw new Error(JSON.stringify(given.body));
      await feedback.settled();
      return idOf(given);
    },
    ticketOf: async (surveyId: string, person: string) => {
      const caller = feedback.as(person);
      const { body } = await caller.get(`/surveys/${surveyId}`);
      const { tickets } = body['survey'] as unknown as {
        tickets: { keys: readonly PublicTicketKey[]; segments: object };
      };
      const label = JSON.stringify(tickets.segments);
      const key = tickets.keys.find(({ segments }) => JSON.stringify(segments) === label);
      if (key === undefined) throw new Error(`No key for ${person}.`);
      const { ticket, blinded, finalize } = await blindedTicket(surveyId, key);
      const taken = await caller.post(`/surveys/${surveyId}/participation`, {
        blindedTicket: blinded.toString('base64'),
      });
      if (taken.status !== 200) throw new Error(JSON.stringify(taken.body));
      const signature = await finalize(Buffer.from(String(taken.body['signature']), 'base64'));
      return { ...ticket, signature: signature.toString('base64') };
    },
    handIn: async (surveyId: string, ticket: object, answer: object) => {
      const response = await feedback.web.app.inject({
        method: 'POST',
        url: `/surveys/${surveyId}/answers`,
        payload: { ticket, answer },
      });
      const { statusCode: status, headers } = response;
      return {
        status,
        headers: headers as Answer['headers'],
        body: response.json<Answer['body']>(),
      };
    },
    page: async (method: 'GET' | 'POST', url: string, form?: Record<string, string>) => {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const sent =
        form === undefined ? {} : { payload: String(new URLSearchParams(form)), headers: type };
      const response = await feedback.web.app.inject({ method, url, ...sent });
      return { status: response.statusCode, headers: response.headers, text: response.body };
    },
    released: async () => {
      await releases.settled();
      await feedback.settled();
    },
  };
  return {
    ...asked,
    answer: async (surveyId, person, answer) => {
      return asked.handIn(surveyId, await asked.ticketOf(surveyId, person), answer);
    },
  };
}

async function joined({ directory }: TestFeedback): Promise<void> {
  const from = '2026-01-01';
  await directory('directory.UnitEstablished.v1', { unit: 'all', parent: null, from });
  for (const [unit, members] of Object.entries(people)) {
    await directory('directory.UnitEstablished.v1', { unit, parent: 'all', from });
    for (const person of members) {
      const post = `post-${person}`;
      const about = { post, unit, manager: null, fte: 1, from };
      await directory('directory.PostEstablished.v1', about);
      await directory('directory.PersonJoined.v1', { person, post, from });
    }
  }
}
