import { projected } from '@plumbline/views';
import { reviewsCodec } from './facts.ts';
import { pastCycle } from './views/past-cycle.ts';
import { pastReviewSheet } from './views/past-review-sheet.ts';

/** What the engine runs for reviews that were finished elsewhere. */
export const pastViews = [
  projected(pastReviewSheet, reviewsCodec),
  projected(pastCycle, reviewsCodec),
];
