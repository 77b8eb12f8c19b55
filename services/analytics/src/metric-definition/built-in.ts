import { shownCountMin } from '@plumbline/statistics';
import type { Formula } from '../measure.ts';
import type { Terms } from './metric-definition.ts';

/**
 * The metrics that everybody means the same by. They are there without being defined, and are
 * never revised: who counts otherwise defines a metric with a name of its own.
 */
export const builtInMetrics: ReadonlyMap<string, Terms> = new Map([
  ['nps', standard('nps@1', 'nps')],
  ['csat', standard('csat@1', 'csat')],
  ['ces-2.0', standard('ces-2.0@1', 'ces')],
  ['enps', standard('nps@1', null)],
  ['favourable', standard('favourable@1', null)],
  ['mean-score', standard('mean-score@1', null)],
  ['participation', standard('participation@1', null)],
  ['distribution', standard('distribution@1', null)],
]);

function standard(formula: Formula, question: string | null): Terms {
  return { version: 1, formula, question, minN: shownCountMin, dimensions: null };
}
