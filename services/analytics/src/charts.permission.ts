import type { Reading } from '@plumbline/access';
import type { About } from '@plumbline/organization';
import type { ChartDefinition } from './control-chart/control-chart.ts';
import type { ControlChartSheet } from './views/control-chart-sheet.ts';

/** A chart is of its unit; one of a place that is no unit is of the whole company. */
export function aboutChart({ place }: Pick<ChartDefinition, 'place'>): About {
  return place?.by === 'unit' ? { owner: `unit:${place.is}` } : {};
}

/** Whether a chart, with its signals, may be seen: as its owner, or as one whose place it is of. */
export function seesChart(reading: Reading, { chartId, standing }: ControlChartSheet): boolean {
  const record = `control-chart:${chartId}`;
  return (
    reading.sees('control-chart/read-own', { owner: `person:${standing.owner}` }, record) ||
    reading.sees('control-chart/read', aboutChart(standing), record)
  );
}
