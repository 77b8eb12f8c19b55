import type { Placed } from './moments.ts';

/** Marks of the calendar on the slider at most; beyond it they stand further apart. */
export const calendarMarksMax = 36;

const calendarKinds = [
  { type: 'MonthBegan', months: 1 },
  { type: 'QuarterBegan', months: 3 },
  { type: 'YearBegan', months: 12 },
] as const;

/** The beginnings of months, quarters or years, for what may change on any day. */
export function calendar(first: number, now: number): readonly Placed[] {
  const months = monthOf(now) - monthOf(first);
  const kind = calendarKinds.find((one) => months / one.months <= calendarMarksMax);
  const { type, months: step } = kind ?? calendarKinds[2];
  const marks: Placed[] = [];
  const earliest = monthOf(first) + 1;
  for (let month = Math.ceil(earliest / step) * step; month <= monthOf(now); month += step) {
    const at = new Date(Date.UTC(0, month)).toISOString();
    marks.push({ factId: `calendar ${at}`, type, recordedAt: at, effectiveAt: at });
  }
  return marks.slice(-calendarMarksMax);
}

/** Months since the year 1900, which is the year 0 of `Date.UTC`. */
function monthOf(at: number): number {
  const date = new Date(at);
  return (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth();
}
