import { unit } from './directory.fields.ts';
import type { Schema } from './schema.ts';

const caseId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The case. Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const serviceLevelId = {
  ...caseId,
  description: 'The service level. Opaque; the same in every fact of it.',
} as const;

const version = {
  type: 'integer',
  minimum: 1,
  description: 'The version of the service level, from 1.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const code = {
  type: 'string',
  pattern: '^[A-Za-z0-9._-]{1,64}$',
  'x-data-class': 'category',
} as const satisfies Schema;

const minutes = {
  type: ['integer', 'null'],
  minimum: 1,
  'x-data-class': 'measure',
} as const satisfies Schema;

const firstResponseMinutes = {
  ...minutes,
  description: 'Minutes of opening hours until the first response; null: none is promised.',
} as const;

const resolutionMinutes = {
  ...minutes,
  description: 'Minutes of opening hours until the case is resolved; null: none is promised.',
} as const;

const minuteOfWeek = {
  type: 'integer',
  minimum: 0,
  maximum: 10_080,
  'x-data-class': 'measure',
} as const satisfies Schema;

const terms = {
  serviceLevelId,
  version,
  firstResponseMinutes,
  resolutionMinutes,
  zone: {
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9_+/-]{0,63}$',
    description: 'The time zone of the opening hours, as the IANA names it.',
    'x-data-class': 'category',
  },
  week: {
    type: 'array',
    description: 'Opening hours in minutes since the Monday of the zone began.',
    items: {
      type: 'object',
      required: ['from', 'until'],
      properties: { from: minuteOfWeek, until: minuteOfWeek },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;

const termNames = [
  'serviceLevelId',
  'version',
  'firstResponseMinutes',
  'resolutionMinutes',
  'zone',
  'week',
] as const;

const reading = {
  caseId,
  elapsedMs: {
    type: 'integer',
    minimum: 0,
    description: 'Business time on the clock when it stopped, pauses left out.',
    'x-data-class': 'measure',
    'x-definition': 'business-elapsed@1',
  },
  targetMinutes: { ...minutes, description: 'What was promised; null: nothing.' },
  met: {
    type: ['boolean', 'null'],
    description: 'Whether the promise was kept; null where nothing is promised.',
    'x-data-class': 'category',
  },
} as const satisfies Readonly<Record<string, Schema>>;

const readingNames = ['caseId', 'elapsedMs', 'targetMinutes', 'met'] as const;

const breach = {
  caseId,
  clock: {
    type: 'string',
    enum: ['firstResponse', 'resolution'],
    description: 'Which of the two promises.',
    'x-data-class': 'category',
  },
  ranOutAt: {
    type: 'string',
    format: 'date-time',
    description: 'The last instant at which it would have been kept.',
    'x-data-class': 'time',
  },
} as const satisfies Readonly<Record<string, Schema>>;

const breachNames = ['caseId', 'clock', 'ranOutAt'] as const;

/** Service levels and cases: a part of `feedbackSchemas`. */
export const casesSchemas = {
  'feedback.ServiceLevelDefined.v1': {
    type: 'object',
    description: 'Customers are promised to be answered, and helped, within a time.',
    required: termNames,
    properties: terms,
  },
  'feedback.ServiceLevelRevised.v1': {
    type: 'object',
    description:
      'Something else is promised from now on: all of it as it is now. Cases that were opened ' +
      'before keep what they were opened by.',
    required: termNames,
    properties: terms,
  },
  'feedback.CaseOpened.v1': {
    type: 'object',
    description: 'A case of a customer was opened. Who it is, and what it is about, stays within.',
    required: [
      ...(['caseId', 'serviceLevelId', 'serviceLevelVersion', 'unit'] as const),
      ...(['firstResponseMinutes', 'resolutionMinutes'] as const),
    ],
    properties: {
      caseId,
      serviceLevelId,
      serviceLevelVersion: version,
      unit: { ...unit, description: 'The unit whose people work the case, as in unit:desk.' },
      firstResponseMinutes,
      resolutionMinutes,
      touchpoint: { ...code, description: 'Where the customer was met, by its code.' },
      responseId: { ...caseId, description: 'The response of a customer that it goes after.' },
    },
  },
  'feedback.CaseResponded.v1': {
    type: 'object',
    description: 'The customer has the first response.',
    required: readingNames,
    properties: reading,
  },
  'feedback.ClockPaused.v1': {
    type: 'object',
    description: 'The clocks of the case stand still.',
    required: ['caseId', 'cause'],
    properties: { caseId, cause: { ...code, description: 'What is waited for, by its code.' } },
  },
  'feedback.ClockResumed.v1': {
    type: 'object',
    description: 'The clocks of the case go on.',
    required: ['caseId'],
    properties: { caseId },
  },
  'feedback.CaseResolved.v1': {
    type: 'object',
    description: 'The case is resolved; it may be reopened.',
    required: readingNames,
    properties: reading,
  },
  'feedback.CaseReopened.v1': {
    type: 'object',
    description: 'The case is open again, for a reason that stays within, and its clock goes on.',
    required: ['caseId'],
    properties: { caseId },
  },
  'feedback.SlaBreached.v1': {
    type: 'object',
    description: 'A promise was not kept: a clock of the case has run out.',
    required: breachNames,
    properties: breach,
  },
  'feedback.SlaBreachCorrected.v1': {
    type: 'object',
    description:
      'The promise was not broken then after all, as something says that was entered late: the ' +
      'breach of this clock, which was recorded before, is none. It may be broken later.',
    required: breachNames,
    properties: breach,
  },
} as const satisfies Readonly<Record<string, Schema>>;
