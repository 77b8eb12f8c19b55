import { code, count, hash, micro, name, role, scale, version } from './reviews.fields.ts';
import type { Schema } from './schema.ts';

const part = { ...code, description: 'A part of a score, by its name.' } as const;
const weight = {
  type: 'integer',
  minimum: 1,
  description: 'Beside the other weights. What is missing leaves its own to the others.',
  'x-data-class': 'measure',
} as const satisfies Schema;

/** What scores and reviews are made by: a part of `reviewsSchemas`. */
export const settingsSchemas = {
  'reviews.RulePackPublished.v1': {
    type: 'object',
    description:
      'How ratings become a score, whole: with it and the ratings of `ReviewScored` anybody works ' +
      'out the same score. A version is never changed.',
    required: ['packId', 'version', 'hash', 'total', 'daysMin', 'result', 'parts', 'rules'],
    properties: {
      ...{ packId: name, version, hash },
      total: { ...part, description: 'The part that is the score.' },
      daysMin: { ...count, description: 'Fewer days than these are not rated.' },
      result: {
        type: 'object',
        description: 'What the score is shown on.',
        required: ['scale', 'decimals'],
        properties: { scale, decimals: { ...count, description: 'Digits after the point.' } },
      },
      parts: {
        type: 'array',
        items: {
          type: 'object',
          required: ['part', 'kind'],
          properties: {
            part,
            kind: {
              type: 'string',
              enum: ['rated', 'weighed', 'least', 'most'],
              description:
                'The mean of ratings, as a share of their scale; others by weights; or the least ' +
                'or the most of others.',
              'x-data-class': 'category',
            },
            scale,
            ratingsMin: { ...count, description: 'With fewer ratings a rated part is missing.' },
            of: {
              type: 'array',
              description: 'The parts that it is of; with weights where it is weighed.',
              items: { type: 'object', required: ['part'], properties: { part, weight } },
            },
          },
        },
      },
      rules: {
        type: 'array',
        description: 'Applied to the score, in order.',
        items: {
          type: 'object',
          required: ['rule', 'when', 'atMost'],
          properties: {
            rule: { ...code, description: 'Its name.' },
            when: {
              type: 'object',
              description:
                'Where the part is below this share of its scale. Not where it is missing.',
              required: ['part', 'below'],
              properties: { part, below: micro },
            },
            atMost: { ...micro, description: 'The score is this share at most.' },
          },
        },
      },
    },
  },
  'reviews.TemplatePublished.v1': {
    type: 'object',
    description: 'What a review asks. Titles, labels and anchors in words stay within.',
    required: ['templateId', 'version', 'hash', 'scale', 'items', 'inputs'],
    properties: {
      ...{ templateId: name, version, hash, scale },
      items: {
        type: 'array',
        items: {
          type: 'object',
          required: ['role', 'id', 'kind', 'required'],
          properties: {
            role: { ...role, description: 'Who is asked.' },
            id: { ...code, description: 'The item. Its id stays in every language and version.' },
            kind: { type: 'string', enum: ['rating', 'text'], 'x-data-class': 'category' },
            required: {
              type: 'boolean',
              description: 'Whether it must be answered.',
              'x-data-class': 'category',
            },
            part: { ...part, description: 'The part of a score that its rating counts for.' },
          },
        },
      },
      inputs: {
        type: 'array',
        description: 'Parts of a score that are measured, and judged by nobody.',
        items: {
          type: 'object',
          required: ['part', 'from'],
          properties: {
            part,
            from: {
              type: 'string',
              enum: ['goals', 'customers'],
              description: 'What it is measured from.',
              'x-data-class': 'category',
            },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
