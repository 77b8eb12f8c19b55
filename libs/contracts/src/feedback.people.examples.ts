import type { peopleSchemas } from './feedback.people.ts';
import type { Shape } from './schema.ts';

const noteId = '2d8f6a13-4b7c-5e90-9a1f-6c3e5b7d8f04';
const requestId = '7c1e9b40-5a2d-5f63-8e17-0b9d3c4a6f25';
const goal = '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';
const [subject, author] = ['5b1f0e7c', '8d2c4a9e'];

type Published = typeof peopleSchemas;

/** Examples of every fact of requests and notes, by what they show. */
export const peopleExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'feedback.FeedbackRequested.v1': {
    onOneself: { requestId, by: subject, subject, from: author, due: '2026-07-15' },
    onSomebodyElse: {
      ...{ requestId, by: '1c7e5f2a', subject, from: author, due: '2026-07-15' },
      topic: { goal },
    },
  },
  'feedback.FeedbackDeclined.v1': { byWhoWasAsked: { requestId } },
  'feedback.RequestAnswered.v1': { byANote: { requestId } },
  'feedback.RequestLapsed.v1': { afterItsLastDay: { requestId } },
  'feedback.FeedbackGiven.v1': {
    forEverybody: {
      ...{ noteId, author, subject, visibility: 'public', kind: 'praise' },
      links: [{ goal }, { request: requestId }],
    },
    forTheManagerAlone: {
      ...{ noteId, subject, visibility: 'manager-only', kind: 'suggestion' },
      links: [{ skill: 'listening' }],
    },
  },
  'feedback.FeedbackRetracted.v1': { byItsAuthor: { noteId } },
  'feedback.VisibilityWidened.v1': {
    toEverybody: { noteId, from: 'author-and-subject', to: 'public' },
  },
};

/** The stream that an example is of. */
export function peopleStreamOf(type: string): string {
  const isOfNote = /\.(FeedbackGiven|FeedbackRetracted|VisibilityWidened)\./.test(type);
  return isOfNote ? `feedback.note-acme.${noteId}` : `feedback.request-acme.${requestId}`;
}
