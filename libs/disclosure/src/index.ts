export { guardRelease, type GuardedCell, type GuardedRelease } from './guard.ts';
export { guarded, mapGuarded } from './guarded.ts';
export type { Decided, Guarded, WithheldReason } from './guarded.ts';
export { crossed, type Atom, type CrossedCell, type Dimension } from './lattice.ts';
export { lotsOfGrowth, type AtomId, type Cell, type Counts, type Lot } from './lots.ts';
export { earlierCellsMax, releaseCellsMax, releaseLotsMax } from './release.ts';
export type { Release, ShownRelease } from './release.ts';
export { ratchet, thresholdDefault, thresholdFloor, thresholdMax } from './thresholds.ts';
export type { Thresholds } from './thresholds.ts';
