import type { AtomId, Cell } from './lots.ts';

/** Steps from a segment up to the top of its dimension. A circle has no top. */
export const dimensionDepthMax = 32;

/** Segments in a tree: of the organisation, of places, of touchpoints. A flat list has one top. */
export interface Dimension {
  readonly name: string;
  /** Of each segment the one above it; null at the top. */
  readonly parents: ReadonlyMap<string, string | null>;
}

/** The finest group: a segment of each dimension, in the order of the dimensions. */
export interface Atom {
  readonly id: AtomId;
  readonly segments: readonly string[];
}

/** All answers at or below one segment of each dimension. */
export interface CrossedCell extends Cell {
  readonly segments: readonly string[];
}

/**
 * Every crossing of the segments of all dimensions that some atom is within. Levels are steps down
 * from the tops, all together: the whole is 0, its divisions and its places are 1, a place within a
 * division is 2. Throws RangeError for segments that are unknown, or have no top.
 */
export function crossed(dimensions: readonly Dimension[], atoms: readonly Atom[]): CrossedCell[] {
  const cells = new Map<string, { segments: readonly string[]; level: number; atoms: AtomId[] }>();
  for (const atom of atoms) {
    for (const { segments, level } of crossingsOf(dimensions, atom)) {
      const id = JSON.stringify(segments);
      const cell = cells.get(id);
      if (cell === undefined) cells.set(id, { segments, level, atoms: [atom.id] });
      else cell.atoms.push(atom.id);
    }
  }
  return [...cells].map(([id, cell]) => ({ id, ...cell }));
}

interface Crossing {
  readonly segments: readonly string[];
  readonly level: number;
}

function crossingsOf(dimensions: readonly Dimension[], atom: Atom): readonly Crossing[] {
  return dimensions.reduce<readonly Crossing[]>(
    (crossings, dimension, at) => {
      const line = lineOf(dimension, atom.segments[at] ?? '');
      return crossings.flatMap(({ segments, level }) =>
        line.map((segment, steps) => ({
          segments: [...segments, segment],
          level: level + line.length - 1 - steps,
        })),
      );
    },
    [{ segments: [], level: 0 }],
  );
}

/** A segment and all above it, up to the top. */
function lineOf({ name, parents }: Dimension, segment: string): string[] {
  const line: string[] = [];
  for (let at: string | null = segment; at !== null; at = parents.get(at) ?? null) {
    if (!parents.has(at)) throw new RangeError(`${name} has no segment "${at}"`);
    if (line.length > dimensionDepthMax) throw new RangeError(`${name} is in a circle or too deep`);
    line.push(at);
  }
  return line;
}
