import type { Day } from './time.ts';

/**
 * A value that changes on days: each entry holds from its day until the next one. Ascending, one
 * entry a day. What is to come is in it as well as what was.
 */
export type Timeline<Value> = readonly DatedEntry<Value>[];

export interface DatedEntry<Value> {
  readonly from: Day;
  readonly value: Value;
}

/** A stretch of days on which one value holds; `until` is the first day after it, if any. */
export interface Span<Value> extends DatedEntry<Value> {
  readonly until: Day | undefined;
}

/** The value of a day; undefined before the first entry. */
export function valueOn<Value>(timeline: Timeline<Value>, day: Day): Value | undefined {
  return timeline.findLast((entry) => entry.from <= day)?.value;
}

/** The entry that begins on a day. */
export function entryAt<Value>(
  timeline: Timeline<Value>,
  from: Day,
): DatedEntry<Value> | undefined {
  return timeline.find((entry) => entry.from === from);
}

/** With an entry more, in the place of the one that begins on the same day. */
export function withEntry<Value>(
  timeline: Timeline<Value>,
  from: Day,
  value: Value,
): Timeline<Value> {
  const before = timeline.filter((entry) => entry.from < from);
  const after = timeline.filter((entry) => entry.from > from);
  return [...before, { from, value }, ...after];
}

/** Without the entry of a day: the one before it holds on. */
export function withoutEntry<Value>(timeline: Timeline<Value>, from: Day): Timeline<Value> {
  return timeline.filter((entry) => entry.from !== from);
}

/**
 * The stretches between two days (the second not within), each with its value, cut to the days
 * that are asked for. Days before the first entry are in none.
 */
export function spansOf<Value>(
  timeline: Timeline<Value>,
  from?: Day,
  until?: Day,
): readonly Span<Value>[] {
  const spans: Span<Value>[] = [];
  for (const [index, entry] of timeline.entries()) {
    const begin = from === undefined || entry.from > from ? entry.from : from;
    const end = earlier(timeline[index + 1]?.from, until);
    if (end === undefined || begin < end)
      spans.push({ from: begin, until: end, value: entry.value });
  }
  return spans;
}

/** The earlier of two days, where undefined is the end of time. */
function earlier(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
