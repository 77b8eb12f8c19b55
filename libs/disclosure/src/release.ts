import { reject, type Rejection } from '@plumbline/kernel';
import type { Cell, Lot } from './lots.ts';

/** Cells of one release. */
export const releaseCellsMax = 1_000;
/** Groups of answers that some cell, in this or an earlier release, tells apart. */
export const releaseLotsMax = 5_000;
/** Cells that earlier releases showed, all together. */
export const earlierCellsMax = 10_000;

/** What a release showed, which later ones must keep in mind for ever. */
export interface ShownRelease {
  readonly figures: readonly Cell[];
  readonly comments: readonly Cell[];
}

/** A release that is asked for. A group in which there is nobody to answer is no cell of it. */
export interface Release {
  readonly cells: readonly Cell[];
  readonly lots: readonly Lot[];
  /** Oldest first; the places of lots are in the same order, with this release's at the end. */
  readonly earlier: readonly ShownRelease[];
}

/**
 * A release that is too large is refused, and not made coarser in silence: whoever asks knows which
 * segments they can do without. Throws RangeError for what no caller should ever give.
 */
export function refuseRelease({ cells, lots, earlier }: Release): Rejection | undefined {
  if (lots.some(({ n }) => !Number.isSafeInteger(n) || n < 0)) {
    throw new RangeError('a lot has a whole number of answers');
  }
  if (lots.some(({ places }) => places.length !== earlier.length + 1)) {
    throw new RangeError('a lot has one place for each release');
  }
  const before = earlier.reduce((sum, { figures }) => sum + figures.length, 0);
  return (
    refuseMore('cells', cells.length, releaseCellsMax) ??
    refuseMore('earlier-cells', before, earlierCellsMax) ??
    refuseTwins(cells)
  );
}

/** How many lots are told apart is known only once the release has been laid out. */
export function refuseLots(count: number): Rejection | undefined {
  return refuseMore('lots', count, releaseLotsMax);
}

const counted = {
  cells: 'cells',
  'earlier-cells': 'cells shown by the releases before it',
  lots: 'groups of answers that its segments and its earlier releases tell apart',
};

function refuseMore(what: keyof typeof counted, count: number, max: number) {
  if (count <= max) return undefined;
  const detail = `A release has at most ${max} ${counted[what]}. Ask for fewer segments.`;
  return reject(`release/too-many-${what}`, detail, '/cells');
}

function refuseTwins(cells: readonly Cell[]): Rejection | undefined {
  if (new Set(cells.map(({ id }) => id)).size === cells.length) return undefined;
  return reject('release/twin-cells', 'Two cells have the same id. Give each its own.', '/cells');
}
