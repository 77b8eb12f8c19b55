import { feedbackPublished } from '@plumbline/feedback/published';
import { goalsPublished } from '@plumbline/goals/published';
import { reviewsForFigures, reviewsPublished } from '@plumbline/reviews/published';
import { projected } from '@plumbline/views';
import { givenNote } from './views/given-note.ts';
import { goalOutcome } from './views/goal-outcome.ts';
import { pastRating } from './views/past-rating.ts';
import { reviewCycleTerms } from './views/review-cycle-terms.ts';
import { rulePackTerms, templateTerms } from './views/review-settings.ts';
import { reviewStanding } from './views/review-standing.ts';

/** What the engine runs to count how people perform, and how they are rated. */
export const performanceViews = [
  projected(reviewStanding, reviewsForFigures),
  projected(reviewCycleTerms, reviewsPublished),
  projected(rulePackTerms, reviewsPublished),
  projected(templateTerms, reviewsPublished),
  projected(pastRating, reviewsPublished),
  projected(goalOutcome, goalsPublished),
  projected(givenNote, feedbackPublished),
];
