import type { OpenApiObject } from '@plumbline/web';
import {
  day,
  instant,
  listOf,
  orNull,
  record,
  ref,
  text,
  textOrNull,
  uuid,
} from '@plumbline/web/openapi-shapes';
import { noteKinds, visibilities } from './http/people.dto.ts';

/** The answers about notes, requests and one-to-ones, as JSON Schema 2020-12. */
const visibility: OpenApiObject = { enum: visibilities };
const said = { at: instant, by: ref('Actor'), reason: textOrNull };
const revision: OpenApiObject = { type: 'integer' };
const uuidOrNull: OpenApiObject = { type: ['string', 'null'], format: 'uuid' };
const topic = { goal: uuid, skill: text, value: text };

export const peopleSchemas: Readonly<Record<string, OpenApiObject>> = {
  FeedbackNote: record({
    ...{ id: uuid, author: text, subject: text, visibility, kind: { enum: noteKinds } },
    links: listOf({
      type: 'object',
      description: 'One of the four.',
      properties: { ...topic, request: uuid },
    }),
    stage: { enum: ['given', 'retracted'] },
    givenAt: instant,
    message: { ...textOrNull, description: 'Null once the note is retracted.' },
    widened: listOf(record({ ...said, from: visibility, to: visibility })),
    retracted: orNull(record(said)),
    revision,
  }),
  FeedbackRequest: record({
    ...{ id: uuid, by: text, subject: text, from: text, due: day },
    topic: orNull({ type: 'object', description: 'One of the three.', properties: topic }),
    stage: { enum: ['open', 'declined', 'lapsed', 'answered'] },
    askedAt: instant,
    asker: ref('Actor'),
    question: textOrNull,
    outcomes: listOf(record({ stage: { enum: ['declined', 'lapsed', 'answered'] }, ...said })),
    noteId: uuidOrNull,
    revision,
  }),
  OneToOne: record({
    id: uuid,
    people: listOf(text),
    about: { ...text, description: 'The one of the two whose key seals the agenda.' },
    on: day,
    recordedAt: instant,
    agenda: listOf(textOrNull),
    corrections: listOf(record({ ...said, from: day, to: day })),
    actions: listOf(ref('AgreedAction')),
    revision,
  }),
  AgreedAction: record({
    ...{ id: uuid, owner: text, due: day, action: textOrNull },
    stage: { enum: ['open', 'completed', 'dropped'] },
    agreedAt: instant,
    agreedBy: ref('Actor'),
    ended: orNull(record(said)),
  }),
  FeedbackCoverage: {
    type: 'object',
    description:
      'Feedback is looked at over 30 days for coverage and received, over 92 for all the rest.',
    required: [
      ...['position', 'on', 'countedBy', 'coverage', 'received', 'responseRate'],
      ...['responseHours', 'reciprocity', 'tied'],
    ],
    properties: {
      position: ref('Position'),
      person: text,
      unit: text,
      on: day,
      countedBy: {
        enum: ['person', 'managers'],
        description: 'Whose sight is counted by: what is hidden from them counts for nothing.',
      },
      ...{ coverage: ref('Proportion'), received: ref('Estimate') },
      ...{ responseRate: ref('Proportion'), responseHours: ref('Estimate') },
      ...{ reciprocity: ref('Estimate'), tied: ref('Proportion') },
    },
  },
};
