import { count, day, opaque, person } from './directory.fields.ts';
import type { Schema } from './schema.ts';

/** The fields that facts of `reviews` share; some of them with those of the directory. */
export { count, day, opaque, person };

export const cycleId = {
  ...opaque,
  description: 'The review cycle. Opaque; the same in every fact of it.',
} as const;

export const reviewId = {
  ...opaque,
  description: 'The review of one person, in one cycle and one job. The same in every fact of it.',
} as const;

export const sessionId = {
  ...opaque,
  description: 'The calibration session. Opaque; the same in every fact of it.',
} as const;

export const code = {
  type: 'string',
  pattern: '^\\S{1,64}$',
  description: 'A code.',
  'x-data-class': 'category',
} as const satisfies Schema;

export const version = {
  type: 'integer',
  minimum: 1,
  description: 'From 1. What was published under a version is never changed.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

export const hash = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of its canonical JSON: whoever has the one can check the other.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

/** Whole numbers, so that sums are exact. */
export const micro = {
  type: 'integer',
  description: 'In millionths: 3.62 is 3,620,000.',
  'x-data-class': 'measure',
} as const satisfies Schema;

export const microOrNull = {
  ...micro,
  type: ['integer', 'null'],
  description: 'In millionths; null: there is none, which is not 0.',
} as const satisfies Schema;

export const scale = {
  type: 'object',
  description: 'Lowest and highest rating.',
  required: ['min', 'max'],
  properties: { min: micro, max: micro },
} as const satisfies Schema;

export const period = {
  type: 'object',
  description: 'A span of calendar days, both within.',
  required: ['from', 'to'],
  properties: { from: day, to: day },
} as const satisfies Schema;

export const name = {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9._:-]{0,63}$',
  description: 'Its name. The same in every version of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

/** What a cycle and its reviews are bound to. */
export const pinned = {
  type: 'object',
  description: 'Which version is used, by its hash. It stays, whatever is published later.',
  required: ['id', 'version', 'hash'],
  properties: { id: name, version, hash },
} as const satisfies Schema;

export const peers = {
  type: 'object',
  description:
    'How peers and upward reviewers are asked, and whether who reads the review is told who wrote. ' +
    'Nobody outside is told in either mode who they are, or when they answered.',
  required: ['mode', 'min'],
  properties: {
    mode: { type: 'string', enum: ['named', 'anonymous'], 'x-data-class': 'category' },
    min: { ...count, description: 'With fewer of them nothing that they gave is told or counted.' },
  },
} as const satisfies Schema;

export const role = {
  type: 'string',
  enum: ['self', 'manager', 'peer', 'upward'],
  description: 'As what somebody writes.',
  'x-data-class': 'category',
} as const satisfies Schema;

/** As what somebody writes who is known by the review itself. */
export const ownRole = { ...role, enum: ['self', 'manager'] } as const satisfies Schema;

/** As what somebody writes who was asked to. */
export const invitedRole = { ...role, enum: ['peer', 'upward'] } as const satisfies Schema;

export const ratings = {
  type: 'array',
  description: 'What was rated; what was left open is not there.',
  items: {
    type: 'object',
    required: ['item', 'rating'],
    properties: {
      item: { ...code, description: 'The item of the template, by its id.' },
      rating: micro,
    },
  },
} as const satisfies Schema;

export const accountable = {
  type: 'array',
  description: 'Who answers for which part of the period, in days that count: leave is left out.',
  items: {
    type: 'object',
    required: ['manager', 'from', 'to', 'days'],
    properties: { manager: person, from: day, to: day, days: count },
  },
} as const satisfies Schema;
