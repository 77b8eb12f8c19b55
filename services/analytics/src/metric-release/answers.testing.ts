import { counterOf, type Counted } from './counting.ts';
import type { HeldRelease } from './metric-release.ts';
import { besideSpan } from './metric-release.rules.ts';
import type { PlacedAnswer, Scope } from './source.ts';

/** An answer of a test: what it says, and what it names, from one position to the next. */
export interface TestAnswer {
  readonly score: number;
  readonly day: string;
  /** From when on it counts how: the last one of a position or before it holds. */
  readonly moments: readonly {
    readonly since: number;
    /** By dimension; null: it counts no more. */
    readonly in: Readonly<Record<string, readonly string[]>> | null;
  }[];
}

export const at = (position: number): string => String(position).padStart(4, '0');

/** Answers that name one location each, all of one score. */
export function manyOf(
  count: number,
  location: string,
  score: number,
  more: Partial<TestAnswer> = {},
) {
  return Array.from({ length: count }, (): TestAnswer => {
    const moments = [{ since: 1, in: { location: [location] } }];
    return { score, day: '2026-01-15', moments, ...more };
  });
}

/** Answers as a source would give them. */
export function placedIn(scopes: readonly Scope[], answer: TestAnswer): PlacedAnswer {
  const places = scopes.map(({ from, until, dimensions, position }) => {
    const named = answer.moments.findLast(({ since }) => at(since) <= position)?.in ?? null;
    if (named === null || answer.day < from || answer.day > until) return null;
    return dimensions.map((one) => named[one] ?? []);
  });
  return { score: answer.score, places };
}

/** Counts answers beside the releases that there are, as the handler does. */
export function countedFrom(
  answers: readonly TestAnswer[],
  scope: Scope,
  releases: readonly HeldRelease[] = [],
): { readonly counted: Counted; readonly beside: readonly string[] } {
  const beside = besideSpan(releases, scope);
  const counter = counterOf(beside.map(({ shown }) => shown.map(({ of }) => of)));
  for (const one of answers) counter.add(placedIn([...beside, scope], one));
  return { counted: counter.counted(), beside: beside.map(({ releaseId }) => releaseId) };
}
