import { feedbackPublished } from '@plumbline/feedback/published';
import { projected } from '@plumbline/views';
import { analyticsCodec } from './facts.ts';
import { caseOutcome } from './views/case-outcome.ts';
import { controlChartSheet } from './views/control-chart-sheet.ts';
import { signalSheet } from './views/signal-sheet.ts';

/** The views of control charts, and of the cases that they count. */
export const chartsViews = [
  projected(controlChartSheet, analyticsCodec),
  projected(signalSheet, analyticsCodec),
  projected(caseOutcome, feedbackPublished),
];
