import type { Instant } from '@plumbline/kernel';
import type { EnteredReview, LeftOutCause, ReasonCode } from './calibration-session.ts';

/** Every command carries its own id, who acts, and the server's time: a session is held now. */
export interface Asked {
  readonly act: string;
  readonly sessionId: string;
  readonly at: Instant;
  readonly by: string;
}

export type CalibrationCommand =
  | ConveneSession
  | AddMembers
  | ExcuseMember
  | ReplaceModerator
  | AddReviews
  | LeaveOutReview
  | ProposeAdjustment
  | DecideAdjustment
  | LockSession;

export interface ConveneSession extends Asked {
  readonly type: 'ConveneSession';
  readonly cycleId: string;
  readonly title: string;
  readonly moderator: string;
  readonly members: readonly string[];
  readonly reviews: readonly EnteredReview[];
}

export interface AddMembers extends Asked {
  readonly type: 'AddMembers';
  readonly members: readonly string[];
}

export interface ExcuseMember extends Asked {
  readonly type: 'ExcuseMember';
  readonly member: string;
  readonly reason: string;
}

/** Somebody else leads it from now on, as when the moderator leaves. */
export interface ReplaceModerator extends Asked {
  readonly type: 'ReplaceModerator';
  readonly to: string;
  readonly reason: string;
}

export interface AddReviews extends Asked {
  readonly type: 'AddReviews';
  readonly reviews: readonly EnteredReview[];
}

/** Told by a policy: a review that was named could not come in. */
export interface LeaveOutReview extends Asked {
  readonly type: 'LeaveOutReview';
  readonly reviewId: string;
  readonly cause: LeftOutCause;
}

/** The adjustment has the id of the act that proposes it. */
export interface ProposeAdjustment extends Asked, OnSubject {
  readonly type: 'ProposeAdjustment';
  readonly reviewId: string;
  /** As the review came in: what its manager has left. Null of one that has not come in yet. */
  readonly rating: number | null;
  readonly scale: Scale;
  readonly to: number;
  readonly reasonCode: ReasonCode;
  readonly note: string;
}

export interface DecideAdjustment extends Asked, OnSubject {
  readonly type: 'DecideAdjustment';
  readonly adjustmentId: string;
  readonly accepted: boolean;
  /** Whether the moderator answers to the subject: then another one decides. */
  readonly moderatorAnswersToSubject: boolean;
  /** Why; it may be left out where the proposal says it all and is accepted. */
  readonly note?: string;
}

export interface LockSession extends Asked {
  readonly type: 'LockSession';
  /** What the session came to, in words; about nobody in particular. */
  readonly note?: string;
}

interface OnSubject {
  /** Whether who acts answers to the subject of the review on that day, at any height. */
  readonly answersToSubject: boolean;
}

/** What a rating is on, in millionths: from `min` to `max`, in whole steps. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
