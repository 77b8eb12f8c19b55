import { clearText, reject, type Decision, type Rejection } from '@plumbline/kernel';
import type * as Command from './review.commands.ts';
import { wasWritten } from './review.counting.ts';
import {
  byName,
  byOf,
  isRunning,
  lastDayOn,
  placed,
  refuseOver,
  refuseOwn,
  refuseUnlessWriting,
  reviewersMax,
} from './review.rules.ts';
import { sectionKey, type Invitation, type LiveReview } from './review.state.ts';
import type { Invited, ReviewFact } from './review.ts';

/** Who is a peer, and whose manager the subject is, is asked in the handler. */
export function invite(command: Command.InviteReviewer, review: LiveReview): Decision<ReviewFact> {
  const refused =
    refuseUnlessWriting(review) ??
    refuseOwn(command, review) ??
    refuseInvited(command, review) ??
    refuseMore(review);
  if (refused !== undefined) return refused;
  const { role, reviewer, due, at } = command;
  const before = invitationOf(review, command);
  // Already so. Of unnamed ones, whatever came of it: who is asked anew would be known not to have
  // answered, and who cannot be, to have.
  if (before?.stage === 'open' || (before !== undefined && isUnnamed(review))) return [];
  const earliest = lastDayOn(at);
  if (due < earliest) {
    const detail = `That day is over everywhere. Give ${earliest} or a later day.`;
    return reject('review/due-in-the-past', detail, '/due');
  }
  const invited = { ...placed(command), role, reviewer, due, ...byOf(command), ...byName(review) };
  return [{ type: 'ReviewerInvited', ...invited }];
}

/** Why somebody declines tells of them, be it their health: it is theirs, not the subject's. */
export function decline(
  command: Command.DeclineInvitation,
  review: LiveReview,
): Decision<ReviewFact> {
  const { role, reviewer, reason } = command;
  const invitation = invitationOf(review, command);
  if (invitation === undefined) return notInvited();
  if (invitation.stage === 'declined') return []; // Already so.
  const refused = refuseOver(review);
  if (refused !== undefined) return refused;
  if (invitation.stage !== 'open') {
    const detail = `The invitation is ${invitation.stage}: there is nothing to decline any more.`;
    return reject('review/invitation-over', detail);
  }
  const text = clearText(`person:${reviewer}`, { reason });
  const declined = { ...placed(command), role, reviewer, text, ...byName(review) };
  return [{ type: 'InvitationDeclined', ...declined }];
}

/** That it was answered in the same moment is nobody's mistake: then nothing lapses. */
export function lapse(command: Command.LapseInvitation, review: LiveReview): Decision<ReviewFact> {
  const { role, reviewer, cause } = command;
  const invitation = invitationOf(review, command);
  if (invitation?.stage !== 'open') return [];
  if (cause === 'due' && isRunning(invitation.due, command)) {
    const detail = `Somewhere on earth the ${invitation.due} is not over yet. Ask again later.`;
    return reject('review/not-due-yet', detail);
  }
  const lapsed = { ...placed(command), role, reviewer, cause, ...byName(review) };
  return [{ type: 'InvitationLapsed', ...lapsed }];
}

/** What is written by who was not asked, or is not asked any more, is not part of a review. */
export function refuseUninvited(invited: Invited, review: LiveReview): Rejection | undefined {
  const invitation = invitationOf(review, invited);
  if (invitation === undefined) return notInvited();
  if (invitation.stage === 'open' || invitation.stage === 'submitted') return undefined;
  const detail = `Your invitation is ${invitation.stage}. Ask to be invited again.`;
  return reject('review/invitation-over', detail);
}

function refuseInvited(command: Command.InviteReviewer, review: LiveReview) {
  const { reviewer, role } = command;
  if (reviewer === review.subject) {
    const detail = 'The subject writes the own section; another is invited.';
    return reject('review/invites-the-subject', detail, '/reviewer');
  }
  if (review.segments.some(({ manager }) => manager === reviewer) || reviewer === review.manager) {
    const detail = `${reviewer} answers for the review, and writes as its manager.`;
    return reject('review/invites-the-manager', detail, '/reviewer');
  }
  const other = role === 'peer' ? ('upward' as const) : ('peer' as const);
  const stages = [role, other].map((one) => invitationOf(review, { role: one, reviewer })?.stage);
  const isAsked = isUnnamed(review)
    ? stages[1] !== undefined
    : stages.includes('submitted') || stages[1] === 'open';
  if (isAsked) {
    const detail = `${reviewer} is asked already: nobody writes twice about the same person.`;
    return reject('review/invited-already', detail, '/reviewer');
  }
  return undefined;
}

/**
 * Once the manager has written, what others wrote is read: who is asked after that would be known
 * by what is new. Who had a part in a review that is reopened has read it as well.
 */
function refuseMore(review: LiveReview): Rejection | undefined {
  const { stage, invitations } = review;
  if (stage === 'manager-submitted' || (wasWritten(review) && isUnnamed(review))) {
    const detail = 'A manager has submitted, and read what others wrote. Nobody is asked now.';
    return reject('review/invitations-over', detail);
  }
  const known = Object.values(invitations);
  const asked = known.filter(({ stage: of }) => of !== 'declined' || isUnnamed(review)).length;
  if (asked < reviewersMax) return undefined;
  const detail = `${reviewersMax} people are asked about one at most.`;
  return reject('review/too-many-reviewers', detail, '/reviewer');
}

function isUnnamed({ peers }: LiveReview): boolean {
  return peers.mode === 'anonymous';
}

function invitationOf(
  { invitations }: LiveReview,
  { role, reviewer }: Invited,
): Invitation | undefined {
  return invitations[sectionKey(role, reviewer)];
}

function notInvited(): Rejection {
  return reject('review/not-invited', 'You are not asked about this person.');
}
