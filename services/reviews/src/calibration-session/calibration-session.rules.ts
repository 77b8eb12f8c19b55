import { reject, type Rejection } from '@plumbline/kernel';
import type * as Command from './calibration-session.commands.ts';
import { standing, takesPart } from './calibration-session.ts';
import type { Adjustment, EnteredReview, HeldSession } from './calibration-session.ts';
import type { Participants } from './calibration-session.ts';

/** With more, nobody discusses; hold two sessions. */
export const sessionMembersMax = 50;
/** What can be looked at side by side; more are several sessions, each with its moderator. */
export const sessionReviewsMax = 500;
/** A session is one stream, and streams stay short. */
export const adjustmentsMax = 1_000;

export function refuseParticipants({ moderator, members }: Participants): Rejection | undefined {
  const twice = members.find((one, at) => one === moderator || members.indexOf(one) < at);
  if (twice !== undefined) {
    const detail = `${twice} is named twice. Name each person once, as moderator or as member.`;
    return reject('calibration-session/named-twice', detail, '/members');
  }
  return members.length <= sessionMembersMax ? undefined : tooManyMembers();
}

/**
 * Who leads it locks it, and so confirms each rating of it: nobody does that of the own one. A
 * member with an own review in it is as any other, and leaves that one to the others.
 */
export function refuseLeading(
  moderator: string,
  reviews: readonly Pick<EnteredReview, 'subject'>[],
  field?: string,
): Rejection | undefined {
  if (reviews.every(({ subject }) => subject !== moderator)) return undefined;
  const detail =
    `${moderator} would lead a session about the own review. Name another moderator, or put that ` +
    'review into a session that another leads.';
  return reject('calibration-session/moderator-is-subject', detail, field);
}

export function refuseMembers(
  { members }: Command.AddMembers,
  session: HeldSession,
): Rejection | undefined {
  if (members.includes(session.moderator)) {
    const detail = `${session.moderator} leads the session, and takes part in it already.`;
    return reject('calibration-session/named-twice', detail, '/members');
  }
  const all = new Set([...session.members, ...members]);
  return all.size <= sessionMembersMax ? undefined : tooManyMembers();
}

function tooManyMembers(): Rejection {
  const detail = `At most ${sessionMembersMax} members. Hold two sessions.`;
  return reject('calibration-session/too-many-members', detail, '/members');
}

export function refuseReviews(
  reviews: readonly EnteredReview[],
  before: HeldSession['reviews'],
): Rejection | undefined {
  const ids = reviews.map(({ reviewId }) => reviewId);
  if (new Set(ids).size < ids.length) {
    const detail = 'A review is named twice. Name each one once.';
    return reject('calibration-session/review-twice', detail, '/reviews');
  }
  const all = new Set([...Object.keys(before), ...ids]);
  if (all.size <= sessionReviewsMax) return undefined;
  const detail = `At most ${sessionReviewsMax} reviews. Hold another session for the others.`;
  return reject('calibration-session/too-many-reviews', detail, '/reviews');
}

export function refuseOutsider({ by }: Command.Asked, session: HeldSession): Rejection | undefined {
  if (takesPart(session, by)) return undefined;
  const detail = 'Only who takes part in the session acts in it. Ask to be added.';
  return reject('calibration-session/not-a-member', detail);
}

/** Nobody has a say in the own rating, nor, as a calibrator, in that of somebody they answer to. */
export function refuseInvolved(
  subject: string,
  { by, answersToSubject }: Command.ProposeAdjustment | Command.DecideAdjustment,
): Rejection | undefined {
  if (by === subject) {
    const detail = 'Nobody proposes or decides on the own record. The others do.';
    return reject('calibration-session/own-record', detail);
  }
  if (!answersToSubject) return undefined;
  const detail = `You answer to ${subject}. Leave this review to others of the session.`;
  return reject('calibration-session/answers-to-subject', detail);
}

export function refuseRating(
  { to, scale }: Command.ProposeAdjustment,
  from: number,
): Rejection | undefined {
  const { min, max, step } = scale;
  if (to < min || to > max || (to - min) % step !== 0) {
    const detail = `Give a rating from ${min} to ${max} millionths, in steps of ${step}.`;
    return reject('calibration-session/off-the-scale', detail, '/to');
  }
  if (to !== from) return undefined;
  const detail = 'It is rated so already. A review that is not adjusted keeps its rating.';
  return reject('calibration-session/nothing-to-adjust', detail, '/to');
}

/**
 * The moderator decides. What they have proposed themselves, and what they are involved in, is
 * accepted by another one who takes part: two people stand behind each change of a rating. Who
 * proposed may take it back.
 */
export function refuseDecision(
  adjustment: Adjustment,
  subject: string,
  command: Command.DecideAdjustment,
  { moderator }: HeldSession,
): Rejection | undefined {
  const { by, accepted } = command;
  const involved = refuseInvolved(subject, command);
  if (involved !== undefined) return involved;
  const isOwn = by === adjustment.by;
  if (isOwn && accepted) {
    const detail = 'Nobody accepts what they have proposed. Let another one decide.';
    return reject('calibration-session/own-proposal', detail);
  }
  const isBarred =
    moderator === adjustment.by || moderator === subject || command.moderatorAnswersToSubject;
  if (by === moderator || isOwn || isBarred) return undefined;
  const detail = `${moderator} leads the session, and decides on this.`;
  return reject('calibration-session/not-the-moderator', detail);
}

/** What every fact of a session carries. */
export function placed({ act, sessionId, at, by }: Command.Asked) {
  return { act, sessionId, at, by };
}

export function refuseMore({ adjustments }: HeldSession): Rejection | undefined {
  if (Object.keys(adjustments).length < adjustmentsMax) return undefined;
  const detail = `At most ${adjustmentsMax} proposals in a session. Lock it, and hold another.`;
  return reject('calibration-session/too-many-adjustments', detail);
}

/** Of two proposals for one review, the second was made of a rating that holds no more. */
export function refuseMoved(
  session: HeldSession,
  { reviewId, from }: HeldSession['adjustments'][string],
): Rejection | undefined {
  const now = standing(session, reviewId) ?? from;
  if (now === from) return undefined;
  const detail = `The rating was ${from} when this was proposed, and is ${now}. Propose anew.`;
  return reject('calibration-session/rating-has-moved', detail);
}

export function refuseUnsaid(note: string | undefined): Rejection | undefined {
  if (note !== undefined) return undefined;
  const detail = 'Say in a note why it is not done.';
  return reject('calibration-session/no-reason', detail, '/note');
}

/** It has not come in so far, or is in it no more, as one that was withdrawn. */
export function notIn({ adjustments }: HeldSession, reviewId: string): Rejection {
  const wasIn = Object.values(adjustments).some((one) => one.reviewId === reviewId);
  const detail = wasIn
    ? 'The review is in the session no more: it was withdrawn meanwhile. Nothing is adjusted.'
    : 'The review is not in the session. If it was added just now, ask again in a moment.';
  return reject('calibration-session/review-not-in', detail);
}
