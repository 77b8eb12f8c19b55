import { crossed, guarded, guardRelease, thresholdDefault } from '@plumbline/disclosure';
import type { Dimension, Guarded, GuardedCell } from '@plumbline/disclosure';
import { isRejection, type Rejection } from '@plumbline/kernel';

/** Groups that lie one within the other, as units do, or beside each other. */
export interface Grouping<One> {
  readonly dimension: Dimension;
  readonly groupOf: (one: One) => string;
}

export interface GuardedGroup<Figure> {
  /** Null: all together. */
  readonly group: string | null;
  readonly figure: Guarded<Figure>;
}

/**
 * Figures of all together, and of each group with all below it, such that nobody can work out, from
 * everything that is shown, anything about fewer people than the threshold. Who is shown hangs on
 * how many are in which group alone, and on no rating. What is withheld is never worked out.
 */
export function guardedGroups<One, Figure>(
  all: readonly One[],
  { dimension, groupOf }: Grouping<One>,
  figureOf: (some: readonly One[]) => Figure,
  threshold = thresholdDefault,
): readonly GuardedGroup<Figure>[] | Rejection {
  const byGroup = new Map<string, One[]>();
  for (const one of all) {
    const group = groupOf(one);
    const others = byGroup.get(group);
    if (others === undefined) byGroup.set(group, [one]);
    else others.push(one);
  }
  const whole = { id: 'all', group: null, atoms: [...byGroup.keys()], level: 0 };
  const atoms = [...byGroup.keys()].map((id) => ({ id, segments: [id] }));
  const cells = [
    whole,
    ...crossed([dimension], atoms).map(({ segments: [group = ''], atoms: within, level }) => {
      return { id: `group ${group}`, group, atoms: within, level: level + 1 };
    }),
  ];
  const decided = guardRelease(
    {
      cells: cells.map(({ id, atoms: within, level }) => ({ id, atoms: within, level })),
      lots: [...byGroup].map(([group, { length: n }]) => ({ n, places: [group] })),
      earlier: [],
    },
    { figures: threshold, comments: threshold },
  );
  if (isRejection(decided)) return decided;
  return cells.map(({ group, atoms: within }, at) => {
    const { figures } = decided.cells[at] as GuardedCell;
    const own = () => figureOf(within.flatMap((one) => byGroup.get(one) ?? []));
    return { group, figure: guarded(figures, own) };
  });
}

/** Groups beside each other, as an uploaded list has them. */
export function flatDimension(name: string, groups: Iterable<string>): Dimension {
  return { name, parents: new Map([...groups].map((group) => [group, null])) };
}
