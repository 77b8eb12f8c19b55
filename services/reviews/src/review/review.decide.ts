import { never, reject, type Decider, type Decision } from '@plumbline/kernel';
import type * as Command from './review.commands.ts';
import type { ReviewCommand } from './review.commands.ts';
import { decline, invite, lapse } from './review.invitations.ts';
import * as outcome from './review.outcomes.ts';
import { calibrate, enterCalibration, override, score } from './review.ratings.ts';
import { placed } from './review.rules.ts';
import { submit } from './review.sections.ts';
import { reassign } from './review.segments.ts';
import { evolveReview, initialReview, type LiveReview, type Review } from './review.state.ts';
import type { ReviewFact } from './review.ts';

/**
 * Of the cycle, whether it collects, calibrates or is released, and of the pinned template, what
 * it asks, is found in the handler.
 */
export const reviewDecider: Decider<ReviewCommand, Review, ReviewFact> = {
  initial: initialReview,
  evolve: evolveReview,
  decide: decideReview,
};

function decideReview(command: ReviewCommand, review: Review): Decision<ReviewFact> {
  if (review.stage !== 'none' && review.acts[command.act] === true) return []; // A retry.
  if (command.type === 'OpenReview') return open(command, review);
  if (review.stage === 'none') {
    return reject('review/not-found', 'There is no review with this id.');
  }
  return decideLive(command, review);
}

function decideLive(
  command: Exclude<ReviewCommand, Command.OpenReview>,
  review: LiveReview,
): Decision<ReviewFact> {
  switch (command.type) {
    case 'InviteReviewer':
      return invite(command, review);
    case 'DeclineInvitation':
      return decline(command, review);
    case 'LapseInvitation':
      return lapse(command, review);
    case 'SubmitSection':
      return submit(command, review);
    case 'ReassignReviewer':
      return reassign(command, review);
    case 'ScoreReview':
      return score(command, review);
    case 'EnterCalibration':
      return enterCalibration(command, review);
    case 'CalibrateRating':
      return calibrate(command, review);
    case 'OverrideRating':
      return override(command, review);
    default:
      return decideEnd(command, review);
  }
}

type Ending = Exclude<
  ReviewCommand,
  | Command.OpenReview
  | Command.InviteReviewer
  | Command.DeclineInvitation
  | Command.LapseInvitation
  | Command.SubmitSection
  | Command.ReassignReviewer
  | Command.ScoreReview
  | Command.EnterCalibration
  | Command.CalibrateRating
  | Command.OverrideRating
>;

function decideEnd(command: Ending, review: LiveReview): Decision<ReviewFact> {
  switch (command.type) {
    case 'FinaliseReview':
      return outcome.finalise(command, review);
    case 'DeclareNotRated':
      return outcome.declareNotRated(command, review);
    case 'ShareReview':
      return outcome.share(command, review);
    case 'AcknowledgeReview':
      return outcome.acknowledge(command, review);
    case 'LapseAcknowledgement':
      return outcome.lapseAcknowledgement(command, review);
    case 'DisputeReview':
      return outcome.dispute(command, review);
    case 'ResolveDispute':
      return outcome.resolve(command, review);
    case 'CloseReview':
      return outcome.close(command, review);
    case 'WithdrawReview':
      return outcome.withdraw(command, review);
    case 'ReopenReview':
      return outcome.reopen(command, review);
    case 'RepinReview':
      return outcome.repin(command, review);
    default:
      return never(command);
  }
}

/** One a person, cycle and job: its id derives from them, so that the same one is this stream. */
function open(command: Command.OpenReview, review: Review): Decision<ReviewFact> {
  if (review.stage !== 'none') {
    return reject('review/already-open', 'There is a review of this person in this cycle.');
  }
  if (command.accountable.some(({ manager }) => manager === command.subject)) {
    return reject('review/manager-is-subject', 'Nobody answers for an own review.');
  }
  const { cycleId, subject, job, period, asOf, position } = command;
  const { template, pack, peers, due, accountable, manifest } = command;
  const bound = { cycleId, subject, period, asOf, position, template, pack, peers, due };
  const opening = { ...bound, ...(job === undefined ? {} : { job }), accountable, manifest };
  return [{ type: 'ReviewOpened', ...placed(command), ...opening }];
}
