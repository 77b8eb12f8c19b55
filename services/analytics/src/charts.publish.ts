import type { AnalyticsPublished, FactOf } from '@plumbline/contracts';
import { never, present } from '@plumbline/kernel';
import { totalOf } from '@plumbline/statistics';
import { signalOf } from './control-chart/control-chart.ts';
import type { ControlChartFact, Measured } from './control-chart/control-chart.ts';

/** What others may see of control charts: values with their n, and none of the answers' groups. */
export function publishOfCharts(fact: ControlChartFact): FactOf<AnalyticsPublished> {
  const { chartId } = fact;
  switch (fact.type) {
    case 'LimitsFrozen':
      return { type: 'analytics.LimitsFrozen.v1', data: { chartId, ...frozenOf(fact) } };
    case 'PointsPlotted': {
      const points = fact.points.map(({ period, measured }) => ({ period, ...stated(measured) }));
      return { type: 'analytics.PointsPlotted.v1', data: { chartId, points } };
    }
    case 'PointRestated': {
      const { period, before, after } = fact;
      const change = { period, before: stated(before), after: stated(after) };
      return { type: 'analytics.PointRestated.v1', data: { chartId, ...change } };
    }
    case 'SignalRaised': {
      const { point, owner, due } = fact;
      const data = { chartId, ...signalOf(fact), ...point, owner, due };
      return { type: 'analytics.SignalRaised.v1', data };
    }
    case 'SignalRestated': {
      const data = { chartId, ...signalOf(fact), stands: fact.stands };
      return { type: 'analytics.SignalRestated.v1', data };
    }
    case 'SignalExplained': {
      const data = { chartId, ...signalOf(fact), cause: fact.cause, by: fact.by };
      return { type: 'analytics.SignalExplained.v1', data };
    }
    default:
      return never(fact);
  }
}

function frozenOf(fact: ControlChartFact & { type: 'LimitsFrozen' }) {
  const { version, charted, place, period, baseline, limits, rules, definition } = fact;
  const { chart, n, centre } = limits;
  const isXmr = limits.chart === 'xmr';
  return {
    ...{ version, figure: charted.figure, period, chart, baseline, rules, n, centre },
    ...('metric' in charted
      ? { metric: charted.metric }
      : {
          clock: charted.clock,
          ...present({ serviceLevelId: charted.serviceLevel ?? undefined }),
        }),
    ...(place === null ? {} : { place: `${place.by}:${place.is}` }),
    ...{ lower: isXmr ? limits.lower : null, upper: isXmr ? limits.upper : null },
    ...{ sigmaZ: isXmr ? null : limits.sigmaZ, rangeUpper: isXmr ? limits.rangeUpper : null },
    ...{ limits: limits.definition, definition },
  };
}

function stated(measured: Measured | null) {
  if (measured === null) return { value: null, n: null };
  return { value: measured.value, n: totalOf(measured.groups) };
}
