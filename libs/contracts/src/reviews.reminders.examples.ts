import { ids } from './reviews.examples.ids.ts';
import type { reminderSchemas } from './reviews.reminders.ts';
import type { Shape } from './schema.ts';

type Published = typeof reminderSchemas;

const told = {
  ...{ person: 'p-7d1f', day: '2027-01-13', zone: 'Asia/Tokyo' },
  until: '2027-01-13T09:00:00.000Z',
};

/** Examples of reminders, by what they show. */
export const reminderExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'reviews.ReminderIssued.v1': {
    ofTheOwnPart: {
      ...told,
      tasks: [
        {
          ...({ urgency: 'soon', what: 'self', review: ids.review } as const),
          ...{ session: null, due: '2027-01-15' },
        },
      ],
    },
    ofAPeerAndASession: {
      ...told,
      tasks: [
        {
          ...({ urgency: 'asked', what: 'peer', review: null } as const),
          ...{ session: null, due: '2027-01-31' },
        },
        {
          ...({ urgency: 'asked', what: 'calibrate', review: null } as const),
          ...{ session: ids.session, due: null },
        },
      ],
    },
  },
};
