import { accessExamples, accessStreamOf } from './access.examples.ts';
import { accessSchemas } from './access.ts';
import { analyticsExamples, analyticsStreamOf } from './analytics.examples.ts';
import { analyticsSchemas } from './analytics.ts';
import { directoryExamples, directoryStreamOf } from './directory.examples.ts';
import { directorySchemas } from './directory.ts';
import { feedbackExamples, feedbackStreamOf } from './feedback.examples.ts';
import { feedbackSchemas } from './feedback.ts';
import { goalsExamples, goalsStreamOf } from './goals.examples.ts';
import { goalsSchemas } from './goals.ts';
import { reviewsExamples, reviewsStreamOf } from './reviews.examples.ts';
import { reviewsSchemas } from './reviews.ts';
import type { RecordSchema } from './schema.ts';

export {
  factHeaders,
  positionHeaders,
  positionSchema,
  positionType,
} from './cloud-event-headers.ts';
export { classFindings } from './data-class.ts';
export { closed, type RecordSchema, type Schema, type ValueSchema } from './schema.ts';

/** The data of every fact that any context publishes, by type. */
export const publishedSchemas: Readonly<Record<string, RecordSchema>> = {
  ...goalsSchemas,
  ...directorySchemas,
  ...feedbackSchemas,
  ...reviewsSchemas,
  ...analyticsSchemas,
  ...accessSchemas,
};

const examples: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  ...goalsExamples,
  ...directoryExamples,
  ...feedbackExamples,
  ...reviewsExamples,
  ...analyticsExamples,
  ...accessExamples,
};

/** The stream that an example is of, by its context. */
const streamOf: Readonly<Record<string, (type: string) => string>> = {
  goals: goalsStreamOf,
  directory: directoryStreamOf,
  feedback: feedbackStreamOf,
  reviews: reviewsStreamOf,
  analytics: analyticsStreamOf,
  access: accessStreamOf,
};

/** One example of a published fact. */
export interface Example {
  /** What it shows. */
  readonly name: string;
  readonly stream: string;
  readonly data: object;
}

/** Examples of a published fact, one at least. */
export function examplesOf(type: string): readonly Example[] {
  const stream = streamOf[contextOf(type)]?.(type) ?? type;
  return Object.entries(examples[type] ?? {}).map(([name, data]) => ({ name, data, stream }));
}

/** `goals` of `goals.GoalClosed.v1`. */
export function contextOf(type: string): string {
  return type.slice(0, type.indexOf('.'));
}

/** The Kafka topic of a context. */
export function topicOf(context: string): string {
  return `plumbline.${context}.events.v1`;
}
