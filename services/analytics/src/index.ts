export { analyticsService } from './analytics.service.ts';
export { AnalyticsModule } from './analytics.module.ts';
export { analyticsParts } from './analytics.parts.ts';
export type { AnalyticsPorts } from './analytics.ports.ts';
