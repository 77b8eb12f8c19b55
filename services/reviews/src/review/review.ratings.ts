import { clearText, reject, same, type Decision, type Rejection } from '@plumbline/kernel';
import type * as Command from './review.commands.ts';
import {
  byOf,
  ownerOf,
  placed,
  refuseApprover,
  refuseFinal,
  refuseOwn,
  refuseStage,
  refuseStaleScore,
} from './review.rules.ts';
import type { LiveReview } from './review.state.ts';
import type { ReviewFact, Scored } from './review.ts';

/** A score beside the one before, which stays: published scores are never changed. */
export function score(command: Command.ScoreReview, review: LiveReview): Decision<ReviewFact> {
  const scored = scoredOf(command);
  if (same(scored, review.score)) return []; // Already so.
  const refused = refuseFinal(review);
  if (refused !== undefined) return refused;
  if (review.stage !== 'manager-submitted') return refuseStage(review, 'manager-submitted');
  if (command.packHash !== review.pack.hash) {
    const detail = 'The review is pinned to another version of the rule pack.';
    return reject('review/other-pack', detail);
  }
  if (command.basis !== review.inputs) {
    const detail = 'Something was written in between. Score it again.';
    return reject('review/inputs-moved', detail);
  }
  return [{ type: 'ReviewScored', ...placed(command), ...scored }];
}

/** Compared are ratings: what has none, or one of what was before, cannot be. */
export function enterCalibration(
  command: Command.EnterCalibration,
  review: LiveReview,
): Decision<ReviewFact> {
  const { sessionId } = command;
  if (review.stage === 'in-calibration' && review.sessionId === sessionId) return []; // Already so.
  const refused = refuseFinal(review) ?? refuseUncomparable(review);
  if (refused !== undefined) return refused;
  return [{ type: 'CalibrationEntered', ...placed(command), sessionId }];
}

function refuseUncomparable(review: LiveReview): Rejection | undefined {
  if (review.stage === 'in-calibration') {
    const detail = 'It is in another session. Wait until that one is locked.';
    return reject('review/in-another-session', detail);
  }
  if (review.stage === 'calibrated') return undefined;
  if (review.stage !== 'manager-submitted') return refuseStage(review, 'manager-submitted');
  const stale = refuseStaleScore(review);
  if (stale !== undefined || review.rating !== null) return stale;
  return reject('review/not-rated', 'It has no rating that could be compared.');
}

/** What the session decided; also where it left the rating as it was. Text it never touches. */
export function calibrate(
  command: Command.CalibrateRating,
  review: LiveReview,
): Decision<ReviewFact> {
  const { sessionId, adjustmentId, from, to, reasonCode } = command;
  const refused = refuseFinal(review);
  if (refused !== undefined) return refused;
  if (review.stage !== 'in-calibration' || review.sessionId !== sessionId) {
    return reject('review/not-in-this-session', 'The review is not in this session.');
  }
  const moved = refuseMoved(from, review);
  if (moved !== undefined) return moved;
  const off = refuseOffScale(to, review);
  if (off !== undefined) return off;
  const adjusted = adjustmentId === undefined ? {} : { adjustmentId };
  const calibrated = { sessionId, ...adjusted, from, to, reasonCode };
  return [{ type: 'RatingCalibrated', ...placed(command), ...calibrated }];
}

/** Its own fact, beside what was computed: both are kept. */
export function override(
  command: Command.OverrideRating,
  review: LiveReview,
): Decision<ReviewFact> {
  const { from, to, step, reasonCode, reason } = command;
  const refused =
    refuseFinal(review) ?? refuseOwn(command, review) ?? refuseApprover(command, review);
  if (refused !== undefined) return refused;
  if (review.stage !== 'manager-submitted' && review.stage !== 'calibrated') {
    return refuseStage(review, 'manager-submitted or calibrated');
  }
  const stale = review.stage === 'calibrated' ? undefined : refuseStaleScore(review);
  // Before all else: who puts the same as another just did gives a reason of their own.
  const moved = stale ?? refuseMoved(from, review);
  if (moved !== undefined) return moved;
  if (to === from) return []; // Already so.
  const off = refuseOffScale(to, review, step);
  if (off !== undefined) return off;
  const computed = review.score?.total ?? null;
  const text = clearText(ownerOf(review), { reason });
  const overridden = { computed, from, to, reasonCode };
  return [{ type: 'RatingOverridden', ...placed(command), ...byOf(command), ...overridden, text }];
}

/** A rating is put in the place of the one that was seen, and of no other. */
function refuseMoved(from: number | null, { rating }: LiveReview): Rejection | undefined {
  if (from === rating) return undefined;
  const said = (one: number | null) => (one === null ? 'none' : `${one} millionths`);
  const detail =
    `The rating is ${said(rating)} by now, and you replace ${said(from)}. ` +
    'Read the review again, and say from which rating.';
  return reject('review/rating-moved', detail, '/from');
}

function refuseOffScale(
  to: number,
  { score: scored }: LiveReview,
  step = 1,
): Rejection | undefined {
  const { min, max } = scored?.scale ?? { min: 0, max: 0 };
  const isOnStep = Number.isSafeInteger(to) && (to - min) % step === 0;
  if (isOnStep && to >= min && to <= max) return undefined;
  const detail = `Ratings are from ${min} to ${max} millionths, in steps of ${step}.`;
  return reject('review/off-the-scale', detail, '/to');
}

function scoredOf(command: Command.ScoreReview): Scored {
  const { packHash, basis, total, cause, days, scale, parts, leaves, segments } = command;
  const why = cause === undefined ? {} : { cause };
  return { packHash, basis, total, ...why, days, scale, parts, leaves, segments };
}
