import { feedbackPublished } from '@plumbline/feedback/published';
import { projected } from '@plumbline/views';
import { satisfactionAttribution } from './views/satisfaction-attribution.ts';
import { satisfactionDay } from './views/satisfaction-day.ts';
import { satisfactionMonth } from './views/satisfaction-month.ts';

/** What the engine runs to count what customers answer. */
export const satisfactionViews = [
  projected(satisfactionDay, feedbackPublished),
  projected(satisfactionMonth, feedbackPublished),
  projected(satisfactionAttribution, feedbackPublished),
];
