import type { Rejection } from '@plumbline/kernel';
import type { HeldSession, LeftOutCause } from '../calibration-session/calibration-session.ts';
import type { Review } from '../review/review.state.ts';

/** What a session asks of one of its reviews. */
export interface EnteringAsked {
  readonly type: 'EnterCalibration';
  readonly reviewId: string;
  readonly sessionId: string;
}

export interface CalibratingAsked {
  readonly type: 'CalibrateRating';
  readonly reviewId: string;
  readonly sessionId: string;
  /** What holds of the session; left out where it leaves the rating as it came in. */
  readonly accepted?: {
    readonly adjustmentId: string;
    readonly to: number;
    readonly reasonCode: string;
  };
}

/** What is told to a session of a review that did not come in. */
export interface LeavingAsked {
  readonly type: 'LeaveOutReview';
  readonly reviewId: string;
  readonly sessionId: string;
  readonly cause: LeftOutCause;
}

/** Each review that a session looks at is told so: nothing in it is written from then on. */
export function enterOnSessionConvened({ sessionId, reviews }: HeldSession): EnteringAsked[] {
  return Object.keys(reviews).map((reviewId) => {
    return { type: 'EnterCalibration', reviewId, sessionId };
  });
}

/**
 * Two sessions that are convened in the same moment may name one review. It comes into one of
 * them; the other is told that it has it not. One that came in stays, whatever becomes of it.
 */
export function leaveOutWhereRefused(
  { reviewId, sessionId }: EnteringAsked,
  review: Review,
  { code }: Rejection,
): LeavingAsked | undefined {
  if (review.stage !== 'none' && review.sessionId === sessionId) return undefined;
  const isElsewhere = code === 'review/in-another-session';
  const cause = isElsewhere ? 'in-another-session' : 'not-comparable';
  return { type: 'LeaveOutReview', reviewId, sessionId, cause };
}

/** What a locked session has made of each review, also where it has changed nothing. */
export function calibrateOnSessionLocked(session: HeldSession): CalibratingAsked[] {
  const { sessionId, reviews, leftOut, adjustments } = session;
  if (session.stage !== 'locked') return [];
  // One that was left out refuses it. Should it have come in after all, it does not stay there.
  const out = leftOut.map((reviewId): CalibratingAsked => {
    return { type: 'CalibrateRating', reviewId, sessionId };
  });
  const told = Object.entries(reviews).map(([reviewId, { accepted }]) => {
    const asked = { type: 'CalibrateRating', reviewId, sessionId } as const;
    const adjustment = accepted === undefined ? undefined : adjustments[accepted];
    if (adjustment === undefined) return asked;
    const { adjustmentId, to, reasonCode } = adjustment;
    return { ...asked, accepted: { adjustmentId, to, reasonCode } };
  });
  return [...told, ...out];
}
