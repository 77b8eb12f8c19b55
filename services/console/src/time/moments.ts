import type { HistoryItem } from '../api/types.ts';

/** Along which of the two times a goal is looked at. */
export type TimeMode = 'recorded' | 'effective';

/** An instant at which something came to be, with everything that came to be then. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly instant: string;
  readonly factIds: readonly string[];
  readonly types: readonly string[];
}

/** What has a place in both times. One that has none in a time is left out of it: an empty text. */
export type Placed = Pick<HistoryItem, 'factId' | 'type' | 'recordedAt' | 'effectiveAt'>;

/** The history as moments in the order of the chosen time; facts of one instant are one moment. */
export function momentsOf(items: readonly Placed[], mode: TimeMode): readonly Moment[] {
  const byTime = new Map<number, Moment>();
  for (const item of items) {
    const instant = mode === 'recorded' ? item.recordedAt : item.effectiveAt;
    const at = Date.parse(instant);
    if (Number.isNaN(at)) continue;
    const same = byTime.get(at) ?? { at, instant, factIds: [], types: [] };
    byTime.set(at, {
      ...same,
      factIds: [...same.factIds, item.factId],
      types: [...same.types, item.type],
    });
  }
  return [...byTime.values()].sort((one, other) => one.at - other.at);
}

/** The moment that holds at an instant: the last one not later. */
export function momentAt(moments: readonly Moment[], at: number): Moment | undefined {
  return moments.findLast((one) => one.at <= at);
}

export function momentBefore(moments: readonly Moment[], at: number): Moment | undefined {
  return moments.findLast((one) => one.at < at);
}

export function momentAfter(moments: readonly Moment[], at: number): Moment | undefined {
  return moments.find((one) => one.at > at);
}

/** The facts of the moments up to an instant, to set apart what was not yet there. */
export function factsUpTo(moments: readonly Moment[], at: number): ReadonlySet<string> {
  return new Set(moments.filter((one) => one.at <= at).flatMap((one) => one.factIds));
}
