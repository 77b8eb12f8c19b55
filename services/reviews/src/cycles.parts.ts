import { projected } from '@plumbline/views';
import { reviewsCodec } from './facts.ts';
import { cycleSheet } from './views/cycle-sheet.ts';
import { reviewSheet } from './views/review-sheet.ts';

/** The views of cycles and reviews. */
export const cyclesViews = [
  projected(cycleSheet, reviewsCodec),
  projected(reviewSheet, reviewsCodec),
];
