import { isRejection, type Rejection } from '@plumbline/kernel';
import { dividedBy, emptyPartition, type Partition } from './comments.ts';
import { smallGroup, type Steps } from './derivable.ts';
import type { Decided, WithheldReason } from './guarded.ts';
import type { Cell } from './lots.ts';
import { refuseLots, refuseRelease, type Release, type ShownRelease } from './release.ts';
import { addition, emptySpace, extended, type Space } from './space.ts';
import { tableOf, type CountedCell, type Table } from './table.ts';
import { ratchet, type Thresholds } from './thresholds.ts';

/** Steps of all searches of one release together; see `searchStepsMax`. */
export const releaseStepsMax = 200_000;

export interface GuardedCell {
  readonly cell: string;
  readonly figures: Decided;
  readonly comments: Decided;
}

export interface GuardedComments {
  readonly cell: string;
  readonly comments: Decided;
}

export interface GuardedRelease {
  readonly thresholds: Thresholds;
  /** In the order in which the cells were asked for. */
  readonly cells: readonly GuardedCell[];
  /** To be kept, and given as one of the earlier ones to every later release. */
  readonly shown: ShownRelease;
}

/**
 * Decides which cells of a release may be shown, such that nobody can compute, from all that this
 * release and the earlier ones show, anything about a group of fewer answers than the threshold.
 *
 * **The criterion.** Whoever reads releases knows for each shown cell a sum over its answers (of
 * those who are favourable, of each point of the scale), and so every combination of these sums
 * with any factors. No such combination may weigh on a few answers only: on at least one, and on
 * fewer than the threshold. Sums and differences, chains of them, and the remainders of parents are
 * special cases. `smallGroup` decides it exactly, in whole numbers, or gives up and says no.
 *
 * **The order.** Cells are taken one by one and shown when they keep the criterion: by level, then
 * from the one with most answers to the one with fewest. As less shown never gives more away, what
 * is withheld could not be shown beside what is: no cell is withheld in vain, parents come before
 * children, and among siblings the smallest are withheld. Only counts decide, never an answer.
 *
 * **Overlaps.** Two cells that cross, of this release or of others, differ by answers that are in
 * one of them only, on either side. A figure tells how often each score was given: where the sides
 * gave different ones, they come apart in the difference, each for itself. So on each side that
 * many must be none, or the threshold or more. This is asked of each two cells that are shown.
 *
 * **Releases.** Answers are lots by where they were in each release, so that a difference to an
 * earlier release is a difference like any other, also where answers left or moved. What was given
 * away under a lower threshold cannot be taken back; nothing is added to it.
 *
 * **Figures.** The lots count the answers that the figures are of. A question that not all have
 * answered has counts of its own, and is guarded by itself, in releases of its own.
 *
 * **Empty groups.** A cell without answers has no value to show and is withheld as one below the
 * threshold. That nobody answered may still be seen in a parent whose other children add up to it:
 * who took part is no secret of this guard, what they said is.
 *
 * **Cost.** About cells × shown cells, of all releases, and for a cell that rests on small groups
 * only, a search of at most `searchStepsMax` steps. Where steps run out, the cell is withheld like
 * one that was found unsafe, by the reason of what could not be ruled out. A release above its
 * limits is refused. Near them it takes some seconds of a processor, so it is not for a request.
 *
 * **What it does not do.** Figures must be functions of the counts of a cell's answers. It does not
 * stop guesses: that all of a group answered alike, or bounds that only hold because no count is
 * below zero. Nor does it stop those who answered from taking their own answers away.
 */
export function guardRelease(
  asked: Release,
  thresholds: Thresholds,
  stepsMax = releaseStepsMax,
): GuardedRelease | Rejection {
  const agreed = ratchet(null, thresholds);
  if (isRejection(agreed)) return agreed;
  const refused = refuseRelease(asked);
  if (refused !== undefined) return refused;
  const table = tableOf(asked);
  const tooLarge = refuseLots(table.lots.length);
  if (tooLarge !== undefined) return tooLarge;
  const figures = decideFigures(table, agreed.figures, { left: stepsMax });
  const comments = decideComments(table, agreed.comments, figures);
  const shownBy = (decided: ReadonlyMap<string, Decided>) =>
    asked.cells.filter(({ id }) => decided.get(id)?.shown === true);
  return {
    thresholds: agreed,
    cells: asked.cells.map(({ id }) => ({
      ...{ cell: id, figures: figures.get(id) as Decided, comments: comments.get(id) as Decided },
    })),
    shown: { figures: shownBy(figures), comments: shownBy(comments) },
  };
}

/**
 * The same for comments alone, where figures are released elsewhere: those need no fewer answers
 * than comments do. What earlier releases showed are cells whose comments could be read.
 */
