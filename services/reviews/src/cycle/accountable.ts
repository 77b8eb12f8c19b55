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
  for (const { manager, from, to, counts } of answeredOf(person, period, known, lines)) {
    const days = counts ? daysOf({ from, to }) : 0;
    const last = accountable.at(-1);
    if (last?.manager === manager) {
      accountable[accountable.length - 1] = { ...last, to, days: last.days + days };
    } else accountable.push({ manager, from, to, days });
  }
  return accountable;
}

/** Days on which one answers for a person who is here; those of a leave do not count. */
export interface Answered extends Period {
  readonly manager: string;
  readonly counts: boolean;
}

/** The same, cut wherever anything changes. On some days nobody answers: those are left out. */
export function answeredOf(
  person: string,
  period: Period,
  known: Day,
  lines: Lines,
): readonly Answered[] {
  return spansOf(period, lines).flatMap((span) => {
    if (!lines.isPresent(person, span.from)) return [];
    const manager = lines.managerOf(person, span.from < known ? span.from : known);
    return manager === null ? [] : [{ manager, ...span, counts: !lines.isAway(person, span.from) }];
  });
}

/** How many days of a span a person is here and not on leave. */
export function countedDays(person: string, span: Period, lines: Lines): number {
  if (span.to < span.from) return 0;
  return spansOf(span, lines)
    .filter(({ from }) => lines.isPresent(person, from) && !lines.isAway(person, from))
    .reduce((sum, one) => sum + daysOf(one), 0);
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
