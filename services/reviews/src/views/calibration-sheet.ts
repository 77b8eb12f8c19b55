import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type {
  CalibrationFact,
  EnteredReview,
  LeftOutCause,
} from '../calibration-session/calibration-session.ts';
import { isCalibrationFact } from '../calibration.facts.ts';
import type { ReviewsFact } from '../facts.ts';

/** One calibration session: who takes part, how far it is, and how that came about. */
export interface CalibrationSheet extends Quoting {
  readonly sessionId: string;
  readonly cycleId: string;
  readonly title: Said | null;
  readonly stage: 'running' | 'locked';
  readonly moderator: string;
  readonly members: readonly string[];
  /** Whom it looks at: what reviews there are is read from the board. */
  readonly subjects: readonly string[];
  /** By the review that they are of, of whom it is: nobody is told how many are on themselves. */
  readonly proposals: Readonly<Record<string, ProposalsOn>>;
  readonly convenedAt: Instant;
  readonly convenedBy: Actor;
  readonly lockedAt: Instant | null;
  /** What the session came to, in words. */
  readonly closing: Said | null;
  readonly changes: readonly SessionChange[];
  readonly revision: number;
}

export interface Proposals {
  readonly open: number;
  readonly accepted: number;
  readonly rejected: number;
}

export interface ProposalsOn extends Proposals {
  readonly subject: string;
}

/** How many there are on whom somebody sees. */
export function proposalsOn(
  { proposals }: Pick<CalibrationSheet, 'proposals'>,
  sees: (subject: string) => boolean,
): Proposals {
  const seen = Object.values(proposals).filter(({ subject }) => sees(subject));
  const sum = (kind: keyof Proposals) => seen.reduce((count, one) => count + one[kind], 0);
  return { open: sum('open'), accepted: sum('accepted'), rejected: sum('rejected') };
}

/**
 * The revision of a session as somebody is told it: without the facts on whom they do not see. A
 * member who asks again and again is not told by it that something was decided on themselves.
 */
export function toldOfSession(
  sheet: Pick<CalibrationSheet, 'proposals' | 'revision'>,
  sees: (subject: string) => boolean,
): number {
  const { open, accepted, rejected } = proposalsOn(sheet, (subject) => !sees(subject));
  // Each was proposed by one fact, and decided by another.
  return sheet.revision - open - 2 * (accepted + rejected);
}

export type SessionChange = Change &
  (
    | { readonly kind: 'members-added'; readonly members: readonly string[] }
    | { readonly kind: 'member-excused'; readonly member: string; readonly reason: Said | null }
    | {
        readonly kind: 'moderator-replaced';
        readonly from: string;
        readonly to: string;
        readonly reason: Said | null;
      }
    | { readonly kind: 'reviews-added'; readonly reviews: number }
    | { readonly kind: 'review-left-out'; readonly cause: LeftOutCause }
  );

interface Change {
  readonly at: Instant;
  readonly by: Actor;
}

export const calibrationSheet: View<CalibrationSheet, ReviewsFact> = {
  name: 'calibration-sheet',
  version: 3,
  context: 'reviews',
  keys: ({ fact }) => (isCalibrationFact(fact) ? [fact.sessionId] : []),
  fold: (sheet, recorded) => {
    return isCalibrationFact(recorded.fact)
      ? foldSession(sheet, recorded as Recorded<CalibrationFact>)
      : sheet;
  },
  index: ({ moderator, members, cycleId, stage }) => {
    return { person: [moderator, ...members], cycle: cycleId, stage };
  },
};

function foldSession(
  sheet: CalibrationSheet | undefined,
  recorded: Recorded<CalibrationFact>,
): CalibrationSheet | undefined {
  const { fact, id, revision } = recorded;
  if (fact.type === 'SessionConvened') return convened(fact, recorded);
  if (sheet === undefined) return undefined;
  // What was proposed, and why, stands with the review that it is of.
  const isOfSession = 'text' in fact && !('adjustmentId' in fact);
  const texts = isOfSession ? withText(sheet.texts, id, fact.text) : sheet.texts;
  return { ...sheet, ...changeOf(sheet, recorded), texts, revision };
}

