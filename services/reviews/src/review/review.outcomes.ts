import { clearText, reject, type Decision, type Rejection } from '@plumbline/kernel';
import type * as Command from './review.commands.ts';
import { areAsBefore, partsAnew } from './review.days.ts';
import {
  authorOf,
  byOf,
  isRunning,
  ownerOf,
  placed,
  refuseApprover,
  refuseFinal,
  refuseOwn,
  refuseStage,
  refuseSubject,
  refuseStaleScore,
} from './review.rules.ts';
import { isWriting, stageForSubject } from './review.state.ts';
import type { LiveReview, ReviewStage } from './review.state.ts';
import type { ReviewFact } from './review.ts';

/** A human says the rating, and answers for it: never a computed score alone. */
export function finalise(
  command: Command.FinaliseReview,
  review: LiveReview,
): Decision<ReviewFact> {
  const { rating } = command;
  const refused =
    refuseFinal(review) ??
    refuseOwn(command, review) ??
    refuseApprover(command, review) ??
    refuseUnready(review);
  if (refused !== undefined) return refused;
  if (review.rating === null) {
    const detail = 'There is no rating. Declare it not rated, or put a rating with a reason.';
    return reject('review/not-rated', detail);
  }
  if (rating !== review.rating) {
    const detail = `The rating is ${review.rating}. To give another, override it with a reason.`;
    return reject('review/not-the-rating', detail, '/rating');
  }
  const said = { rating, revision: review.revision };
  return [{ type: 'ReviewFinalised', ...placed(command), ...byOf(command), ...said }];
}

function refuseUnready(review: LiveReview): Rejection | undefined {
  if (review.stage === 'calibrated') return undefined;
  if (review.stage !== 'manager-submitted') {
    return refuseStage(review, 'manager-submitted or calibrated');
  }
  return refuseStaleScore(review);
}

/** No number, rather than one that says what was not seen. */
export function declareNotRated(
  command: Command.DeclareNotRated,
  review: LiveReview,
): Decision<ReviewFact> {
  const refused =
    refuseFinal(review) ?? refuseOwn(command, review) ?? refuseApprover(command, review);
  if (refused !== undefined) return refused;
  if (review.stage === 'in-calibration') return refuseStage(review, 'calibrated');
  const { cause } = command;
  const said = { cause, revision: review.revision };
  return [{ type: 'NotRatedDeclared', ...placed(command), ...byOf(command), ...said }];
}

export function share(command: Command.EndReview, review: LiveReview): Decision<ReviewFact> {
  const refused = refuseOwn(command, review);
  if (refused !== undefined) return refused;
  const isShared = review.sharedRevision === review.revision;
  const isNew = review.stage === 'finalised' || (review.stage === 'not-rated' && !isShared);
  if (isNew) return [{ type: 'ReviewShared', ...placed(command), ...byOf(command) }];
  const isSo = review.stage === 'shared' || review.stage === 'not-rated';
  return isSo ? [] : refuseStage(review, 'finalised');
}

/** Seen, not agreed. */
export function acknowledge(command: Command.SayReview, review: LiveReview): Decision<ReviewFact> {
  const refused = refuseOther(command, review);
  if (refused !== undefined) return refused;
  if (review.stage === 'acknowledged') return []; // Already so.
  if (review.stage !== 'shared' && review.stage !== 'unacknowledged') {
    return refuseSubject(review, 'shared');
  }
  return [{ type: 'ReviewAcknowledged', ...said(command, review) }];
}

/** That it was acknowledged in the same moment is nobody's mistake: then nothing lapses. */
export function lapseAcknowledgement(
  command: Command.LapseAcknowledgement,
  review: LiveReview,
): Decision<ReviewFact> {
  if (review.stage !== 'shared') return [];
  if (isRunning(review.due.acknowledge, command)) {
    const detail = `Somewhere on earth the ${review.due.acknowledge} is not over yet.`;
    return reject('review/not-due-yet', detail);
  }
  return [{ type: 'AcknowledgementLapsed', ...placed(command) }];
}

const disputable: readonly ReviewStage[] = ['shared', 'acknowledged', 'unacknowledged'];

export function dispute(command: Command.SayReview, review: LiveReview): Decision<ReviewFact> {
  const refused = refuseOther(command, review);
  if (refused !== undefined) return refused;
  if (review.stage === 'disputed') return []; // Already so.
  if (!disputable.includes(review.stage)) return refuseSubject(review, disputable.join(' or '));
  return [{ type: 'ReviewDisputed', ...said(command, review) }];
}

/** Whoever had a hand in what it says is a party to the dispute. */
export function resolve(command: Command.ResolveDispute, review: LiveReview): Decision<ReviewFact> {
  const refused = refuseOwn(command, review);
  if (refused !== undefined) return refused;
  if (review.stage !== 'disputed') return refuseStage(review, 'disputed');
  const parties = partiesOf(review, command.calibrators);
  if (parties.includes(command.by) || parties.includes(authorOf(command))) {
    const detail =
      'Who wrote in the review, rated it, ended it, or decided on it in a session does not judge ' +
      'the dispute. Somebody else above its subject does, or an HR partner who has no part in it; ' +
      'where there is neither, somebody is given that role.';
    return reject('review/resolver-is-party', detail);
  }
  const { outcome, reason } = command;
  const text = clearText(ownerOf(review), { reason });
  return [{ type: 'DisputeResolved', ...placed(command), ...byOf(command), outcome, text }];
}

const closable: readonly ReviewStage[] = ['acknowledged', 'unacknowledged', 'resolved'];

