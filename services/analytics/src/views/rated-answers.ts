import type { Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { ReviewsFact } from './review-standing.ts';

/**
 * A review with every rating that a human has finalised in it, and for how long each held. It
 * forgets nothing: what counted at a position is read of it at any later one, so that an earlier
 * release is counted again as it was.
 */
export interface RatedAnswers {
  readonly reviewId: string;
  readonly cycleId: string;
  readonly subject: string;
  readonly stream: string;
  /** Oldest first. Each is an answer of its own: what is finalised anew was decided anew. */
  readonly ratings: readonly CountedRating[];
  /** What sessions have decided in the revision that is not finalised yet. Oldest first. */
  readonly calibrations: readonly Calibration[];
}

export interface CountedRating {
  /** What the first session found; without a session, what was finalised. In millionths. */
  readonly before: number;
  readonly after: number;
  /** From the fact that finalised it on, and until the one that took it back. */
  readonly since: Position;
  readonly until: Position | null;
  /** The facts that say so; oldest first. */
  readonly facts: readonly RatingFactRef[];
}

interface Calibration {
  readonly from: number;
  readonly fact: RatingFactRef;
}

export interface RatingFactRef {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: Position;
}

export const ratedAnswers: View<RatedAnswers, ReviewsFact> = {
  name: 'rated-answers',
  version: 1,
  context: 'reviews',
  published: true,
  keys: ({ fact }) => (isRating(fact) ? [fact.data.reviewId] : []),
  fold: (review, recorded) => {
    const { fact, stream, position } = recorded;
    if (!isRating(fact)) return review;
    if (fact.type === 'reviews.ReviewOpened.v1') {
      const { reviewId, cycleId, subject } = fact.data;
      return { reviewId, cycleId, subject, stream, ratings: [], calibrations: [] };
    }
    if (review === undefined) return undefined;
    switch (fact.type) {
      case 'reviews.RatingCalibrated.v1': {
        const calibration = { from: fact.data.from, fact: refOf(fact.type, recorded) };
        return { ...review, calibrations: [...review.calibrations, calibration] };
      }
      case 'reviews.ReviewFinalised.v1': {
        const { calibrations } = review;
        const after = fact.data.rating;
        const before = calibrations[0]?.from ?? after;
        const facts = [...calibrations.map((one) => one.fact), refOf(fact.type, recorded)];
        const counted = { before, after, since: position, until: null, facts };
        return { ...review, ratings: [...ended(review.ratings, position), counted] };
      }
      default:
        return { ...review, ratings: ended(review.ratings, position), calibrations: [] };
    }
  },
  index: ({ cycleId }) => ({ cycle: cycleId }),
};

const ratingTypes = [
  ...(['reviews.ReviewOpened.v1', 'reviews.RatingCalibrated.v1'] as const),
  ...(['reviews.ReviewFinalised.v1', 'reviews.NotRatedDeclared.v1'] as const),
  ...(['reviews.ReviewReopened.v1', 'reviews.ReviewWithdrawn.v1'] as const),
] as const;

/** Facts that say what somebody is rated from then on, or that they are not. */
type RatingFact = Extract<ReviewsFact, { readonly type: (typeof ratingTypes)[number] }>;

function isRating(fact: ReviewsFact): fact is RatingFact {
  return ratingTypes.some((type) => type === fact.type);
}

function refOf(
  type: string,
  { id, revision, position }: Recorded<ReviewsFact>,
): CountedRating['facts'][number] {
  return { id, type, revision, position };
}

function ended(ratings: readonly CountedRating[], until: Position): readonly CountedRating[] {
  return ratings.map((one) => (one.until === null ? { ...one, until } : one));
}

/** What somebody was rated at a position; undefined where no rating held. */
export function ratingAt(
  { ratings }: Pick<RatedAnswers, 'ratings'>,
  position: Position,
): CountedRating | undefined {
  return ratings.find((one) => isHeld(one, position));
}

export function isHeld({ since, until }: CountedRating, position: Position): boolean {
  return since <= position && (until === null || until > position);
}
