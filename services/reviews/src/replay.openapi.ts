import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import {
  booleanOrNull,
  code,
  count,
  day,
  instant,
  listOf,
  numberOrNull,
  oneOf,
  orNull,
  pageOf,
  pathId,
  record,
  ref,
  text,
  textOrNull,
  truth,
  uuid,
  whole,
} from '@plumbline/web/openapi-shapes';
import { DifferenceDto, EvidenceFactsDto, PointDto, RenderedDto } from './http/replay.dto.ts';

const micros: OpenApiObject = {
  ...{ type: 'integer', description: 'In millionths: 3620000 is 3.62.' },
};
const microsOrNull = orNull(micros);
const hash: OpenApiObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const fact = { fact: text, type: text, stream: text, revision: count };
const made = { effectiveAt: instant, recordedAt: instant, actor: text };
const anything: OpenApiObject = { type: 'object', additionalProperties: true };
const codes: OpenApiObject = { type: 'object', additionalProperties: text };
/** Anything that a field of a review can be. */
const value: OpenApiObject = {};

/** A figure is nothing without the number that it is of, and how it is defined. */
const figure = { value: numberOrNull, n: count, definition: text };
const closed = record({
  ...{ fact: text, at: instant, score: { type: 'number' }, grade: text },
  attainment: numberOrNull,
});

const pinnedGoal = record(
  {
    ...{ goalId: text, owner: text, owners: listOf(text), isOwn: truth, isPrivate: truth },
    ...{ kind: code('committed', 'aspirational'), fact: textOrNull },
    period: record({ name: text, start: day, end: day }),
    attainment: ref('Attainment'),
    keyResults: listOf(
      record({
        ...{ id: text, weight: { type: 'number' }, attainment: ref('Attainment') },
        ...{ met: booleanOrNull, fact: textOrNull },
      }),
    ),
    closed: orNull(closed),
  },
  'As it stood at the pin; `isOwn`: the subject answered for it then.',
);

const knownNote = record(
  {
    ...{ noteId: text, fact: text, given: instant, author: textOrNull, isRetracted: truth },
    visibility: code('manager-only', 'author-and-subject', 'author-subject-and-manager', 'public'),
    ...{ kind: code('praise', 'suggestion', 'observation'), links: listOf(anything) },
  },
  'That it was given. What it says is read where it was given.',
);

const customerFigure = record({
  ...{ metric: text, scale: record({ min: whole, max: whole }), ...figure },
  ...{ low: numberOrNull, high: numberOrNull, share: numberOrNull },
  counts: { ...listOf(listOf(count)), description: 'How often each score was given.' },
  tier: {
    ...code('hidden', 'indicative', 'firm'),
    description: 'hidden: of fewer than 5 answers no figure is told; indicative: fewer than 30.',
  },
});

const toldDays: OpenApiObject = {
  ...orNull(record({ from: day, to: { ...day, type: ['string', 'null'] } })),
  description:
    'The days that it tells of, whenever it was entered: of a leave, of who was here, of an ' +
    'interaction. `to` is null: of all days since. Null: it holds since it was effective.',
};

const evidence = {
  lines: listOf(
    record(
      { source: text, stream: text, revision: count, hash, facts: count, holds: truth },
      'Facts that were pinned together, up to a place; whether the copy has them as they were.',
    ),
  ),
  ...{ goals: listOf(pinnedGoal), notes: listOf(knownNote) },
  customers: record({ responses: count, disputed: count, figures: listOf(customerFigure) }),
  late: listOf(record({ source: text, ...fact, ...made, days: toldDays })),
};

const toldRevision = {
  ...count,
  description: 'Of the review itself, as the caller is told it: see `Review`.',
};

const knownFact = record({
  ...{ id: text, type: text, stream: text, revision: toldRevision },
  ...{ recordedAt: instant, effectiveAt: instant, actor: textOrNull },
});

