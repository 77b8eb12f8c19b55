import type { Cell, Lot } from './lots.ts';

/** What readers know: for each shown cell of each release, which lots are in its sum. */
export interface Known {
  readonly weights: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

export function knownFrom(lots: readonly Lot[], shown: readonly (readonly Cell[])[]): Known {
  const there = lots.filter(({ n }) => n > 0);
  const rows = shown.flatMap((cells, release) =>
    cells.map(({ atoms }) =>
      there.map(({ places }) => (atoms.includes(places[release] ?? '') ? 1 : 0)),
    ),
  );
  return { weights: there.map(({ n }) => n), rows };
}

/**
 * Whether two rows have something in common, and one of them 1 to threshold − 1 answers that the
 * other has not: with how often each score was given, those can come apart in the difference.
 */
export function isGivenAwayBySides({ weights, rows }: Known, threshold: number): boolean {
  const both = (is: (lot: number) => boolean) =>
    weights.reduce((total, weight, lot) => total + (is(lot) ? weight : 0), 0);
  const isFew = (n: number) => n > 0 && n < threshold;
  return rows.some((row) =>
    rows.some((other) => {
      const common = both((lot) => row[lot] === 1 && other[lot] === 1);
      return common > 0 && isFew(both((lot) => row[lot] === 1 && other[lot] === 0));
    }),
  );
}

/** Whether a sum of the rows by −1, 0 and 1 weighs on 1 to threshold − 1 answers. All are tried. */
export function isGivenAwayBySigns({ weights, rows }: Known, threshold: number): boolean {
  const tried = (sum: readonly number[], from: number): boolean => {
    if (isSmall(sum, weights, threshold)) return true;
    return rows.slice(from).some((row, at) =>
      [1, -1].some((sign) =>
        tried(
          sum.map((value, lot) => value + sign * (row[lot] ?? 0)),
          from + at + 1,
        ),
      ),
    );
  };
  return tried(
    weights.map(() => 0),
    0,
  );
}

function isSmall(sum: readonly number[], weights: readonly number[], threshold: number): boolean {
  const n = weights.reduce((total, weight, lot) => total + (sum[lot] === 0 ? 0 : weight), 0);
  return n > 0 && n < threshold;
}

/**
 * Whether any combination of the rows, by any factors, is not zero on 1 to threshold − 1 answers
 * and zero on all others: for each such set of lots, whether the rows lose rank without it.
 */
export function isGivenAway({ weights, rows }: Known, threshold: number): boolean {
  const full = rankOf(rows);
  const tried = (without: ReadonlySet<number>, from: number, n: number): boolean => {
    const rest = rows.map((row) => row.filter((_, lot) => !without.has(lot)));
    if (without.size > 0 && rankOf(rest) < full) return true;
    return weights.some(
      (weight, lot) =>
        lot >= from &&
        n + weight < threshold &&
        tried(new Set(without).add(lot), lot + 1, n + weight),
    );
  };
  return tried(new Set(), 0, 0);
}

/**
 * By Bareiss's elimination, which knows nothing of classes, pivots or searches. Its numbers are
 * minors: of so few zeros and ones they are small, and it is exact.
 */
export function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows;
  let [rank, last] = [0, 1];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => row[column] !== 0);
    if (pivot === undefined) continue;
    const [head, divisor] = [pivot[column] ?? 0, last];
    left = left
      .filter((row) => row !== pivot)
      .map((row) =>
        row.map((value, lot) => (value * head - (row[column] ?? 0) * (pivot[lot] ?? 0)) / divisor),
      );
    [rank, last] = [rank + 1, head];
  }
  return rank;
}
