import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import {
  code,
  count,
  day,
  instant,
  listOf,
  numberOrNull,
  orNull,
  pageOf,
  pathId,
  record,
  ref,
  text,
  textOrNull,
  truth,
  whole,
} from '@plumbline/web/openapi-shapes';
import { runRules } from './control-chart/control-chart.rules.ts';
import { periodKinds } from './control-chart/period.ts';
import { ChartsQueryDto, DrawChartDto, ExplainSignalDto } from './http/charts.dto.ts';
import { RebaselineChartDto, SignalsQueryDto } from './http/charts.dto.ts';

const chartKind = code('xmr', 'p', 'p-prime');
const rule = code(...runRules);
const side = code('above', 'below', 'rising', 'falling');
const codeOrNull = (...of: readonly string[]) => orNull(code(...of));
const period: OpenApiObject = {
  ...text,
  description: 'A week as ISO 8601 names it, 2026-W14, or a month, 2026-04.',
};
const span = record({ from: period, until: period });
const place = record({ by: code('unit', 'location', 'touchpoint'), is: text });

const summary = {
  ...{ id: text, name: textOrNull, figure: code('score', 'bottom-share', 'sla-attainment') },
  ...{ metric: textOrNull, scale: orNull(record({ min: whole, max: whole })) },
  ...{ clock: codeOrNull('firstResponse', 'resolution'), serviceLevel: textOrNull },
  place: { ...orNull(place), description: 'Null: everywhere.' },
  ...{ period: code(...periodKinds), latenessDays: count, owner: text },
  ...{ chart: chartKind, rules: listOf(rule) },
  definition: { ...text, description: 'The figure of the points: its formula and version.' },
  version: { ...whole, description: 'The newest version of the limits.' },
  lastPeriod: { ...orNull(period), description: 'The newest that is plotted.' },
  ...{ drawnAt: instant, openSignals: count },
  countedAt: {
    ...ref('Position'),
    description: 'Where in the order of everything recorded the points were counted last.',
  },
  revision: whole,
};

const limits = record(
  {
    version: { ...whole, description: 'From 1; re-baselining adds one.' },
    ...{ baseline: span, rules: listOf(rule), position: ref('Position'), chart: chartKind },
    definition: { ...text, description: 'The limits: their formula and version.' },
    n: { ...count, description: 'Points of the baseline; gaps are none.' },
    centre: { type: 'number' },
    lower: { ...numberOrNull, description: 'Null where each point has limits by its own n.' },
    ...{ upper: numberOrNull, rangeMean: numberOrNull, rangeUpper: numberOrNull },
    sigmaZ: { ...numberOrNull, description: 'Dispersion of proportions by Laney; 1 is chance.' },
    hints: {
      ...listOf(code('overdispersed', 'few-points', 'baseline-breaks-rules')),
      description:
        'overdispersed: proportions differ by more than chance makes them, and Laney’s p-prime is ' +
        'the chart to take. few-points: fewer than 20, take the limits as a first look. ' +
        'baseline-breaks-rules: points of the baseline break the rules; see what these were first.',
    },
    ...{ frozenAt: instant, by: ref('Actor'), reason: textOrNull },
  },
  'Limits as they were computed once: no later point moves them.',
);

const point = record({
  ...{ period, from: day, until: day },
  tier: {
    ...code('hidden', 'indicative', 'firm'),
    description: 'hidden: a gap, as fewer than 5 are counted; indicative: fewer than 30 are.',
  },
  figure: orNull(ref('ChartedFigure')),
  ...{ centre: numberOrNull, lower: numberOrNull, upper: numberOrNull },
  range: { ...numberOrNull, description: 'From the point before, on a chart that watches it.' },
  ...{ rangeUpper: numberOrNull, limits: whole, isBaseline: truth },
  broken: {
    ...listOf(record({ rule, side })),
    description: 'The rules whose pattern the point completes, as it stands.',
  },
  signals: {
    ...listOf(text),
    description: 'Those that it raised, by id, whether they stand or not.',
  },
  restatements: {
    ...listOf(
      record({
        at: instant,
        recordedAt: instant,
        before: { ...orNull(ref('ChartedFigure')), description: 'Null: it was a gap.' },
        after: orNull(ref('ChartedFigure')),
        difference: orNull(ref('FigureDifference')),
      }),
    ),
    description:
      'What late answers, or ones that are gone, have changed. They wait until they are five: ' +
      'from two points that few answers tell apart these could be computed.',
  },
});