function convened(
  fact: CalibrationFact & { type: 'SessionConvened' },
  { id, actor, revision }: Recorded<CalibrationFact>,
): CalibrationSheet {
  const { sessionId, cycleId, moderator, members, reviews, at, text } = fact;
  return {
    ...{ sessionId, cycleId, title: quote(id, text, 'title'), stage: 'running' },
    ...{ moderator, members, subjects: reviews.map(({ subject }) => subject) },
    proposals: begunOn(reviews),
    ...{ convenedAt: at, convenedBy: actor, lockedAt: null, closing: null, changes: [] },
    ...{ revision, texts: withText({}, id, text) },
  };
}

function changeOf(
  sheet: CalibrationSheet,
  { fact, id, actor: by }: Recorded<CalibrationFact>,
): Partial<CalibrationSheet> {
  const { members, subjects, changes, proposals } = sheet;
  const { at } = fact;
  switch (fact.type) {
    case 'SessionMembersAdded': {
      const added = { at, by, kind: 'members-added', members: fact.members } as const;
      return { members: [...members, ...fact.members], changes: [...changes, added] };
    }
    case 'SessionMemberExcused': {
      const { member } = fact;
      const reason = quote(id, fact.text, 'reason');
      const excused = { at, by, kind: 'member-excused', member, reason } as const;
      const others = members.filter((one) => one !== member);
      return { members: others, changes: [...changes, excused] };
    }
    case 'SessionModeratorReplaced': {
      const { from, to } = fact;
      const reason = quote(id, fact.text, 'reason');
      const replaced = { at, by, kind: 'moderator-replaced', from, to, reason } as const;
      const others = members.filter((one) => one !== to);
      return { moderator: to, members: others, changes: [...changes, replaced] };
    }
    case 'SessionReviewsAdded': {
      const { reviews } = fact;
      const added = { at, by, kind: 'reviews-added', reviews: reviews.length } as const;
      const news = reviews.map(({ subject }) => subject);
      const counted = { ...proposals, ...begunOn(reviews) };
      return { subjects: [...subjects, ...news], changes: [...changes, added], proposals: counted };
    }
    case 'SessionReviewLeftOut': {
      const out = { at, by, kind: 'review-left-out', cause: fact.cause } as const;
      const one = subjects.indexOf(fact.subject);
      return { subjects: subjects.toSpliced(one, 1), changes: [...changes, out] };
    }
    case 'AdjustmentProposed':
      return { proposals: counted(proposals, fact.reviewId, { open: 1 }) };
    case 'AdjustmentDecided': {
      const kind = fact.accepted ? 'accepted' : 'rejected';
      return { proposals: counted(proposals, fact.reviewId, { open: -1, [kind]: 1 }) };
    }
    case 'SessionLocked':
      return { stage: 'locked', lockedAt: at, closing: quote(id, fact.text, 'note') };
    default:
      return {};
  }
}

function begunOn(reviews: readonly EnteredReview[]): CalibrationSheet['proposals'] {
  const none = { open: 0, accepted: 0, rejected: 0 };
  return Object.fromEntries(
    reviews.map(({ reviewId, subject }) => [reviewId, { subject, ...none }]),
  );
}

function counted(
  proposals: CalibrationSheet['proposals'],
  reviewId: string,
  { open = 0, accepted = 0, rejected = 0 }: Partial<Proposals>,
): CalibrationSheet['proposals'] {
  const on = proposals[reviewId];
  if (on === undefined) return proposals;
  const now = {
    ...{ subject: on.subject, open: on.open + open },
    ...{ accepted: on.accepted + accepted, rejected: on.rejected + rejected },
  };
  return { ...proposals, [reviewId]: now };
}
