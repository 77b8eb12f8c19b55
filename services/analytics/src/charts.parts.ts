import { feedbackPublished } from '@plumbline/feedback/published';
import { projected } from '@plumbline/views';
import { analyticsCodec } from './facts.ts';
import { caseOutcome } from './views/case-outcome.ts';
import { controlChartSheet } from './views/control-chart-sheet.ts';
import { recognisedDay } from './views/recognised-day.ts';
import { signalSheet } from './views/signal-sheet.ts';

/** The views of control charts with the cases that they count, and of who was recognised. */
export const chartsViews = [
  projected(controlChartSheet, analyticsCodec),
  projected(signalSheet, analyticsCodec),
  projected(caseOutcome, feedbackPublished),
  projected(recognisedDay, feedbackPublished),
];
