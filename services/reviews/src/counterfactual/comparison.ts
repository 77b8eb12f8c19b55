import { crossed, guarded, guardRelease } from '@plumbline/disclosure';
import type { Decided, Dimension, Guarded } from '@plumbline/disclosure';
import { isRejection, type Rejection } from '@plumbline/kernel';
import { figure, proportion, z95, type Estimate, type Figure } from '@plumbline/statistics';
import type { Proportion } from '@plumbline/statistics';

/** One review, before and after; in one group of each dimension, as in `['sales', 'mia']`. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly groups: readonly string[];
}

/** What ratings are on, in millionths. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** How ratings of a group were before and after, over the same reviews. */
export interface Comparison {
  readonly changed: Proportion;
  /** In millionths of the scale, as all that follows. */
  readonly before: Spread;
  readonly after: Spread;
  readonly meanShift: Estimate;
}

export interface Spread {
  readonly mean: Figure;
  readonly counts: readonly PointCount[];
}

export interface PointCount {
  /** The point of the scale that these ratings are nearest to; from the middle, the upper one. */
  readonly point: number;
  readonly count: number;
}

export interface ComparedGroup {
  /** The dimension, and the group of it; both null of all together. */
  readonly dimension: string | null;
  readonly group: string | null;
  readonly comparison: Guarded<Comparison>;
}

/** On a longer scale, points are shares of it: more of them than people are no distribution. */
export const pointsMax = 11;

export function comparisonOf(pairs: readonly Pair[], scale: Scale): Comparison {
  const shifts = pairs.map(({ before, after }) => after - before);
  const changed = shifts.filter((shift) => shift !== 0).length;
  const spread = (ratings: readonly number[]): Spread => ({
    mean: meanOf('calibration-mean@1', ratings),
    counts: distribution(ratings, scale),
  });
  return {
    changed: proportion('calibration-changed@1', changed, pairs.length),
    before: spread(pairs.map(({ before }) => before)),
    after: spread(pairs.map(({ after }) => after)),
    meanShift: estimateOf('calibration-shift@1', shifts),
  };
}

/** How often each point of the scale is the nearest one. */
export function distribution(ratings: readonly number[], scale: Scale): readonly PointCount[] {
  const { min, max } = scale;
  const width = max - min;
  const units = width / 1_000_000;
  const isOfUnits = Number.isInteger(units) && units < pointsMax;
  const steps = isOfUnits ? units : pointsMax - 1;
  const counts = Array.from({ length: steps + 1 }, () => 0);
  for (const rating of ratings) {
    const at = Math.floor((2 * (rating - min) * steps + width) / (2 * width));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, at) => {
    return { point: min + Math.round((at * width) / steps), count };
  });
}

/**
 * All together, and each group of each dimension: such that nobody can work out, from all of them,
 * anything about fewer people than the threshold. What is decided hangs on who is in which group
 * alone, so that of the same reviews every comparison shows the same groups. Without a threshold
 * all are shown: to whom may read each single review, they say nothing more.
 */
export function comparedGroups(
  pairs: readonly Pair[],
  scale: Scale,
  dimensions: readonly Dimension[],
  threshold: number | null,
): readonly ComparedGroup[] | Rejection {
  const byAtom = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const atom = JSON.stringify(pair.groups);
    const within = byAtom.get(atom);
    if (within === undefined) byAtom.set(atom, [pair]);
    else within.push(pair);
  }
  const whole = { id: 'all', dimension: null, group: null, atoms: [...byAtom.keys()], level: 0 };
  const cells = [whole, ...dimensions.flatMap((one, at) => cellsOf(one, at, byAtom.keys()))];
  const within = ({ atoms }: Cell) => atoms.flatMap((atom) => byAtom.get(atom) ?? []);
  const decided = threshold === null ? null : decidedOn(cells, byAtom, threshold);
  if (isRejection(decided)) return decided;
  return cells.map((cell, at) => {
    const { dimension, group } = cell;
    const own = within(cell);
    const figures = decided?.[at] ?? { shown: true, n: own.length };
    return { dimension, group, comparison: guarded(figures, () => comparisonOf(own, scale)) };
  });
}

interface Cell {
  readonly id: string;
  readonly atoms: readonly string[];
  readonly level: number;
}

function decidedOn(
  cells: readonly Cell[],
  byAtom: ReadonlyMap<string, readonly Pair[]>,
  threshold: number,
): readonly Decided[] | Rejection {
  const asked = cells.map(({ id, atoms, level }) => ({ id, atoms, level }));
  const lots = [...byAtom].map(([atom, { length: n }]) => ({ n, places: [atom] }));
  const thresholds = { figures: threshold, comments: threshold };
  const decided = guardRelease({ cells: asked, lots, earlier: [] }, thresholds);
  return isRejection(decided) ? decided : decided.cells.map(({ figures }) => figures);
}

/** The groups of one dimension: all that are above each other stand for what is within them. */
function cellsOf(dimension: Dimension, at: number, atoms: Iterable<string>) {
  const placed = [...atoms].map((id) => {
    return { id, segments: [(JSON.parse(id) as readonly string[])[at] ?? ''] };
  });
  return crossed([dimension], placed).map(({ id, segments, level, atoms: within }) => ({
    ...{ id: `${dimension.name} ${id}`, dimension: dimension.name, group: segments[0] ?? '' },
    ...{ atoms: within, level: level + 1 },
  }));
}

function meanOf(definition: string, values: readonly number[]): Figure {
  const sum = values.reduce((all, one) => all + one, 0);
  return figure(definition, values.length === 0 ? null : sum / values.length, values.length);
}

/** A mean with its 0.95 interval, m ± 1.96 s/√n; a single value shows no spread. */
function estimateOf(definition: string, values: readonly number[]): Estimate {
  const mean = meanOf(definition, values);
  const { value, n } = mean;
  if (value === null || n === 1) return { ...mean, low: null, high: null };
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  const reach = z95 * Math.sqrt(squares / (n - 1) / n);
  return { ...mean, low: value - reach, high: value + reach };
}
