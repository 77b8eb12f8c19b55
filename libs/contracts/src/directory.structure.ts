import { count, day, from, opaque, post, postOrNull } from './directory.fields.ts';
import { unit, unitOrNull, yesOrNo } from './directory.fields.ts';
import type { Schema } from './schema.ts';

const parent = {
  ...unitOrNull,
  description: 'The unit that it is part of, as in unit:sales; null: it stands on its own.',
} as const;

const head = {
  ...postOrNull,
  description: 'The post whose holder heads the unit; null: it has no head.',
} as const;

const manager = {
  ...postOrNull,
  description: 'The post that this one reports to; null: it reports to none.',
} as const;

const linePattern = '(solid|dotted:[A-Za-z0-9._-]{1,32})';

const line = {
  type: 'string',
  pattern: `^${linePattern}$`,
  description: 'The solid line, or a dotted one by its code. A post has one manager in each.',
  'x-data-class': 'category',
} as const satisfies Schema;

const closing = { ...day, description: 'The first day on which there is none.' } as const;

const either = {
  type: 'string',
  pattern: '^(unit:\\S(.{0,253}\\S)?|\\S{1,64})$',
  description: 'A unit as in unit:sales, or a post.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const reorganisation = {
  ...opaque,
  description: 'The reorganisation. Opaque; the same in every fact of it.',
} as const;

const done = { ...count, description: 'How many moves were carried out.' } as const;

/** The data of each fact about units, posts and lines that `directory` publishes, by its type. */
export const structureSchemas = {
  'directory.UnitEstablished.v1': {
    type: 'object',
    description: 'There is a unit from a day on.',
    required: ['unit', 'parent', 'from'],
    properties: { unit, parent, from },
  },
  'directory.UnitMoved.v1': {
    type: 'object',
    description: 'A unit is part of another from a day on.',
    required: ['unit', 'parent', 'from'],
    properties: { unit, parent, from },
  },
  'directory.UnitHeaded.v1': {
    type: 'object',
    description: 'Who holds a post heads a unit from a day on.',
    required: ['unit', 'post', 'from'],
    properties: { unit, post: head, from },
  },
  'directory.UnitClosed.v1': {
    type: 'object',
    description: 'There is a unit no more.',
    required: ['unit', 'from'],
    properties: { unit, from: closing },
  },
  'directory.PostEstablished.v1': {
    type: 'object',
    description: 'There is a post in a unit from a day on, with its manager in the solid line.',
    required: ['post', 'unit', 'manager', 'fte', 'from'],
    properties: {
      post,
      unit,
      manager,
      fte: {
        type: 'number',
        minimum: 0,
        description: 'For how many full-time people it is; above 1 it is a group.',
        'x-data-class': 'measure',
      },
      from,
    },
  },
  'directory.PostMoved.v1': {
    type: 'object',
    description: 'A post is in another unit from a day on.',
    required: ['post', 'unit', 'from'],
    properties: { post, unit, from },
  },
  'directory.PostClosed.v1': {
    type: 'object',
    description: 'There is a post no more.',
    required: ['post', 'from'],
    properties: { post, from: closing },
  },
  'directory.ReportingLineChanged.v1': {
    type: 'object',
    description: 'A post reports to another in a line from a day on, or to none.',
    required: ['post', 'line', 'manager', 'from'],
    properties: { post, line, manager, from },
  },
  'directory.StructureCorrected.v1': {
    type: 'object',
    description: 'What was recorded of a day was wrong, and reads differently from now on.',
    required: ['of', 'field', 'from', 'to'],
    properties: {
      of: {
        type: 'object',
        required: ['kind', 'id'],
        properties: {
          kind: { type: 'string', enum: ['unit', 'post'], 'x-data-class': 'category' },
          id: either,
        },
      },
      field: {
        type: 'string',
        pattern: `^(parent|head|unit|closed|line:${linePattern})$`,
        'x-data-class': 'category',
      },
      from: { ...day, description: 'The day of the entry that was wrong.' },
      to: {
        type: ['object', 'null'],
        description: 'The entry in its place; null: there is none.',
        required: ['from'],
        properties: {
          from,
          value: {
            ...either,
            type: ['string', 'null'],
            description: 'Of all but closed: a unit as in unit:sales, a post, or null.',
          },
          holds: { ...yesOrNo, description: 'Of closed: whether it is.' },
        },
      },
    },
  },
  'directory.ReorganisationOrdered.v1': {
    type: 'object',
    description: 'Posts of a unit are to move on a day, one after the other.',
    required: ['reorganisation', 'unit', 'from', 'moves'],
    properties: {
      reorganisation,
      unit,
      from,
      moves: { ...count, description: 'How many posts are to move.' },
    },
  },
  'directory.ReorganisationStepped.v1': {
    type: 'object',
    description: 'Some moves of a reorganisation are through.',
    required: ['reorganisation', 'step', 'done', 'refused'],
    properties: {
      reorganisation,
      step: { ...count, description: 'Which step it was.' },
      done,
      refused: {
        type: 'array',
        description: 'The posts that could not move, each with the rule that it would break.',
        items: {
          type: 'object',
          required: ['post', 'code'],
          properties: {
            post,
            code: { type: 'string', pattern: '^[a-z-]+/[a-z-]+$', 'x-data-class': 'category' },
          },
        },
      },
    },
  },
  'directory.ReorganisationCompleted.v1': {
    type: 'object',
    description: 'Every move of a reorganisation was carried out or refused.',
    required: ['reorganisation', 'done', 'refused'],
    properties: {
      reorganisation,
      done,
      refused: { ...count, description: 'How many moves were refused.' },
    },
  },
  'directory.ReorganisationStopped.v1': {
    type: 'object',
    description: 'A reorganisation was stopped: no more of it is carried out.',
    required: ['reorganisation'],
    properties: { reorganisation },
  },
} as const satisfies Readonly<Record<string, Schema>>;
