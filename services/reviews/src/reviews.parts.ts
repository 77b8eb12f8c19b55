import { gate } from '@plumbline/feed';
import { context, reviewsCodec } from './facts.ts';
import { publish } from './reviews.publish.ts';
import { settingsViews } from './settings.parts.ts';

/** What the engine runs for this context: its views, and the gate to what others may see of it. */
export const reviewsParts = {
  context,
  views: [...settingsViews],
  gates: [gate(reviewsCodec, publish)],
};
