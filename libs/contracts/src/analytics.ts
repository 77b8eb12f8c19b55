import { chartsSchemas } from './analytics.charts.ts';
import { releaseSchemas } from './analytics.releases.ts';
import type { Schema, Shape } from './schema.ts';

/** The data of each fact that `analytics` publishes, by its type. */
export const analyticsSchemas = { ...releaseSchemas, ...chartsSchemas } as const satisfies Readonly<
  Record<string, Schema>
>;

/**
 * What `analytics` publishes: a contract with other services and other organisations. Within a
 * version it only grows; anything else is a new version. Of figures it has what is shown, and
 * nothing of what is hidden.
 */
export type AnalyticsPublished = {
  readonly [Type in keyof typeof analyticsSchemas]: Shape<(typeof analyticsSchemas)[Type]>;
};
