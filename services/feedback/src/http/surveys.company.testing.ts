import { randomBytes } from 'node:crypto';
import type { FeedbackPublished } from '@plumbline/contracts';
import { isRejection } from '@plumbline/kernel';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { feedbackApp, type Answer, type Beside } from '../feedback.testing.ts';
import type { Caller, TestFeedback } from '../feedback.testing.ts';
import { SurveyReleases } from '../surveys.releases.ts';
import { blindedTicket } from '../surveys.client.testing.ts';
import { surveyAggregate, surveyStream } from '../surveys.facts.ts';
import { takePart } from '../surveys.participation.ts';
import { SurveysQueryHandler } from '../surveys.queries.ts';
import { surveyStaging } from '../surveys.staging.ts';
import { keyOfGroup, signatureBytes, signTicket } from '../surveys.tickets.ts';
import type { PublicTicketKey } from '../surveys.tickets.ts';
import { idOf } from './company.testing.ts';

/** A company that is asked: six at the desk, six in the lab, two in the shop, and bo nowhere. */
export interface Asked extends TestFeedback {
  readonly hr: Caller;
  /** A survey of threshold 3 over all units, unless told otherwise. */
  launched(more?: object): Promise<string>;
  /** Takes part in a person's name, and answers in nobody's. */
  answer(surveyId: string, person: string, answer: object): Promise<Answer>;
  /** The same, with a ticket that was not blinded: what a client does takes its time. */
  answerSoon(surveyId: string, person: string, answer: object): Promise<Answer>;
  /** The ticket of a person, signed. */
  ticketOf(surveyId: string, person: string): Promise<object>;
  /** Sends an answer without any token. */
  handIn(surveyId: string, ticket: object, answer: object): Promise<Answer>;
  page(method: 'GET' | 'POST', url: string, form?: Record<string, string>): Promise<Page>;
  /** How many answers left of each unit, as the stream of facts has it; of all others at `-`. */
  left(surveyId: string): Promise<Readonly<Record<string, number>>>;
  /** What is done of itself from time to time: days are counted, what is over is closed. */
  turned(): Promise<void>;
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

export async function askedCompany(
  instant?: string,
  beside: readonly Beside[] = [],
): Promise<Asked> {
  const feedback = await feedbackApp(instant, beside);
  await joined(feedback);
  return surveysIn(feedback);
}

/** What is asked of a company, and answered there. */
export function surveysIn(feedback: TestFeedback): Asked {
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
    left: async (surveyId: string) => {
      const counts: Record<string, number> = {};
      for (const { data } of await feedback.published('feedback.AnswersReleased.v1')) {
        const batch = data as FeedbackPublished['feedback.AnswersReleased.v1'];
        for (const { segments } of batch.surveyId === surveyId ? batch.answers : []) {
          const unit = segments[0]?.value.replace('unit:', '') ?? '-';
          counts[unit] = (counts[unit] ?? 0) + 1;
        }
      }
      return counts;
    },
    turned: () => releases.askAll(),
    released: async () => {
      await releases.settled();
      await feedback.settled();
    },
  };
  return {
    ...asked,
    answerSoon: async (surveyId, person, answer) => {
      return asked.handIn(surveyId, await ticketSoon(feedback, surveyId, person), answer);
    },
    answer: async (surveyId, person, answer) => {
      return asked.handIn(surveyId, await asked.ticketOf(surveyId, person), answer);
    },
  };
}

/** Takes part as anybody does, and signs a ticket with the keys that are kept for it. */
async function ticketSoon({ web }: TestFeedback, surveyId: string, person: string) {
  const ports = web.app.get<FeedbackPorts>(feedbackPorts);
  const staged = await surveyStaging(ports).keysOf(surveyId);
  const stream = surveyStream(staged?.tenant ?? '', surveyId);
  const { state: survey } = await ports.transactor.load(surveyAggregate, stream);
  if (staged === undefined || survey.stage === 'none') throw new Error('There is no such survey.');
  const audience = await web.app.get(SurveysQueryHandler).audience(staged.tenant, survey);
  if (audience === undefined) throw new Error('Nobody is asked by name.');
  const asking = { tenant: staged.tenant, sub: person, roles: [] };
  // Any number is signed that is below the modulus, as what a client has blinded is.
  const blinded = Buffer.concat([Buffer.alloc(1), randomBytes(signatureBytes - 1)]);
  const signed = await takePart(ports, { asking, survey, audience, blinded });
  if (isRejection(signed)) throw new Error(signed.code);
  const key = keyOfGroup(staged.keys?.keys ?? [], signed.segments);
  if (key === undefined) throw new Error(`No key for ${person}.`);
  const nonce = randomBytes(32).toString('hex');
  const ticket = { surveyId, segments: signed.segments, nonce };
  return { ...ticket, signature: signTicket(key, ticket).toString('base64') };
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
