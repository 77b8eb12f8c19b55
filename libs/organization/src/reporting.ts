import type { DayNumber, Known } from './dated.ts';
import { buildReportingIndex, reportingLevelsMax } from './reporting-index.ts';
import type { Lines, ReportingIndex } from './reporting-index.ts';

/** Who is above whom, answered by walking up or from an index: the answer is the same. */
export interface Reporting {
  isAbove(one: number, other: number, day: DayNumber, known: Known): boolean;
  /** Everybody who holds a post below this one, in pre-order. */
  peopleBelow(post: number, day: DayNumber, known: Known): Iterable<number>;
}

/** So many days of lines are kept, the ones that were asked for last. */
export const reportingDaysMax = 8;

/** A day's index, once there is one, and the steps that were walked without. */
interface Kept {
  readonly day: DayNumber;
  readonly version: number;
  walked: number;
  index: ReportingIndex | undefined;
}

/**
 * Walks first. When a day's walks have taken as many steps as building its index would, the index
 * is built: whatever is asked, it costs at most twice of what the better way would have.
 * `version` numbers what was known of the lines: of what is past, it never changes again.
 */
export function createReporting(lines: Lines, version: (known: Known) => number): Reporting {
  const days = new Map<string, Kept>();
  let latest: Kept | undefined;

  const keptOf = (day: DayNumber, known: Known): Kept => {
    const current = version(known);
    // Most ask of the same day as the one before.
    if (latest?.day === day && latest.version === current) return latest;
    const key = `${day} ${current}`;
    const kept = days.get(key) ?? { day, version: current, walked: 0, index: undefined };
    days.delete(key);
    days.set(key, kept);
    const [oldest] = days.keys();
    if (days.size > reportingDaysMax && oldest !== undefined) days.delete(oldest);
    latest = kept;
    return kept;
  };

  /** The index, if it is there or the steps so far pay for it. */
  const indexOf = (kept: Kept, day: DayNumber, known: Known): ReportingIndex | undefined => {
    if (kept.index === undefined && kept.walked >= lines.posts() + lines.people()) {
      kept.index = buildReportingIndex(lines, day, known);
    }
    return kept.index;
  };

  return {
    isAbove: (one, other, day, known) => {
      const kept = keptOf(day, known);
      const answer = indexOf(kept, day, known)?.isAbove(one, other);
      if (answer !== undefined) return answer;
      const { found, steps } = walkUp(lines, one, other, day, known);
      kept.walked += steps + 1;
      return found;
    },
    peopleBelow: (post, day, known) => {
      const kept = keptOf(day, known);
      const answer = indexOf(kept, day, known)?.peopleBelow(post);
      if (answer !== undefined) return answer;
      const { people, steps } = walkDown(lines, post, day, known);
      kept.walked += steps + 1;
      return people;
    },
  };
}

/** Whether one holds a post above the other's, by the posts above it one after the other. */
export function walkUp(
  lines: Lines,
  one: number,
  other: number,
  day: DayNumber,
  known: Known,
): { readonly found: boolean; readonly steps: number } {
  const held = lines.held(one, day, known);
  if (held < 0 || one === other) return { found: false, steps: 0 };
  let post = lines.place(other, day, known);
  for (let steps = 1; post >= 0 && steps <= reportingLevelsMax; steps += 1) {
    post = lines.above(post, day, known);
    if (post === held) return { found: true, steps };
    if (post < 0) return { found: false, steps };
  }
  return { found: false, steps: post < 0 ? 0 : reportingLevelsMax };
}

/** People below a post, post by post. One that is reached again, in a circle, is left. */
export function walkDown(
  lines: Lines,
  top: number,
  day: DayNumber,
  known: Known,
): { readonly people: readonly number[]; readonly steps: number } {
  const people: number[] = [];
  const seen = new Set([top]);
  const open = lines
    .below(top, day, known)
    .map((post) => ({ post, level: 1 }))
    .toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { post, level } = next;
    if (seen.has(post) || level > reportingLevelsMax) continue;
    seen.add(post);
    for (const person of lines.holders(post, day, known)) people.push(person);
    const below = lines.below(post, day, known).map((one) => ({ post: one, level: level + 1 }));
    for (const one of below.toReversed()) open.push(one);
  }
  return { people, steps: seen.size };
}
