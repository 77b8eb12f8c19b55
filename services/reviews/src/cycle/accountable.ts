import { msPerDay, toInstant, type Day } from '@plumbline/kernel';
import type { Accountable, Period } from './cycle.ts';

/** What has to be known of an organisation to say who answers for which days. */
export interface Lines {
  /** The nearest one above who is here; null where nobody is. */
  managerOf(person: string, on: Day): string | null;
  /** Whether a person has joined and not left. */
  isPresent(person: string, on: Day): boolean;
  isAway(person: string, on: Day): boolean;
  /** The days of a span on which any of these may change; the first one too. Sorted. */
  turningDays(from: Day, to: Day): readonly Day[];
}

/**
 * Who answers for which part of a period: each manager from the day that they took over to the
 * day before another did, with the days that count: those on which the person was here and not on
 * leave.
 *
 * Of days after `known` nobody knows yet who will answer: they are of who answers then, until it is
 * told that another does.
 */
export function accountableOf(
  person: string,
  period: Period,
  known: Day,
  lines: Lines,
): readonly Accountable[] {
  const accountable: Accountable[] = [];
  for (const span of spansOf(period, lines)) {
    if (!lines.isPresent(person, span.from)) continue;
    const manager = lines.managerOf(person, span.from < known ? span.from : known);
    if (manager === null) continue;
    const days = lines.isAway(person, span.from) ? 0 : daysOf(span);
    const last = accountable.at(-1);
    if (last?.manager === manager) {
      accountable[accountable.length - 1] = { ...last, to: span.to, days: last.days + days };
    } else accountable.push({ manager, ...span, days });
  }
  return accountable;
}

/** How many days of a span a person is here and not on leave. */
export function countedDays(person: string, span: Period, lines: Lines): number {
  return countedSpans(person, span, lines).reduce((sum, one) => sum + daysOf(one), 0);
}

/** The days of a span on which a person is here and not on leave. */
export function countedSpans(person: string, span: Period, lines: Lines): readonly Period[] {
  if (span.to < span.from) return [];
  return spansOf(span, lines).filter(({ from }) => {
    return lines.isPresent(person, from) && !lines.isAway(person, from);
  });
}

/** A period cut where anything may change: within a part, nothing does. */
function spansOf({ from, to }: Period, lines: Lines): readonly Period[] {
  const starts = lines.turningDays(from, to);
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { from: start, to: next === undefined ? to : dayBefore(next) };
  });
}

export function dayBefore(day: Day): Day {
  return toInstant(Date.parse(day) - msPerDay).slice(0, 10);
}

function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay) + 1;
}
