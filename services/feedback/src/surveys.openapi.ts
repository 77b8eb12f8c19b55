import { shownCountMin } from '@plumbline/statistics';
import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import {
  count,
  day,
  dayOrNull,
  instant,
  listOf,
  oneOf,
  orNull,
  pageOf,
  pathId,
  record,
  ref,
  text,
  textOrNull,
  uuid,
} from '@plumbline/web/openapi-shapes';
import { CloseSurveyDto, HandInDto, LaunchSurveyDto, PageQueryDto } from './http/surveys.dto.ts';
import { PrintLinksDto, RaiseThresholdDto, SurveyQueryDto } from './http/surveys.dto.ts';
import { SurveysQueryDto, TakePartDto } from './http/surveys.dto.ts';

type Paths = OpenApiPart['paths'];

const kind: OpenApiObject = { enum: ['pulse', 'enps', 'own'] };
const questionKind: OpenApiObject = { enum: ['rating', 'enps', 'choice', 'comment'] };
const byName = (of: OpenApiObject): OpenApiObject => ({ type: 'object', additionalProperties: of });
const segments: OpenApiObject = {
  ...byName(text),
  description: 'The group that an answer is counted in; none is all others.',
};

const summary = {
  ...{ id: uuid, owner: text, kind, mode: { const: 'anonymous' } },
  ...{ stage: { enum: ['launched', 'closed'] }, launchedAt: instant, closedOn: dayOrNull },
  ...{ opens: day, closes: day, threshold: count, commentThreshold: count },
  ...{ languages: listOf(text), language: text, title: textOrNull },
  participants: {
    ...orNull(count),
    description: `By the end of the last day that is over; null is 1 to ${shownCountMin - 1}, too few to tell.`,
  },
};

const orgAsOf: OpenApiObject = {
  ...{ type: 'object', description: 'When the organisation is locked; one of the two.' },
  properties: { position: text, instant },
};
const audience: OpenApiObject = {
  ...{ type: 'object', required: ['kind', 'invited'] },
  description: 'Who is asked is named to those who may launch surveys there.',
  properties: {
    ...{ kind: { enum: ['people', 'link'] }, people: listOf(text), units: listOf(text) },
    invited: { ...orNull(count), description: 'How many are asked; null where nobody is known.' },
  },
};

const signature: OpenApiObject = { type: 'string', description: 'In base64.' };

export const surveySchemas: Readonly<Record<string, OpenApiObject>> = {
  SurveySummary: record({ ...summary, audience: { enum: ['people', 'link'] } }),
  Survey: record({
    ...summary,
    ...{ defaultLanguage: text, orgAsOf, audience },
    segments: listOf(record({ id: text, values: listOf(text) })),
    questions: listOf(
      record({
        ...{ id: text, kind: questionKind, required: { type: 'boolean' }, text: textOrNull },
        options: listOf(record({ id: text, text: textOrNull })),
      }),
    ),
    tickets: record(
      {
        digest: {
          ...textOrNull,
          description:
            'SHA-256 of all public keys, as it was fixed at launch: compare it with your own of ' +
            '`keys`. One that differs is a key by which answers could be told apart.',
        },
        keys: listOf(ref('TicketKey')),
        segments: orNull(segments),
      },
      'With which key the caller blinds a ticket; `segments` null is not asked.',
    ),
    revision: count,
  }),
  TicketKey: record({
    segments,
    publicKey: { type: 'string', description: 'SubjectPublicKeyInfo (DER) in base64.' },
  }),
  SignedTicket: record({ segments, signature: { ...signature, description: 'Still blinded.' } }),
  SurveyLinks: record({
    items: listOf(
      record({
        ticket: { type: 'string', description: 'Kept nowhere: it is in this answer only.' },
        path: text,
      }),
    ),
  }),
  SurveyComment: record({ question: text, segments, text: textOrNull }),
};

const surveyId = [pathId('surveyId')];
const html: OpenApiObject = { 'text/html': { schema: { type: 'string' } } };
/** What a browser is told of a page that cannot be had; of a request that is none, a problem. */
const said = (description: string): OpenApiObject => ({
  description,
  content: { ...html, 'application/problem+json': { schema: ref('Problem') } },
});
const pageResponses: OpenApiObject = {
  200: { description: 'The page.', content: html },
  404: said('There is no such survey, or it is not open.'),
  409: said('It cannot be answered with this link.'),
};

const launch = {
  ...{ owner: 'unit:people', kind: 'pulse', languages: ['en'], defaultLanguage: 'en' },
  ...{ opens: '2026-05-04', closes: '2026-05-15', threshold: 5, segments: [{ id: 'unit' }] },
  audience: { kind: 'people', units: ['sales'] },
  questions: [{ id: 'pride', kind: 'rating', required: true }],
  words: { 'question.pride.en': 'I am proud to work here.' },
};

