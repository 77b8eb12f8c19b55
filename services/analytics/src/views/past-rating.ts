import type { Day } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { RatingScale } from '../rating/spread.ts';
import type { ReviewsFact } from './review-standing.ts';

/** What somebody was rated in a cycle that was finished elsewhere. */
export interface PastRating {
  readonly pastReviewId: string;
  /** The cycle, by the name that it had. */
  readonly cycle: string;
  readonly person: string;
  readonly from: Day;
  readonly to: Day;
  readonly scale: RatingScale;
  /** Null: there was none. */
  readonly rating: number | null;
}

export const pastRating: View<PastRating, ReviewsFact> = {
  name: 'past-rating',
  version: 1,
  context: 'reviews',
  published: true,
  keys: ({ fact }) => ('pastReviewId' in fact.data ? [fact.data.pastReviewId] : []),
  fold: (past, { fact }) => {
    if (fact.type === 'reviews.PastReviewImported.v1') return { ...fact.data };
    if (past === undefined || fact.type !== 'reviews.PastReviewCorrected.v1') return past;
    return { ...past, rating: fact.data.after };
  },
  index: ({ cycle }) => ({ cycle }),
};
