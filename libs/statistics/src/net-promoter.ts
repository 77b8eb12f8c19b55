import { totalOf } from './counts.ts';
import { figure, type Figure } from './figure.ts';
import { z95 } from './proportion.ts';

/** The answers of the scale, 0 to 10. */
export const netPromoterPlaces = 11;
const passiveFrom = 7;
const promoterFrom = 9;

/** A net promoter score, from −100 to 100, with the counts that it is made of. */
export interface NetPromoterScore extends Figure {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
  /** In points of the score. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Net promoter score from the counts of the answers 0, 1, …, 10, in this order: with d the share
 * of detractors (0–6) and p that of promoters (9–10),
 *
 *     NPS = 100 (p − d),    SE = 100 √((p + d − (p − d)²) / n)
 *
 * Reichheld, F. F. (2003), The one number you need to grow, Harvard Business Review 81(12), 46–54.
 * The error is that of the mean of answers that count +1, 0 or −1.
 *
 * The 0.95 interval is the normal one, NPS ± 1.96 SE, cut off at −100 and 100. When all answers
 * are of one group the error is 0, and an interval without width would claim certainty, so that
 * five happy customers led every ranking; there the interval takes the least error that n answers
 * of more than one group can have, 100 √(n − 1) / n^1.5.
 *
 * Unit: points, −100 to 100. n: answers with a score; who dismissed the question is in no count.
 * Null without an answer. A single answer shows no spread: its error and bounds are null.
 * Throws RangeError for counts that are not eleven, or no counts.
 */
export function netPromoterScore(definition: string, counts: readonly number[]): NetPromoterScore {
  if (counts.length !== netPromoterPlaces) {
    throw new RangeError('a net promoter score needs a count for each answer from 0 to 10');
  }
  const detractors = totalOf(counts.slice(0, passiveFrom));
  const passives = totalOf(counts.slice(passiveFrom, promoterFrom));
  const promoters = totalOf(counts.slice(promoterFrom));
  const n = detractors + passives + promoters;
  const value = n === 0 ? null : (100 * (promoters - detractors)) / n;
  return {
    ...figure(definition, value, n),
    ...{ detractors, passives, promoters },
    ...spread(value, (promoters + detractors) / n, n),
  };
}

function spread(value: number | null, decided: number, n: number) {
  if (value === null || n === 1) return { standardError: null, low: null, high: null };
  const variance = decided - (value / 100) ** 2;
  // Rounding must not bring it below 0 where nearly all answers are of one group.
  const standardError = 100 * Math.sqrt(Math.max(variance, 0) / n);
  const reach = z95 * Math.max(standardError, (100 * Math.sqrt(n - 1)) / n ** 1.5);
  return {
    standardError,
    low: Math.max(value - reach, -100),
    high: Math.min(value + reach, 100),
  };
}