const ticket = {
  ...{ surveyId: '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30', segments: { unit: 'sales' } },
  ...{ nonce: 'ab'.repeat(32), signature: `${'A'.repeat(342)}==` },
};

const leading: Paths = {
  '/surveys': {
    post: {
      operationId: 'launchSurvey',
      summary: 'Launch a survey: what it promises is fixed from then on',
      command: 'creates',
      body: LaunchSurveyDto,
      examples: { pulse: launch },
      raw: {
        responses: {
          201: {
            links: {
              made: { operationId: 'getSurvey', parameters: { surveyId: '$response.body#/id' } },
            },
          },
        },
      },
    },
    get: {
      operationId: 'listSurveys',
      summary: 'Surveys, in a language',
      query: 'at-times',
      queryDto: SurveysQueryDto,
      response: pageOf(ref('SurveySummary')),
    },
  },
  '/surveys/{surveyId}/raise-threshold': {
    post: {
      operationId: 'raiseSurveyThreshold',
      summary: 'Promise more: it never goes down again',
      command: 'changes',
      body: RaiseThresholdDto,
      parameters: surveyId,
      examples: { higher: { threshold: 8, reason: 'Some teams are small.' } },
    },
  },
  '/surveys/{surveyId}/close': {
    post: {
      operationId: 'closeSurvey',
      summary: 'Close it: what waits is released, or destroyed where it is too little',
      command: 'changes',
      body: CloseSurveyDto,
      parameters: surveyId,
      examples: { early: { reason: 'All have answered.' } },
    },
  },
  '/surveys/{surveyId}/links': {
    post: {
      operationId: 'printSurveyLinks',
      summary: 'Links with tickets, for people who are not known; kept nowhere, so never again',
      body: PrintLinksDto,
      parameters: surveyId,
      examples: { some: { count: 20 } },
      response: ref('SurveyLinks'),
    },
  },
};

const answering: Paths = {
  '/surveys/{surveyId}/participation': {
    post: {
      operationId: 'takePartInSurvey',
      summary: 'Take part, in person: the blinded ticket is signed, once for each person',
      description:
        'Draw 32 random bytes and blind the ticket `["plumbline-survey-ticket",1,<survey>,<label ' +
        'of the segments>,<nonce in hex>]` by RSABSSA-SHA384-PSS-Deterministic (RFC 9474). The ' +
        'same blinded ticket gets the same signature again; another one gets none. Keep it before ' +
        'it is sent: it is the key under which the request is repeated. An `Idempotency-Key` ' +
        'would lie beside the person and beside the answer, and is not looked at.',
      body: TakePartDto,
      parameters: surveyId,
      examples: { blinded: { blindedTicket: `${'A'.repeat(342)}==` } },
      response: ref('SignedTicket'),
    },
  },
  '/surveys/{surveyId}/answers': {
    post: {
      operationId: 'handInAnswer',
      summary: 'Answer, without a token: a ticket counts once, so the same can be sent again',
      description:
        'Its ticket is the key under which it is repeated, and no `Idempotency-Key` is looked at. ' +
        'Whose receipt is lost sends it again: `ticket/spent` says that an answer was given with ' +
        'this ticket and is in, the same whatever is sent with it; what it said is not told. Once ' +
        'the survey is over, nothing is known of tickets any more.',
      public: true,
      body: HandInDto,
      parameters: surveyId,
      examples: { proud: { ticket, answer: { ratings: { pride: 5 } } } },
      raw: {
        responses: {
          202: {
            description: 'It waits for others, to be released with them.',
            content: {
              'application/json': { schema: record({ accepted: { type: 'boolean' } }) },
            },
          },
        },
      },
    },
  },
  '/surveys/{surveyId}/page': {
    get: {
      operationId: 'getSurveyPage',
      summary: 'A page to answer by a link, for a browser',
      public: true,
      parameters: surveyId,
      queryDto: PageQueryDto,
      raw: { responses: pageResponses },
    },
    post: {
      operationId: 'sendSurveyPage',
      summary: 'What the page sends',
      public: true,
      parameters: surveyId,
      raw: {
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', properties: { ticket: text, lang: text } },
            },
          },
        },
        responses: { ...pageResponses, 422: said('To be mended.') },
      },
    },
  },
};

const reading: Paths = {
  '/surveys/{surveyId}': {
    get: {
      operationId: 'getSurvey',
      summary: 'What a survey asks and promises, in a language, with the keys of its tickets',
      query: 'at-times',
      queryDto: SurveyQueryDto,
      parameters: surveyId,
      response: oneOf('survey', 'Survey'),
    },
  },
  '/surveys/{surveyId}/comments': {
    get: {
      operationId: 'listSurveyComments',
      summary: 'Comments, from enough answers on, apart from the ratings that came with them',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: surveyId,
      response: pageOf(ref('SurveyComment')),
    },
  },
};

export const surveyPaths: Paths = { ...leading, ...answering, ...reading };
