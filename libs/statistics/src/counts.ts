/** Sums counts. Throws RangeError for one that is no count: not whole, or below 0. */
export function totalOf(counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError('counts must be whole numbers, not below 0');
    }
    total += count;
  }
  return total;
}

/**
 * Pools the counts of several groups on one scale, place by place, so that a figure of all of
 * them is computed from their answers. The mean of the groups' figures would let a group of three
 * weigh as much as one of three thousand.
 *
 * `places` is the length of the scale; without a group each place has 0. Throws RangeError for a
 * group of another length, and for what is no count.
 */
export function pooledCounts(places: number, groups: readonly (readonly number[])[]): number[] {
  if (groups.some((group) => group.length !== places)) {
    throw new RangeError('every group must have a count for each place of the scale');
  }
  return Array.from({ length: places }, (_, place) =>
    totalOf(groups.map((group) => group[place] ?? 0)),
  );
}
