import { toInstant, type EpochMs, type Instant } from '@plumbline/kernel';
import { msPerMinute, type Calendar, type Transition } from './case/business-time.ts';
import { transitionsMax } from './case/case.rules.ts';
import type { OpeningTimes, Targets } from './service-level/service-level.ts';

/**
 * What the platform knows of time zones, asked at the edge: a case keeps the answer, and reads the
 * same for ever, whatever becomes of the zone later.
 */

/** Beyond what is promised at most, for the time that a clock may stand still. */
export const standingYearsMax = 5;
/** Looked at so often: a zone that changes and changes back within it is taken as unchanged. */
const stepMs = 7 * 86_400_000;
const msPerYear = 366 * 86_400_000;
const weeksPerYear = 52;

/** The calendar of a case that is opened at an instant, with the offsets that it may need. */
export function calendarOf(opening: OpeningTimes, targets: Targets, from: Instant): Calendar {
  const { zone, week, holidays } = opening;
  const start = Date.parse(from);
  const end = start + (yearsOf(opening, targets) + standingYearsMax) * msPerYear;
  // A day of the zone may have begun on the day before in UTC. What lies further back is over.
  const since = toInstant(start - 86_400_000).slice(0, 10);
  return {
    ...{ zone, week, holidays: holidays.filter((day) => day >= since) },
    utcOffsetMinutes: offsetAt(zone, start),
    transitions: transitionsOf(zone, start, end),
  };
}

/** Years in which what is promised runs out for sure, holidays left out. */
function yearsOf({ week, holidays }: OpeningTimes, targets: Targets): number {
  const minutes = Math.max(targets.firstResponse ?? 0, targets.resolution ?? 0);
  const weekly = week.reduce((sum, { from, until }) => sum + (until - from), 0);
  return Math.ceil((minutes / weekly + holidays.length) / weeksPerYear);
}

function transitionsOf(zone: string, start: EpochMs, end: EpochMs): readonly Transition[] {
  const transitions: Transition[] = [];
  let offset = offsetAt(zone, start);
  for (let at = start; at < end && transitions.length < transitionsMax; at += stepMs) {
    const next = offsetAt(zone, at + stepMs);
    if (next === offset) continue;
    const change = changeWithin(zone, at, at + stepMs, offset);
    transitions.push({ at: toInstant(change), utcOffsetMinutes: next });
    offset = next;
  }
  return transitions;
}

/** The first whole minute at which the offset is another one. */
function changeWithin(zone: string, from: EpochMs, until: EpochMs, offset: number): EpochMs {
  let before = Math.floor(from / msPerMinute);
  let by = Math.ceil(until / msPerMinute);
  while (by - before > 1) {
    const middle = Math.floor((before + by) / 2);
    if (offsetAt(zone, middle * msPerMinute) === offset) before = middle;
    else by = middle;
  }
  return by * msPerMinute;
}

/** `GMT`, or as in `GMT+02:00`. */
const offsetPattern = /GMT(?:([+-])(\d{2}):(\d{2}))?/;

function offsetAt(zone: string, at: EpochMs): number {
  const match = offsetPattern.exec(formatOf(zone).format(at));
  const [, sign, hours = '0', minutes = '0'] = match ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}

/** Making one takes longer than asking it many times. */
const formats = new Map<string, Intl.DateTimeFormat>();
export const formatsKeptMax = 64;

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  if (formats.size >= formatsKeptMax) formats.clear();
  formats.set(zone, format);
  return format;
}
