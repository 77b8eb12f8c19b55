import type { Schema } from './schema.ts';

const responseId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The response of a customer. Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const code = {
  type: 'string',
  pattern: '^\\S{1,64}$',
  'x-data-class': 'category',
} as const satisfies Schema;

const person = {
  type: 'string',
  pattern: '^\\S{1,255}$',
  description: 'A person by an opaque subject.',
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

/** Units may have blanks in their codes, so that the kind of holder stands before them. */
const holder = {
  type: 'string',
  pattern: '^(person:\\S{1,255}|unit:\\S(.{0,253}\\S)?)$',
  description: 'A person by an opaque subject, or a unit by its code.',
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

const shares = {
  type: 'array',
  description: 'Whose work the response tells of, all of it; together 1 at most.',
  items: {
    type: 'object',
    required: ['of', 'share'],
    properties: {
      of: holder,
      share: { type: 'number', exclusiveMinimum: 0, maximum: 1, 'x-data-class': 'measure' },
    },
  },
} as const satisfies Schema;

const point = { type: 'integer', 'x-data-class': 'measure' } as const satisfies Schema;

const answers = {
  type: 'array',
  description: 'Every question that was asked, answered or not.',
  items: {
    type: 'object',
    required: ['metric', 'scale', 'score'],
    properties: {
      metric: { ...code, description: 'nps, csat, ces, or a question of the sender.' },
      scale: {
        type: 'object',
        description: 'Whole numbers, both within.',
        required: ['min', 'max'],
        properties: { min: point, max: point },
      },
      score: {
        type: ['integer', 'null'],
        description: 'Null where the question was asked and not answered.',
        'x-data-class': 'measure',
      },
      noAnswer: {
        type: 'string',
        enum: ['blank', 'not-applicable', 'do-not-know', 'declined', 'dismissed'],
        description: 'Why there is no score.',
        'x-data-class': 'category',
      },
    },
  },
} as const satisfies Schema;

const recording = {
  source: {
    type: 'string',
    pattern: '^\\S{1,255}$',
    description: 'The survey or the import that it comes from.',
    'x-data-class': 'identifier',
  },
  occurredOn: {
    type: 'string',
    format: 'date',
    description: 'The day of the interaction, where it took place.',
    'x-data-class': 'time',
  },
  touchpoint: { ...code, description: 'The step of the customer’s way.' },
  channel: { ...code, description: 'How the answer came.' },
  location: {
    type: ['string', 'null'],
    pattern: '^\\S{1,255}$',
    description: 'The service location; null where there is none.',
    'x-data-class': 'identifier',
  },
  answers,
} as const satisfies Readonly<Record<string, Schema>>;

const recorded = ['source', 'occurredOn', 'touchpoint', 'channel', 'location', 'answers'] as const;

/**
 * Facts that change where a response counts repeat what was recorded: who counts sees one fact at
 * a time, and takes back exactly what was counted before.
 */
const counted = {
  type: 'object',
  description: 'The response as it was recorded, by which it was counted before.',
  required: recorded,
  properties: recording,
} as const satisfies Schema;

const before = { ...shares, description: 'The shares until now.' } as const satisfies Schema;

const openDisputes = {
  type: 'integer',
  minimum: 0,
  description: 'How many dispute their share from now on; of a response that is withdrawn, did.',
  'x-data-class': 'measure',
} as const satisfies Schema;

/** What customers said, and whose work it tells of: a part of `feedbackSchemas`. */
export const customerSchemas = {
  'feedback.CustomerResponseRecorded.v1': {
    type: 'object',
    description: 'A customer was asked after an interaction. Nothing that was written is in it.',
    required: ['responseId', ...recorded],
    properties: { responseId, ...recording },
  },
  'feedback.ResponseAttributed.v1': {
    type: 'object',
    description: 'Whose work a response tells of from now on.',
    required: ['responseId', 'shares', 'before', 'counted', 'openDisputes'],
    properties: { responseId, shares, before, counted, openDisputes },
  },
  'feedback.AttributionDisputed.v1': {
    type: 'object',
    description: 'Somebody disputes their share. Until that is settled, figures for pay wait.',
    required: ['responseId', 'person', 'shares', 'counted', 'openDisputes'],
    properties: { responseId, person, shares, counted, openDisputes },
  },
  'feedback.AttributionSettled.v1': {
    type: 'object',
    description: 'A dispute is settled, and that stands.',
    required: [
      ...(['responseId', 'person', 'outcome', 'shares'] as const),
      ...(['before', 'counted', 'openDisputes'] as const),
    ],
    properties: {
      responseId,
      person: { ...person, description: 'Who disputed.' },
      outcome: {
        type: 'string',
        enum: ['upheld', 'partly', 'rejected'],
        'x-data-class': 'category',
      },
      ...{ shares, before, counted, openDisputes },
    },
  },
  'feedback.LoopClosed.v1': {
    type: 'object',
    description: 'Somebody went back to the customer.',
    required: ['responseId', 'cause'],
    properties: {
      responseId,
      cause: { ...code, description: 'A code of what had led to the response.' },
    },
  },
  'feedback.ResponseWithdrawn.v1': {
    type: 'object',
    description: 'A response was recorded by mistake, and counts nowhere any more.',
    required: ['responseId', 'shares', 'counted', 'openDisputes'],
    properties: {
      ...{ responseId, counted, openDisputes },
      shares: { ...shares, description: 'The shares that it had.' },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
