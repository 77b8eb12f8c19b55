import { gate } from '@plumbline/feed';
import { caseViews } from './cases.parts.ts';
import { context, feedbackCodec } from './facts.ts';
import { publish } from './feedback.publish.ts';
import { customerViews } from './customers.parts.ts';
import { peopleViews } from './people.parts.ts';
import { recognitionViews } from './recognition.parts.ts';
import { surveyViews } from './surveys.parts.ts';

/** What the engine runs for this context: its views, and the gate to what others may see. */
export const feedbackParts = {
  context,
  views: [...peopleViews, ...customerViews, ...recognitionViews, ...caseViews, ...surveyViews],
  gates: [gate(feedbackCodec, publish)],
};
