import type { Day, Instant, Text } from '@plumbline/kernel';
import type { Scale } from '@plumbline/scoring';

/**
 * What is recorded of a review that was finished elsewhere: its rating, as it was brought in. It
 * has no sections, no score and no evidence here, and is never taken for a review that has.
 */
export type PastReviewFact =
  | (Act & Known & { type: 'PastReviewImported'; period: Period; rating: Rating })
  | (Act & Known & { type: 'PastReviewCorrected'; by: string; from: Rating; to: Rating } & Told);

interface Act {
  readonly act: string;
  readonly pastReviewId: string;
  readonly at: Instant;
}

/** Whose it is, and of which cycle: there is one of both. */
export interface Known {
  readonly scale: Scale;
  readonly subject: string;
  /** The name of the cycle where it was finished. */
  readonly cycle: string;
}

/** Why. */
interface Told {
  readonly text: Text;
}

/** First and last day that it is of. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** In millionths; null: the person was not rated, which is no number. */
export type Rating = number | null;

export type PastReview = { readonly stage: 'none' } | ImportedReview;

export interface ImportedReview extends Known {
  readonly stage: 'imported';
  readonly period: Period;
  /** As it was brought in, and as it is. */
  readonly brought: Rating;
  readonly rating: Rating;
  readonly acts: Readonly<Record<string, true>>;
}

export const initialPastReview: PastReview = { stage: 'none' };

export function evolvePastReview(review: PastReview, fact: PastReviewFact): PastReview {
  const { act } = fact;
  if (fact.type === 'PastReviewImported') {
    const { subject, cycle, period, scale, rating } = fact;
    const as = { period, scale, brought: rating, rating };
    return { stage: 'imported', subject, cycle, ...as, acts: { [act]: true } };
  }
  if (review.stage === 'none') return review;
  return { ...review, rating: fact.to, acts: { ...review.acts, [act]: true } };
}
