import { spansOf } from '@plumbline/kernel';
import type { Day, Span, Timeline } from '@plumbline/kernel';

/** How many of a cycle, or of what stands in the way, a refusal names. */
export const namedMax = 10;

/** A cycle, from what was to be changed up to itself, and the first day that it would hold. */
export interface Cycle {
  readonly names: readonly string[];
  readonly on: Day;
}

interface Step {
  readonly id: string;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly below: Step | undefined;
}

/**
 * The cycle that these spans of what is above `id` would close, on any of their days. It walks
 * upwards and takes along, at each step, only the days that are left; there is no cycle without
 * `id` yet, so that each way ends, and takes as many steps as the structure is high.
 */
export function findCycle(
  id: string,
  spans: readonly Span<string | null>[],
  above: (id: string) => Timeline<string | null>,
): Cycle | undefined {
  const open: Step[] = [];
  const add = (span: Span<string | null>, below: Step | undefined): void => {
    if (span.value === null) return;
    open.push({ id: span.value, from: span.from, until: span.until, below });
  };
  for (const span of spans) add(span, undefined);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step.id === id) return { names: namesTo(step), on: step.from };
    for (const span of spansOf(above(step.id), step.from, step.until)) add(span, step);
  }
  return undefined;
}

function namesTo(last: Step): readonly string[] {
  const names: string[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.below) {
    names.push(step.id);
  }
  return [last.id, ...names.toReversed()];
}

/** `a, b, c and 4 more`. */
export function named(names: readonly string[]): string {
  const more = names.length - namedMax;
  return names.slice(0, namedMax).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
