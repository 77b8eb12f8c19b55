import { totalOf } from './counts.ts';
import { proportion, type Proportion } from './proportion.ts';

/** The answers of the scale of satisfaction and of agreement, 1 to 5. */
export const fivePointPlaces = 5;
/** The answers of the scale of effort, 1 to 7. */
export const sevenPointPlaces = 7;

/** A share of the upper answers, with the mean beside it: a share hides how low the rest is. */
export interface TopShare extends Proportion {
  /** In places of the scale, from 1. Null without an answer. */
  readonly mean: number | null;
}

/**
 * Customer satisfaction: the share of the top two of five answers, with Wilson's 0.95 interval
 * (the top-2-box score of Morgan, N. A. and Rego, L. L. (2006), The value of different customer
 * satisfaction and loyalty metrics in predicting business performance, Marketing Science 25(5),
 * 426–439).
 *
 * `counts` are those of the answers 1, 2, …, 5, in this order. Unit: share. n: answers on the
 * scale; blanks are in no count. Null without any. Throws RangeError for counts that are not five,
 * or no counts.
 */
export function customerSatisfaction(counts: readonly number[]): TopShare {
  return topShare('csat@1', counts, { places: fivePointPlaces, from: 4 });
}

/**
 * Customer effort, version 2.0: the share of the answers 5 to 7 of seven to "the company made it
 * easy for me to handle my issue", 7 being the strongest agreement (Dixon, M., Toman, N. and
 * DeLisi, R. (2013), The effortless experience), with Wilson's 0.95 interval and the mean beside.
 * More is better, unlike in the first version, which asked for the effort made.
 *
 * `counts` are those of the answers 1, 2, …, 7. Unit, n, null and RangeError as in
 * `customerSatisfaction`, with seven counts.
 */
export function customerEffort(counts: readonly number[]): TopShare {
  return topShare('ces-2.0@1', counts, { places: sevenPointPlaces, from: 5 });
}

/**
 * Favourable share of a question of an engagement survey: the answers 4 and 5 of the valid ones, 1
 * to 5, with Wilson's 0.95 interval and the mean beside. A neutral answer is valid and not
 * favourable; "not applicable" and blanks are in no count.
 *
 * Unit, n, null and RangeError as in `customerSatisfaction`.
 */
export function favourableShare(counts: readonly number[]): TopShare {
  return topShare('favourable@1', counts, { places: fivePointPlaces, from: 4 });
}

function topShare(
  definition: string,
  counts: readonly number[],
  scale: { readonly places: number; readonly from: number },
): TopShare {
  if (counts.length !== scale.places) {
    throw new RangeError(`${definition} needs a count for each answer from 1 to ${scale.places}`);
  }
  const n = totalOf(counts);
  const sum = counts.reduce((total, count, index) => total + count * (index + 1), 0);
  return {
    ...proportion(definition, totalOf(counts.slice(scale.from - 1)), n),
    mean: n === 0 ? null : sum / n,
  };
}
