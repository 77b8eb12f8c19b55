import type { Period, Strategy } from '../api/types.ts';
import { calendar } from '../time/calendar.ts';
import type { Placed } from '../time/moments.ts';

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
