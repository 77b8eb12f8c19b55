import { projected } from '@plumbline/views';
import { feedbackCodec } from './facts.ts';
import { responseSheet } from './views/response-sheet.ts';

/** What the engine runs for customers' responses. */
export const customerViews = [projected(responseSheet, feedbackCodec)];