export function close(command: Command.EndReview, review: LiveReview): Decision<ReviewFact> {
  const refused = refuseOwn(command, review);
  if (refused !== undefined) return refused;
  if (review.stage === 'closed') return []; // Already so.
  if (!closable.includes(review.stage)) return refuseStage(review, closable.join(' or '));
  if (review.correctionDue) {
    // Pay waits for what is finalised anew: closed as it stands, it would wait for good.
    const detail =
      'The dispute was right, at least in part, and what it was about stands as it was. Have the ' +
      'review reopened by another, finalise it anew and share it, also where the cycle is closed.';
    return reject('review/correction-outstanding', detail);
  }
  if (review.stage === 'acknowledged' && isRunning(review.due.acknowledge, command)) {
    // Seen is not agreed: nobody cuts off a dispute by closing what was read just now.
    const detail = `It can be disputed until the end of ${review.due.acknowledge}. Close it then.`;
    return reject('review/not-due-yet', detail);
  }
  return [{ type: 'ReviewClosed', ...placed(command), ...byOf(command) }];
}

/** Nothing is deleted: what was written stays, and counts no more, for a reason. */
export function withdraw(command: Command.SayReview, review: LiveReview): Decision<ReviewFact> {
  const refused = refuseOwn(command, review);
  if (refused !== undefined) return refused;
  if (review.stage === 'withdrawn') return []; // Already so.
  // Nobody has been told that there is no rating: whether its cycle is given up is asked before.
  const isUntold = review.stage === 'not-rated' && stageForSubject(review) === null;
  const kept = (isUntold ? undefined : refuseFinal(review)) ?? refuseApprover(command, review);
  return kept ?? [{ type: 'ReviewWithdrawn', ...said(command, review) }];
}

/** The one way behind a lock: a new revision, allowed by somebody who has no part in it. */
export function reopen(command: Command.ReopenReview, review: LiveReview): Decision<ReviewFact> {
  const { approver, askedBy, reason } = command;
  const refused = refuseApproval(command, review);
  if (refused !== undefined) return refused;
  if (isWriting(review) || refuseFinal(review) === undefined) return refuseStage(review, 'final');
  const ended = refuseEnded(review);
  if (ended !== undefined) return ended;
  const text = clearText(ownerOf(review), { reason });
  const revision = review.revision + 1;
  return [{ type: 'ReviewReopened', ...placed(command), approver, askedBy, revision, text }];
}

/** A dispute is answered and not dropped. What was withdrawn has ended there. */
function refuseEnded({ stage }: LiveReview): Rejection | undefined {
  if (stage === 'disputed') {
    const detail = 'Its subject waits for an answer. Resolve the dispute first.';
    return reject('review/dispute-open', detail);
  }
  if (stage !== 'withdrawn') return undefined;
  const detail = 'What was withdrawn counts no more, and has no next revision.';
  return reject('review/withdrawn', detail);
}

/**
 * Late evidence counts only so: by another list, allowed by another, for a reason. So does what the
 * directory was told late, or wrongly at first, of who answered on which days.
 */
export function repin(command: Command.RepinReview, review: LiveReview): Decision<ReviewFact> {
  const { approver, askedBy, reason, manifest, position } = command;
  const refused = refuseApproval(command, review) ?? refuseFinal(review);
  if (refused !== undefined) return refused;
  if (!isWriting(review)) return refuseStage(review, 'opened or submitted');
  const parts = partsAnew(review.segments, command.answered);
  const areSame = areAsBefore(review.segments, parts);
  if (areSame && manifest.hash === review.manifest.hash) return []; // Already so.
  const text = clearText(ownerOf(review), { reason });
  const counted = areSame ? {} : { parts };
  const told = { approver, askedBy, manifest, position, ...counted };
  return [{ type: 'ReviewRepinned', ...placed(command), ...told, text }];
}

function refuseApproval(
  command: Command.ReopenReview | Command.RepinReview,
  review: LiveReview,
): Rejection | undefined {
  const { approver, askedBy } = command;
  if (approver === askedBy) {
    const detail = 'Who asks for it does not allow it. Have another decide.';
    return reject('review/approves-own-request', detail, '/askedBy');
  }
  const own = refuseOwn({ by: approver }, review);
  if (own !== undefined) return own;
  if (!partiesOf(review, command.calibrators).includes(approver)) return undefined;
  const detail =
    'Who wrote in the review, rated it, ended it, or decided on it in a session does not allow it ' +
    'to be changed. An HR partner who has no part in it does; where there is none, somebody is ' +
    'given that role.';
  return reject('review/approver-is-author', detail);
}

/** Who had a hand in what a review says, in any revision: in their own name, or in another's. */
export function partiesOf(
  { raters, sections, segments, manager }: Omit<LiveReview, 'acts'>,
  calibrators: readonly string[],
): readonly (string | null)[] {
  return [
    ...Object.values(sections).flatMap((one) => [one.by, one.author]),
    ...segments.map((one) => one.manager),
    ...raters.flatMap((one) => [one.by, authorOf(one)]),
    ...calibrators,
    manager,
  ];
}

function refuseOther({ by, onBehalfOf }: Command.SayReview, { subject }: LiveReview) {
  if (by === subject && onBehalfOf === undefined) return undefined;
  return reject('review/not-the-subject', 'Only the one whom the review is about does that.');
}

function said(command: Command.SayReview, review: LiveReview) {
  const text = clearText(ownerOf(review), { reason: command.reason });
  return { ...placed(command), ...byOf(command), text };
}
