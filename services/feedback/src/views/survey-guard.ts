/** A group that a figure is counted in, and how many gave an answer to it. */
export interface Cell {
  readonly label: string;
  readonly n: number;
}

/** Which figures may be shown: of all, and of which groups. */
export interface Shown {
  readonly all: boolean;
  readonly groups: ReadonlySet<string>;
}

/**
 * Which figures of groups that have no answer in common are shown beside that of all together.
 *
 * None of fewer than k is. Whoever knows the total and all groups but one knows that one as well:
 * so what is hidden in the total must be of k at least, and of two groups at least; the smallest of
 * those that would be shown are hidden until it is so (complementary suppression, as in Cox, L. H.
 * (1980), Suppression methodology and statistical disclosure control, Journal of the American
 * Statistical Association 75, 377–385). Groups in which nobody answered hide nothing.
 */
export function shownCells(cells: readonly Cell[], k: number): Shown {
  const some = cells.filter(({ n }) => n > 0);
  const total = some.reduce((sum, { n }) => sum + n, 0);
  if (total < k) return { all: false, groups: new Set() };
  const hidden = some.filter(({ n }) => n < k);
  const shown = some
    .filter(({ n }) => n >= k)
    // Equal ones by their names: which of them is hidden must not change from answer to answer.
    .toSorted((one, other) => other.n - one.n || (one.label < other.label ? -1 : 1));
  const isSafe = () => {
    const n = hidden.reduce((sum, one) => sum + one.n, 0);
    return hidden.length === 0 || (hidden.length > 1 && n >= k);
  };
  while (!isSafe() && shown.length > 0) {
    const [smallest] = shown.splice(-1);
    if (smallest !== undefined) hidden.push(smallest);
  }
  return { all: true, groups: new Set(shown.map(({ label }) => label)) };
}
