import type { Instant } from '@plumbline/kernel';
import { meterOf, msPerMinute, runsOutAt } from './business-time.ts';
import type { Clock, LiveCase, Reading, Run } from './case.ts';

/** What the clocks of a case are read by. */
export type Clocked = Pick<LiveCase, 'targets' | 'calendar' | 'runs' | 'respondedAt'>;

/** Business time that a clock has run by an instant: the sum of its runs, pauses left out. */
export function elapsedMs(serviceCase: Clocked, clock: Clock, at: Instant): number {
  const meter = meterOf(serviceCase.calendar);
  return runsOf(serviceCase, clock).reduce((sum, { from, until }) => {
    if (at <= from) return sum;
    return sum + meter(Date.parse(earlier(until ?? at, at))) - meter(Date.parse(from));
  }, 0);
}

/**
 * The last instant at which the promise is kept. Null where nothing is promised, and where the
 * clock stands still with time left: then it is not known yet.
 */
export function dueAt(serviceCase: Clocked, clock: Clock): Instant | null {
  const { targets, calendar } = serviceCase;
  const target = targets[clock];
  if (target === null) return null;
  const meter = meterOf(calendar);
  let left = target * msPerMinute;
  for (const { from, until } of runsOf(serviceCase, clock)) {
    const ran = until === null ? left : meter(Date.parse(until)) - meter(Date.parse(from));
    if (ran >= left) return runsOutAt(calendar, from, left);
    left -= ran;
  }
  return null;
}

/**
 * Whether a clock has run past what is due by an instant. One that stops when its time is used up,
 * to the millisecond, is in time; it is so too while it stands still there.
 */
export function isOverdue(serviceCase: Clocked, clock: Clock, at: Instant): boolean {
  const after = overdueAfter(serviceCase, clock);
  return after !== null && at > after;
}

/**
 * The instant after which a clock is overdue, for good: it is due then, or runs again then with
 * nothing left. Null where that is not known, and where it stopped in time.
 */
export function overdueAfter(serviceCase: Clocked, clock: Clock): Instant | null {
  const due = dueAt(serviceCase, clock);
  if (due === null) return null;
  for (const { from, until } of runsOf(serviceCase, clock)) {
    const after = from > due ? from : due;
    if (until === null || until > after) return after;
  }
  return null;
}

/** A clock as it stands at an instant. */
export function readingOf(serviceCase: Clocked, clock: Clock, at: Instant): Reading {
  const targetMinutes = serviceCase.targets[clock];
  const met = targetMinutes === null ? null : !isOverdue(serviceCase, clock, at);
  return { elapsedMs: elapsedMs(serviceCase, clock, at), targetMinutes, met };
}

/** The clock of the first response stops there for good; that of the resolution may run again. */
function runsOf({ runs, respondedAt }: Clocked, clock: Clock): readonly Run[] {
  if (clock === 'resolution' || respondedAt === null) return runs;
  return runs
    .filter(({ from }) => from <= respondedAt)
    .map(({ from, until }) => ({ from, until: earlier(until ?? respondedAt, respondedAt) }));
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
