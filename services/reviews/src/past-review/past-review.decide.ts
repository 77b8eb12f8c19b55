import { clearText, never, reject, same, type Decider, type Decision } from '@plumbline/kernel';
import type * as Command from './past-review.commands.ts';
import type { PastReviewCommand } from './past-review.commands.ts';
import { refusePastReview, refuseRating, refuseReason } from './past-review.rules.ts';
import { evolvePastReview, initialPastReview } from './past-review.ts';
import type { PastReview, PastReviewFact } from './past-review.ts';

type Decided = Decision<PastReviewFact>;

export const pastReviewDecider: Decider<PastReviewCommand, PastReview, PastReviewFact> = {
  initial: initialPastReview,
  evolve: evolvePastReview,
  decide: (command, review) => {
    if (review.stage === 'imported' && Object.hasOwn(review.acts, command.act)) return [];
    switch (command.type) {
      case 'ImportPastReview':
        return bringIn(command, review);
      case 'CorrectPastReview':
        return correct(command, review);
      default:
        return never(command);
    }
  },
};

/**
 * What was brought in already changes nothing, also where it was corrected since; another result
 * is no import, but a correction.
 */
function bringIn(command: Command.ImportPastReview, review: PastReview): Decided {
  const { act, pastReviewId, at, subject, cycle, period, scale, rating } = command;
  if (review.stage === 'imported') {
    const isSame = review.brought === rating && same(review.period, period);
    if (isSame && same(review.scale, scale)) return [];
    const detail =
      'Another result of this person is there for this cycle. Correct it, and say why.';
    return reject('past-review/another-result', detail, '/rating');
  }
  const told = { act, pastReviewId, at, subject, cycle, scale };
  const refused = refusePastReview(command);
  return refused ?? [{ type: 'PastReviewImported', ...told, period, rating }];
}

function correct(command: Command.CorrectPastReview, review: PastReview): Decided {
  if (review.stage === 'none') {
    return reject('past-review/not-found', 'There is no past review with this id.');
  }
  const { act, pastReviewId, at, by, rating: to, reason } = command;
  const { subject, cycle, rating: from, scale } = review;
  const refused = refuseRating(to, scale) ?? refuseReason(reason);
  if (refused !== undefined) return refused;
  if (from === to) return [];
  const text = clearText(`person:${subject}`, { reason });
  const told = { act, pastReviewId, at, subject, cycle, scale };
  return [{ type: 'PastReviewCorrected', ...told, by, from, to, text }];
}
