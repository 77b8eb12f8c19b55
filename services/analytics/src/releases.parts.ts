import { feedbackPublished } from '@plumbline/feedback/published';
import { reviewsPublished } from '@plumbline/reviews/published';
import { projected } from '@plumbline/views';
import { analyticsCodec } from './facts.ts';
import { customerAnswers } from './views/customer-answers.ts';
import { metricSheet } from './views/metric-sheet.ts';
import { ratedAnswers } from './views/rated-answers.ts';
import { releaseSheet } from './views/release-sheet.ts';
import { surveyBatches } from './views/survey-batches.ts';
import { surveyTerms } from './views/survey-terms.ts';

/** What the engine runs for metrics and releases, and to count answers at any position. */
export const releasesViews = [
  projected(customerAnswers, feedbackPublished),
  projected(surveyTerms, feedbackPublished),
  projected(surveyBatches, feedbackPublished),
  projected(ratedAnswers, reviewsPublished),
  projected(metricSheet, analyticsCodec),
  projected(releaseSheet, analyticsCodec),
];
