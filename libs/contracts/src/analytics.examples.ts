import { chartsExamples, chartsStreamOf } from './analytics.charts.examples.ts';
import type { AnalyticsPublished } from './analytics.ts';

/** Examples of every fact that `analytics` publishes, by what they show. */
export const analyticsExamples: {
  readonly [Type in keyof AnalyticsPublished]: Readonly<Record<string, AnalyticsPublished[Type]>>;
} = { ...chartsExamples };

/** The stream that an example is of. */
export function analyticsStreamOf(): string {
  return chartsStreamOf();
}
