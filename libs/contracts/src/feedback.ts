import { casesSchemas } from './feedback.cases.ts';
import { customerSchemas } from './feedback.customers.ts';
import { peopleSchemas } from './feedback.people.ts';
import { recognitionSchemas } from './feedback.recognition.ts';
import { surveySchemas } from './feedback.surveys.ts';
import type { Schema, Shape } from './schema.ts';

/** The data of each fact that `feedback` publishes, by its type. */
export const feedbackSchemas = {
  ...peopleSchemas,
  ...customerSchemas,
  ...recognitionSchemas,
  ...casesSchemas,
  ...surveySchemas,
} as const satisfies Readonly<Record<string, Schema>>;

/**
 * What `feedback` publishes: a contract with other services and other organisations. Within a
 * version it only grows; anything else is a new version. No free text and no names are in it;
 * people are their opaque subjects.
 */
export type FeedbackPublished = {
  readonly [Type in keyof typeof feedbackSchemas]: Shape<(typeof feedbackSchemas)[Type]>;
};
