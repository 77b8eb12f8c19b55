import type { Day, Instant } from '@plumbline/kernel';

/**
 * What figures know of a review: what is published of it, and nothing that was written. Ratings are
 * whole millionths. A computed score is nobody's rating: only `finalised` is, and a human said so.
 */
export interface RatedReview {
  readonly reviewId: string;
  readonly cycleId: string;
  readonly subject: string;
  readonly job: string | null;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly template: PinnedVersion;
  readonly pack: PinnedVersion;
  readonly peers: { readonly mode: 'named' | 'anonymous'; readonly min: number };
  readonly stage: ReviewStage;
  /** From 1; one more each time that it was reopened. */
  readonly revision: number;
  readonly openDispute: boolean;
  /** A dispute was right, at least in part, and what it was about stands as it was. */
  readonly correctionDue: boolean;
  /** The subject may read what was finalised. */
  readonly isShared: boolean;
  /** The newest of each author and role; oldest first. */
  readonly sections: readonly GivenSection[];
  readonly scored: GivenScore | null;
  /** Oldest first, of this revision. */
  readonly calibrations: readonly Calibration[];
  readonly overridden: { readonly from: number | null; readonly to: number } | null;
  /** The newest one; of an earlier revision while a reopened review is not finalised again. */
  readonly finalised: Finalised | null;
  readonly notRated: string | null;
}

export interface PinnedVersion {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** `rating` until a human has finalised; what has ended without a rating is `not-rated`. */
export type ReviewStage = 'rating' | 'finalised' | 'not-rated' | 'withdrawn';

export type RaterRole = 'self' | 'manager' | 'peer' | 'upward';

export interface GivenSection {
  readonly role: RaterRole;
  readonly by: string;
  readonly ratings: readonly { readonly item: string; readonly rating: number }[];
}

export interface GivenScore {
  readonly packHash: string;
  readonly total: number | null;
  readonly segments: readonly GivenSegment[];
}

/** What was rated in the time of one manager, by part; it says nothing of who gave which. */
export interface GivenSegment {
  readonly days: number;
  readonly ratings: readonly { readonly part: string; readonly rating: number }[];
}

export interface Calibration {
  readonly sessionId: string;
  readonly from: number;
  readonly to: number;
}

export interface Finalised {
  readonly rating: number;
  readonly by: string;
  readonly revision: number;
  readonly at: Instant;
  /** The fact that says so, and its place. */
  readonly fact: string;
  readonly position: string;
}

/**
 * The rating before anybody compared it with others: what the first session found, and where there
 * was none, what a human set or finalised. A computed score that nobody finalised is none.
 */
export function ratingBefore(review: RatedReview): number | null {
  const final = ratingAfter(review);
  return final === null ? null : (review.calibrations[0]?.from ?? final);
}

/** What a human has finalised, and nobody has reopened since. */
export function ratingAfter({ stage, finalised }: RatedReview): number | null {
  return stage === 'finalised' ? (finalised?.rating ?? null) : null;
}

/** A review of who asks, or of whom they stand in for, that they may not read yet. */
export function isKeptFrom(
  { subject, isShared }: Pick<RatedReview, 'subject' | 'isShared'>,
  askers: readonly string[],
): boolean {
  return !isShared && askers.includes(subject);
}
