import { chartsExamples, chartsStreamOf } from './analytics.charts.examples.ts';
import { releaseExamples, releaseStreamOf } from './analytics.releases.examples.ts';
import type { AnalyticsPublished } from './analytics.ts';

/** Examples of every fact that `analytics` publishes, by what they show. */
export const analyticsExamples: {
  readonly [Type in keyof AnalyticsPublished]: Readonly<Record<string, AnalyticsPublished[Type]>>;
} = { ...releaseExamples, ...chartsExamples };

/** The stream that an example is of. */
export function analyticsStreamOf(type: string): string {
  return Object.hasOwn(releaseExamples, type) ? releaseStreamOf(type) : chartsStreamOf();
}
