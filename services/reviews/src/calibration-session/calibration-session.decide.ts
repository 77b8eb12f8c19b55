import { clearText, never, reject } from '@plumbline/kernel';
import type { Decider, Decision } from '@plumbline/kernel';
import type * as Command from './calibration-session.commands.ts';
import type { CalibrationCommand } from './calibration-session.commands.ts';
import {
  notIn,
  placed,
  refuseLeading,
  refuseDecision,
  refuseInvolved,
} from './calibration-session.rules.ts';
import {
  refuseMembers,
  refuseMore,
  refuseMoved,
  refuseOutsider,
} from './calibration-session.rules.ts';
import { refuseParticipants, refuseRating, refuseReviews } from './calibration-session.rules.ts';
import { refuseUnsaid } from './calibration-session.rules.ts';
import { evolveSession, initialSession, standing } from './calibration-session.ts';
import type { CalibrationFact, CalibrationSession, HeldSession } from './calibration-session.ts';

/**
 * Who may convene, whether people are here and reviews can be calibrated is asked in the handler.
 * How ratings are spread is asked nowhere: there is no curve that they must follow.
 */
export const calibrationDecider: Decider<CalibrationCommand, CalibrationSession, CalibrationFact> =
  { initial: initialSession, evolve: evolveSession, decide: decideSession };

function decideSession(
  command: CalibrationCommand,
  session: CalibrationSession,
): Decision<CalibrationFact> {
  if (session.stage !== 'none' && session.acts[command.act] === true) return []; // A retry.
  if (command.type === 'ConveneSession') return convene(command, session);
  if (session.stage === 'none') {
    return reject('calibration-session/not-found', 'There is no session with this id.');
  }
  // Who has it is no decision of a session: it is told also of one that is locked.
  if (command.type === 'LeaveOutReview') return leaveOut(command, session);
  if (session.stage === 'locked') {
    if (command.type === 'LockSession') return []; // Already so.
    const detail = 'The session is locked, for everybody. A review is changed by reopening it.';
    return reject('calibration-session/locked', detail);
  }
  switch (command.type) {
    case 'AddMembers':
      return addMembers(command, session);
    case 'ExcuseMember':
      return excuse(command, session);
    case 'ReplaceModerator':
      return replaceModerator(command, session);
    case 'AddReviews':
      return addReviews(command, session);
    case 'ProposeAdjustment':
      return propose(command, session);
    case 'DecideAdjustment':
      return decide(command, session);
    case 'LockSession':
      return lock(command, session);
    default:
      return never(command);
  }
}

function convene(
  command: Command.ConveneSession,
  session: CalibrationSession,
): Decision<CalibrationFact> {
  if (session.stage !== 'none') {
    return reject('calibration-session/already-convened', 'There is a session with this id.');
  }
  const { sessionId, cycleId, title, moderator, members, reviews } = command;
  const refused =
    refuseParticipants(command) ??
    refuseReviews(reviews, {}) ??
    refuseLeading(moderator, reviews, '/moderator');
  if (refused !== undefined) return refused;
  const told = { cycleId, moderator, members, reviews };
  const text = clearText(`calibration-session:${sessionId}`, { title });
  return [{ type: 'SessionConvened', ...placed(command), ...told, text }];
}

function addMembers(command: Command.AddMembers, session: HeldSession): Decision<CalibrationFact> {
  const refused = refuseMembers(command, session);
  if (refused !== undefined) return refused;
  const news = new Set(command.members.filter((one) => !session.members.includes(one)));
  if (news.size === 0) return []; // Already so.
  return [{ type: 'SessionMembersAdded', ...placed(command), members: [...news] }];
}

function excuse(command: Command.ExcuseMember, session: HeldSession): Decision<CalibrationFact> {
  const { member, reason } = command;
  if (member === session.moderator) {
    const detail = 'A session needs its moderator. Name another one first.';
    return reject('calibration-session/moderator-needed', detail, '/member');
  }
  if (!session.members.includes(member)) return []; // Already so.
  const text = clearText(`person:${member}`, { reason });
  return [{ type: 'SessionMemberExcused', ...placed(command), member, text }];
}

function replaceModerator(
  command: Command.ReplaceModerator,
  { moderator: from, reviews }: HeldSession,
): Decision<CalibrationFact> {
  const { to, reason } = command;
  if (to === from) return []; // Already so.
  const refused = refuseLeading(to, Object.values(reviews), '/to');
  if (refused !== undefined) return refused;
  const text = clearText(`person:${from}`, { reason });
  return [{ type: 'SessionModeratorReplaced', ...placed(command), from, to, text }];
}

