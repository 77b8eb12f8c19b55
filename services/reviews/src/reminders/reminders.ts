import type { Day, Decider, Decision, Instant } from '@plumbline/kernel';

/**
 * What one person was reminded of, a stream a person. This is a storage contract: a change of
 * meaning is a new version. At most one reminder a day, by the calendar of the person; and of one
 * task each urgency is told once, whoever asks and however often.
 */
export interface ReminderIssued extends Reminder {
  readonly type: 'ReminderIssued';
  readonly act: string;
  readonly at: Instant;
}

export interface Reminder {
  readonly person: string;
  /** The day on the wall where the person lives, and by which zone. */
  readonly day: Day;
  readonly zone: string;
  /** When the quiet hours begin: it is not passed on after that. */
  readonly until: Instant;
  readonly tasks: readonly RemindedTask[];
}

export interface RemindedTask {
  /** The same for as long as the task is open. */
  readonly task: string;
  readonly urgency: Urgency;
  readonly what: Reminded;
  readonly of: 'review' | 'session';
  /** Of the review or of the session. */
  readonly id: string;
  readonly due: Day | null;
}

export type Reminded =
  ('self' | 'manager' | 'peer' | 'upward') | ('finalise' | 'acknowledge' | 'resolve' | 'calibrate');

export const urgencies = ['asked', 'soon', 'today', 'overdue'] as const;
export type Urgency = (typeof urgencies)[number];

export interface IssueReminder extends Reminder {
  readonly type: 'IssueReminder';
  readonly act: string;
  readonly at: Instant;
}

export interface Reminders {
  /** The day of the newest; null before the first. */
  readonly last: Day | null;
  /** What was told, as `task urgency`. */
  readonly told: Readonly<Record<string, true>>;
}

/** The others are told on the next day. */
export const tasksPerReminderMax = 100;

export const remindersDecider: Decider<IssueReminder, Reminders, ReminderIssued> = {
  initial: { last: null, told: {} },
  evolve: ({ told }, { day, tasks }) => ({
    last: day,
    told: { ...told, ...Object.fromEntries(tasks.map((one) => [keyOf(one), true as const])) },
  }),
  decide: issue,
};

/** What of some tasks is still to be told: each task with its urgency once, and one a day. */
export function untold(
  { last, told }: Reminders,
  { day, tasks }: Pick<Reminder, 'day' | 'tasks'>,
): readonly RemindedTask[] {
  if (last !== null && day <= last) return [];
  return tasks.filter((one) => told[keyOf(one)] !== true).slice(0, tasksPerReminderMax);
}

function issue(command: IssueReminder, reminders: Reminders): Decision<ReminderIssued> {
  const tasks = untold(reminders, command);
  if (tasks.length === 0) return []; // Already so.
  return [{ ...command, type: 'ReminderIssued', tasks }];
}

function keyOf({ task, urgency }: RemindedTask): string {
  return `${task} ${urgency}`;
}
