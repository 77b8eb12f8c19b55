/** Fewer observations than these are not shown at all. */
export const shownCountMin = 5;
/** Fewer than these are shown as indicative: read the interval, not the value. */
export const firmCountMin = 30;

/** An index over several questions is not shown of fewer people. */
export const indexCountMin = 30;
/** How the answers are spread over the scale is shown from so many on; a share of it before. */
export const splitCountMin = 100;

export type DisplayTier = 'hidden' | 'indicative' | 'firm';

/** How a figure of n observations is shown. Throws RangeError for an n that is no count. */
export function displayTier(n: number): DisplayTier {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('n must be a count');
  if (n < shownCountMin) return 'hidden';
  return n < firmCountMin ? 'indicative' : 'firm';
}

/** What a ranking needs to know of a unit: the n and the lower bound of its figure. */
export interface Rankable {
  readonly id: string;
  readonly n: number;
  readonly low: number | null;
}

export interface Ranked {
  readonly tier: DisplayTier;
  /** From 1, the best. Null for a unit that is hidden or has no lower bound. */
  readonly rank: number | null;
}

/**
 * Ranks units by the lower bound of their 0.95 interval, the highest first, so that a few happy
 * answers do not pass many good ones. (AskNicely ranks by NPS − 160/√n to the same end, with one
 * spread for all; ours is the bound that is shown with the figure.) For figures of which more is
 * better.
 *
 * Equal bounds share a rank, and the ranks after them are skipped: 1, 2, 2, 4. Hidden units and
 * those without a bound have no rank, do not count for the ranks of others, and come last. Within
 * a rank, and among those without, the order is that of the ids, so that it tells nothing.
 */
export function lowerBoundRanking<Unit extends Rankable>(
  units: readonly Unit[],
): (Unit & Ranked)[] {
  const bounded = units.map((unit) => {
    const tier = displayTier(unit.n);
    return { unit, tier, bound: tier === 'hidden' ? null : unit.low };
  });
  const inOrder = bounded.toSorted((one, other) => {
    const [first, second] = [one.bound ?? -Infinity, other.bound ?? -Infinity];
    if (first !== second) return first > second ? -1 : 1;
    if (one.unit.id === other.unit.id) return 0;
    return one.unit.id < other.unit.id ? -1 : 1;
  });
  let rank = 0;
  return inOrder.map(({ unit, tier, bound }, index) => {
    if (bound !== inOrder[index - 1]?.bound) rank = index + 1;
    return { ...unit, tier, rank: bound === null ? null : rank };
  });
}
