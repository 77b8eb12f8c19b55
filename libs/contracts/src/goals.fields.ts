import type { Schema } from './schema.ts';

/** The fields that facts of `goals` share. */
export const goalId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The goal. Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

export const owner = {
  type: 'string',
  pattern: '^(person:\\S{1,255}|unit:\\S(.{0,253}\\S)?)$',
  description: 'Who answers for the goal: a person by an opaque subject, or a unit by its code.',
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

export const day = {
  type: 'string',
  format: 'date',
  'x-data-class': 'time',
} as const satisfies Schema;

export const amount = { type: 'number', 'x-data-class': 'measure' } as const satisfies Schema;

export const share = { ...amount, minimum: 0, maximum: 1 } as const;

export const unit = {
  type: 'string',
  pattern: '^\\S{1,16}$',
  description: 'A code, as in %, USD or h.',
  'x-data-class': 'category',
} as const satisfies Schema;

export const visibility = {
  type: 'string',
  enum: ['public', 'private'],
  description: 'Who may see the goal: everybody, or those whom the policy table names.',
  'x-data-class': 'category',
} as const satisfies Schema;
