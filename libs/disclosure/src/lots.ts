/** A finest segment: nobody is in two of them at a time. */
export type AtomId = string;

/** A segment that figures are asked for. */
export interface Cell {
  readonly id: string;
  readonly atoms: readonly AtomId[];
  /**
   * Which cells are decided first, and so are shown rather than others: the lowest. A parent's is
   * below its children's.
   */
  readonly level: number;
}

/**
 * Answers that have been in the same place in every release so far. `places` has one entry for each
 * release, oldest first, with this one last: the atom that they were counted in, or null where they
 * were not counted, because they had not come yet or had been taken out again. An answer that moved
 * from one atom to another is in a lot with two atoms.
 */
export interface Lot {
  readonly n: number;
  readonly places: readonly (AtomId | null)[];
}

/** How many answers each atom had at a release. */
export type Counts = Readonly<Record<AtomId, number>>;

/**
 * The lots of answers that only ever come in and never move, as those of a survey do, whose
 * organisation is locked at its launch: the growth of each atom from one release to the next.
 * Throws RangeError where a count falls: counts alone do not tell which answers left, so that the
 * lots themselves must be given.
 */
export function lotsOfGrowth(releases: readonly Counts[]): readonly Lot[] {
  const atoms = new Set(releases.flatMap((counts) => Object.keys(counts)));
  return [...atoms].flatMap((atom) => {
    const counts = releases.map((release) => release[atom] ?? 0);
    return counts.flatMap((count, release) => {
      const n = count - (counts[release - 1] ?? 0);
      if (n < 0) throw new RangeError('a count fell: give the lots, which tell what left');
      return n === 0 ? [] : [{ n, places: counts.map((_, at) => (at < release ? null : atom)) }];
    });
  });
}
