import { msPerDay, toInstant, type Day } from '@plumbline/kernel';
import type { Span } from './review.commands.ts';
import type { Accountable } from './review.ts';

/**
 * How many of the days that count are of each part of a period. A day on which two took over is of
 * the one who came last: no day counts twice.
 */
export function daysIn(
  parts: readonly Pick<Accountable, 'from' | 'to'>[],
  counted: readonly Span[],
): readonly number[] {
  return parts.map(({ from, to }, at) => {
    const next = parts[at + 1]?.from;
    const end = next === undefined || to < next ? to : dayBefore(next);
    return counted.reduce((sum, span) => sum + daysShared({ from, to: end }, span), 0);
  });
}

function daysShared(one: Span, other: Span): number {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return to < from ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / msPerDay) + 1;
}

function dayBefore(day: Day): Day {
  return toInstant(Date.parse(day) - msPerDay).slice(0, 10);
}
