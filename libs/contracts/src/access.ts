import { person } from './directory.fields.ts';
import type { Schema, Shape } from './schema.ts';

const exportId = {
  type: 'string',
  pattern: '^[0-9a-f-]{36}$',
  description: 'The export: the same in both of its facts.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const count = { type: 'integer', minimum: 0, 'x-data-class': 'measure' } as const satisfies Schema;

/** The data of each fact that `access` publishes, by its type. */
export const accessSchemas = {
  'access.RecordViewed.v1': {
    type: 'object',
    description: 'Somebody has seen a record about a person. Within a minute, it counts once.',
    required: ['subject', 'by', 'action', 'rule', 'record'],
    properties: {
      subject: {
        type: 'string',
        pattern: '^(\\S{1,255}|unit:\\S(.{0,253}\\S)?)$',
        description: 'Whom the record is about: a person, or a unit as in unit:sales.',
        'x-data-class': 'pseudonym',
      },
      by: { ...person, description: 'Who has seen it.' },
      onBehalfOf: { ...person, description: 'In whose place they looked; absent: in their own.' },
      action: {
        type: 'string',
        pattern: '^[a-z-]+/[a-z-]+$',
        description: 'The action of the policy table.',
        'x-data-class': 'category',
      },
      rule: {
        type: 'string',
        pattern: '^\\S{1,128}$',
        description: 'The rule of the policy table that let it be seen.',
        'x-data-class': 'category',
      },
      record: {
        type: 'string',
        pattern: '^([a-z-]+:\\S{1,255}|unit:\\S(.{0,253}\\S)?)$',
        description: 'What was seen, as in goal:<id>. A person may be named by a subject.',
        'x-data-class': 'pseudonym',
      },
    },
  },
  'access.ExportRequested.v1': {
    type: 'object',
    description: 'Somebody has asked for a file of facts, or of a table. It may have been cut.',
    required: ['export', 'by', 'what', 'format', 'query'],
    properties: {
      export: exportId,
      by: { ...person, description: 'Who has asked for it.' },
      onBehalfOf: { ...person, description: 'In whose place; absent: in their own.' },
      what: {
        type: 'string',
        pattern: '^[a-z]+/[a-z-]+$',
        description: 'Facts of a context, as in facts/goals, or a table, as in tables/goals.',
        'x-data-class': 'category',
      },
      format: { type: 'string', enum: ['ndjson', 'csv', 'parquet'], 'x-data-class': 'category' },
      query: {
        type: 'string',
        pattern: '^\\S{0,4096}$',
        description: 'What of it, as an address has it; units and people by their codes.',
        'x-data-class': 'pseudonym',
      },
    },
  },
  'access.ExportProduced.v1': {
    type: 'object',
    description: 'The whole file was made. Of one that was cut, nothing is told.',
    required: ['export', 'rows', 'bytes', 'hash', 'position'],
    properties: {
      export: exportId,
      rows: { ...count, description: 'How many facts, or rows of a table.' },
      bytes: count,
      hash: {
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
        description: 'SHA-256 of the file.',
        'x-data-class': 'identifier',
      },
      position: {
        type: ['string', 'null'],
        pattern: '^[0-9A-Za-z/_.-]{1,64}$',
        description: 'Up to where it holds everything; null: nothing was recorded yet.',
        'x-data-class': 'identifier',
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;

/** What `access` publishes: who has looked at what of whom, and taken out what, as subjects. */
export type AccessPublished = {
  readonly [Type in keyof typeof accessSchemas]: Shape<(typeof accessSchemas)[Type]>;
};
