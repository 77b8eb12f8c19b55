import type { Schema } from '@plumbline/contracts/published';

/** Fields of tables: each says what class of data it is, and none could hold text. */
export const opaqueId = {
  ...{ type: 'string', pattern: '^[0-9A-Za-z_-]{1,64}$', 'x-data-class': 'identifier' },
} as const satisfies Schema;

export const opaqueIdOrNone = {
  ...opaqueId,
  type: ['string', 'null'],
} as const satisfies Schema;

/** A person by an opaque subject, or a unit by its code. */
export const holder = {
  ...{ type: 'string', pattern: '^(person:\\S{1,255}|unit:\\S(.{0,253}\\S)?)$' },
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

export const word = {
  ...{ type: ['string', 'null'], pattern: '^\\S{1,64}$', 'x-data-class': 'category' },
} as const satisfies Schema;

/** The place in the order of everything that is recorded. */
export const opaquePosition = { ...word, 'x-data-class': 'identifier' } as const satisfies Schema;

/** What a figure is of: a place, a time, a person by an opaque subject, or a unit by its code. */
export const segment = {
  ...{ type: ['string', 'null'], pattern: '^(\\S{1,255}|unit:\\S(.{0,253}\\S)?)$' },
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

/** A unit, as in `unit:sales`; null is all of them, or none. */
export const unitOrNone = {
  ...{ type: ['string', 'null'], pattern: '^unit:\\S(.{0,253}\\S)?$' },
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

export const yesOrNo = { type: ['boolean', 'null'], 'x-data-class': 'category' } as const;
export const amount = { type: ['number', 'null'], 'x-data-class': 'measure' } as const;
export const count = { type: ['integer', 'null'], 'x-data-class': 'measure' } as const;
export const day = { type: 'string', format: 'date', 'x-data-class': 'time' } as const;
export const instant = {
  ...{ type: ['string', 'null'], format: 'date-time', 'x-data-class': 'time' },
} as const satisfies Schema;

/** A figure with what it was taken from. */
export const figure = {
  type: 'object',
  required: ['value', 'n', 'definition'],
  properties: { value: amount, n: count, definition: word },
} as const satisfies Schema;

/** A figure with its 0.95 interval; null where it is hidden. */
export const estimate = {
  type: ['object', 'null'],
  required: ['value', 'n', 'definition'],
  properties: { ...figure.properties, low: amount, high: amount },
} as const satisfies Schema;

/** A share of counted cases. */
export const share = {
  type: ['object', 'null'],
  required: ['value', 'n', 'definition'],
  properties: { ...estimate.properties, successes: count },
} as const satisfies Schema;
