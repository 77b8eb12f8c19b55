import type { Instant } from '@plumbline/kernel';
import type { Known, Period, Rating } from './past-review.ts';

export type PastReviewCommand = ImportPastReview | CorrectPastReview;

interface Asked {
  readonly act: string;
  readonly pastReviewId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export interface ImportPastReview extends Asked, Known {
  readonly type: 'ImportPastReview';
  readonly period: Period;
  readonly rating: Rating;
}

/** What was brought in wrongly; the rating before stays to be read. */
export interface CorrectPastReview extends Asked {
  readonly type: 'CorrectPastReview';
  readonly by: string;
  readonly rating: Rating;
  readonly reason: string;
}