function addReviews(command: Command.AddReviews, session: HeldSession): Decision<CalibrationFact> {
  const refused = refuseReviews(command.reviews, session.reviews);
  if (refused !== undefined) return refused;
  const news = command.reviews.filter(({ reviewId }) => session.reviews[reviewId] === undefined);
  if (news.length === 0) return []; // Already so.
  const leading = refuseLeading(session.moderator, news, '/reviews');
  if (leading !== undefined) return leading;
  return [{ type: 'SessionReviewsAdded', ...placed(command), reviews: news }];
}

/** What somebody has proposed for it says that it came in. */
function leaveOut(
  command: Command.LeaveOutReview,
  { reviews, adjustments }: HeldSession,
): Decision<CalibrationFact> {
  const { reviewId, cause } = command;
  const review = reviews[reviewId];
  const isIn = Object.values(adjustments).some((one) => one.reviewId === reviewId);
  if (review === undefined || isIn) return [];
  const { subject } = review;
  return [{ type: 'SessionReviewLeftOut', ...placed(command), reviewId, subject, cause }];
}

function propose(
  command: Command.ProposeAdjustment,
  session: HeldSession,
): Decision<CalibrationFact> {
  const { act, reviewId, to, reasonCode, note } = command;
  const outsider = refuseOutsider(command, session);
  if (outsider !== undefined) return outsider;
  const review = session.reviews[reviewId];
  if (review === undefined) {
    return reject('calibration-session/unknown-review', 'This session has no such review.');
  }
  const involved = refuseInvolved(review.subject, command);
  if (involved !== undefined) return involved;
  if (command.rating === null) return notIn(session, reviewId);
  const from = standing(session, reviewId) ?? command.rating;
  const refused = refuseRating(command, from) ?? refuseMore(session);
  if (refused !== undefined) return refused;
  const proposed = { adjustmentId: act, reviewId, from, to, reasonCode };
  const text = clearText(`person:${review.subject}`, { note });
  return [{ type: 'AdjustmentProposed', ...placed(command), ...proposed, text }];
}

function decide(
  command: Command.DecideAdjustment,
  session: HeldSession,
): Decision<CalibrationFact> {
  const { adjustmentId, accepted, note } = command;
  const outsider = refuseOutsider(command, session);
  if (outsider !== undefined) return outsider;
  const adjustment = session.adjustments[adjustmentId];
  const subject = session.reviews[adjustment?.reviewId ?? '']?.subject;
  if (adjustment === undefined || subject === undefined) {
    const detail = 'Nothing with this id was proposed in this session.';
    return reject('calibration-session/unknown-adjustment', detail);
  }
  const refused = refuseDecision(adjustment, subject, command, session);
  if (refused !== undefined) return refused;
  if (adjustment.stage !== 'open') {
    if ((adjustment.stage === 'accepted') === accepted) return []; // Already so.
    const detail = `It is ${adjustment.stage} already. Propose another rating, with a reason.`;
    return reject('calibration-session/already-decided', detail);
  }
  const unsaid = accepted ? refuseMoved(session, adjustment) : refuseUnsaid(note);
  if (unsaid !== undefined) return unsaid;
  const text = clearText(`person:${subject}`, { note });
  const told = { adjustmentId, reviewId: adjustment.reviewId, accepted };
  return [{ type: 'AdjustmentDecided', ...placed(command), ...told, text }];
}

/** What is proposed is decided first: no proposal ends in silence. */
function lock(command: Command.LockSession, session: HeldSession): Decision<CalibrationFact> {
  if (command.by !== session.moderator) {
    const detail = `${session.moderator} leads the session, and locks it.`;
    return reject('calibration-session/not-the-moderator', detail);
  }
  // An earlier version has let them lead it: another one takes over, and locks it.
  const leading = refuseLeading(session.moderator, Object.values(session.reviews));
  if (leading !== undefined) return leading;
  const open = Object.values(session.adjustments).filter(({ stage }) => stage === 'open').length;
  if (open > 0) {
    const detail = `Proposals are open: ${open}. Decide on them first.`;
    return reject('calibration-session/open-adjustments', detail);
  }
  const text = clearText(`calibration-session:${command.sessionId}`, { note: command.note });
  return [{ type: 'SessionLocked', ...placed(command), text }];
}