export const chartsSchemas: Readonly<Record<string, OpenApiObject>> = {
  ChartedFigure: record(
    { value: numberOrNull, n: count, definition: text, low: numberOrNull, high: numberOrNull },
    'A figure with its interval of 0.95, where it has one.',
  ),
  FigureDifference: record(
    { value: numberOrNull, n: whole, definition: text },
    'What came later less what was before. It has no interval: most answers are in both.',
  ),
  ControlChartSummary: record(summary),
  ControlChart: record({ ...summary, limits: listOf(limits), points: listOf(point) }),
  ChartSignal: record({
    ...{ id: text, chart: text, rule, period, side },
    limits: { ...whole, description: 'The version of the limits that it is held against.' },
    point: {
      ...record({
        ...{ value: { type: 'number' }, n: count, definition: text },
        ...{ low: numberOrNull, high: numberOrNull, centre: { type: 'number' } },
        ...{ lower: numberOrNull, upper: numberOrNull },
      }),
      description: 'As it stood when the signal was raised.',
    },
    ...{ raisedAt: instant, owner: text, due: day },
    stands: { ...truth, description: 'Whether its point, restated or not, breaks the rule still.' },
    stage: { ...code('open', 'explained'), description: 'Of the investigation that it opened.' },
    isOverdue: truth,
    explanation: orNull(
      record({ cause: text, note: textOrNull, by: text, actor: ref('Actor'), at: instant }),
    ),
  }),
};

const weekly = {
  ...{ name: 'Detractors at gate A', figure: 'bottom-share', metric: 'nps' },
  ...{ place: { by: 'location', is: 'gate-a' }, period: 'week', chart: 'p' },
  ...{ baseline: { from: '2026-W01', until: '2026-W20' }, rules: ['beyond-limit', 'run-of-8'] },
};

export const chartsPaths: OpenApiPart['paths'] = {
  '/control-charts': {
    post: {
      operationId: 'drawControlChart',
      summary: 'Draw a control chart: its limits are computed from a baseline, and frozen',
      description:
        'Of what customers answered, or of how often promises to them were kept, in weeks or ' +
        'months. Every period that is over, with the days that are waited for answers, becomes a ' +
        'point; a point after the baseline that breaks one of the rules raises a signal.',
      command: 'creates',
      body: DrawChartDto,
      examples: {
        detractorsByWeek: weekly,
        scoreByMonth: {
          ...{ name: 'NPS', figure: 'score', metric: 'nps', period: 'month', chart: 'xmr' },
          baseline: { from: '2025-01', until: '2025-12' },
        },
      },
      raw: {
        responses: {
          201: {
            links: {
              made: {
                operationId: 'getControlChart',
                parameters: { chartId: '$response.body#/id' },
              },
            },
          },
        },
      },
    },
    get: {
      operationId: 'listControlCharts',
      summary: 'Control charts, without their points',
      query: 'at-times',
      queryDto: ChartsQueryDto,
      response: pageOf(ref('ControlChartSummary')),
    },
  },
  '/control-charts/{chartId}': {
    get: {
      operationId: 'getControlChart',
      summary: 'One control chart: points, limits of every version, and the rules that they break',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('chartId')],
      response: record({ position: ref('Position'), chart: ref('ControlChart') }),
    },
  },
  '/control-charts/{chartId}/rebaseline': {
    post: {
      operationId: 'rebaselineControlChart',
      summary: 'Compute new limits, from points that are plotted; the earlier ones stay readable',
      command: 'changes',
      body: RebaselineChartDto,
      parameters: [pathId('chartId')],
      examples: {
        afterAChange: {
          ...{ reason: 'A second desk was opened in May.', chart: 'p-prime' },
          baseline: { from: '2026-W20', until: '2026-W30' },
        },
      },
    },
  },
  '/control-charts/{chartId}/explain': {
    post: {
      operationId: 'explainSignal',
      summary: 'Say what a signal came from: the investigation that it opened is over',
      command: 'changes',
      body: ExplainSignalDto,
      parameters: [pathId('chartId')],
      examples: {
        found: {
          ...{ signal: 'a3e79008-5af2-5b64-bd83-83f264ffd64f', cause: 'staff-shortage' },
          note: 'Two of five at the gate were ill.',
        },
      },
    },
  },
  '/signals': {
    get: {
      operationId: 'listSignals',
      summary: 'Signals of control charts, each with the investigation that it opened',
      query: 'at-times',
      queryDto: SignalsQueryDto,
      response: pageOf(ref('ChartSignal')),
    },
  },
};
