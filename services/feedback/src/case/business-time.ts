import { msPerDay, toInstant, type Day, type EpochMs, type Instant } from '@plumbline/kernel';

/**
 * When a service is open, with all that is needed to know it at any instant: a calendar that is
 * kept with a case reads the same for ever, whatever becomes of time zones and opening hours.
 */
export interface Calendar {
  /** The time zone that the offsets are of, for people to read: `Europe/Berlin`. */
  readonly zone: string;
  /** Opening hours of a week in minutes since its Monday began, in order and apart. */
  readonly week: readonly Hours[];
  /** Days of the zone on which it stays closed, in order. */
  readonly holidays: readonly Day[];
  /** How far clocks of the zone are ahead of UTC, before the first change of that. */
  readonly utcOffsetMinutes: number;
  /** Its changes, as summer time brings them, in order; the last holds for ever. */
  readonly transitions: readonly Transition[];
}

/** Open from a minute to the one before `until`. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}

export interface Transition {
  readonly at: Instant;
  readonly utcOffsetMinutes: number;
}

export const msPerMinute = 60_000;
export const minutesPerWeek = 7 * 24 * 60;
const msPerWeek = minutesPerWeek * msPerMinute;
/** 1970 began on a Thursday. */
const firstMonday: EpochMs = 4 * msPerDay;

/**
 * Open time, in ms, from a fixed moment of the past to an instant. Only differences mean something:
 * between two instants it is what a clock gains that runs in opening hours only. It never falls,
 * and it is whole, so that time from a to b and from b to c is that from a to c, exactly.
 */
export type Meter = (at: EpochMs) => number;

/**
 * The meter of a calendar. An hour that clocks skip is not counted, and one that they repeat is
 * counted twice, as it passes twice. Each reading costs a look at the holidays and transitions,
 * and nothing for the length of the time.
 */
export function meterOf(calendar: Calendar): Meter {
  const local = localMeterOf(calendar);
  const ahead = calendar.utcOffsetMinutes * msPerMinute;
  // What each offset adds to the clock on the wall, and to its meter, so that no change counts.
  const spells = [{ since: Number.NEGATIVE_INFINITY, ahead, more: 0 }];
  let last = { ahead, more: 0 };
  for (const { at, utcOffsetMinutes } of calendar.transitions) {
    const since = Date.parse(at);
    const next = utcOffsetMinutes * msPerMinute;
    const more = last.more + local(since + last.ahead) - local(since + next);
    last = { ahead: next, more };
    spells.push({ since, ...last });
  }
  return (at) => {
    const { ahead, more } = spells.findLast(({ since }) => since <= at) ?? last;
    return local(at + ahead) + more;
  };
}

/** Business time from one instant to another; of two in the wrong order it is negative. */
export function businessMs(calendar: Calendar, from: Instant, until: Instant): number {
  const meter = meterOf(calendar);
  return meter(Date.parse(until)) - meter(Date.parse(from));
}

export function businessMinutes(calendar: Calendar, from: Instant, until: Instant): number {
  return businessMs(calendar, from, until) / msPerMinute;
}

/**
 * When a clock that starts at an instant has run for so long, 1 ms at least: the first such
 * instant, so that what is used up at the end of the day is due then, and not on the next morning.
 * The calendar is open at some time of the week.
 */
export function runsOutAt(calendar: Calendar, from: Instant, ms: number): Instant {
  const meter = meterOf(calendar);
  let before = Date.parse(from);
  const aim = meter(before) + ms;
  // A holiday, or a transition, takes away the opening hours of one week at most.
  const lost = calendar.holidays.length + calendar.transitions.length;
  let by = before + (Math.ceil(ms / weeklyMs(calendar)) + lost) * msPerWeek;
  // Halved each time, so that some forty steps find the ms in years.
  while (by - before > 1) {
    const middle = before + Math.floor((by - before) / 2);
    if (meter(middle) < aim) before = middle;
    else by = middle;
  }
  return toInstant(by);
}

export function weeklyMs({ week }: Calendar): number {
  return week.reduce((sum, { from, until }) => sum + (until - from), 0) * msPerMinute;
}

/** The meter of a clock on a wall of the zone, read as if it were UTC. */
function localMeterOf(calendar: Calendar): Meter {
  const hours = calendar.week.map(({ from, until }) => {
    return { from: from * msPerMinute, until: until * msPerMinute };
  });
  const weekly = weeklyMs(calendar);
  const always: Meter = (at) => {
    const weeks = Math.floor((at - firstMonday) / msPerWeek);
    const within = at - firstMonday - weeks * msPerWeek;
    const today = hours.reduce((sum, { from, until }) => {
      return sum + Math.max(0, Math.min(within, until) - from);
    }, 0);
    return weeks * weekly + today;
  };
  let closed = 0;
  const holidays = calendar.holidays.map((day) => {
    const since = Date.parse(day);
    const before = closed;
    closed += always(since + msPerDay) - always(since);
    return { since, before };
  });
  return (at) => {
    const holiday = holidays.findLast(({ since }) => since <= at);
    if (holiday === undefined) return always(at);
    const { since, before } = holiday;
    return always(at) - before - (always(Math.min(at, since + msPerDay)) - always(since));
  };
}
