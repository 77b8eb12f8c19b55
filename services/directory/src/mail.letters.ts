import type { ReviewsPublished } from '@plumbline/contracts';

type Reminder = ReviewsPublished['reviews.ReminderIssued.v1'];
type Task = Reminder['tasks'][number];

const urgencies: Readonly<Record<Task['urgency'], string>> = {
  overdue: 'overdue',
  today: 'due today',
  soon: 'due soon',
  asked: 'to do',
};

const words: Readonly<Record<Task['what'], string>> = {
  self: 'your own part of your review',
  manager: 'your part of a review as the manager',
  peer: 'a review that you were asked for as a colleague',
  upward: 'a review of somebody you report to',
  finalise: 'a review to finalise',
  acknowledge: 'your review to read and acknowledge',
  resolve: 'a dispute to decide',
  calibrate: 'a calibration session',
};

const order = ['overdue', 'today', 'soon', 'asked'] as const;

/** A reminder as a mail, from fixed words alone: nothing that anybody wrote, and no names. */
export function letterOf({ tasks }: Reminder, consoleUrl: string) {
  const sorted = tasks.toSorted((one, other) => {
    return order.indexOf(one.urgency) - order.indexOf(other.urgency);
  });
  const lines = sorted.map(({ urgency, what, due }) => {
    const by = due === null ? '' : ` (last day ${due})`;
    return `- ${urgencies[urgency]}: ${words[what]}${by}`;
  });
  const n = tasks.length;
  return {
    subject: n === 1 ? 'One thing is waiting for you' : `${n} things are waiting for you`,
    text: [...['In reviews there is for you:', ''], ...lines, '', `Open: ${consoleUrl}`, ''].join(
      '\n',
    ),
  };
}
