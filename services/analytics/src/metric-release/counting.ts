import { releaseCellsMax, type AtomId, type Cell, type Lot } from '@plumbline/disclosure';
import type { ScoreCounts } from '../measure.ts';
import type { Place, PlacedAnswer, Segments } from './source.ts';

/** The answers of a release as its guard takes them: counts alone, and no answer by itself. */
export interface Counted {
  readonly cells: readonly CountedCell[];
  /** Answers by where they were counted, in the earlier releases and in this one. */
  readonly lots: readonly Lot[];
  /** What each earlier release showed, with where its answers were then. */
  readonly earlier: readonly (readonly ShownCell[])[];
}

export interface CountedCell extends Cell {
  readonly of: Segments;
  readonly counts: ScoreCounts;
}

export interface ShownCell extends Cell {
  readonly of: Segments;
  readonly n: number;
}

/** Counts answers one by one; what it holds grows with the segments, and not with the answers. */
export interface Counter {
  add(answer: PlacedAnswer): void;
  counted(): Counted;
}

/**
 * A counter for a release and those that were before it, given by the segments that they showed.
 * An answer's places are those of all of them, in this order, with the new one's last.
 */
export function counterOf(earlier: readonly (readonly Segments[])[]): Counter {
  const lots = new Map<string, { n: number; readonly places: readonly (AtomId | null)[] }>();
  const atoms = [...earlier, []].map(() => new Map<AtomId, Atom>());
  return {
    add: ({ score, places }) => {
      const ids = places.map((place) => (place === null ? null : JSON.stringify(place)));
      ids.forEach((id, at) => {
        const place = places[at] ?? null;
        if (id !== null && place !== null) atomOf(atoms[at] as Atoms, id, place).n += 1;
      });
      count(atoms.at(-1)?.get(ids.at(-1) ?? ''), score);
      const key = ids.join(separator);
      const lot = lots.get(key) ?? { n: 0, places: ids };
      lot.n += 1;
      lots.set(key, lot);
    },
    counted: () => ({
      cells: cellsOf(atoms.at(-1) as Atoms),
      lots: [...lots.values()],
      earlier: earlier.map((shown, at) => shownIn(shown, atoms[at] as Atoms)),
    }),
  };
}

/** JSON has it only within strings, and there as an escape. */
const separator = '\n';

/** Answers in the same place of one release. */
interface Atom {
  readonly place: Place;
  readonly counts: Map<number, number>;
  n: number;
}
type Atoms = Map<AtomId, Atom>;

function atomOf(atoms: Atoms, id: AtomId, place: Place): Atom {
  const known = atoms.get(id);
  if (known !== undefined) return known;
  const atom = { place, counts: new Map<number, number>(), n: 0 };
  atoms.set(id, atom);
  return atom;
}

function count(atom: Atom | undefined, score: number): void {
  atom?.counts.set(score, (atom.counts.get(score) ?? 0) + 1);
}

interface Growing {
  readonly of: Segments;
  readonly atoms: AtomId[];
  readonly counts: Map<number, number>;
}

/** Every crossing of segments that some answer is in. */
function cellsOf(atoms: Atoms): readonly CountedCell[] {
  const cells = new Map<string, Growing>();
  for (const [atom, { place, counts }] of atoms) {
    for (const of of crossingsOf(place)) {
      // One too many, and the release is refused: the rest need not be put together.
      if (cells.size > releaseCellsMax) break;
      const id = cellId(of);
      const cell: Growing = cells.get(id) ?? { of, atoms: [], counts: new Map() };
      cells.set(id, cell);
      cell.atoms.push(atom);
      for (const [score, more] of counts) {
        cell.counts.set(score, (cell.counts.get(score) ?? 0) + more);
      }
    }
  }
  return [...cells].map(([id, { of, atoms: within, counts }]) => ({
    ...{ id, of, atoms: within, level: levelOf(of) },
    counts: [...counts].toSorted(([one], [other]) => one - other),
  }));
}

function shownIn(shown: readonly Segments[], atoms: Atoms): readonly ShownCell[] {
  const cells = new Map<string, { of: Segments; atoms: AtomId[]; n: number }>();
  for (const of of shown) cells.set(cellId(of), { of, atoms: [], n: 0 });
  for (const [atom, { place, n }] of atoms) {
    for (const of of crossingsOf(place)) {
      const cell = cells.get(cellId(of));
      cell?.atoms.push(atom);
      if (cell !== undefined) cell.n += n;
    }
  }
  return [...cells].map(([id, { of, atoms: within, n }]) => ({
    ...{ id, of, atoms: within, level: levelOf(of), n },
  }));
}

/** All of a dimension, or one of the segments that the place has in it. */
function crossingsOf(place: Place): readonly Segments[] {
  return place.reduce<readonly Segments[]>(
    (crossings, segments) => {
      return crossings.flatMap((of) => [null, ...segments].map((one) => [...of, one]));
    },
    [[]],
  );
}

export function cellId(of: Segments): string {
  return JSON.stringify(of);
}

/**
 * What names less is shown first. Within a dimension the guard takes the larger first, and so a
 * unit before those that it is made of.
 */
function levelOf(of: Segments): number {
  return of.filter((one) => one !== null).length;
}
