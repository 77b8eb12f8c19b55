import type { Day, Instant } from '@plumbline/kernel';
import type {
  By,
  Calibrated,
  Invited,
  ItemRating,
  LapseCause,
  Manifest,
  NotRatedReason,
  Opening,
  Outcome,
  Scored,
  Written,
} from './review.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly reviewId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type ReviewCommand =
  | OpenReview
  | InviteReviewer
  | DeclineInvitation
  | LapseInvitation
  | SubmitSection
  | ReassignReviewer
  | ScoreReview
  | EnterCalibration
  | CalibrateRating
  | OverrideRating
  | FinaliseReview
  | DeclareNotRated
  | SayReview
  | EndReview
  | LapseAcknowledgement
  | ResolveDispute
  | ReopenReview
  | RepinReview;

export interface OpenReview extends Asked, Opening {
  readonly type: 'OpenReview';
}

export interface InviteReviewer extends Asked, By, Invited {
  readonly type: 'InviteReviewer';
  readonly due: Day;
}

export interface DeclineInvitation extends Asked, Invited {
  readonly type: 'DeclineInvitation';
  readonly reason?: string | undefined;
}

/** Told by the clock, or by a policy of who has left. */
export interface LapseInvitation extends Asked, Invited {
  readonly type: 'LapseInvitation';
  readonly cause: LapseCause;
}

/** What the pinned template asks of this role was read by the handler. */
export interface SubmitSection extends Asked, By, Written {
  readonly type: 'SubmitSection';
  readonly words: Readonly<Record<string, string>>;
  readonly asks: readonly ItemAsked[];
}

export interface ItemAsked {
  readonly item: string;
  readonly kind: 'rating' | 'text';
  readonly required: boolean;
  /** The ratings that may be given. */
  readonly anchors?: readonly number[];
}

/**
 * Another manager answers from a day on. How many days each has was counted by the handler, in the
 * organisation as it was known then; of who goes, what was in the draft comes along.
 */
export interface ReassignReviewer extends Asked {
  readonly type: 'ReassignReviewer';
  readonly to: string;
  readonly on: Day;
  readonly days: { readonly outgoing: number; readonly incoming: number };
  readonly draft?: {
    readonly ratings: readonly ItemRating[];
    readonly words: Readonly<Record<string, string>>;
  };
}

export interface ScoreReview extends Asked, Scored {
  readonly type: 'ScoreReview';
}

export interface EnterCalibration extends Asked {
  readonly type: 'EnterCalibration';
  readonly sessionId: string;
}

export interface CalibrateRating extends Asked, Calibrated {
  readonly type: 'CalibrateRating';
}

/**
 * It is put in the place of what its writer saw: `from`, null where there was no rating. Which step
 * the pinned rule pack rounds to was read by the handler.
 */
export interface OverrideRating extends Asked, By {
  readonly type: 'OverrideRating';
  readonly from: number | null;
  readonly to: number;
  readonly step: number;
  readonly reasonCode: string;
  readonly reason: string;
}

/** The rating is said by who finalises: it is never taken over unseen. */
export interface FinaliseReview extends Asked, By {
  readonly type: 'FinaliseReview';
  readonly rating: number;
}

export interface DeclareNotRated extends Asked, By {
  readonly type: 'DeclareNotRated';
  readonly cause: NotRatedReason;
}

/** What is said with words of one's own; of an acknowledgement they may be left out. */
export interface SayReview extends Asked, By {
  readonly type: 'AcknowledgeReview' | 'DisputeReview' | 'WithdrawReview';
  readonly reason?: string | undefined;
}

export interface EndReview extends Asked, By {
  readonly type: 'ShareReview' | 'CloseReview';
}

/** Told by the clock, once the day of acknowledging is over. */
export interface LapseAcknowledgement extends Asked {
  readonly type: 'LapseAcknowledgement';
}

/** Who decided on its rating in sessions was found out by the handler, as for what follows. */
export interface ResolveDispute extends Asked, By, Calibrators {
  readonly type: 'ResolveDispute';
  readonly outcome: Outcome;
  readonly reason: string;
}

export interface ReopenReview extends Asked, Calibrators {
  readonly type: 'ReopenReview';
  readonly approver: string;
  readonly askedBy: string;
  readonly reason: string;
}

export interface RepinReview extends Asked, Calibrators {
  readonly type: 'RepinReview';
  readonly approver: string;
  readonly askedBy: string;
  readonly reason: string;
  readonly manifest: Manifest;
  readonly position: string;
  /** Who answered for its subject on which days of the period, in their order, as it is pinned. */
  readonly answered: readonly Answered[];
}

/** Days from one to another, both within; those of a leave do not count. */
export interface Answered {
  readonly manager: string;
  readonly from: Day;
  readonly to: Day;
  readonly counts: boolean;
}

/** Who decided on its rating in a session, or proposed what was accepted there. */
export interface Calibrators {
  readonly calibrators: readonly string[];
}
