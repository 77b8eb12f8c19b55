import type { Day } from '@plumbline/kernel';

/** A day as a number that sorts as the day does: 20260701. */
export type DayNumber = number;

/** How many facts were known: what was recorded after them is not seen. */
export type Known = number;

/** Nobody, nothing: a value that says that there is none. */
export const none = -1;
/** No value holds on the day that is asked for. */
export const unset = -2;
/** An entry that steps aside, as if its day had never had one. */
const retracted = -3;

/** What a value is from a day on, as recorded at a time. Small: there are millions of them. */
interface Entry {
  readonly from: DayNumber;
  readonly value: number;
  readonly recorded: Known;
  /** The entry that it comes after: of an earlier day, or recorded earlier for the same day. */
  earlier: Entry | undefined;
}

/**
 * One value each of many things (numbered from 0), on two axes of time: the day it holds from, and
 * what had been recorded. Of the entries recorded by then, the one with the greatest day holds; a
 * later recorded one takes the place of the same day's earlier one.
 */
export interface Column {
  /** The value of a day, or `unset`. */
  on(of: number, day: DayNumber, known: Known): number;
  record(of: number, from: DayNumber, value: number, recorded: Known): void;
  retract(of: number, from: DayNumber, recorded: Known): void;
  /** Whether it ever had this value, on any day, corrected since or not. */
  had(of: number, value: number): boolean;
}

export function createColumn(): Column {
  const latest: (Entry | undefined)[] = [];

  const record = (of: number, from: DayNumber, value: number, recorded: Known): void => {
    while (latest.length <= of) latest.push(undefined);
    let later: Entry | undefined;
    let earlier = latest[of];
    while (earlier !== undefined && earlier.from > from) {
      later = earlier;
      earlier = earlier.earlier;
    }
    const entry = { from, value, recorded, earlier };
    if (later === undefined) latest[of] = entry;
    else later.earlier = entry;
  };

  return {
    record,
    on: (of, day, known) => valueOf(latest[of], day, known),
    retract: (of, from, recorded) => record(of, from, retracted, recorded),
    had: (of, value) => {
      let entry = latest[of];
      while (entry !== undefined && entry.value !== value) entry = entry.earlier;
      return entry !== undefined;
    },
  };
}

function valueOf(latest: Entry | undefined, day: DayNumber, known: Known): number {
  let aside = 0;
  for (let entry = latest; entry !== undefined; entry = entry.earlier) {
    if (entry.from > day || entry.recorded > known || entry.from === aside) continue;
    if (entry.value !== retracted) return entry.value;
    // What was recorded for this day before it was retracted is no more.
    aside = entry.from;
  }
  return unset;
}

/** A column whose values are things themselves, which can be asked who ever pointed to them. */
export interface Links extends Column {
  /** In order of their numbers; whether they do on a day is asked of the column. */
  everAt(value: number): readonly number[];
}

export function createLinks(): Links {
  const column = createColumn();
  const pointing = new Map<number, number[]>();
  return {
    ...column,
    record: (of, from, value, recorded) => {
      if (value >= 0 && !column.had(of, value)) insert(pointing, value, of);
      column.record(of, from, value, recorded);
    },
    everAt: (value) => pointing.get(value) ?? nobody,
  };
}

const nobody: readonly number[] = [];

function insert(pointing: Map<number, number[]>, value: number, of: number): void {
  const known = pointing.get(value);
  if (known === undefined) pointing.set(value, [of]);
  else if ((known.at(-1) ?? none) < of) known.push(of);
  else known.splice(placeOf(known, of), 0, of);
}

function placeOf(ascending: readonly number[], of: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < of) low = middle + 1;
    else high = middle;
  }
  return low;
}

const zero = 48;

export function dayNumber(day: Day): DayNumber {
  let number = 0;
  for (let at = 0; at < day.length; at += 1) {
    const digit = day.charCodeAt(at) - zero;
    if (digit >= 0 && digit <= 9) number = number * 10 + digit;
  }
  return number;
}
