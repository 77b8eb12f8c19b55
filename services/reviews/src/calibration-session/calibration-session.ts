import type { Instant, Text } from '@plumbline/kernel';

/**
 * A calibration session: people who look at many reviews side by side, and adjust ratings where
 * two managers have measured alike work by unlike rules. This is a storage contract: a change of
 * meaning is a new version.
 *
 * It is a ledger of ratings alone: what was proposed, by whom and why, and who decided. No fact
 * here holds or touches what anybody wrote in a review. `act` is the id of the act that made the
 * fact; the same act never decides twice. Ratings are in millionths of their scale. Titles,
 * notes and reasons are in `text`.
 */
export type CalibrationFact =
  | (Act & { type: 'SessionConvened'; text: Text } & Convened)
  | (Act & { type: 'SessionMembersAdded'; members: readonly string[] })
  | (Act & { type: 'SessionMemberExcused'; member: string; text: Text })
  | (Act & { type: 'SessionModeratorReplaced'; from: string; to: string; text: Text })
  | (Act & { type: 'SessionReviewsAdded'; reviews: readonly EnteredReview[] })
  | (Act & { type: 'SessionReviewLeftOut' } & LeftOut)
  | (Act & { type: 'AdjustmentProposed'; text: Text } & Proposed)
  | (Act & { type: 'AdjustmentDecided'; text: Text } & Decided)
  | (Act & { type: 'SessionLocked'; text: Text });

interface Act {
  readonly act: string;
  readonly sessionId: string;
  readonly at: Instant;
  readonly by: string;
}

export interface Convened {
  readonly cycleId: string;
  /** Who leads the session, and decides on what is proposed. */
  readonly moderator: string;
  readonly members: readonly string[];
  readonly reviews: readonly EnteredReview[];
}

export interface EnteredReview {
  readonly reviewId: string;
  /** Whom the review is about: neither proposes nor decides on it. */
  readonly subject: string;
}

/** A review that was named and never came in. */
export interface LeftOut extends EnteredReview {
  readonly cause: LeftOutCause;
}

/** Another session had it first, or it could not be compared any more. */
export const leftOutCauses = ['in-another-session', 'not-comparable'] as const;
export type LeftOutCause = (typeof leftOutCauses)[number];

export interface Proposed {
  readonly adjustmentId: string;
  readonly reviewId: string;
  readonly from: number;
  readonly to: number;
  readonly reasonCode: ReasonCode;
}

export interface Decided {
  readonly adjustmentId: string;
  readonly reviewId: string;
  readonly accepted: boolean;
}

/** Why a rating is moved, in words that can be counted; the note beside it says it in full. */
export const reasonCodes = [
  'rater-lenient',
  'rater-severe',
  'alike-elsewhere',
  'evidence-overlooked',
  'evidence-overweighed',
  'goals-harder-than-others',
  'goals-easier-than-others',
  'circumstances',
  'scale-misread',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export type CalibrationSession = { readonly stage: 'none' } | HeldSession;

export interface HeldSession {
  readonly stage: 'running' | 'locked';
  readonly sessionId: string;
  readonly cycleId: string;
  readonly moderator: string;
  readonly members: readonly string[];
  /** By review; in the order in which they came in. */
  readonly reviews: Readonly<Record<string, SessionReview>>;
  /** Reviews that were named and did not come in. */
  readonly leftOut: readonly string[];
  /** By adjustment; in the order in which they were proposed. */
  readonly adjustments: Readonly<Record<string, Adjustment>>;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export interface SessionReview {
  readonly subject: string;
  /** The adjustment that holds: the one that was accepted last. */
  readonly accepted?: string;
}

export interface Adjustment extends Proposed {
  readonly by: string;
  readonly stage: 'open' | 'accepted' | 'rejected';
  readonly decidedBy?: string;
}

export const initialSession: CalibrationSession = { stage: 'none' };

export function evolveSession(
  session: CalibrationSession,
  fact: CalibrationFact,
): CalibrationSession {
  if (fact.type === 'SessionConvened') return convened(fact);
  if (session.stage === 'none') return session;
  return { ...session, ...change(session, fact), acts: { ...session.acts, [fact.act]: true } };
}

/** Whether somebody takes part: leads it, or is a member. */
export function takesPart({ moderator, members }: Participants, person: string): boolean {
  return person === moderator || members.includes(person);
}

/** What the session has made of a rating so far; undefined where it has changed nothing. */
export function standing(session: HeldSession, reviewId: string): number | undefined {
  const accepted = session.reviews[reviewId]?.accepted;
  return accepted === undefined ? undefined : session.adjustments[accepted]?.to;
}

export type Participants = Pick<HeldSession, 'moderator' | 'members'>;

function convened(fact: CalibrationFact & { type: 'SessionConvened' }): HeldSession {
  const { act, sessionId, cycleId, moderator, members, reviews } = fact;
  return {
    ...{ stage: 'running', sessionId, cycleId, moderator, members },
    ...{ reviews: entered({}, reviews), leftOut: [], adjustments: {}, acts: { [act]: true } },
  };
}

function change(
  session: HeldSession,
  fact: Exclude<CalibrationFact, { type: 'SessionConvened' }>,
): Partial<HeldSession> {
  const { members, reviews, leftOut, adjustments } = session;
  switch (fact.type) {
    case 'SessionMembersAdded':
      return { members: [...members, ...fact.members] };
    case 'SessionMemberExcused':
      return { members: members.filter((one) => one !== fact.member) };
    case 'SessionModeratorReplaced':
      return { moderator: fact.to, members: members.filter((one) => one !== fact.to) };
    case 'SessionReviewsAdded': {
      const isNew = (one: string) => fact.reviews.some(({ reviewId }) => reviewId === one);
      const out = leftOut.filter((one) => !isNew(one));
      return { reviews: entered(reviews, fact.reviews), leftOut: out };
    }
    case 'SessionReviewLeftOut': {
      const { [fact.reviewId]: _, ...others } = reviews;
      return { reviews: others, leftOut: [...leftOut, fact.reviewId] };
    }
    case 'AdjustmentProposed': {
      const { adjustmentId, reviewId, from, to, reasonCode, by } = fact;
      const proposed = { adjustmentId, reviewId, from, to, reasonCode, by } as const;
      return { adjustments: { ...adjustments, [adjustmentId]: { ...proposed, stage: 'open' } } };
    }
    case 'AdjustmentDecided':
      return decided(session, fact);
    case 'SessionLocked':
      return { stage: 'locked' };
  }
}

function decided(
  { reviews, adjustments }: HeldSession,
  { adjustmentId, accepted, by }: CalibrationFact & { type: 'AdjustmentDecided' },
): Partial<HeldSession> {
  const was = adjustments[adjustmentId];
  if (was === undefined) return {};
  const stage = accepted ? 'accepted' : 'rejected';
  const after = {
    adjustments: { ...adjustments, [adjustmentId]: { ...was, stage, decidedBy: by } },
  };
  const review = reviews[was.reviewId];
  if (!accepted || review === undefined) return after as Partial<HeldSession>;
  const held = { ...review, accepted: adjustmentId };
  return { ...after, reviews: { ...reviews, [was.reviewId]: held } } as Partial<HeldSession>;
}

function entered(
  before: HeldSession['reviews'],
  reviews: readonly EnteredReview[],
): HeldSession['reviews'] {
  const more = reviews.map(({ reviewId, subject }) => [reviewId, { subject }] as const);
  return { ...before, ...Object.fromEntries(more) };
}
