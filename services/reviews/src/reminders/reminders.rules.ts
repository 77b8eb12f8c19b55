import type { WallTime } from '@plumbline/kernel';
import type { Urgency } from './reminders.ts';

/** From so many days before its last one a task is told to be due soon. */
export const soonDays = 3;

/** When nobody is told anything, by the clock on the wall: from one hour until another. */
export interface QuietHours {
  /** In the evening, 13 to 24. */
  readonly from: number;
  /** In the morning, 0 to 12. */
  readonly until: number;
}

const saturday = 5;

/** Whether somebody may be told something now: in the hours of a working day. */
export function mayTell({ minute, weekday }: WallTime, { from, until }: QuietHours): boolean {
  return weekday < saturday && minute >= until * 60 && minute < from * 60;
}

/** Minutes until the quiet hours begin. */
export function minutesToQuiet({ minute }: WallTime, { from }: QuietHours): number {
  return from * 60 - minute;
}

/** How urgent a task is by the days that are left; without a day it is but asked for. */
export function urgencyOf(daysLeft: number | null): Urgency {
  if (daysLeft === null || daysLeft > soonDays) return 'asked';
  if (daysLeft < 0) return 'overdue';
  return daysLeft === 0 ? 'today' : 'soon';
}
