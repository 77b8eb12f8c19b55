import type { Addition } from './space.ts';
import { cleared, type Row, type Vector } from './vector.ts';

/**
 * Steps of one search. Where they do not suffice, the cell is held to be unsafe: nothing is shown
 * that was not proved to be safe.
 */
export const searchStepsMax = 2_000;

/** How many steps a release may still take, which its searches use up. */
export interface Steps {
  left: number;
}

/**
 * A combination of shown cells that weighs on fewer answers than the threshold, by its classes; or
 * `unknown`, when the steps did not suffice to rule one out.
 */
export type SmallGroup = readonly number[] | 'unknown';

/**
 * Whether one more cell would make a small group derivable: some combination of it and of the rows
 * so far, with any factors, that is not zero on at least one class, and only on classes of fewer
 * answers together than the threshold. That forbids more than groups: twice one answer less another
 * is no group, and still tells about two people.
 *
 * A combination with few answers is a word of small weight in a linear code. It is searched for by
 * its few classes, not by its many rows: at a class where the combination is not zero, it either
 * stays so and is paid for with the answers of the class, or a row already chosen takes it away, or
 * one of the rows is chosen that have an entry there, each of which is paid for at its pivot. What
 * there is to pay with is less than the threshold, so that the depth is bounded by it and not by
 * the size of the release; the width is how many rows have an entry at one class.
 */
export function smallGroup(
  { space, added }: Addition,
  steps: Steps = { left: searchStepsMax },
): SmallGroup | null {
  const { weights, small, threshold } = space;
  const isLarge = (column: number) => (weights[column] as number) >= threshold;
  if (added.size === 0 || [...added.keys()].some(isLarge)) return null;
  const allowed = Math.min(searchStepsMax, steps.left);
  const search = { weights, small, byColumn: new Map(), steps: allowed };
  const result = searched(search, {
    ...{ found: added, directions: [], left: threshold - 1 },
    ...{ decided: new Set(), closed: new Set() },
  });
  steps.left -= allowed - Math.max(search.steps, 0);
  return result;
}

interface Search {
  readonly weights: readonly number[];
  /** The rows that stand on a small class. */
  readonly small: readonly Row[];
  /** Which of them have an entry at a class, as far as somebody asked. */
  readonly byColumn: Map<number, readonly number[]>;
  steps: number;
}

interface Node {
  /** The combination so far, to which any multiples of the directions may be added. */
  readonly found: Vector;
  readonly directions: readonly Vector[];
  /** How many answers there are left to pay with. */
  readonly left: number;
  /** Classes that are paid for. */
  readonly decided: ReadonlySet<number>;
  /** Rows, by index, that are chosen, or that may not be chosen any more. */
  readonly closed: ReadonlySet<number>;
}

function searched(search: Search, node: Node): SmallGroup | null {
  search.steps -= 1;
  if (search.steps < 0) return 'unknown';
  const column = narrowest(search, node);
  if (column === undefined) return [...node.found.keys()];
  for (const next of choices(search, node, column)) {
    const result = searched(search, next);
    if (result !== null) return result;
  }
  return null;
}

/** The open class with the fewest choices, be it none; undefined when no class is open. */
function narrowest(search: Search, node: Node): number | undefined {
  let [best, fewest] = [undefined as number | undefined, Infinity];
  for (const column of node.found.keys()) {
    if (node.decided.has(column)) continue;
    let count = (search.weights[column] as number) <= node.left ? 1 : 0;
    if (node.directions.some((one) => one.has(column))) count += 1;
    for (const at of rowsAt(search, column)) {
      if (count >= fewest) break;
      if (isOpen(search, node, at)) count += 1;
    }
    if (count < fewest) [best, fewest] = [column, count];
    if (count === 0) break;
  }
  return best;
}

function* choices(search: Search, node: Node, column: number): Generator<Node> {
  const { found, directions, left, decided, closed } = node;
  const kept = left - (search.weights[column] as number);
  if (kept >= 0) yield { ...node, left: kept, decided: new Set(decided).add(column) };
  const by = directions.find((one) => one.has(column));
  if (by !== undefined) {
    const row = [{ pivot: column, entries: by }];
    yield {
      ...{ left, decided, found: cleared(found, row) },
      directions: directions.filter((one) => one !== by).map((one) => cleared(one, row)),
      // No row may bring it back, so that those chosen later leave it as it is.
      closed: new Set([...closed, ...rowsAt(search, column)]),
    };
  }
  const tried = new Set(closed);
  for (const at of rowsAt(search, column)) {
    if (!isOpen(search, node, at)) continue;
    const { pivot, entries } = search.small[at] as Row;
    const rest = left - costOf(search, at);
    // Those tried before it are closed: with them, everything has been looked at.
    tried.add(at);
    yield {
      ...{ found, directions: [...directions, entries], left: rest },
      decided: new Set(decided).add(pivot),
      // With nothing left, none can be chosen anyhow.
      closed: rest === 0 ? closed : new Set(tried),
    };
  }
}

/** Whether a row may still be chosen, and there is enough left to pay for it. */
function isOpen(search: Search, { closed, left }: Node, at: number): boolean {
  return !closed.has(at) && costOf(search, at) <= left;
}

function costOf({ weights, small }: Search, at: number): number {
  return weights[(small[at] as Row).pivot] as number;
}

function rowsAt({ small, byColumn }: Search, column: number): readonly number[] {
  const known = byColumn.get(column);
  if (known !== undefined) return known;
  const rows = small.flatMap(({ entries }, at) => (entries.has(column) ? [at] : []));
  byColumn.set(column, rows);
  return rows;
}
