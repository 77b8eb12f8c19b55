import { AnalyticsModule } from './analytics.module.ts';
import { analyticsOpenApi } from './analytics.openapi.ts';
import { analyticsParts } from './analytics.parts.ts';
import type { AnalyticsPorts } from './analytics.ports.ts';

/** What this service brings to a process, its own or one that it shares with others. */
export const analyticsService = {
  ...analyticsParts,
  module: (ports: AnalyticsPorts) => AnalyticsModule.with(ports),
  openApi: analyticsOpenApi,
};
