import { gate } from '@plumbline/feed';
import { draftsViews } from './drafts.parts.ts';
import { cyclesViews } from './cycles.parts.ts';
import { dueViews } from './due.parts.ts';
import { evidenceViews } from './evidence.parts.ts';
import { calibrationViews } from './calibration.parts.ts';
import { context, reviewsCodec } from './facts.ts';
import { pastViews } from './past.parts.ts';
import { own } from './reviews.own.ts';
import { publish } from './reviews.publish.ts';
import { settingsViews } from './settings.parts.ts';

/** What the engine runs for this context: its views, and the gate to what others may see of it. */
export const reviewsParts = {
  context,
  views: [
    ...[...settingsViews, ...cyclesViews, ...calibrationViews],
    ...[...evidenceViews, ...dueViews, ...pastViews, ...draftsViews],
  ],
  // A reminder says who is asked as a peer, and its time says of whom: it is for the mail alone.
  gates: [gate(reviewsCodec, publish, { forServices: ['reviews.ReminderIssued.v1'], own })],
};
