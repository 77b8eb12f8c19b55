import type * as Command from './metric-definition.commands.ts';
import type { MetricDefinitionFact } from './metric-definition.ts';

/** The example histories of a metric: baggage delivered on time, and then in larger groups only. */
const asked = (act: string, at: string) => ({ act, name: 'baggage', at, now: at });

export const define: Command.DefineMetric = {
  type: 'DefineMetric',
  ...asked('act-define', '2026-01-01T00:00:00.000Z'),
  ...{ formula: 'favourable@1', question: 'baggage-speed', dimensions: ['location', 'unit'] },
};
export const defined = {
  ...{ type: 'MetricDefined', act: 'act-define', name: 'baggage', version: 1 },
  ...{ formula: 'favourable@1', question: 'baggage-speed', minN: 5 },
  ...{ dimensions: ['location', 'unit'], at: '2026-01-01T00:00:00.000Z' },
} as const satisfies MetricDefinitionFact;

export const revise: Command.ReviseMetric = {
  type: 'ReviseMetric',
  ...asked('act-revise', '2026-04-01T00:00:00.000Z'),
  minN: 10,
};
export const revised = {
  ...defined,
  ...{ act: 'act-revise', version: 2, minN: 10, at: '2026-04-01T00:00:00.000Z' },
} as const satisfies MetricDefinitionFact;
