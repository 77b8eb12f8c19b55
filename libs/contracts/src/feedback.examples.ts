import { casesExamples, casesStreamOf } from './feedback.cases.examples.ts';
import { customerExamples, customerStreamOf } from './feedback.customers.examples.ts';
import { peopleExamples, peopleStreamOf } from './feedback.people.examples.ts';
import { recognitionExamples, recognitionStreamOf } from './feedback.recognition.examples.ts';
import { surveyExamples, surveyStreamOf } from './feedback.surveys.examples.ts';
import type { FeedbackPublished } from './feedback.ts';

/** Examples of every fact that `feedback` publishes, by what they show. */
export const feedbackExamples: {
  readonly [Type in keyof FeedbackPublished]: Readonly<Record<string, FeedbackPublished[Type]>>;
} = {
  ...{ ...peopleExamples, ...customerExamples, ...recognitionExamples },
  ...{ ...casesExamples, ...surveyExamples },
};

/** The stream that an example is of. */
export function feedbackStreamOf(type: string): string {
  if (Object.hasOwn(recognitionExamples, type)) return recognitionStreamOf(type);
  if (Object.hasOwn(casesExamples, type)) return casesStreamOf(type);
  if (Object.hasOwn(surveyExamples, type)) return surveyStreamOf(type);
  return Object.hasOwn(customerExamples, type) ? customerStreamOf(type) : peopleStreamOf(type);
}
