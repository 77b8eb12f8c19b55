import type { FactOf, ReviewsPublished } from '@plumbline/contracts';
import type { PastReviewFact } from './past-review/past-review.ts';

/** What others may see of past reviews: all of them, but why one was corrected. */
export function publishOfPast(fact: PastReviewFact): FactOf<ReviewsPublished> {
  const { pastReviewId, subject: person, cycle, scale } = fact;
  const known = { pastReviewId, person, cycle, scale };
  if (fact.type === 'PastReviewImported') {
    const { period, rating } = fact;
    return { type: 'reviews.PastReviewImported.v1', data: { ...known, ...period, rating } };
  }
  const { from: before, to: after } = fact;
  return { type: 'reviews.PastReviewCorrected.v1', data: { ...known, before, after } };
}
