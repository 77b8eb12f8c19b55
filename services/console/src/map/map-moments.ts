import type { Period, Strategy } from '../api/types.ts';
import type { Placed } from '../time/moments.ts';

/** Marks of the calendar on the slider at most; beyond it they stand further apart. */
export const calendarMarksMax = 36;

/**
 * The moments that the slider of the map stops at: what became of strategies, the beginnings of
 * periods, and, as goals change on any day, those of months, quarters or years.
 */
export function mapMoments(
  strategies: readonly Strategy[],
  periods: readonly Pick<Period, 'name' | 'start'>[],
  now: number,
): readonly Placed[] {
  const told = [
    ...strategies.flatMap(momentsOfStrategy),
    ...periods.map(({ name, start }) => placed(`period ${name}`, 'PeriodBegan', '', start)),
  ].filter((one) => isPast(one, now));
  const first = Math.min(...told.flatMap(instantsOf));
  if (!Number.isFinite(first)) return told;
  return [...told, ...calendar(first, now)];
}

function momentsOfStrategy(strategy: Strategy): Placed[] {
  const { id, from, until, publishedAt, revisions, retired, retiredOn, signals } = strategy;
  const list = [placed(`${id} published`, 'StrategyPublished', publishedAt, from)];
  if (until !== null) list.push(placed(`${id} ended`, 'StrategyEnded', '', until));
  if (retired !== null) {
    list.push(placed(`${id} retired`, 'StrategyRetired', retired.at, retiredOn ?? retired.at));
  }
  for (const { at } of revisions) list.push(placed(`${id} ${at}`, 'StrategyRevised', at, at));
  for (const { id: signal, raisedAt } of signals) {
    list.push(placed(signal, 'SignalRaised', raisedAt, raisedAt));
  }
  return list;
}

function placed(factId: string, type: string, recordedAt: string, effectiveAt: string): Placed {
  return { factId, type, recordedAt, effectiveAt };
}

/** What is still to come in one of the times is no moment of that time, nor of the other. */
function isPast(one: Placed, now: number): boolean {
  return instantsOf(one).every((at) => at <= now);
}

function instantsOf({ recordedAt, effectiveAt }: Placed): number[] {
  return [recordedAt, effectiveAt].map((one) => Date.parse(one)).filter((at) => !Number.isNaN(at));
}

const calendarKinds = [
  { type: 'MonthBegan', months: 1 },
  { type: 'QuarterBegan', months: 3 },
  { type: 'YearBegan', months: 12 },
] as const;

function calendar(first: number, now: number): readonly Placed[] {
  const months = monthOf(now) - monthOf(first);
  const kind = calendarKinds.find((one) => months / one.months <= calendarMarksMax);
  const { type, months: step } = kind ?? calendarKinds[2];
  const marks: Placed[] = [];
  const earliest = monthOf(first) + 1;
  for (let month = Math.ceil(earliest / step) * step; month <= monthOf(now); month += step) {
    const at = new Date(Date.UTC(0, month)).toISOString();
    marks.push(placed(`calendar ${at}`, type, at, at));
  }
  return marks.slice(-calendarMarksMax);
}

/** Months since the year 1900, which is the year 0 of `Date.UTC`. */
function monthOf(at: number): number {
  const date = new Date(at);
  return (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth();
}
