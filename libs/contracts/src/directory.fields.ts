import type { Schema } from './schema.ts';

/** Fields that facts of the directory share. */
export const person = {
  type: 'string',
  pattern: '^\\S{1,255}$',
  description: 'A person, by an opaque subject.',
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

export const unit = {
  type: 'string',
  pattern: '^unit:\\S(.{0,253}\\S)?$',
  description: 'A unit by its code, as the owner of a goal is written: unit:sales.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

export const post = {
  type: 'string',
  pattern: '^\\S{1,64}$',
  description: 'A post: a place in the organisation, whoever holds it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

export const zone = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_+/-]{0,63}$',
  description: 'A time zone, as the IANA names it.',
  'x-data-class': 'category',
} as const satisfies Schema;

export const opaque = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

export const day = {
  type: 'string',
  format: 'date',
  'x-data-class': 'time',
} as const satisfies Schema;

export const from = { ...day, description: 'The first day on which it holds.' } as const;

export const dayOrNull = {
  ...day,
  type: ['string', 'null'],
  description: 'The last day on which it holds; null: no end is known.',
} as const satisfies Schema;

export const postOrNull = {
  ...post,
  type: ['string', 'null'],
  description: 'A post; null: none.',
} as const satisfies Schema;

export const unitOrNull = {
  ...unit,
  type: ['string', 'null'],
  description: 'A unit, as in unit:sales; null: none.',
} as const satisfies Schema;

export const yesOrNo = { type: 'boolean', 'x-data-class': 'category' } as const satisfies Schema;

export const count = {
  type: 'integer',
  minimum: 0,
  'x-data-class': 'measure',
} as const satisfies Schema;
