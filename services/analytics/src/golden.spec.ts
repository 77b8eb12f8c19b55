import { join } from 'node:path';
import { goldenContract } from '@plumbline/event-log/golden.contract';
import * as chart from './control-chart/control-chart.histories.ts';
import { analyticsCodec, newestVersions, type AnalyticsFact } from './facts.ts';
import * as metric from './metric-definition/metric-definition.histories.ts';
import * as release from './metric-release/metric-release.histories.ts';

const examples: readonly AnalyticsFact[] = [
  ...[chart.frozen, chart.plotted, chart.restated, chart.raised, chart.restatedSignal],
  ...[chart.explained, metric.defined, release.released, release.restated],
];

goldenContract({
  folder: join(__dirname, '../golden'),
  codec: analyticsCodec,
  newestVersions,
  examples,
});
