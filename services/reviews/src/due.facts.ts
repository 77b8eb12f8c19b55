import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import { derivedId } from '@plumbline/kernel';
import { remindersDecider } from './reminders/reminders.ts';
import type { IssueReminder, ReminderIssued, Reminders } from './reminders/reminders.ts';

const context = 'reviews';

export const reminderVersions: Readonly<Record<ReminderIssued['type'], number>> = {
  ReminderIssued: 1,
};

export const remindersAggregate: Aggregate<IssueReminder, Reminders, ReminderIssued> = {
  name: 'reminders',
  foldVersion: 1,
  decider: remindersDecider,
  codec: factCodec<ReminderIssued>({ context, versions: reminderVersions }),
};

export const isReminderFact = (fact: { readonly type: string }): fact is ReminderIssued =>
  Object.hasOwn(reminderVersions, fact.type);

/** What a person was reminded of, all of it: only so is nothing told twice. */
export const remindersStream = (tenant: string, person: string): string =>
  streamName(context, 'reminders', tenant, derivedId(tenant, 'reminders', person));
