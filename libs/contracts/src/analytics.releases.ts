import type { Schema } from './schema.ts';

const code = {
  type: 'string',
  pattern: '^\\S{1,64}$',
  'x-data-class': 'category',
} as const satisfies Schema;

const day = {
  type: 'string',
  format: 'date',
  description: 'Of what the answers are about, and not of when they came.',
  'x-data-class': 'time',
} as const satisfies Schema;

const count = { type: 'integer', minimum: 0, 'x-data-class': 'measure' } as const satisfies Schema;
const point = { type: 'integer', 'x-data-class': 'measure' } as const satisfies Schema;
const value = {
  type: ['number', 'null'],
  description: 'In the unit of the formula; null where there are no answers.',
  'x-data-class': 'measure',
} as const satisfies Schema;

const formula = {
  type: 'string',
  enum: [
    ...(['nps@1', 'csat@1', 'ces-2.0@1', 'favourable@1', 'mean-score@1'] as const),
    ...(['participation@1', 'distribution@1'] as const),
  ],
  description: 'The formula with its version.',
  'x-data-class': 'category',
} as const satisfies Schema;

const definition = {
  ...code,
  description: 'The metric and its version, as in nps@1. Figures of two versions are not compared.',
} as const satisfies Schema;

const releaseId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The release. Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const position = {
  type: 'string',
  pattern: '^\\S{1,64}$',
  description: 'What was recorded by then is counted, and nothing after it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const part = { type: 'integer', minimum: 1, 'x-data-class': 'measure' } as const satisfies Schema;
const parts = {
  part: { ...part, description: 'A large release comes in several facts. From 1.' },
  parts: part,
};

const dimensions = {
  type: 'array',
  description: 'By what it is broken down: every crossing of their segments that has answers.',
  items: code,
} as const satisfies Schema;

const of = {
  type: 'array',
  description: 'The segments that a figure is of; empty: all answers.',
  items: {
    type: 'object',
    required: ['dimension', 'segment'],
    properties: {
      dimension: code,
      segment: {
        type: 'string',
        pattern: '^(\\S{1,255}|unit:\\S(.{0,253}\\S)?)$',
        description: 'A code, a unit as in unit:sales, or a person by an opaque subject.',
        'x-data-class': 'pseudonym',
      },
    },
  },
} as const satisfies Schema;

const scale = {
  type: 'object',
  description: 'Whole numbers, both within.',
  required: ['min', 'max'],
  properties: { min: point, max: point },
} as const satisfies Schema;

const source = {
  type: 'object',
  description: 'Whose answers to which question are counted.',
  required: ['kind', 'question', 'scale'],
  properties: {
    kind: {
      type: 'string',
      enum: ['customer-responses', 'survey', 'survey-participation', 'ratings'],
      description:
        'Answers of customers; or those of a survey, a choice by the place of its option from 0; ' +
        'or of who was asked in one, with 1 for who took part; or the ratings of a review cycle, at ' +
        'whole points of its scale.',
      'x-data-class': 'category',
    },
    survey: {
      type: 'string',
      pattern: '^[0-9A-Za-z_-]{1,64}$',
      description: 'The survey, where it is of one.',
      'x-data-class': 'identifier',
    },
    cycle: {
      type: 'string',
      pattern: '^[0-9A-Za-z_-]{1,64}$',
      description: 'The review cycle, where it is of ratings.',
      'x-data-class': 'identifier',
    },
    question: code,
    scale,
  },
} as const satisfies Schema;

const suppressed = {
  type: 'string',
  enum: ['below-threshold', 'complementary', 'overlap', 'across-releases'],
  description: 'Why a figure is withheld. It has neither a value nor a count then.',
  'x-data-class': 'category',
} as const satisfies Schema;

const counts = {
  type: 'array',
  description: 'How often each score was given. What is not there was given by nobody.',
  items: {
    type: 'object',
    required: ['score', 'count'],
    properties: { score: point, count },
  },
} as const satisfies Schema;

const figure = {
  type: 'object',
  description: 'A figure with its 0.95 interval, or the reason why it is withheld.',
  required: ['of'],
  properties: {
    ...{ of, n: count, value, low: value, high: value, counts, suppressed },
    standardError: { ...value, description: 'Of a net promoter score and of a mean.' },
    mean: { ...value, description: 'Of the scores, beside a share.' },
  },
} as const satisfies Schema;

const stated = {
  type: ['object', 'null'],
  required: ['n', 'value'],
  properties: { n: point, value },
} as const satisfies Schema;

const act = {
  releaseId,
  ...parts,
};

/** What is released of metrics: a part of `analyticsSchemas`. */
export const releaseSchemas = {
  'analytics.MetricDefined.v1': {
    type: 'object',
    description: 'How a metric is counted, from this version on.',
    required: ['name', 'version', 'formula', 'question', 'minN', 'dimensions'],
    properties: {
      name: code,
      version: part,
      formula,
      question: {
        type: ['string', 'null'],
        pattern: '^\\S{1,64}$',
        description: 'Whose answers are counted; null: a release names it.',
        'x-data-class': 'category',
      },
      minN: { ...part, description: 'A group of fewer answers is shown nothing of.' },
      dimensions: { ...dimensions, type: ['array', 'null'], description: 'Null: by all.' },
    },
  },
  'analytics.MetricReleased.v1': {
    type: 'object',
    description: 'Figures as they may be shown, for ever. A later release changes none of them.',
    required: [
      ...(['releaseId', 'part', 'parts', 'definition', 'formula', 'source', 'from'] as const),
      ...(['until', 'dimensions', 'position', 'threshold', 'restates', 'figures'] as const),
    ],
    properties: {
      ...{ ...act, definition, formula, source, from: day, until: day, dimensions, position },
      threshold: {
        ...part,
        description: 'A group of fewer answers is neither shown nor to be computed from what is.',
      },
      restates: {
        type: ['string', 'null'],
        pattern: '^[0-9A-Za-z_-]{1,64}$',
        description: 'The earlier release of the same question that it takes the place of.',
        'x-data-class': 'identifier',
      },
      figures: { type: 'array', items: figure },
    },
  },
  'analytics.MetricRestated.v1': {
    type: 'object',
    description: 'What answers that came late have changed, and always the figure of all.',
    required: ['releaseId', 'part', 'parts', 'ref', 'diff'],
    properties: {
      ...act,
      ref: { ...releaseId, description: 'The earlier release. It stays as it was.' },
      diff: {
        type: 'array',
        items: {
          type: 'object',
          required: ['of', 'before', 'after', 'difference'],
          properties: {
            of,
            before: { ...stated, description: 'Null: it was withheld, or had no answers.' },
            after: { ...stated, description: 'Null: it is withheld now.' },
            difference: { ...stated, description: 'After less before.' },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
