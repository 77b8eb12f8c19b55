import { projected } from '@plumbline/views';
import { feedbackCodec } from './facts.ts';
import { responseSheet } from './views/response-sheet.ts';
import { satisfactionAttribution } from './views/satisfaction-attribution.ts';
import { satisfactionDay } from './views/satisfaction-day.ts';

/** What the engine runs for customers' responses. */
export const customerViews = [
  projected(responseSheet, feedbackCodec),
  projected(satisfactionDay, feedbackCodec),
  projected(satisfactionAttribution, feedbackCodec),
];
