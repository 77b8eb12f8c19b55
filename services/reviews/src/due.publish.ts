import type { Published } from './reviews.publish.ts';
import type { RemindedTask, ReminderIssued } from './reminders/reminders.ts';

/**
 * What others may see of a reminder: whoever passes it on needs no more. Which review somebody is
 * asked for as a peer or from below is told to nobody, be they named or not.
 */
export function publishOfReminder({ person, day, zone, until, tasks }: ReminderIssued): Published {
  const data = { person, day, zone, until, tasks: tasks.map(told) };
  return { type: 'reviews.ReminderIssued.v1', data };
}

function told({ urgency, what, of, id, due }: RemindedTask) {
  const isUnnamed = what === 'peer' || what === 'upward';
  const review = of === 'review' && !isUnnamed ? id : null;
  return { urgency, what, review, session: of === 'session' ? id : null, due };
}