export function guardComments(
  asked: Omit<Release, 'earlier'> & { readonly earlier: readonly (readonly Cell[])[] },
  threshold: number,
): readonly GuardedComments[] | Rejection {
  const { cells, lots } = asked;
  const agreed = ratchet(null, { figures: threshold });
  if (isRejection(agreed)) return agreed;
  const release = {
    ...{ cells, lots },
    earlier: asked.earlier.map((comments) => ({ figures: [], comments })),
  };
  const refused = refuseRelease(release);
  if (refused !== undefined) return refused;
  const table = tableOf(release);
  const tooLarge = refuseLots(table.lots.length);
  if (tooLarge !== undefined) return tooLarge;
  const figures = new Map(table.cells.map(({ id, n }) => [id, { shown: true as const, n }]));
  const decided = decideComments(table, agreed.comments, figures);
  return cells.map(({ id }) => ({ cell: id, comments: decided.get(id) as Decided }));
}

function decideFigures(table: Table, threshold: number, steps: Steps): Map<string, Decided> {
  const { lots, cells, earlier } = table;
  const decided = new Map<string, Decided>();
  const shown: CountedCell[] = [];
  let own = emptySpace(lots, threshold);
  let all = earlier.figures.reduce((space, one) => extended(addition(space, one, lots)), own);
  for (const cell of cells) {
    const isApart = apart(cell, lots, threshold);
    const isFit = cell.n >= threshold && shown.every((one) => isApart(one.lots));
    const beside = isFit ? safely(own, cell, lots, steps) : null;
    const isNews = beside !== null && earlier.figures.every(isApart);
    const after = isNews ? safely(all, cell, lots, steps) : null;
    if (beside !== null && after !== null) {
      [own, all] = [beside, after];
      shown.push(cell);
      decided.set(cell.id, { shown: true, n: cell.n });
    } else {
      const isCross = (one: CountedCell) => crossing(cell, one, lots) > 0 && !isApart(one.lots);
      const reason = reasonOf(cell.n < threshold, beside !== null, shown.some(isCross));
      decided.set(cell.id, { shown: false, reason });
    }
  }
  return decided;
}

/**
 * Whether of a cell and another one each has none, or the threshold or more, of what the other has
 * not. Cells that have nothing in common tell nothing of each other.
 */
function apart(
  cell: CountedCell,
  lots: readonly number[],
  threshold: number,
): (other: readonly number[]) => boolean {
  const within = new Uint8Array(lots.length);
  for (const lot of cell.lots) within[lot] = 1;
  return (other) => {
    let [common, alone] = [0, 0];
    for (const lot of other) {
      if (within[lot] === 1) common += lots[lot] as number;
      else alone += lots[lot] as number;
    }
    const isEnough = (n: number) => n === 0 || n >= threshold;
    return common === 0 || (isEnough(alone) && isEnough(cell.n - common));
  };
}

/** The space with the cell, or null where the cell would make a small group derivable. */
function safely(
  space: Space,
  cell: CountedCell,
  lots: readonly number[],
  steps: Steps,
): Space | null {
  const more = addition(space, cell.lots, lots);
  return smallGroup(more, steps) === null ? extended(more) : null;
}

function decideComments(
  { lots, cells, earlier }: Table,
  threshold: number,
  figures: ReadonlyMap<string, Decided>,
): Map<string, Decided> {
  const decided = new Map<string, Decided>();
  const shown: CountedCell[] = [];
  const none = emptyPartition(lots, threshold);
  const join = (parts: Partition, one: readonly number[]) => dividedBy(parts, one, lots).partition;
  let [own, all] = [none, earlier.comments.reduce(join, none)];
  for (const cell of cells) {
    const figure = figures.get(cell.id) as Decided;
    const [beside, after] = [dividedBy(own, cell.lots, lots), dividedBy(all, cell.lots, lots)];
    if (!figure.shown) {
      decided.set(cell.id, figure);
    } else if (beside.isSafe && after.isSafe) {
      [own, all] = [beside.partition, after.partition];
      shown.push(cell);
      decided.set(cell.id, figure);
    } else {
      const isCross = shown.some((one) => crossing(cell, one, lots) > 0);
      const reason = reasonOf(cell.n < threshold, beside.isSafe, isCross);
      decided.set(cell.id, { shown: false, reason });
    }
  }
  return decided;
}

function reasonOf(isSmall: boolean, isSafeAlone: boolean, isCrossed: boolean): WithheldReason {
  if (isSmall) return 'below-threshold';
  if (isSafeAlone) return 'across-releases';
  return isCrossed ? 'overlap' : 'complementary';
}

/** How many answers two cells have in common that cross; none where one is within the other. */
function crossing(one: CountedCell, other: CountedCell, lots: readonly number[]): number {
  const within = new Set(one.lots);
  const common = other.lots.reduce(
    (sum, lot) => sum + (within.has(lot) ? (lots[lot] as number) : 0),
    0,
  );
  const isCrossing = common > 0 && common < one.n && common < other.n;
  return isCrossing ? common : 0;
}
