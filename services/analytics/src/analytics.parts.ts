import { gate } from '@plumbline/feed';
import { publish } from './analytics.publish.ts';
import { chartsViews } from './charts.parts.ts';
import { analyticsCodec, context } from './facts.ts';
import { performanceViews } from './performance.parts.ts';
import { releasesViews } from './releases.parts.ts';
import { satisfactionViews } from './satisfaction.parts.ts';

/**
 * What the engine runs for this context: its views, most of which fold what other contexts publish,
 * and the gate to what others may see of its own facts.
 */
export const analyticsParts = {
  context,
  views: [...satisfactionViews, ...releasesViews, ...chartsViews, ...performanceViews],
  gates: [gate(analyticsCodec, publish)],
};
