import { person } from './directory.fields.ts';
import type { Schema, Shape } from './schema.ts';

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
} as const satisfies Readonly<Record<string, Schema>>;

/** What `access` publishes: who has looked at what of whom, as subjects. */
export type AccessPublished = {
  readonly [Type in keyof typeof accessSchemas]: Shape<(typeof accessSchemas)[Type]>;
};
