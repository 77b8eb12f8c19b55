import type { AnalyticsPublished, FactOf } from '@plumbline/contracts';
import { publishOfCharts } from './charts.publish.ts';
import type { AnalyticsFact } from './facts.ts';
import { isReleasesFact } from './releases.facts.ts';
import { publishOfReleases } from './releases.publish.ts';

/** The gate: what others may see of a stored fact, or null. */
export function publish(fact: AnalyticsFact): FactOf<AnalyticsPublished> | null {
  return isReleasesFact(fact) ? publishOfReleases(fact) : publishOfCharts(fact);
}
