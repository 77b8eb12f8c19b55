import type { Position } from '@plumbline/kernel';
import { everyOf } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import type { Counting } from './control-chart/control-chart.commands.ts';
import type { ChartDefinition } from './control-chart/control-chart.ts';
import { daysOf, periodsBetween, type Period } from './control-chart/period.ts';
import { isSame } from './satisfaction.figures.ts';
import { daysBetween, monthsOf } from './satisfaction.spans.ts';
import { unitsThen } from './satisfaction.units.ts';
import { caseOutcome, type CaseOutcome } from './views/case-outcome.ts';
import { answersByPeriod, casesByPeriod } from './views/period-counts.ts';
import { satisfactionAttribution } from './views/satisfaction-attribution.ts';
import { satisfactionDay } from './views/satisfaction-day.ts';

/** Reads what a chart counts, as it stands, in periods that are over. */
export interface ChartReader {
  /** Everything by then is counted. */
  readonly position: Position | null;
  count(first: Period, last: Period): Promise<Counting>;
}

type Counted = Pick<ChartDefinition, 'charted' | 'place' | 'period'>;

export async function chartReader(
  ports: Pick<AnalyticsPorts, 'views' | 'access'>,
  tenant: string,
  definition: Counted,
  readAfter?: Position,
): Promise<ChartReader> {
  const { charted, place, period: kind } = definition;
  const times = readAfter === undefined ? {} : { readAfter };
  const counting = (first: Period, last: Period) => {
    const units = unitsThen(
      ports.access.organizationOf(tenant),
      undefined,
      daysOf(kind, last).until,
    );
    const periods = periodsBetween(kind, first, last);
    return { place, kind, periods, unitsOf: units.of, parentOf: units.parentOf };
  };
  if (charted.figure === 'sla-attainment') {
    const reader = await ports.views.of(caseOutcome, tenant, times);
    const { position } = reader;
    return {
      position,
      count: async (first, last) => {
        const cases: CaseOutcome[] = [];
        for (const value of monthsOf(daysOf(kind, first).from, daysOf(kind, last).until)) {
          const by = { index: 'opened', value: value.slice(0, 7) };
          for await (const { doc } of everyOf(reader, by)) cases.push(doc);
        }
        const counted = casesByPeriod(charted, cases, counting(first, last));
        return { counted, takenAt: position };
      },
    };
  }
  const view = place?.by === 'unit' ? satisfactionAttribution : satisfactionDay;
  const reader = await ports.views.of(view, tenant, times);
  const { position } = reader;
  return {
    position,
    count: async (first, last) => {
      const { from } = daysOf(kind, first);
      const { until } = daysOf(kind, last);
      const asked = await daysBetween(reader, charted.metric, from, until);
      const days = asked.filter(({ scale }) => isSame(scale, charted.scale));
      return { counted: answersByPeriod(charted, days, counting(first, last)), takenAt: position };
    },
  };
}
