import type { OpenApiObject } from '@plumbline/web';

/** The answers of this context, as JSON Schema 2020-12; `null` says that something is unknown. */
const text: OpenApiObject = { type: 'string' };
const textOrNull: OpenApiObject = { type: ['string', 'null'] };
const numberOrNull: OpenApiObject = { type: ['number', 'null'] };
const booleanOrNull: OpenApiObject = { type: ['boolean', 'null'] };
const instant: OpenApiObject = { type: 'string', format: 'date-time' };
const day: OpenApiObject = { type: 'string', format: 'date' };
const uuid: OpenApiObject = { type: 'string', format: 'uuid' };
const idsOrNull: OpenApiObject = { type: ['array', 'null'], items: text };
const ref = (name: string): OpenApiObject => ({ $ref: `#/components/schemas/${name}` });
const orNull = (schema: OpenApiObject): OpenApiObject => ({ anyOf: [schema, { type: 'null' }] });
const listOf = (items: OpenApiObject): OpenApiObject => ({ type: 'array', items });

/** An object that has all of these members, always. */
function record(properties: Record<string, OpenApiObject>, description?: string): OpenApiObject {
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    required: Object.keys(properties),
    properties,
  };
}

const summary = {
  id: uuid,
  reference: textOrNull,
  owner: text,
  title: textOrNull,
  stage: { enum: ['draft', 'active', 'closed', 'withdrawn'] },
  kind: { enum: ['committed', 'aspirational', null] },
  period: ref('Period'),
  measuredBy: { enum: ['key-results', 'indicators'] },
  cadenceDays: { type: 'integer' },
  progress: ref('Figure'),
  measures: record({ total: { type: 'integer' }, withProgress: { type: 'integer' } }),
  pace: ref('Figure'),
  grade: { enum: ['met', 'missed', 'green', 'amber', 'red', null] },
  lastCheckInAt: { type: ['string', 'null'], format: 'date-time' },
  stale: booleanOrNull,
  revision: { type: 'integer' },
};

export const schemas: Readonly<Record<string, OpenApiObject>> = {
  Position: {
    type: ['string', 'null'],
    description: 'Where in the order of everything recorded the answer was taken. Opaque.',
  },
  Figure: record(
    { value: numberOrNull, n: { type: 'integer' }, definition: text },
    'A figure; `value` null is unknown, never zero. `n` is what it was counted from.',
  ),
  Period: record({ name: text, start: day, end: day }),
  Actor: {
    type: 'object',
    required: ['sub', 'via'],
    properties: { sub: text, onBehalfOf: text, via: text },
  },
  Measure: {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { enum: ['increase', 'decrease', 'within', 'milestones', 'completion', 'undefined'] },
      start: { type: 'number' },
      target: { type: 'number' },
      low: { type: 'number' },
      high: { type: 'number' },
      unit: text,
      milestones: listOf({
        type: 'object',
        required: ['id', 'weight'],
        properties: { id: text, weight: { type: 'number' }, name: textOrNull },
      }),
    },
  },
  GoalPeriod: record({ name: text, start: day, end: day, goals: { type: 'integer' } }),
  GoalSummary: record(summary),
  StaleGoal: record({ ...summary, daysSinceCheckIn: { type: ['integer', 'null'] } }),
  GoalDetail: record({
    ...summary,
    description: textOrNull,
    draftedAt: instant,
    activatedAt: { type: ['string', 'null'], format: 'date-time' },
    keyResults: listOf(ref('KeyResult')),
    indicators: listOf(ref('Kpi')),
    closed: orNull(ref('Closing')),
  }),
  KeyResult: record({
    id: text,
    name: textOrNull,
    weight: { type: 'number' },
    measure: ref('Measure'),
    original: orNull(ref('Measure')),
    current: orNull(
      record({ checkInId: text, at: instant, value: numberOrNull, milestonesDone: idsOrNull }),
    ),
    attainment: ref('Figure'),
    rawAttainment: ref('Figure'),
    attainmentAgainstOriginal: ref('Figure'),
    met: booleanOrNull,
    checkIns: listOf(ref('CheckIn')),
  }),
  CheckIn: record({
    id: text,
    at: instant,
    recordedAt: instant,
    value: numberOrNull,
    milestonesDone: idsOrNull,
    confidence: numberOrNull,
    narrative: textOrNull,
    late: { type: 'boolean' },
    withdrawn: { type: 'boolean' },
    source: text,
    by: ref('Actor'),
    corrections: listOf(
      record({
        at: instant,
        recordedAt: instant,
        by: ref('Actor'),
        before: {},
        after: {},
        reason: textOrNull,
      }),
    ),
  }),
  Closing: record({
    score: { type: 'number' },
    grade: { enum: ['met', 'missed', 'green', 'amber', 'red'] },
    attainment: numberOrNull,
    at: instant,
    by: ref('Actor'),
    lesson: textOrNull,
    postMortem: textOrNull,
    outcomes: listOf(record({ keyResultId: text, attainment: numberOrNull, met: booleanOrNull })),
  }),
  Kpi: record({
    id: uuid,
    reference: textOrNull,
    goalId: textOrNull,
    keyResultId: textOrNull,
    owner: text,
    name: textOrNull,
    formula: textOrNull,
    version: { type: 'integer' },
    measure: ref('Measure'),
    latest: orNull(ref('Reading')),
    progress: ref('Figure'),
    met: booleanOrNull,
    completions: orNull(record({ done: numberOrNull, of: { type: 'number' } })),
    readings: listOf(ref('Reading')),
    revision: { type: 'integer' },
  }),
  Reading: record({
    id: text,
    at: instant,
    recordedAt: instant,
    period: ref('Period'),
    value: numberOrNull,
    against: { type: ['object', 'null'] },
    definitionVersion: { type: 'integer' },
    progress: ref('Figure'),
    met: booleanOrNull,
    late: { type: 'boolean' },
    source: text,
    note: textOrNull,
    by: ref('Actor'),
    supersededBy: textOrNull,
  }),
  HistoryItem: record({
    factId: uuid,
    type: text,
    stream: text,
    revision: { type: 'integer' },
    position: text,
    recordedAt: instant,
    effectiveAt: instant,
    by: ref('Actor'),
    changes: listOf(record({ field: text, before: {}, after: {} })),
    reason: textOrNull,
  }),
};
