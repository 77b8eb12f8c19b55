import type { Day, Instant, Text } from '@plumbline/kernel';
import type { Leaf, NotRatedCause, Scale, ScoredPart } from '@plumbline/scoring';

/**
 * What is recorded of a review: what it is bound to, who wrote what, how it was scored, and what
 * people decided. This is a storage contract: a change of meaning is a new version.
 *
 * `act` is the id of the act that made the fact; the same act never decides twice. `by` is who
 * acted, `onBehalfOf` the one who answers for it where somebody stood in. Ratings are whole
 * millionths. What people wrote is in `text`: sections by the ids of their items.
 */
export type ReviewFact =
  WritingFact | SegmentFact | RatingFact | (Act & { type: 'ReviewOpened' } & Opening) | OutcomeFact;

export type WritingFact =
  | (Act & By & { type: 'ReviewerInvited'; due: Day } & Invited & ByName)
  | (Act & { type: 'InvitationDeclined'; text: Text } & Invited & ByName)
  | (Act & { type: 'InvitationLapsed'; cause: LapseCause } & Invited & ByName)
  | (Act & By & { type: 'SectionSubmitted'; text: Text } & Written & ByName);

export type SegmentFact =
  | (Act & { type: 'SegmentSealed'; text: Text } & Sealed & Accountable)
  | (Act & { type: 'ReviewerReassigned'; from: string | null; to: string; on: Day } & Taken);

export type RatingFact =
  | (Act & { type: 'ReviewScored' } & Scored)
  | (Act & { type: 'CalibrationEntered'; sessionId: string })
  | (Act & { type: 'RatingCalibrated' } & Calibrated)
  | (Act & By & { type: 'RatingOverridden'; text: Text } & Overridden);

export type OutcomeFact =
  | (Act & By & { type: 'ReviewFinalised'; rating: number; revision: number })
  | (Act & By & { type: 'NotRatedDeclared'; cause: NotRatedReason; revision: number })
  | (Act & By & { type: 'ReviewShared' | 'ReviewClosed' })
  | (Act & By & { type: 'ReviewAcknowledged' | 'ReviewDisputed' | 'ReviewWithdrawn'; text: Text })
  | (Act & { type: 'AcknowledgementLapsed' })
  | (Act & By & { type: 'DisputeResolved'; outcome: Outcome; text: Text })
  | (Act & Approved & { type: 'ReviewReopened'; revision: number; text: Text })
  | (Act & Approved & { type: 'ReviewRepinned'; manifest: Manifest; text: Text } & PinnedAnew);

interface Act {
  readonly act: string;
  readonly reviewId: string;
  readonly at: Instant;
}

/** Who acts, and for whom: accountability stays with the one who is stood in for. */
export interface By {
  readonly by: string;
  readonly onBehalfOf?: string;
}

/** Who allows is who acts, and never who asked for it. */
export interface Approved {
  readonly approver: string;
  readonly askedBy: string;
}

/** All that a review is bound to; nothing that is published or recorded later changes it. */
export interface Opening {
  readonly cycleId: string;
  readonly subject: string;
  /** The job that it is of; left out where a person has one alone. */
  readonly job?: string;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly asOf: Instant;
  readonly position: string;
  readonly template: Pinned;
  readonly pack: Pinned;
  readonly peers: { readonly mode: 'named' | 'anonymous'; readonly min: number };
  readonly due: Readonly<Record<'self' | 'peer' | 'manager' | 'acknowledge', Day>>;
  readonly accountable: readonly Accountable[];
  readonly manifest: Manifest;
}

export interface Pinned {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** The facts that count for a review, as places of streams, and the hash over all of them. */
export interface Manifest {
  readonly hash: string;
  readonly entries: readonly ManifestEntry[];
}

export interface ManifestEntry {
  readonly source: string;
  readonly stream: string;
  readonly revision: number;
  readonly hash: string;
}

/** What pinning anew says besides; once it said none of it, and left days as they were. */
export interface PinnedAnew {
  /** Up to where in the log the evidence was read. */
  readonly position?: string;
  /** Of each part, as an earlier version counted them: parts stayed where they were. */
  readonly days?: readonly number[];
  /** The parts of the period from now on; left out where they stay as they were. */
  readonly parts?: readonly PartAnew[];
}

/** Days that a part has from now on; one whose manager answered on others in between is several. */
export interface PartAnew {
  /** Which part it was until now. */
  readonly of: number;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

/** Who answers for which part of the period; both days are within, and leave is not counted. */
export interface Accountable {
  readonly manager: string;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

export type Role = 'self' | 'manager' | InvitedRole;
export type InvitedRole = 'peer' | 'upward';

export interface Invited {
  readonly role: InvitedRole;
  readonly reviewer: string;
}

/** Where peers are asked by name; without it, nobody outside is told who they are, or when. */
export interface ByName {
  readonly named?: true;
}

/** Its day is over, who was asked has left, or the cycle collects no more. */
export type LapseCause = 'due' | 'left' | 'cycle';

export interface ItemRating {
  readonly item: string;
  readonly rating: number;
}

export interface Written {
  readonly role: Role;
  readonly ratings: readonly ItemRating[];
  /** Streams of the manifest that the author refers to. */
  readonly evidence: readonly string[];
}

/** What a manager had given when another took over. What was submitted stands where it was. */
export interface Sealed {
  readonly was: 'submitted' | 'draft' | 'nothing';
  /** The act whose fact has it: that of the section, or this one. */
  readonly source: string;
  readonly ratings: readonly ItemRating[];
}

export interface Taken {
  /** The part of the period that the new manager answers for; null once nobody writes any more. */
  readonly segment: Accountable | null;
}

/** What a rule pack has made of sections and measured figures; published ones never change. */
export interface Scored {
  readonly packHash: string;
  /** How many facts had gone into what is scored: a score of fewer is not of this review. */
  readonly basis: number;
  /** Null is not rated, for the cause that is given. */
  readonly total: number | null;
  readonly cause?: NotRatedCause;
  readonly days: number;
  readonly scale: Scale;
  readonly parts: readonly ScoredPart[];
  readonly leaves: readonly Leaf[];
  readonly segments: readonly ScoredSegment[];
}

/** What was rated in a segment, by part; sorted, so that order says nothing of who. */
export interface ScoredSegment {
  readonly days: number;
  readonly ratings: readonly { readonly part: string; readonly rating: number }[];
}

export interface Calibrated {
  readonly sessionId: string;
  /** The adjustment that was accepted; left out where the session left it as it was. */
  readonly adjustmentId?: string;
  readonly from: number;
  readonly to: number;
  readonly reasonCode: string;
}

/** Beside what was computed, which stays. */
export interface Overridden {
  readonly computed: number | null;
  readonly from: number | null;
  readonly to: number;
  readonly reasonCode: string;
}

export const outcomes = ['upheld', 'partly', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

export const notRatedReasons = [
  ...(['too-few-days', 'nothing-rated', 'long-absence'] as const),
  ...(['left', 'new-in-role', 'other'] as const),
] as const;
export type NotRatedReason = (typeof notRatedReasons)[number];
