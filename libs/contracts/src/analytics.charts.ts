import { person } from './directory.fields.ts';
import type { Schema } from './schema.ts';

const chartId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The control chart. Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const version = {
  type: 'integer',
  minimum: 1,
  description: 'The version of the limits, from 1; re-baselining adds one.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const definition = {
  type: 'string',
  pattern: '^[a-z0-9.-]{1,64}@[0-9]{1,6}$',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const period = {
  type: 'string',
  pattern: '^[0-9]{4}-(W[0-9]{2}|[0-9]{2})$',
  description: 'A week as ISO 8601 names it, 2026-W14, or a month, 2026-04.',
  'x-data-class': 'time',
} as const satisfies Schema;

const category = { type: 'string', 'x-data-class': 'category' } as const;
const number = { type: 'number', 'x-data-class': 'measure' } as const satisfies Schema;
const numberOrNull = { ...number, type: ['number', 'null'] } as const satisfies Schema;

const metric = {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9._:-]{0,63}$',
  description: 'The question: nps, csat, ces, or one of the sender.',
  'x-data-class': 'category',
} as const satisfies Schema;

const rule = {
  ...category,
  enum: [
    ...(['beyond-limit', 'beyond-range-limit', 'run-of-8', 'run-of-9'] as const),
    ...(['two-of-three', 'four-of-five', 'six-in-a-row'] as const),
  ],
  description: 'The run rule, pinned with the limits.',
} as const satisfies Schema;

const n = {
  type: ['integer', 'null'],
  minimum: 5,
  description: 'What the value was counted from; null where it is hidden.',
  'x-data-class': 'measure',
} as const satisfies Schema;

const value = {
  ...numberOrNull,
  description: 'What the period came to. Null is a gap: too few for it to be shown.',
} as const satisfies Schema;

const stated = {
  type: 'object',
  required: ['value', 'n'],
  properties: { value, n },
} as const satisfies Schema;

const signal = {
  chartId,
  signalId: { ...chartId, description: 'The signal. It derives from chart, rule and period.' },
  rule,
  period,
  side: {
    ...category,
    enum: ['above', 'below', 'rising', 'falling'],
    description: 'On which side of the centre, or in which direction.',
  },
  version,
} as const satisfies Readonly<Record<string, Schema>>;

const signalNames = ['chartId', 'signalId', 'rule', 'period', 'side', 'version'] as const;

/** Control charts, their signals and what was found: a part of `analyticsSchemas`. */
export const chartsSchemas = {
  'analytics.LimitsFrozen.v1': {
    type: 'object',
    description:
      'A control chart has limits, or new ones: computed once from a baseline, and moved by no ' +
      'later point. Its name, and the reason for new ones, stay within.',
    required: [
      ...(['chartId', 'version', 'figure', 'period', 'chart', 'baseline', 'rules', 'n'] as const),
      ...(['centre', 'lower', 'upper', 'sigmaZ', 'rangeUpper', 'limits', 'definition'] as const),
    ],
    properties: {
      chartId,
      version,
      figure: {
        ...category,
        enum: ['score', 'bottom-share', 'sla-attainment'],
        description: 'What is charted.',
      },
      metric,
      clock: {
        ...category,
        enum: ['firstResponse', 'resolution'],
        description: 'The promise whose keeping is charted.',
      },
      serviceLevelId: { ...chartId, description: 'The service level; all of them where left out.' },
      place: {
        type: 'string',
        pattern: '^(unit:\\S(.{0,253}\\S)?|(location|touchpoint):\\S{1,255})$',
        description: 'Where it came about, as in unit:desk; everywhere where it is left out.',
        'x-data-class': 'identifier',
      },
      period: { ...category, enum: ['week', 'month'], description: 'The length of its periods.' },
      chart: {
        ...category,
        enum: ['xmr', 'p', 'p-prime'],
        description: 'Individual values with moving ranges, proportions, or proportions by Laney.',
      },
      baseline: {
        type: 'object',
        description: 'First and last period that the limits are computed from.',
        required: ['from', 'until'],
        properties: { from: period, until: period },
      },
      rules: { type: 'array', description: 'The rules that raise signals.', items: rule },
      n: {
        ...{ type: 'integer', minimum: 1, 'x-data-class': 'measure' },
        description: 'Points of the baseline; gaps are none.',
      },
      centre: number,
      lower: { ...numberOrNull, description: 'Null where each point has limits by its own n.' },
      upper: numberOrNull,
      sigmaZ: { ...numberOrNull, description: 'Dispersion of proportions by Laney; 1 is chance.' },
      rangeUpper: { ...numberOrNull, description: 'Upper limit of moving ranges.' },
      limits: { ...definition, description: 'Formula and version of the limits.' },
      definition: { ...definition, description: 'Formula and version of the figure.' },
    },
  },
  'analytics.PointsPlotted.v1': {
    type: 'object',
    description: 'Periods that are over are points of the chart.',
    required: ['chartId', 'points'],
    properties: {
      chartId,
      points: {
        type: 'array',
        items: {
          type: 'object',
          required: ['period', 'value', 'n'],
          properties: { period, value, n },
        },
      },
    },
  },
  'analytics.PointRestated.v1': {
    type: 'object',
    description: 'Enough late answers, or ones that are gone, have changed what a period came to.',
    required: ['chartId', 'period', 'before', 'after'],
    properties: { chartId, period, before: stated, after: stated },
  },
  'analytics.SignalRaised.v1': {
    type: 'object',
    description: 'A point breaks a rule: it is to be found out why.',
    required: [...signalNames, 'value', 'n', 'centre', 'lower', 'upper', 'owner', 'due'],
    properties: {
      ...signal,
      value: number,
      n: { type: 'integer', minimum: 5, 'x-data-class': 'measure' },
      centre: number,
      lower: numberOrNull,
      upper: numberOrNull,
      owner: { ...person, description: 'Who is to look into it, by an opaque subject.' },
      due: {
        type: 'string',
        format: 'date',
        description: 'The day by which it is to be explained.',
        'x-data-class': 'time',
      },
    },
  },
  'analytics.SignalRestated.v1': {
    type: 'object',
    description: 'The point of a signal was restated. The signal stays, and stands or does not.',
    required: [...signalNames, 'stands'],
    properties: {
      ...signal,
      stands: {
        ...{ type: 'boolean', 'x-data-class': 'category' },
        description: 'Whether the point breaks the rule still.',
      },
    },
  },
  'analytics.SignalExplained.v1': {
    type: 'object',
    description: 'It was found what a signal came from. What was written of it stays within.',
    required: [...signalNames, 'cause', 'by'],
    properties: {
      ...signal,
      cause: {
        type: 'string',
        pattern: '^[A-Za-z0-9._-]{1,64}$',
        description: 'The cause, by its code.',
        'x-data-class': 'category',
      },
      by: { ...person, description: 'Who found it, by an opaque subject.' },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
