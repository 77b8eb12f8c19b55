import type { Passed } from '@plumbline/feed';
import type { ReviewsFact } from './facts.ts';

/** The gate: what others may see of a stored fact, or null. */
export function publish(_: ReviewsFact): Passed | null {
  return null;
}
