import type { chartsSchemas } from './analytics.charts.ts';
import type { Shape } from './schema.ts';

const chartId = '2f1d6c1e-4b0a-5a2c-9d3e-7c5b8a6f1e20';
const signal = {
  ...{ chartId, signalId: 'a3e79008-5af2-5b64-bd83-83f264ffd64f' },
  ...({ rule: 'beyond-limit', period: '2025-W31', side: 'above', version: 1 } as const),
};

type Published = typeof chartsSchemas;

/** Examples of every fact of control charts, by what they show. */
export const chartsExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'analytics.LimitsFrozen.v1': {
    ofProportions: {
      ...{ chartId, version: 1, figure: 'bottom-share', metric: 'nps', place: 'location:gate-a' },
      ...{ period: 'week', chart: 'p', baseline: { from: '2025-W01', until: '2025-W30' } },
      ...{ rules: ['beyond-limit', 'run-of-8'], n: 30, centre: 0.2313, lower: null, upper: null },
      ...{ sigmaZ: 1.66, rangeUpper: null, limits: 'p-limits@1', definition: 'bottom-share@1' },
    },
    ofIndividualValues: {
      ...{ chartId, version: 2, figure: 'score', metric: 'nps', period: 'month', chart: 'xmr' },
      ...{ baseline: { from: '2025-01', until: '2025-12' }, rules: ['beyond-limit'], n: 12 },
      ...{ centre: 41.2, lower: 18.4, upper: 64, sigmaZ: null, rangeUpper: 28 },
      ...{ limits: 'xmr-limits@1', definition: 'nps@1' },
    },
  },
  'analytics.PointsPlotted.v1': {
    withAGap: {
      chartId,
      points: [
        { period: '2025-W31', value: 0.42, n: 50 },
        { period: '2025-W32', value: null, n: null },
      ],
    },
  },
  'analytics.PointRestated.v1': {
    byLateAnswers: {
      ...{ chartId, period: '2025-W31', before: { value: 0.42, n: 50 } },
      after: { value: 0.3818, n: 55 },
    },
  },
  'analytics.SignalRaised.v1': {
    aboveTheLimit: {
      ...{ ...signal, value: 0.42, n: 50, centre: 0.2313, lower: 0.0524, upper: 0.4102 },
      ...{ owner: 'eve', due: '2025-08-21' },
    },
  },
  'analytics.SignalRestated.v1': { standsNoMore: { ...signal, stands: false } },
  'analytics.SignalExplained.v1': { found: { ...signal, cause: 'staff-shortage', by: 'eve' } },
};

/** The stream that an example is of. */
export function chartsStreamOf(): string {
  return `analytics.control-chart-acme.${chartId}`;
}
