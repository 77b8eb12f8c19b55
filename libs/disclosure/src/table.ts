import type { AtomId, Cell, Lot } from './lots.ts';
import type { Release, ShownRelease } from './release.ts';

/**
 * A release as the guard looks at it: cells over lots by their index. Lots that no cell tells
 * apart, now or in an earlier release, are one here: atoms finer than the cells cost nothing.
 */
export interface Table {
  /** How many answers each lot has. */
  readonly lots: readonly number[];
  /** In the order in which they are decided. */
  readonly cells: readonly CountedCell[];
  /** What earlier releases showed, each by its lots. */
  readonly earlier: { readonly [Kind in keyof ShownRelease]: readonly (readonly number[])[] };
}

export interface CountedCell {
  readonly id: string;
  readonly lots: readonly number[];
  readonly n: number;
}

export function tableOf({ cells, lots, earlier }: Release): Table {
  const places = Array.from({ length: earlier.length + 1 }, (_, at) => placesOf(lots, at));
  const counted = (list: readonly Cell[], at: number) =>
    list.map((cell) => countedIn(cell, places[at] as Places, lots)).sort(inOrder);
  const own = counted(cells, earlier.length);
  const figures = earlier.flatMap((release, at) => counted(release.figures, at));
  const comments = earlier.flatMap((release, at) => counted(release.comments, at));
  const merged = mergedBy([...own, ...figures, ...comments], lots);
  const over = (one: Counted) => [...new Set(one.lots.map((lot) => merged.of[lot] as number))];
  return {
    lots: merged.lots,
    cells: own.map((one) => ({ id: one.id, n: one.n, lots: over(one) })),
    earlier: { figures: figures.map(over), comments: comments.map(over) },
  };
}

/** Of each atom, the lots in it at a release, by their index. Empty lots are nowhere. */
type Places = ReadonlyMap<AtomId, readonly number[]>;

function placesOf(lots: readonly Lot[], release: number): Places {
  const inAtom = new Map<AtomId, number[]>();
  lots.forEach(({ n, places }, lot) => {
    const atom = places[release] ?? null;
    if (atom === null || n === 0) return;
    const others = inAtom.get(atom);
    if (others === undefined) inAtom.set(atom, [lot]);
    else others.push(lot);
  });
  return inAtom;
}

interface Counted extends CountedCell {
  readonly level: number;
}

function countedIn({ id, level, atoms }: Cell, places: Places, lots: readonly Lot[]): Counted {
  const within = [...new Set(atoms)].flatMap((atom) => places.get(atom) ?? []);
  const n = within.reduce((sum, lot) => sum + (lots[lot] as Lot).n, 0);
  return { id, level, lots: within, n };
}

function inOrder(one: Counted, other: Counted): number {
  return one.level - other.level || other.n - one.n || (one.id < other.id ? -1 : 1);
}

/**
 * Lots by the cells that they are in. Their order depends on nothing but these cells, so that it
 * does not matter in which order anything was given.
 */
function mergedBy(
  cells: readonly Counted[],
  lots: readonly Lot[],
): { readonly lots: readonly number[]; readonly of: readonly (number | undefined)[] } {
  const within: string[][] = lots.map(() => []);
  cells.forEach((cell, at) => {
    for (const lot of cell.lots) within[lot]?.push(String(at));
  });
  const keys = within.map((one) => one.join(' '));
  const order = [...new Set(keys)].filter((key) => key !== '').sort();
  const indexOf = new Map(order.map((key, index) => [key, index]));
  const of = keys.map((key) => indexOf.get(key));
  const merged = order.map(() => 0);
  of.forEach((index, lot) => {
    if (index !== undefined) merged[index] = (merged[index] as number) + (lots[lot] as Lot).n;
  });
  return { lots: merged, of };
}
