import { amount, day, goalId, owner, share, unit, visibility } from './goals.fields.ts';
import { planSchemas } from './goals.plans.ts';
import type { Schema, Shape } from './schema.ts';

const kpiId = { ...goalId, description: 'The KPI. Opaque; the same in every fact of it.' } as const;

const keyResultId = {
  type: 'string',
  pattern: '^[A-Za-z0-9_-]{1,32}$',
  description: 'The key result, unique within its goal.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const checkInId = { ...goalId, description: 'The check-in; a correction refers to it.' } as const;

const period = {
  type: 'object',
  description: 'A span of calendar days, both within.',
  required: ['name', 'start', 'end'],
  properties: {
    name: {
      type: 'string',
      pattern: '^[A-Za-z0-9._-]{1,32}$',
      description: 'A code, as in FY2022 or 2026-Q3.',
      'x-data-class': 'time',
    },
    start: day,
    end: day,
  },
} as const satisfies Schema;

const measure = {
  type: 'object',
  description:
    'How something is measured. A line has start and target, a band low, high or both; ' +
    'milestones have weights, and what is done of them is told by their ids.',
  required: ['kind'],
  properties: {
    kind: {
      type: 'string',
      enum: ['increase', 'decrease', 'within', 'milestones', 'completion', 'undefined'],
      'x-data-class': 'category',
    },
    start: amount,
    target: amount,
    low: amount,
    high: amount,
    unit,
    milestones: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'weight'],
        properties: {
          id: { ...keyResultId, description: 'The milestone, unique within its key result.' },
          weight: { ...amount, exclusiveMinimum: 0 },
        },
      },
    },
  },
} as const satisfies Schema;

const weight = {
  ...amount,
  exclusiveMinimum: 0,
  description: 'Beside the other key results of the goal.',
} as const;

const keyResult = {
  type: 'object',
  required: ['id', 'weight'],
  properties: { id: keyResultId, weight, measure },
} as const satisfies Schema;

const progress = {
  value: {
    type: ['number', 'null'],
    description: 'Null for milestones, whose ids are in `done`.',
    'x-data-class': 'measure',
  },
  done: {
    type: ['array', 'null'],
    description: 'The milestones that are done, all of them; null for every other kind.',
    items: { ...keyResultId, description: 'A milestone, unique within its key result.' },
  },
  confidence: {
    ...share,
    type: ['number', 'null'],
    description: 'Probability that the key result is met by the end; null when none was given.',
  },
} as const;

const late = {
  type: 'boolean',
  description: 'Recorded after the period; a reading of a KPI more than 30 days after it.',
  'x-data-class': 'category',
} as const satisfies Schema;

