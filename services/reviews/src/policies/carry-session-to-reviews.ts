import type { HeldSession } from '../calibration-session/calibration-session.ts';

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

/** Each review that a session looks at is told so: nothing in it is written from then on. */
export function enterOnSessionConvened({ sessionId, reviews }: HeldSession): EnteringAsked[] {
  return Object.keys(reviews).map((reviewId) => {
    return { type: 'EnterCalibration', reviewId, sessionId };
  });
}

/** What a locked session has made of each review, also where it has changed nothing. */
export function calibrateOnSessionLocked(session: HeldSession): CalibratingAsked[] {
  const { sessionId, reviews, adjustments } = session;
  if (session.stage !== 'locked') return [];
  return Object.entries(reviews).map(([reviewId, { accepted }]) => {
    const asked = { type: 'CalibrateRating', reviewId, sessionId } as const;
    const adjustment = accepted === undefined ? undefined : adjustments[accepted];
    if (adjustment === undefined) return asked;
    const { adjustmentId, to, reasonCode } = adjustment;
    return { ...asked, accepted: { adjustmentId, to, reasonCode } };
  });
}
