import type { FactOf, ReviewsCounted, ReviewsPublished } from '@plumbline/contracts';
import { isCalibrationFact } from './calibration.facts.ts';
import { publishOfCalibration } from './calibration.publish.ts';
import { isCycleFact, isReviewFact } from './cycles.facts.ts';
import { publishOfCycle } from './cycles.publish.ts';
import { isDraftFact } from './drafts.facts.ts';
import { isReminderFact } from './due.facts.ts';
import { publishOfReminder } from './due.publish.ts';
import type { ReviewsFact } from './facts.ts';
import { isPastFact } from './past.facts.ts';
import { publishOfPast } from './past.publish.ts';
import { countedOfReview, publishOfReview } from './review.publish.ts';
import { publishOfSettings } from './settings.publish.ts';

/** A published fact by its name: what passes the gate. */
export type Published = FactOf<ReviewsPublished>;

/** What figures within the installation see, and no stream has. */
export type Counted = FactOf<ReviewsCounted> & { readonly withheld: true };

/** The gate: what others may see of a stored fact, or null. Free text is in no published fact. */
export function publish(fact: ReviewsFact): Published | null {
  if (isCycleFact(fact)) return publishOfCycle(fact);
  if (isCalibrationFact(fact)) return publishOfCalibration(fact);
  // What somebody has not submitted is for nobody.
  if (isDraftFact(fact)) return null;
  if (isReminderFact(fact)) return publishOfReminder(fact);
  if (isPastFact(fact)) return publishOfPast(fact);
  return isReviewFact(fact) ? publishOfReview(fact) : publishOfSettings(fact);
}

/** What passes the gate, and what figures are counted from besides. */
export function publishForFigures(fact: ReviewsFact): Published | Counted | null {
  return publish(fact) ?? countedOfReview(fact);
}