const kpiVersion = {
  type: 'integer',
  minimum: 1,
  description: 'The version of the definition of the KPI. Do not pool readings of two versions.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

/** The goal that a KPI tells of, and the key result that it feeds, where there are. */
const placed = { goalId, keyResultId } as const;

/** The data of each fact that `goals` publishes, by its type. */
export const goalsSchemas = {
  'goals.GoalActivated.v1': {
    type: 'object',
    description: 'A goal is in force. Drafts are not published.',
    required: ['goalId', 'owner', 'kind', 'period', 'keyResults'],
    properties: {
      goalId,
      owner,
      kind: {
        type: 'string',
        enum: ['committed', 'aspirational'],
        description: 'Committed goals pass at 1 only; aspirational ones are green from 0.7.',
        'x-data-class': 'category',
      },
      period,
      keyResults: { type: 'array', items: keyResult },
      visibility: { ...visibility, description: 'Absent: public.' },
    },
  },
  'goals.TargetAmended.v1': {
    type: 'object',
    description: 'The target of a key result in force was changed, for a reason that stays within.',
    required: ['goalId', 'keyResultId', 'from', 'to'],
    properties: { goalId, keyResultId, from: measure, to: measure },
  },
  'goals.WeightAmended.v1': {
    type: 'object',
    description: 'A key result in force weighs otherwise from now on.',
    required: ['goalId', 'keyResultId', 'from', 'to'],
    properties: { goalId, keyResultId, from: weight, to: weight },
  },
  'goals.PeriodAmended.v1': {
    type: 'object',
    description: 'A goal in force is for other days from now on.',
    required: ['goalId', 'from', 'to'],
    properties: { goalId, from: period, to: period },
  },
  'goals.KeyResultAdded.v1': {
    type: 'object',
    description: 'A goal in force has one key result more.',
    required: ['goalId', 'keyResult'],
    properties: { goalId, keyResult },
  },
  'goals.KeyResultDropped.v1': {
    type: 'object',
    description: 'A key result counts no more; its check-ins stay known.',
    required: ['goalId', 'keyResultId'],
    properties: { goalId, keyResultId },
  },
  'goals.ProgressCheckedIn.v1': {
    type: 'object',
    description: 'Someone, an import or a KPI told how far a key result is.',
    required: ['goalId', 'keyResultId', 'checkInId', 'value', 'done', 'confidence', 'late'],
    properties: { goalId, keyResultId, checkInId, ...progress, late },
  },
  'goals.CheckInCorrected.v1': {
    type: 'object',
    description: 'An earlier check-in reads differently from now on.',
    required: ['goalId', 'keyResultId', 'checkInId', 'to'],
    properties: {
      goalId,
      keyResultId,
      checkInId,
      to: {
        type: ['object', 'null'],
        description: 'What it reads now; null: it is withdrawn and counts no more.',
        required: ['value', 'done', 'confidence'],
        properties: progress,
      },
    },
  },
  'goals.GoalTransferred.v1': {
    type: 'object',
    description: 'Another answers for the goal from now on.',
    required: ['goalId', 'from', 'to'],
    properties: { goalId, from: owner, to: owner },
  },
  'goals.VisibilityChanged.v1': {
    type: 'object',
    description: 'Others may see the goal from now on, or may not any more.',
    required: ['goalId', 'from', 'to'],
    properties: { goalId, from: visibility, to: visibility },
  },
  'goals.GoalClosed.v1': {
    type: 'object',
    description: 'The goal has ended and was scored.',
    required: ['goalId', 'score', 'grade', 'attainment'],
    properties: {
      goalId,
      score: { ...share, description: 'As the person who closed it judged, 0 to 1.' },
      grade: {
        type: 'string',
        enum: ['met', 'missed', 'green', 'amber', 'red'],
        description: 'The score in a word: met or missed of a committed goal, else a colour.',
        'x-data-class': 'category',
      },
      attainment: {
        ...share,
        type: ['number', 'null'],
        description: 'Computed at the closing from the check-ins; null when unknown.',
        'x-definition': 'objective-progress@1',
      },
    },
  },
  'goals.KpiDefined.v1': {
    type: 'object',
    description: 'A KPI was defined, or defined anew with the next version.',
    required: ['kpiId', 'version', 'measure'],
    properties: { kpiId, version: kpiVersion, ...placed, measure },
  },
  'goals.KpiMeasured.v1': {
    type: 'object',
    description: 'A KPI was read. Of two readings of one period the later counts.',
    required: ['kpiId', 'version', 'measurementId', 'period', 'value', 'late'],
    properties: {
      kpiId,
      version: kpiVersion,
      ...placed,
      measurementId: { ...goalId, description: 'The reading.' },
      period,
      value: {
        type: ['number', 'null'],
        description: 'Null: reported without a value; never to be counted as zero.',
        'x-data-class': 'measure',
      },
      late,
    },
  },
  ...planSchemas,
} as const satisfies Readonly<Record<string, Schema>>;

/**
 * What `goals` publishes: a contract with other services and other organisations. Within a
 * version it only grows; anything else is a new version. No free text and no names are in it;
 * people are their opaque subjects.
 */
export type GoalsPublished = {
  readonly [Type in keyof typeof goalsSchemas]: Shape<(typeof goalsSchemas)[Type]>;
};

export type PublishedPeriod = Shape<typeof period>;
export type PublishedMeasure = Shape<typeof measure>;
