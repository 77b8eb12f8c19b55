import type { Schema } from './schema.ts';

const surveyId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The survey. Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const id = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,23}$',
  description: 'Its id. The same wherever it is asked again.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const day = { type: 'string', format: 'date', 'x-data-class': 'time' } as const satisfies Schema;

const threshold = {
  type: 'integer',
  minimum: 3,
  description: 'Fewer answers than this are never together in anything that is stored or shown.',
  'x-data-class': 'measure',
} as const satisfies Schema;

const commentThreshold = {
  ...threshold,
  description: 'Comments of a group are shown from so many answers of it on.',
} as const;

const value = {
  type: 'string',
  pattern: '^unit:\\S(.{0,253}\\S)?$',
  description: 'Its value, as fixed at launch: a unit by its code.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const segments = {
  type: 'array',
  description: 'The group that it is counted in; none is all others.',
  items: {
    type: 'object',
    required: ['segment', 'value'],
    properties: { segment: { ...id, description: 'The attribute.' }, value },
  },
} as const satisfies Schema;

/** Surveys, and answers as they were released together: a part of `feedbackSchemas`. */
export const surveySchemas = {
  'feedback.SurveyLaunched.v1': {
    type: 'object',
    description: 'A survey began, and what it promised. What it asks in words stays within.',
    required: [
      'surveyId',
      'kind',
      'audience',
      'threshold',
      'commentThreshold',
      'opens',
      'closes',
      'questions',
      'segments',
    ],
    properties: {
      surveyId,
      kind: { type: 'string', enum: ['pulse', 'enps', 'own'], 'x-data-class': 'category' },
      audience: {
        type: 'string',
        enum: ['people', 'link'],
        description: 'Whether people are asked by name, or whoever has a link.',
        'x-data-class': 'category',
      },
      threshold,
      commentThreshold,
      opens: { ...day, description: 'The first day on which it is answered.' },
      closes: { ...day, description: 'The last day, as planned.' },
      questions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'kind'],
          properties: {
            id,
            kind: {
              type: 'string',
              enum: ['rating', 'enps', 'choice', 'comment'],
              'x-data-class': 'category',
            },
            options: {
              type: 'array',
              description: 'Of a choice: what can be chosen, in the order in which it is asked.',
              items: { ...id, description: 'An option.' },
            },
          },
        },
      },
      segments: {
        type: 'array',
        description: 'The attributes that answers carry, with the organisation as it is locked.',
        items: {
          type: 'object',
          required: ['segment', 'values'],
          properties: {
            segment: { ...id, description: 'The attribute.' },
            values: {
              type: 'array',
              description: 'Those that answers are counted in, and all above them.',
              items: {
                type: 'object',
                required: ['value', 'parent'],
                properties: {
                  value,
                  parent: {
                    ...value,
                    type: ['string', 'null'],
                    description: 'The one that it lies in; null: none.',
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  'feedback.ParticipationCounted.v1': {
    type: 'object',
    description:
      'How many of each group took part until the end of a day. The groups have nobody in common, ' +
      'and in each as many are asked as were promised to be together. Nobody is named. Of a survey ' +
      'by link there is the last count alone, without groups.',
    required: ['surveyId', 'until', 'last', 'groups'],
    properties: {
      surveyId,
      until: { ...day, description: 'The last day of which it counts.' },
      last: {
        type: 'boolean',
        description: 'The survey has ended: no answer and no count comes after this.',
        'x-data-class': 'category',
      },
      groups: {
        type: 'array',
        items: {
          type: 'object',
          required: ['segments', 'invited', 'participants'],
          properties: {
            segments,
            invited: {
              type: 'integer',
              minimum: 3,
              description: 'Who were asked.',
              'x-data-class': 'measure',
            },
            participants: {
              type: 'integer',
              minimum: 0,
              description: 'Who of them took part.',
              'x-data-class': 'measure',
            },
          },
        },
      },
    },
  },
  'feedback.ThresholdRaised.v1': {
    type: 'object',
    description: 'The survey promises more from now on. It never promises less.',
    required: ['surveyId', 'threshold', 'commentThreshold'],
    properties: { surveyId, threshold, commentThreshold },
  },
  'feedback.SurveyClosed.v1': {
    type: 'object',
    description: 'It is answered no more. What is released after this was answered before.',
    required: ['surveyId', 'on'],
    properties: { surveyId, on: { ...day, description: 'The day on which it was closed.' } },
  },
  'feedback.AnswersReleased.v1': {
    type: 'object',
    description:
      'So many answers that waited together. They have no order and no time of their own, and ' +
      'nothing tells who gave them; comments stay within.',
    required: ['surveyId', 'batch', 'n', 'on', 'threshold', 'last', 'answers'],
    properties: {
      surveyId,
      batch: {
        type: 'integer',
        minimum: 1,
        description: 'From 1, without a gap.',
        'x-data-class': 'measure',
      },
      n: { type: 'integer', minimum: 1, description: 'Answers in it.', 'x-data-class': 'measure' },
      on: { ...day, description: 'The day of the release.' },
      threshold: { ...threshold, description: 'What it was held to, and each group in it.' },
      last: {
        type: 'boolean',
        description: 'Nothing is released after this one.',
        'x-data-class': 'category',
      },
      answers: {
        type: 'array',
        description: 'Sorted by what they say.',
        items: {
          type: 'object',
          required: ['segments', 'ratings', 'choices'],
          properties: {
            segments,
            ratings: {
              type: 'array',
              items: {
                type: 'object',
                required: ['question', 'rating'],
                properties: {
                  question: { ...id, description: 'The question.' },
                  rating: {
                    type: 'integer',
                    minimum: 0,
                    maximum: 10,
                    description: '1 to 5; 0 to 10 of an eNPS question.',
                    'x-data-class': 'measure',
                  },
                },
              },
            },
            choices: {
              type: 'array',
              items: {
                type: 'object',
                required: ['question', 'option'],
                properties: {
                  question: { ...id, description: 'The question.' },
                  option: { ...id, description: 'The option that was chosen.' },
                },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
