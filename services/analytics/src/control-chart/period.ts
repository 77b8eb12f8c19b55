import { isDay, msPerDay, startOfDay, toInstant, type Day, type Instant } from '@plumbline/kernel';

export const periodKinds = ['week', 'month'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/**
 * A week as ISO 8601 names it, `2026-W14`, from Monday to Sunday, or a month, `2026-04`. Those of
 * one kind sort as text.
 */
export type Period = string;

/** First and last day. */
export interface Days {
  readonly from: Day;
  readonly until: Day;
}

const weekPattern = /^(\d{4})-W(\d{2})$/;
const monthPattern = /^\d{4}-\d{2}$/;

/** The period that a day lies in. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  if (kind === 'month') return day.slice(0, 7);
  // A week belongs to the year that its Thursday lies in (ISO 8601-1:2019, 4.3.2.2).
  const thursday = dayAfter(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** True for a period that there is: a year with 52 weeks has no `W53`. */
export function isPeriod(kind: PeriodKind, text: string): boolean {
  if (kind === 'month') return monthPattern.test(text) && isDay(`${text}-01`);
  const [, year, week] = weekPattern.exec(text) ?? [];
  if (year === undefined || !isDay(`${year}-01-04`) || Number(week) === 0) return false;
  return periodOf('week', daysOf('week', text).from) === text;
}

export function daysOf(kind: PeriodKind, period: Period): Days {
  if (kind === 'month') {
    const from = `${period}-01`;
    // 31 days after the first is in the next month, whatever its length.
    return { from, until: dayAfter(`${dayAfter(from, 31).slice(0, 7)}-01`, -1) };
  }
  const [, year = '', week] = weekPattern.exec(period) ?? [];
  // The fourth of January lies in the first week of every year.
  const fourth = `${year}-01-04`;
  const from = dayAfter(fourth, 1 - weekdayOf(fourth) + 7 * (Number(week) - 1));
  return { from, until: dayAfter(from, 6) };
}

export function periodAfter(kind: PeriodKind, period: Period): Period {
  return periodOf(kind, dayAfter(daysOf(kind, period).until, 1));
}

/** The periods from one to another, both of them; none when they are not in order. */
export function periodsBetween(kind: PeriodKind, from: Period, until: Period): readonly Period[] {
  const periods: Period[] = [];
  for (let one = from; one <= until; one = periodAfter(kind, one)) periods.push(one);
  return periods;
}

/** How many periods there are from one to another, both of them. */
export function countOfPeriods(kind: PeriodKind, from: Period, until: Period): number {
  const [first, last] = [daysOf(kind, from).from, daysOf(kind, until).from];
  if (kind === 'week') return Math.max(daysBetween(first, last) / 7 + 1, 0);
  const [month = 0, other = 0] = [first, last].map((day) => {
    return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  });
  return Math.max(other - month + 1, 0);
}

/** A day ends last where clocks are furthest behind. */
const furthestBehindMs = 12 * 3_600_000;

/** From when on a period is plotted: it is over everywhere, and so many more days have passed. */
export function plottedFrom(kind: PeriodKind, period: Period, latenessDays: number): Instant {
  const { until } = daysOf(kind, period);
  return toInstant(
    Date.parse(startOfDay(until)) + (1 + latenessDays) * msPerDay + furthestBehindMs,
  );
}

/** The last period that may be plotted by an instant, beginning with a first one; null: none. */
export function lastPlotted(
  kind: PeriodKind,
  first: Period,
  latenessDays: number,
  now: Instant,
): Period | null {
  const reached = toInstant(Date.parse(now) - (1 + latenessDays) * msPerDay - furthestBehindMs);
  const day = reached.slice(0, 10);
  const current = periodOf(kind, day);
  if (daysOf(kind, current).until === day && current >= first) return current;
  const last = periodOf(kind, dayAfter(daysOf(kind, current).from, -1));
  return last >= first ? last : null;
}

export function dayAfter(day: Day, days: number): Day {
  return toInstant(Date.parse(day) + days * msPerDay).slice(0, 10);
}

function daysBetween(one: Day, other: Day): number {
  return (Date.parse(other) - Date.parse(one)) / msPerDay;
}

/** From 1, Monday, to 7. */
function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}
