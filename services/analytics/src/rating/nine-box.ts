import type { RatedReview } from './rated-review.ts';
import { ratingAfter } from './rated-review.ts';
import type { RatingScale } from './spread.ts';

export const bands = ['low', 'middle', 'high'] as const;
export type Band = (typeof bands)[number];

/** Performance beside potential: each in thirds of the scale, the upper third from its end on. */
export interface NineBox {
  readonly n: number;
  /** Without a rating of potential, or not finalised: in no box, and never in a low one. */
  readonly unknown: number;
  readonly boxes: readonly NineBoxCell[];
}

export interface NineBoxCell {
  readonly performance: Band;
  readonly potential: Band;
  readonly count: number;
}

/**
 * Boxes are counts alone: who is in one is a matter for those who may read the reviews. `item` is
 * the item of the template by which managers rate potential; nothing else stands in for it.
 */
export function nineBox(reviews: readonly RatedReview[], item: string, scales: Scales): NineBox {
  const placed = reviews.flatMap((review) => placeOf(review, item, scales) ?? []);
  const boxes = bands.flatMap((performance) =>
    bands.map((potential) => {
      const isIn = (one: Place) => one.performance === performance && one.potential === potential;
      return { performance, potential, count: placed.filter(isIn).length };
    }),
  );
  return { n: placed.length, unknown: reviews.length - placed.length, boxes };
}

/** Potential is on the scale of the template, performance on that of the rule pack. */
export interface Scales {
  readonly performance: RatingScale;
  readonly potential: RatingScale;
}

interface Place {
  readonly performance: Band;
  readonly potential: Band;
}

function placeOf(review: RatedReview, item: string, scales: Scales): Place | undefined {
  const rating = ratingAfter(review);
  const potential = potentialOf(review, item);
  if (rating === null || potential === undefined) return undefined;
  return {
    performance: bandOf(rating, scales.performance),
    potential: bandOf(potential, scales.potential),
  };
}

/** The newest of a manager: the one who knows the subject now. */
function potentialOf({ sections }: RatedReview, item: string): number | undefined {
  const given = sections
    .filter(({ role }) => role === 'manager')
    .flatMap(({ ratings }) => ratings.filter((one) => one.item === item));
  return given.at(-1)?.rating;
}

/** Thirds, in whole numbers, so that no rounding moves anybody. */
export function bandOf(rating: number, { min, max }: RatingScale): Band {
  const [above, width] = [3 * (rating - min), max - min];
  if (above >= 2 * width) return 'high';
  return above >= width ? 'middle' : 'low';
}
