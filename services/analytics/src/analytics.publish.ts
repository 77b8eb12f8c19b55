import { never } from '@plumbline/kernel';
import type { AnalyticsFact } from './facts.ts';

/** The gate: what others may see of a stored fact, or null. */
export function publish(fact: AnalyticsFact): null {
  return never(fact);
}
