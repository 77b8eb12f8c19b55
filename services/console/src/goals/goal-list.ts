import type { GoalSummary } from '../api/types.ts';
import { ownerParts } from '../text/owners.ts';
import { matcher } from '../text/search-words.ts';

export const goalsPerPage = 50;

export type SortKey = 'title' | 'owner' | 'kind' | 'progress' | 'measures' | 'pace' | 'grade';

export interface Sorting {
  readonly by: SortKey;
  readonly down: boolean;
}

/** Goals whose title or reference has every word of the search, in any order. */
export function searched(goals: readonly GoalSummary[], search: string): readonly GoalSummary[] {
  const matches = matcher(search);
  return goals.filter(({ title, reference }) => matches(`${title ?? ''} ${reference ?? ''}`));
}

/** Sorted by one column. What is unknown stands last, whichever way the column is sorted. */
export function sorted(
  goals: readonly GoalSummary[],
  { by, down }: Sorting,
  locale?: string,
): readonly GoalSummary[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const compare = (one: string | number, other: string | number): number =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : collator.compare(String(one), String(other));
  return goals.toSorted((one, other) => {
    const first = keyOf(one, by);
    const second = keyOf(other, by);
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return down ? compare(second, first) : compare(first, second);
  });
}

const gradeOrder = ['met', 'green', 'amber', 'red', 'missed'];

function keyOf(goal: GoalSummary, by: SortKey): string | number | null {
  switch (by) {
    case 'title':
      return goal.title;
    case 'owner':
      return ownerParts(goal.owner).name;
    case 'kind':
      return goal.kind;
    case 'progress':
      return goal.progress.value;
    case 'measures':
      return goal.measures.total;
    case 'pace':
      return goal.pace.value;
    case 'grade':
      return goal.grade === null ? null : gradeOrder.indexOf(goal.grade);
  }
}

/** Counts of a list of goals. They are counted, never averaged. */
export interface GoalCounts {
  readonly goals: number;
  readonly withProgress: number;
  readonly active: number;
  readonly stale: number;
  readonly closed: number;
  readonly measures: number;
  readonly measuresWithProgress: number;
}

export function countsOf(goals: readonly GoalSummary[]): GoalCounts {
  const count = (where: (goal: GoalSummary) => boolean) => goals.filter(where).length;
  return {
    goals: goals.length,
    withProgress: count(({ progress }) => progress.value !== null),
    active: count(({ stage }) => stage === 'active'),
    stale: count(({ stale }) => stale === true),
    closed: count(({ stage }) => stage === 'closed'),
    measures: goals.reduce((sum, { measures }) => sum + measures.total, 0),
    measuresWithProgress: goals.reduce((sum, { measures }) => sum + measures.withProgress, 0),
  };
}

/** The owners that a list of goals has, by name. */
export function ownersOf(goals: readonly GoalSummary[], locale?: string): readonly string[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return [...new Set(goals.map(({ owner }) => owner))].sort(collator.compare);
}

/** One page, and how many there are; a page beyond the last is the last. */
export function pageOf<T>(
  items: readonly T[],
  page: number,
  size = goalsPerPage,
): { readonly items: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(Math.max(1, page), pages);
  return { items: items.slice((shown - 1) * size, shown * size), page: shown, pages };
}
