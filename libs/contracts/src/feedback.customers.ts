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

/** What customers said, and whose work it tells of: a part of `feedbackSchemas`. */
export const customerSchemas = {
  'feedback.CustomerResponseRecorded.v1': {
    type: 'object',
    description: 'A customer was asked after an interaction. Nothing that was written is in it.',
    required: [
      ...(['responseId', 'source', 'occurredOn', 'touchpoint', 'channel'] as const),
      ...(['location', 'answers'] as const),
    ],
    properties: {
      responseId,
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
    },
  },
  'feedback.ResponseAttributed.v1': {
    type: 'object',
    description: 'Whose work a response tells of from now on.',
    required: ['responseId', 'shares'],
    properties: { responseId, shares },
  },
  'feedback.AttributionDisputed.v1': {
    type: 'object',
    description: 'Somebody disputes their share. Until that is settled, figures for pay wait.',
    required: ['responseId', 'person'],
    properties: { responseId, person },
  },
  'feedback.AttributionSettled.v1': {
    type: 'object',
    description: 'A dispute is settled, and that stands.',
    required: ['responseId', 'person', 'outcome', 'shares'],
    properties: {
      responseId,
      person: { ...person, description: 'Who disputed.' },
      outcome: {
        type: 'string',
        enum: ['upheld', 'partly', 'rejected'],
        'x-data-class': 'category',
      },
      shares,
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
    required: ['responseId'],
    properties: { responseId },
  },
} as const satisfies Readonly<Record<string, Schema>>;
