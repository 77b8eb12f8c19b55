import { customerEffort, customerSatisfaction, favourableShare } from '@plumbline/statistics';
import { fivePointPlaces, meanScore, netPromoterScore, totalOf } from '@plumbline/statistics';
import type { MeanScore, NetPromoterScore, TopShare } from '@plumbline/statistics';
import { outcomesIn, type Counts, type NoAnswer, type Scale } from './satisfaction-cells.ts';

/** What a question comes to, with its interval. */
export type Score = NetPromoterScore | TopShare | MeanScore;

/** Answers of one group, pooled: figures are made of these, and never of other figures. */
export interface Pool {
  /** By place of the scale, from its lowest. */
  readonly scores: number[];
  readonly noAnswer: Record<NoAnswer, number>;
}

export function emptyPool({ min, max }: Scale): Pool {
  return {
    scores: Array.from({ length: max - min + 1 }, () => 0),
    noAnswer: {
      ...{ blank: 0, 'not-applicable': 0, 'do-not-know': 0, declined: 0, dismissed: 0 },
    },
  };
}

/** Adds to a pool, which its maker has for themselves. */
export function pour({ scores, noAnswer }: Pool, counts: Counts, { min }: Scale): void {
  for (const [outcome, count] of outcomesIn(counts)) {
    if (typeof outcome === 'string') noAnswer[outcome] += count;
    else scores[outcome - min] = (scores[outcome - min] ?? 0) + count;
  }
}

/** How many answered. */
export function answersIn({ scores }: Pool): number {
  return totalOf(scores);
}

/** How many were asked, whether they answered or not. */
export function askedIn(pool: Pool): number {
  return answersIn(pool) + totalOf(Object.values(pool.noAnswer));
}

/**
 * The figure of a question: net promoter score, satisfaction and effort as everybody means them; a
 * question of one's own on a scale of 1 to 5 as a favourable share, and on any other as a mean.
 */
export function scoreOf(metric: string, { min, max }: Scale, { scores }: Pool): Score {
  if (metric === 'nps') return netPromoterScore('nps@1', scores);
  if (metric === 'csat') return customerSatisfaction(scores);
  if (metric === 'ces') return customerEffort(scores);
  if (min === 1 && max === fivePointPlaces) return favourableShare(scores);
  return meanScore('mean-score@1', min, scores);
}
