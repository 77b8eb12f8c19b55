import { isBlank, isDay, reject, type Rejection } from '@plumbline/kernel';
import type { Scale } from '@plumbline/scoring';
import type { ImportPastReview } from './past-review.commands.ts';
import type { Rating } from './past-review.ts';

export const cycleNameLengthMax = 64;
export const reasonLengthMax = 5_000;
/** The ends of a scale lie within a thousand either way, in millionths. */
export const pastRatingMax = 1_000_000_000;

const cyclePattern = /^[^\p{C}\s]{1,64}$/u;

export function refusePastReview(command: ImportPastReview): Rejection | undefined {
  const { cycle, period, scale, rating, at } = command;
  if (!cyclePattern.test(cycle)) {
    const detail = `Give a code of one word, of at most ${cycleNameLengthMax} characters.`;
    return reject('past-review/cycle-not-a-code', detail, '/cycle');
  }
  const { from, to } = period;
  if (!isDay(from) || !isDay(to) || to < from) {
    const detail = 'Give the first and the last day that it is of, in order.';
    return reject('past-review/period-not-possible', detail, '/period');
  }
  if (to > at.slice(0, 10)) {
    const detail = 'A finished cycle has come to its last day.';
    return reject('past-review/not-over', detail, '/period/to');
  }
  return refuseScale(scale) ?? refuseRating(rating, scale);
}

function refuseScale({ min, max }: Scale): Rejection | undefined {
  const isWhole = [min, max].every((one) => Number.isSafeInteger(one));
  if (isWhole && min < max && Math.abs(min) <= pastRatingMax && Math.abs(max) <= pastRatingMax) {
    return undefined;
  }
  const detail = 'A scale begins below its end, within a thousand either way.';
  return reject('past-review/scale-without-width', detail, '/scale');
}

export function refuseRating(rating: Rating, { min, max }: Scale): Rejection | undefined {
  if (rating === null) return undefined;
  if (Number.isSafeInteger(rating) && rating >= min && rating <= max) return undefined;
  const detail = 'The rating is not on the scale. Leave it out where there was none.';
  return reject('past-review/rating-off-the-scale', detail, '/rating');
}

export function refuseReason(reason: string): Rejection | undefined {
  if (reason.length <= reasonLengthMax && !isBlank(reason)) return undefined;
  const detail = `Say why, in 1 to ${reasonLengthMax} characters.`;
  return reject('past-review/reason-missing', detail, '/reason');
}
