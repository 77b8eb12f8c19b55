import type { AnalyticsPublished, FactOf } from '@plumbline/contracts';
import { publishOfCharts } from './charts.publish.ts';
import type { AnalyticsFact } from './facts.ts';

/** The gate: what others may see of a stored fact, or null. */
export function publish(fact: AnalyticsFact): FactOf<AnalyticsPublished> | null {
  return publishOfCharts(fact);
}
