import { guardRelease, thresholdDefault, type Guarded } from '@plumbline/disclosure';
import { guarded, type GuardedCell } from '@plumbline/disclosure';
import { isRejection, type Rejection } from '@plumbline/kernel';
import { impactRatios, type GroupImpact } from '@plumbline/statistics';

/** One person of a group, and whether the rating was high enough. */
export interface GroupOutcome {
  readonly group: string;
  readonly isSelected: boolean;
}

export interface GuardedImpact {
  /** The group with the highest rate of those that are shown; null without any. */
  readonly reference: string | null;
  readonly groups: readonly {
    readonly group: string;
    readonly impact: Guarded<Omit<GroupImpact, 'group'>>;
  }[];
}

/**
 * The rate of each group at which it is rated so high or higher, over the best rate of those that
 * are shown, with its interval, Fisher's exact test and n. Groups under the threshold, and the one
 * that would give such a group away, are no reference and are not worked out.
 */
export function guardedImpact(
  outcomes: readonly GroupOutcome[],
  threshold = thresholdDefault,
): GuardedImpact | Rejection {
  const byGroup = new Map<string, { selected: number; total: number }>();
  for (const { group, isSelected } of outcomes) {
    const { selected, total } = byGroup.get(group) ?? { selected: 0, total: 0 };
    byGroup.set(group, { selected: selected + (isSelected ? 1 : 0), total: total + 1 });
  }
  const groups = [...byGroup].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const whole = { id: 'all', atoms: groups.map(([group]) => group), level: 0 };
  const decided = guardRelease(
    {
      cells: [
        whole,
        ...groups.map(([group]) => ({ id: `group ${group}`, atoms: [group], level: 1 })),
      ],
      lots: groups.map(([group, { total }]) => ({ n: total, places: [group] })),
      earlier: [],
    },
    { figures: threshold, comments: threshold },
  );
  if (isRejection(decided)) return decided;
  const decisions = groups.map(([group, counts], at) => {
    const { figures } = decided.cells[at + 1] as GuardedCell;
    return { group, counts, figures };
  });
  const shown = decisions.filter(({ figures }) => figures.shown);
  const { reference, groups: impacts } = impactRatios(
    shown.map(({ group, counts }) => ({ group, ...counts })),
  );
  const impactOf = new Map(impacts.map(({ group, ...impact }) => [group, impact]));
  return {
    reference,
    groups: decisions.map(({ group, figures }) => ({
      ...{
        group,
        impact: guarded(figures, () => impactOf.get(group) as Omit<GroupImpact, 'group'>),
      },
    })),
  };
}
