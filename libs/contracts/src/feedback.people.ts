import type { Schema } from './schema.ts';

const noteId = {
  type: 'string',
  pattern: '^[0-9A-Za-z_-]{1,64}$',
  description: 'The note. Opaque; the same in every fact of it.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const requestId = {
  ...noteId,
  description: 'The request for feedback. Opaque; the same in every fact of it.',
} as const;

const person = {
  type: 'string',
  pattern: '^\\S{1,255}$',
  description: 'A person by an opaque subject.',
  'x-data-class': 'pseudonym',
} as const satisfies Schema;

const subject = { ...person, description: 'Whom the feedback is about.' } as const;

const code = {
  type: 'string',
  pattern: '^[A-Za-z0-9._-]{1,32}$',
  description: 'A code.',
  'x-data-class': 'identifier',
} as const satisfies Schema;

const goal = { ...noteId, description: 'A goal.' } as const;
const skill = { ...code, description: 'A skill by its code.' } as const;
const value = { ...code, description: 'A value of the organisation by its code.' } as const;

const visibility = {
  type: 'string',
  enum: ['manager-only', 'author-and-subject', 'author-subject-and-manager', 'public'],
  description: 'Who may see the note. The manager is the one of its subject.',
  'x-data-class': 'category',
} as const satisfies Schema;

/** Requests for feedback, and notes of it: a part of `feedbackSchemas`. */
export const peopleSchemas = {
  'feedback.FeedbackRequested.v1': {
    type: 'object',
    description: 'Somebody was asked for feedback on somebody.',
    required: ['requestId', 'by', 'subject', 'from', 'due'],
    properties: {
      requestId,
      by: { ...person, description: 'Who asks.' },
      subject,
      from: { ...person, description: 'Who is asked.' },
      due: {
        type: 'string',
        format: 'date',
        description: 'The last day on which it is waited for, wherever on earth they are.',
        'x-data-class': 'time',
      },
      topic: {
        type: 'object',
        description: 'What of their work the question is about; one of the three.',
        required: [],
        properties: { goal, skill, value },
      },
    },
  },
  'feedback.FeedbackDeclined.v1': {
    type: 'object',
    description: 'Who was asked has declined, for a reason that stays within.',
    required: ['requestId'],
    properties: { requestId },
  },
  'feedback.RequestAnswered.v1': {
    type: 'object',
    description:
      'A note has answered the request, whatever had become of it meanwhile. Which note is not ' +
      'told: who gave it may be nobody’s business.',
    required: ['requestId'],
    properties: { requestId },
  },
  'feedback.RequestLapsed.v1': {
    type: 'object',
    description: 'The last day has gone by without an answer. One may come still.',
    required: ['requestId'],
    properties: { requestId },
  },
  'feedback.FeedbackGiven.v1': {
    type: 'object',
    description: 'Somebody gave feedback on somebody. What was said stays within.',
    required: ['noteId', 'subject', 'visibility', 'kind', 'links'],
    properties: {
      noteId,
      author: {
        ...person,
        description:
          'Who gave it. Absent where the note is for its subject or for the manager alone; the ' +
          'actor of such a fact is withheld as well.',
      },
      subject,
      visibility,
      kind: {
        type: 'string',
        enum: ['praise', 'suggestion', 'observation'],
        'x-data-class': 'category',
      },
      links: {
        type: 'array',
        description:
          'What it speaks of, or the request that it answers; one of the four each. Without the ' +
          'author there is no request, which would name them.',
        items: {
          type: 'object',
          required: [],
          properties: { goal, skill, value, request: requestId },
        },
      },
    },
  },
  'feedback.FeedbackRetracted.v1': {
    type: 'object',
    description: 'Its author took the note back: it counts no more. The actor is withheld.',
    required: ['noteId'],
    properties: { noteId },
  },
  'feedback.VisibilityWidened.v1': {
    type: 'object',
    description: 'More people may see the note from now on. Its actor is the author.',
    required: ['noteId', 'from', 'to'],
    properties: { noteId, from: visibility, to: visibility },
  },
} as const satisfies Readonly<Record<string, Schema>>;
