import { guardRelease } from '@plumbline/disclosure';
import { isRejection, reject, same, type Rejection } from '@plumbline/kernel';
import { figure, restatement, type Figure } from '@plumbline/statistics';
import { measured, type Formula, type Scale } from '../measure.ts';
import { cellId, type Counted, type ShownCell } from './counting.ts';
import { isShown, type Difference, type HeldRelease } from './metric-release.ts';
import type { ReleasedFigure, ShownFigure, Stated } from './metric-release.ts';
import { definitionName, type Pinned, type Segments } from './source.ts';

/**
 * The figures of a release as the guard lets them be shown, the one of all answers first. What is
 * withheld is not even computed.
 */
export function guardedFigures(
  { cells, lots, earlier }: Counted,
  by: { readonly formula: Formula; readonly scale: Scale; readonly dimensions: readonly string[] },
  threshold: number,
): readonly ReleasedFigure[] | Rejection {
  const before = earlier.map((figures) => ({ figures, comments: [] }));
  const thresholds = { figures: threshold, comments: threshold };
  const guarded = guardRelease({ cells, lots, earlier: before }, thresholds);
  if (isRejection(guarded)) return reject(guarded.code, guarded.detail, '/dimensions');
  const figures = cells.map(({ of, counts }, at): ReleasedFigure => {
    const decided = guarded.cells[at]?.figures;
    if (decided?.shown === true) return { of, ...measured(by.formula, by.scale, counts) };
    return { of, suppressed: decided?.reason ?? 'below-threshold' };
  });
  const all = by.dimensions.map(() => null);
  const hasAny = figures.some(({ of }) => same(of, all));
  const nobody: readonly ReleasedFigure[] = [{ of: all, suppressed: 'below-threshold' }];
  return [...(hasAny ? [] : nobody), ...figures].toSorted(inOrder);
}

/** By what is named, and never by what was answered. */
function inOrder({ of: one }: ReleasedFigure, { of: other }: ReleasedFigure): number {
  const named = (of: Segments) => of.filter((segment) => segment !== null).length;
  return named(one) - named(other) || (cellId(one) < cellId(other) ? -1 : 1);
}

/**
 * A rejection where an earlier release is not found again as it was counted: nothing could be
 * decided beside it. It tells of a fault, as what was recorded by a position does not change.
 */
export function refuseOther(
  beside: readonly HeldRelease[],
  earlier: readonly (readonly ShownCell[])[],
): Rejection | undefined {
  const other = beside.find(({ shown }, at) => {
    const found = new Map(earlier[at]?.map(({ id, n }) => [id, n]));
    return shown.some(({ of, n }) => found.get(cellId(of)) !== n);
  });
  if (other === undefined) return undefined;
  const detail = `Release ${other.releaseId} is counted otherwise now than it was. Tell an operator.`;
  return reject('release/earlier-counted-otherwise', detail);
}

/**
 * What changed from one release to the next by the same version of a metric, and always what became
 * of the figure of all.
 */
export function differences(
  definition: Pinned,
  before: readonly ShownFigure[],
  after: readonly ReleasedFigure[],
): readonly Difference[] {
  const stated = (one: Stated | undefined) =>
    one === undefined ? undefined : figure(definitionName(definition), one.value, one.n);
  const earlier = new Map(before.map((one) => [cellId(one.of), one]));
  const later = new Map(after.filter(isShown).map((one) => [cellId(one.of), one]));
  const all = new Map([...before, ...after].map(({ of }) => [cellId(of), of]));
  return [...all].flatMap(([id, of]) => {
    const [one, other] = [stated(earlier.get(id)), stated(later.get(id))];
    const isAll = of.every((segment) => segment === null);
    return same(one, other) && !isAll ? [] : [differenceOf(of, one, other)];
  });
}

function differenceOf(of: Segments, before?: Figure, after?: Figure): Difference {
  if (before !== undefined && after !== undefined) {
    const { definition: _, ...changed } = restatement(before, after);
    return { of, ...changed };
  }
  const stated = (one?: Figure) => (one === undefined ? null : { n: one.n, value: one.value });
  return { of, before: stated(before), after: stated(after), difference: null };
}
