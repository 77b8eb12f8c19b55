import type { ReviewsPublished } from './reviews.ts';
import { cyclesExamples } from './reviews.cycles.examples.ts';
import { ids } from './reviews.examples.ids.ts';
import { pastExamples, pastReviewExampleId } from './reviews.past.examples.ts';
import { reminderExamples } from './reviews.reminders.examples.ts';
import { reviewExamples } from './reviews.review.examples.ts';
import { settingsExamples } from './reviews.settings.examples.ts';

/** Examples of every fact that `reviews` publishes, by what they show. */
export const reviewsExamples: {
  readonly [Type in keyof ReviewsPublished]: Readonly<Record<string, ReviewsPublished[Type]>>;
} = {
  ...settingsExamples,
  ...cyclesExamples,
  ...reviewExamples,
  ...pastExamples,
  ...reminderExamples,
};

/** The stream that an example is of. */
export function reviewsStreamOf(type: string): string {
  if (type === 'reviews.RulePackPublished.v1') return `reviews.rule-pack-acme.${ids.pack}`;
  if (type === 'reviews.TemplatePublished.v1') return `reviews.template-acme.${ids.template}`;
  if (/\.Session/.test(type)) return `reviews.calibration-session-acme.${ids.session}`;
  if (/\.PastReview/.test(type)) return `reviews.past-review-acme.${pastReviewExampleId}`;
  if (type === 'reviews.ReminderIssued.v1') return `reviews.reminders-acme.${ids.review}`;
  return Object.hasOwn(cyclesExamples, type)
    ? `reviews.cycle-acme.${ids.cycle}`
    : `reviews.review-acme.${ids.review}`;
}
