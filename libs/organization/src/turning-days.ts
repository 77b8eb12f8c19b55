import { isDay, msPerDay, toInstant, type Day } from '@plumbline/kernel';
import type { AppliedFact } from './facts.ts';

/**
 * The days on which something of the organisation may be otherwise than on the day before, whenever
 * that was recorded. Between two of them nobody joins, moves, leaves or answers to another: who
 * counts days need look at these alone.
 */
export interface TurningDays {
  apply(fact: AppliedFact): void;
  /** Those of a span, sorted, both days within; its first day is always one. */
  within(from: Day, to: Day): readonly Day[];
}

export function createTurningDays(): TurningDays {
  const days = new Set<Day>();
  return {
    apply: ({ data }) => {
      const { from, until, to } = data as Readonly<Record<string, unknown>>;
      const corrected = (to as { readonly from?: unknown } | null | undefined)?.from;
      for (const day of [from, corrected]) if (isDayText(day)) days.add(day);
      // The last day on which it holds: what comes then begins on the next.
      if (isDayText(until)) days.add(dayAfter(until));
    },
    within: (from, to) => {
      const between = [...days].filter((day) => day > from && day <= to);
      return [from, ...between.toSorted()];
    },
  };
}

function isDayText(value: unknown): value is Day {
  return typeof value === 'string' && isDay(value);
}

function dayAfter(day: Day): Day {
  return toInstant(Date.parse(day) + msPerDay).slice(0, 10);
}