export const replaySchemas: Readonly<Record<string, OpenApiObject>> = {
  Attainment: record(figure, 'Of all that there is of a goal, and not of a sample of it.'),
  ReviewEvidence: record({ pinned: record({ asOf: instant, hash }), ...evidence }),
  EvidenceFact: record({ ...fact, place: count, ...made, data: anything }),
  ReviewWhy: record(
    {
      ...{ total: microsOrNull, cause: textOrNull, days: count, packHash: hash },
      parts: listOf(
        record({
          ...{ part: textOrNull, share: microsOrNull, weight: microsOrNull, points: micros },
          leaves: listOf({
            type: 'object',
            required: ['kind', 'points'],
            properties: {
              kind: code('rating', 'rule', 'scale-begins', 'rounding'),
              ...{ points: micros, rating: micros, rule: text, fact: knownFact },
            },
          }),
        }),
      ),
    },
    'The points of all leaves are the total, exactly. A part without a share is missing. Ratings of ' +
      'one section that are equal and count in one part are one leaf, as they rest on one fact; ' +
      'those of two people are two.',
  ),
  ReviewStoryItem: record({
    ...{ ...fact, revision: toldRevision, position: text },
    ...{ recordedAt: instant, effectiveAt: instant },
    ...{ by: ref('Actor'), part: text, codes, reason: textOrNull, isWithheld: truth },
    changes: listOf(ref('ReviewChange')),
  }),
  ReviewChange: record({ field: text, before: value, after: value }),
  RenderedReview: record({
    ...{ reviewId: uuid, cycleId: text, subject: text, job: textOrNull },
    ...{ period: anything, title: textOrNull, language: text },
    ...{ stage: textOrNull, revision: { type: ['integer', 'null'] } },
    upTo: record({ fact: text, revision: toldRevision, at: instant }),
    pinned: { ...anything, type: ['object', 'null'] },
    ...{ accountable: listOf(anything), sections: listOf(anything), withheld: listOf(anything) },
    ...{ score: orNull(ref('ReviewWhy')), ratings: { type: ['array', 'null'], items: anything } },
    ...{ outcomes: listOf(anything), evidence: { type: ['object', 'null'] } },
  }),
};

const id = [pathId('reviewId')];
const answered = (content: OpenApiObject, description: string): OpenApiObject => ({
  responses: { 200: { description, content } },
});

export const replayPaths: OpenApiPart['paths'] = {
  '/reviews/{reviewId}/evidence': {
    get: {
      operationId: 'getReviewEvidence',
      summary: 'What was pinned for a review, as it read then, and what came too late',
      query: 'at-times',
      refuses: true,
      queryDto: PointDto,
      parameters: id,
      response: oneOf('evidence', 'ReviewEvidence'),
    },
  },
  '/reviews/{reviewId}/evidence/facts': {
    get: {
      operationId: 'listReviewEvidenceFacts',
      summary: 'The facts of a line that was pinned, one by one',
      query: 'at-times',
      refuses: true,
      queryDto: EvidenceFactsDto,
      parameters: id,
      response: pageOf(ref('EvidenceFact')),
    },
  },
  '/reviews/{reviewId}/score': {
    get: {
      operationId: 'getReviewScore',
      summary: 'Why the score of a review is what it is: part by part, down to facts',
      query: 'at-times',
      refuses: true,
      queryDto: PointDto,
      parameters: id,
      response: {
        type: 'object',
        required: ['position', 'why', 'rating'],
        properties: { position: textOrNull, why: orNull(ref('ReviewWhy')), rating: microsOrNull },
      },
    },
  },
  '/reviews/{reviewId}/story': {
    get: {
      operationId: 'getReviewStory',
      summary: 'Everything that happened to a review: who, for whom, why, before, after',
      query: 'at-times',
      refuses: true,
      queryDto: PointDto,
      parameters: id,
      response: pageOf(ref('ReviewStoryItem')),
    },
  },
  '/reviews/{reviewId}/difference': {
    get: {
      operationId: 'getReviewDifference',
      summary: 'What differs between two revisions of a review, or between two points',
      queryDto: DifferenceDto,
      parameters: id,
      response: record({
        ...{ position: textOrNull, from: textOrNull, to: textOrNull },
        changes: listOf(ref('ReviewChange')),
      }),
    },
  },
  '/reviews/{reviewId}/rendered': {
    get: {
      operationId: 'getRenderedReview',
      summary: 'A review as it may be seen, whole: as JSON, as a page or as a PDF',
      query: 'at-times',
      refuses: true,
      queryDto: RenderedDto,
      parameters: id,
      response: oneOf('review', 'RenderedReview'),
      raw: answered(
        {
          'application/json': { schema: oneOf('review', 'RenderedReview') },
          'text/html': { schema: text },
          'application/pdf': { schema: { type: 'string', format: 'binary' } },
        },
        'The same review at the same point is the same document, byte by byte. It is in the language ' +
          'that is asked for, else in the default of the template, and says in which.',
      ),
    },
  },
};
