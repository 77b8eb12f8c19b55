/**
 * Which comments may be read. A text that is read in one segment and not in another is known to
 * come from the one and not from the other: texts can be intersected, which figures cannot. So what
 * counts is how finely the shown segments divide the answers: every part has `threshold` answers or
 * more, or none. What is in no shown segment is in no part, as nothing of it is read.
 */
export interface Partition {
  readonly threshold: number;
  /** Of each lot, by its index, the part; 0 is what nothing is read of. */
  readonly partOf: readonly number[];
  /** Of each part, how many answers are in it. */
  readonly weights: readonly number[];
}

export interface Division {
  readonly partition: Partition;
  /** Whether what is divided leaves enough on both sides. */
  readonly isSafe: boolean;
}

export function emptyPartition(lots: readonly number[], threshold: number): Partition {
  const all = lots.reduce((sum, n) => sum + n, 0);
  return { threshold, partOf: lots.map(() => 0), weights: [all] };
}

/**
 * The parts once one more segment is read, given by its lots. A part that is too small already, as
 * one from a time of a lower threshold, is not made worse by what does not divide it.
 */
export function dividedBy(
  { threshold, partOf, weights }: Partition,
  segment: readonly number[],
  lots: readonly number[],
): Division {
  const inside = new Map<number, number>();
  for (const lot of segment) {
    const part = partOf[lot] as number;
    inside.set(part, (inside.get(part) ?? 0) + (lots[lot] as number));
  }
  const [nextWeights, moved] = [weights.slice(), new Map<number, number>()];
  let isSafe = true;
  for (const [part, n] of inside) {
    const rest = (weights[part] as number) - n;
    if (rest === 0 && part !== 0) continue;
    if (n < threshold || (rest < threshold && part !== 0)) isSafe = false;
    moved.set(part, nextWeights.length);
    nextWeights[part] = rest;
    nextWeights.push(n);
  }
  const nextParts = partOf.slice();
  for (const lot of segment) {
    const part = partOf[lot] as number;
    nextParts[lot] = moved.get(part) ?? part;
  }
  return { partition: { threshold, partOf: nextParts, weights: nextWeights }, isSafe };
}
