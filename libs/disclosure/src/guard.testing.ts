import { isRejection } from '@plumbline/kernel';
import fc from 'fast-check';
import { guardRelease, type GuardedRelease } from './guard.ts';
import { crossed, type Atom, type Dimension } from './lattice.ts';
import { lotsOfGrowth, type Cell, type Counts, type Lot } from './lots.ts';
import type { Release } from './release.ts';
import type { Thresholds } from './thresholds.ts';

export type Guard = (asked: Release, thresholds: Thresholds) => GuardedRelease;

export const theGuard: Guard = (asked, thresholds) => {
  const guarded = guardRelease(asked, thresholds);
  if (isRejection(guarded)) throw new Error(guarded.code);
  return guarded;
};

/** Some segments, and the answers in them from release to release. */
export interface Series {
  readonly cells: readonly Cell[];
  /** Their places are those of all releases. */
  readonly lots: readonly Lot[];
  readonly releases: number;
}

/** Each release of a series as the guard leaves it, with what the ones before it showed. */
export function released(
  { cells, lots, releases }: Series,
  thresholds: Thresholds,
  guard = theGuard,
): readonly GuardedRelease[] {
  const all: GuardedRelease[] = [];
  for (let at = 0; at < releases; at += 1) {
    const known = lots.map(({ n, places }) => ({ n, places: places.slice(0, at + 1) }));
    const earlier = all.map(({ shown }) => shown);
    all.push(guard({ cells, lots: known, earlier }, thresholds));
  }
  return all;
}

/** A tree of segments, each below one with a smaller number. */
function dimensionOf(name: string, parents: readonly number[]): Dimension {
  const above = parents.map((parent, at) => [`${name}${at + 1}`, `${name}${parent % (at + 1)}`]);
  return { name, parents: new Map([[`${name}0`, null], ...(above as [string, string][])]) };
}

function atomsOf(dimensions: readonly Dimension[]): Atom[] {
  return dimensions
    .reduce<string[][]>(
      (all, { parents }) => all.flatMap((one) => [...parents.keys()].map((key) => [...one, key])),
      [[]],
    )
    .map((segments) => ({ id: segments.join('/'), segments }));
}

const anyParents = (min: number, max: number) =>
  fc.array(fc.nat({ max: 9 }), { minLength: min, maxLength: max });

/** A hierarchy, or one crossed with a second. People may be at every segment, not only the last. */
const anyLattice = fc
  .oneof(
    anyParents(1, 5).map((parents) => [dimensionOf('unit', parents)]),
    fc
      .tuple(anyParents(1, 2), anyParents(1, 2))
      .map(([units, places]) => [dimensionOf('unit', units), dimensionOf('place', places)]),
  )
  .map((dimensions) => ({ dimensions, atoms: atomsOf(dimensions) }));

const anyCount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 5, max: 12 }),
);

/** Answers that come in from release to release, and stay. */
export const anyGrowth: fc.Arbitrary<Series> = anyLattice.chain(({ dimensions, atoms }) =>
  fc
    .array(fc.array(anyCount, { minLength: atoms.length, maxLength: atoms.length }), {
      ...{ minLength: 1, maxLength: 3 },
    })
    .map((growth) => {
      let counts: Counts = {};
      const releases = growth.map((grown) => {
        counts = Object.fromEntries(
          atoms.map(({ id }, at) => [id, (counts[id] ?? 0) + (grown[at] ?? 0)]),
        );
        return counts;
      });
      const lots = lotsOfGrowth(releases);
      return { cells: crossed(dimensions, atoms), lots, releases: releases.length };
    }),
);

/** Answers that come, go and move from one segment to another, as they do in restatements. */
export const anyRestatement: fc.Arbitrary<Series> = anyLattice.chain(({ dimensions, atoms }) => {
  const place = fc.option(fc.constantFrom(...atoms.map(({ id }) => id)));
  return fc.integer({ min: 1, max: 3 }).chain((releases) =>
    fc
      .array(
        fc.record({
          n: fc.nat({ max: 9 }),
          places: fc.array(place, { minLength: releases, maxLength: releases }),
        }),
        { minLength: 1, maxLength: 12 },
      )
      .map((lots) => ({ cells: crossed(dimensions, atoms), lots, releases })),
  );
});
