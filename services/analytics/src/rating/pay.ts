import { isKeptFrom, type Finalised, type RatedReview } from './rated-review.ts';

/** What may be paid by: a rating that a human finalised, and the fact that says so. */
export interface PayEntry extends Finalised {
  readonly reviewId: string;
  readonly subject: string;
  readonly job: string | null;
}

/** Why nothing may be paid by a review, or not yet. */
export const payWaits = [
  ...(['cycle-not-released', 'not-finalised', 'reopened', 'disputed', 'not-rated'] as const),
  ...(['correction-outstanding', 'withdrawn', 'own-not-shared'] as const),
] as const;
export type PayWaits = (typeof payWaits)[number];

export interface PayWaiting {
  readonly reviewId: string;
  readonly subject: string;
  readonly because: PayWaits;
}

export interface PayFeed {
  readonly entries: readonly PayEntry[];
  readonly waiting: readonly PayWaiting[];
}

/**
 * Pay follows from what a human has finalised, in a cycle that is released, and while nobody
 * disputes it; what was disputed rightly waits until it is finalised anew. There is no other way
 * in: a score that a rule pack has worked out, a rating that a session has set, or a scenario is in
 * no field that is read here. Of an own review nobody learns here, not even why it waits, what is
 * not shared with them yet.
 */
export function payFeed(
  reviews: readonly RatedReview[],
  isReleased: boolean,
  askers: readonly string[] = [],
): PayFeed {
  const entries: PayEntry[] = [];
  const waiting: PayWaiting[] = [];
  for (const review of reviews) {
    const { reviewId, subject, job, finalised } = review;
    const isKept = isKeptFrom(review, askers);
    const because = isKept ? 'own-not-shared' : waitsFor(review, isReleased);
    if (because !== undefined) waiting.push({ reviewId, subject, because });
    else if (finalised !== null) entries.push({ reviewId, subject, job, ...finalised });
  }
  return { entries, waiting };
}

function waitsFor(review: RatedReview, isReleased: boolean): PayWaits | undefined {
  const { stage, openDispute, correctionDue, finalised, revision } = review;
  if (stage === 'withdrawn' || stage === 'not-rated') return stage;
  if (stage === 'rating') return finalised === null ? 'not-finalised' : 'reopened';
  if (openDispute) return 'disputed';
  if (correctionDue) return 'correction-outstanding';
  if (!isReleased) return 'cycle-not-released';
  // What was finalised of an earlier revision is not what holds now.
  return finalised?.revision === revision ? undefined : 'reopened';
}
