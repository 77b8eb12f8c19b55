import { day, opaque, person } from './reviews.fields.ts';
import type { Schema } from './schema.ts';

const opaqueOrNull = { ...opaque, type: ['string', 'null'] } as const;
const category = { type: 'string', 'x-data-class': 'category' } as const;

/** What people are reminded of: a part of `reviewsSchemas`. */
export const reminderSchemas = {
  'reviews.ReminderIssued.v1': {
    type: 'object',
    description:
      'Somebody is to be told what they have to do, once, in the hours of a working day where they ' +
      'live: by mail or in whichever way they are reached. For services alone, over Kafka: who is ' +
      'asked as a peer is in it, so that it is neither read over HTTP nor taken as a file.',
    required: ['person', 'day', 'zone', 'until', 'tasks'],
    properties: {
      person,
      day: { ...day, description: 'The day where the person lives.' },
      zone: {
        ...category,
        pattern: '^[A-Za-z][A-Za-z0-9_+/-]{0,63}$',
        description: 'The time zone of the person, as the IANA names it.',
      },
      until: {
        type: 'string',
        format: 'date-time',
        description: 'When the quiet hours begin: after that it is passed on no more.',
        'x-data-class': 'time',
      },
      tasks: {
        type: 'array',
        items: {
          type: 'object',
          required: ['urgency', 'what', 'review', 'session', 'due'],
          properties: {
            urgency: { ...category, enum: ['asked', 'soon', 'today', 'overdue'] },
            what: {
              ...category,
              enum: [
                ...(['self', 'manager', 'peer', 'upward'] as const),
                ...(['finalise', 'acknowledge', 'resolve', 'calibrate'] as const),
              ],
            },
            review: {
              ...opaqueOrNull,
              description: 'Null of a session, and of what is asked of peers or from below.',
            },
            session: { ...opaqueOrNull, description: 'The calibration session; null of a review.' },
            due: { ...day, type: ['string', 'null'], description: 'The last day; null: none.' },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
