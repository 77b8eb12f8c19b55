import { amount, day, goalId, owner, share, unit } from './goals.fields.ts';
import type { Schema } from './schema.ts';

const strategyId = {
  ...goalId,
  description: 'The strategy. Opaque; the same in each fact of it.',
} as const;
const alignmentId = { ...goalId, description: 'The alignment; its end refers to it.' } as const;
const signalId = { ...goalId, description: 'The signal; what answers it refers to it.' } as const;
const ideaId = { ...goalId, description: 'The idea, and the experiment with it.' } as const;

const themeId = {
  type: 'string',
  pattern: '^[A-Za-z0-9_-]{1,32}$',
  description: 'The theme, unique within its strategy.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const weight = { ...amount, exclusiveMinimum: 0 } as const;
const dayOrNull = { ...day, type: ['string', 'null'] } as const;

const strategy = {
  strategyId,
  owner,
  from: day,
  until: { ...dayOrNull, description: 'The first day without it; null: until it is retired.' },
  themes: {
    type: 'array',
    items: {
      type: 'object',
      required: ['id', 'perspective', 'weight'],
      properties: {
        id: themeId,
        perspective: {
          type: 'string',
          enum: ['financial', 'customer', 'process', 'growth'],
          'x-data-class': 'category',
        },
        weight,
      },
    },
  },
} as const;

const parent = {
  type: 'object',
  description: 'What a goal pulls on: another goal, or a theme of a strategy.',
  required: [],
  properties: { goal: goalId, strategy: strategyId, theme: themeId },
} as const satisfies Schema;

const credit = {
  type: 'array',
  description: 'Whose the idea is; the shares are 1 in all.',
  items: {
    type: 'object',
    required: ['person', 'share'],
    properties: {
      person: {
        type: 'string',
        pattern: '^\\S{1,255}$',
        description: 'A person by an opaque subject.',
        'x-data-class': 'pseudonym',
      },
      share,
    },
  },
} as const satisfies Schema;

const hypothesis = {
  type: 'object',
  description: 'What an experiment is to show; fixed before its result.',
  required: ['metric', 'direction', 'threshold'],
  properties: {
    metric: {
      type: 'string',
      pattern: '^[A-Za-z0-9._-]{1,32}$',
      description: 'A code.',
      'x-data-class': 'category',
    },
    direction: { type: 'string', enum: ['increase', 'decrease'], 'x-data-class': 'category' },
    threshold: amount,
    unit,
  },
} as const satisfies Schema;

/** Strategies, what pulls on them, and ideas: a part of `goalsSchemas`. */
export const planSchemas = {
  'goals.StrategyPublished.v1': {
    type: 'object',
    description: 'A strategy is in force on its days, with its themes.',
    required: ['strategyId', 'owner', 'from', 'until', 'themes'],
    properties: strategy,
  },
  'goals.StrategyRevised.v1': {
    type: 'object',
    description: 'A strategy reads so from now on, for a reason that stays within.',
    required: ['strategyId', 'owner', 'from', 'until', 'themes'],
    properties: strategy,
  },
  'goals.StrategyRetired.v1': {
    type: 'object',
    description: 'A strategy ends. What pulled on it pulls on nothing until it is aligned anew.',
    required: ['strategyId', 'on'],
    properties: { strategyId, on: { ...day, description: 'The first day without it.' } },
  },
  'goals.StrategySignalRaised.v1': {
    type: 'object',
    description: 'Something changed around a strategy that plans are to answer.',
    required: ['strategyId', 'signalId', 'kind', 'themeId'],
    properties: {
      strategyId,
      signalId,
      kind: {
        type: 'string',
        enum: ['market', 'customer', 'regulation', 'technology', 'internal'],
        'x-data-class': 'category',
      },
      themeId: {
        ...themeId,
        type: ['string', 'null'],
        description: 'The theme that it touches; null: the strategy as a whole.',
      },
    },
  },
  'goals.GoalAligned.v1': {
    type: 'object',
    description: 'A goal pulls on another, or on a theme of a strategy.',
    required: ['alignmentId', 'child', 'parent', 'mode', 'share', 'from'],
    properties: {
      alignmentId,
      child: goalId,
      parent,
      mode: {
        type: 'string',
        enum: ['contributes', 'supports'],
        description: 'What supports is never counted.',
        'x-data-class': 'category',
      },
      share: {
        ...share,
        type: ['number', 'null'],
        description: 'Of what the child reaches; those of one child are 1 at most on any day.',
      },
      from: day,
    },
  },
  'goals.GoalUnaligned.v1': {
    type: 'object',
    description: 'A goal pulls on a parent no more.',
    required: ['alignmentId', 'child', 'parent', 'on'],
    properties: {
      alignmentId,
      child: goalId,
      parent,
      on: { ...day, description: 'The first day without the alignment.' },
    },
  },
  'goals.IdeaSubmitted.v1': {
    type: 'object',
    description: 'An idea was submitted.',
    required: ['ideaId', 'owner', 'credit'],
    properties: { ideaId, owner, credit, signalId },
  },
  'goals.CreditAmended.v1': {
    type: 'object',
    description: 'The credit for an idea is shared otherwise from now on.',
    required: ['ideaId', 'credit'],
    properties: { ideaId, credit },
  },
  'goals.ExperimentStarted.v1': {
    type: 'object',
    description: 'An idea is tried, with a hypothesis that is not changed any more.',
    required: ['ideaId', 'hypothesis', 'until'],
    properties: {
      ideaId,
      hypothesis,
      until: { ...day, description: 'The last day of the experiment, as planned.' },
    },
  },
  'goals.ExperimentConcluded.v1': {
    type: 'object',
    description: 'An experiment has ended, and what was learnt is kept.',
    required: ['ideaId', 'outcome', 'value', 'completed'],
    properties: {
      ideaId,
      outcome: {
        type: 'string',
        enum: ['supported', 'refuted', 'inconclusive'],
        'x-data-class': 'category',
      },
      value: {
        type: ['number', 'null'],
        description: 'What the metric came to; null when that is not known.',
        'x-data-class': 'measure',
      },
      completed: {
        type: 'boolean',
        description: 'True of every outcome: a failed experiment with a lesson is completed.',
        'x-data-class': 'category',
      },
    },
  },
  'goals.IdeaSettled.v1': {
    type: 'object',
    description: 'What became of an idea in the end.',
    required: ['ideaId', 'outcome'],
    properties: {
      ideaId,
      outcome: {
        type: 'string',
        enum: ['declined', 'adopted', 'withdrawn'],
        'x-data-class': 'category',
      },
    },
  },
  'goals.LessonReused.v1': {
    type: 'object',
    description: 'A goal or another idea takes up the lesson of an experiment.',
    required: ['ideaId', 'by'],
    properties: {
      ideaId,
      by: {
        type: 'object',
        description: 'One of the two.',
        required: [],
        properties: { goal: goalId, idea: ideaId },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
