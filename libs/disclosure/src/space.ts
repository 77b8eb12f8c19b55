import { cleared, type Row, type Vector } from './vector.ts';

/**
 * Everything that sums and differences of shown cells can give, whatever the factors: the row space
 * of the shown cells over the lots, by exact elimination.
 *
 * Lots that the same shown cells hold cannot be told apart, so they are one class, and one column.
 * A row stands on a class of `threshold` or more wherever it has one. So a combination of fewer
 * answers than that is one of the rows that stand on a smaller class, which are few.
 */
export interface Space {
  readonly threshold: number;
  /** Of each lot, by its index, the class. */
  readonly classOf: readonly number[];
  /** Of each class, how many answers are in it. */
  readonly weights: readonly number[];
  /** Each has no entry at the pivots of those before it. */
  readonly large: readonly Row[];
  /** Each has no entry at any other pivot, of these or of the large ones. */
  readonly small: readonly Row[];
}

/** What one more shown cell would add to what is known. */
export interface Addition {
  /** The same space, with its classes divided by the cell. */
  readonly space: Space;
  /** The cell as far as the rows do not give it: zero at all pivots, and empty if they give all. */
  readonly added: Vector;
}

/** Nothing is shown yet: all lots are alike. */
export function emptySpace(lots: readonly number[], threshold: number): Space {
  const all = lots.reduce((sum, n) => sum + n, 0);
  return { threshold, classOf: lots.map(() => 0), weights: [all], large: [], small: [] };
}

/** The cell is given by its lots. */
export function addition(space: Space, cell: readonly number[], lots: readonly number[]): Addition {
  const divided = onLargeClasses(dividedBy(space, cell, lots));
  const own = new Map(cell.map((lot) => [divided.classOf[lot] as number, 1n]));
  return { space: divided, added: reducedBy(divided, own) };
}

export function extended({ space, added }: Addition): Space {
  if (added.size === 0) return space;
  const { large, small, weights, threshold } = space;
  const row = { pivot: heaviest(added, weights), entries: added };
  // Small rows have no entry at a large class, so that a large row leaves them as they are.
  if ((weights[row.pivot] as number) >= threshold) return { ...space, large: [...large, row] };
  const others = small.map(({ pivot, entries }) => {
    return { pivot, entries: cleared(entries, [row]) };
  });
  return { ...space, small: [...others, row] };
}

function reducedBy({ large, small }: Space, vector: Vector): Vector {
  return cleared(cleared(vector, large), small);
}

/** Each class that is partly in the cell becomes two, which are alike in all rows so far. */
function dividedBy(space: Space, cell: readonly number[], lots: readonly number[]): Space {
  const inside = new Map<number, number>();
  for (const lot of cell) {
    const old = space.classOf[lot] as number;
    inside.set(old, (inside.get(old) ?? 0) + (lots[lot] as number));
  }
  const weights = space.weights.slice();
  const parts = new Map<number, number>();
  for (const [old, n] of inside) {
    const rest = (weights[old] as number) - n;
    if (rest === 0) continue;
    parts.set(old, weights.length);
    weights[old] = rest;
    weights.push(n);
  }
  if (parts.size === 0) return space;
  const classOf = space.classOf.slice();
  for (const lot of cell) {
    const old = classOf[lot] as number;
    classOf[lot] = parts.get(old) ?? old;
  }
  const split = (row: Row) => withParts(row, parts);
  const [large, small] = [space.large.map(split), space.small.map(split)];
  return { ...space, classOf, weights, large, small };
}

function withParts(row: Row, parts: ReadonlyMap<number, number>): Row {
  let entries: Map<number, bigint> | null = null;
  for (const [old, part] of parts) {
    const value = row.entries.get(old);
    if (value !== undefined) entries = (entries ?? new Map(row.entries)).set(part, value);
  }
  return entries === null ? row : { pivot: row.pivot, entries };
}

/** A large row whose class has become small is taken out and put in again, on a class it has. */
function onLargeClasses(space: Space): Space {
  const isLarge = ({ pivot }: Row) => (space.weights[pivot] as number) >= space.threshold;
  const fallen = space.large.filter((row) => !isLarge(row));
  if (fallen.length === 0) return space;
  const rest = { ...space, large: space.large.filter(isLarge) };
  return fallen.reduce<Space>(
    (onto, { entries }) => extended({ space: onto, added: reducedBy(onto, entries) }),
    rest,
  );
}

function heaviest(entries: Vector, weights: readonly number[]): number {
  let best = -1;
  for (const column of entries.keys()) {
    if (best < 0 || (weights[column] as number) > (weights[best] as number)) best = column;
  }
  return best;
}
