import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import type { ControlChartCommand } from './control-chart/control-chart.commands.ts';
import { controlChartDecider } from './control-chart/control-chart.decide.ts';
import type { ControlChart, ControlChartFact } from './control-chart/control-chart.ts';

const context = 'analytics';

export const controlChartVersions: Readonly<Record<ControlChartFact['type'], number>> = {
  LimitsFrozen: 1,
  PointsPlotted: 1,
  PointRestated: 1,
  SignalRaised: 1,
  SignalRestated: 1,
  SignalExplained: 1,
};

export const controlChartAggregate: Aggregate<ControlChartCommand, ControlChart, ControlChartFact> =
  {
    name: 'control-chart',
    foldVersion: 1,
    decider: controlChartDecider,
    codec: factCodec<ControlChartFact>({ context, versions: controlChartVersions }),
  };

export function isChartsFact(fact: { readonly type: string }): fact is ControlChartFact {
  return Object.hasOwn(controlChartVersions, fact.type);
}

export const controlChartStream = (tenant: string, id: string): string =>
  streamName(context, 'control-chart', tenant, id);
