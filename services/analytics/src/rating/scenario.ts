import { reject, type Rejection } from '@plumbline/kernel';
import { segmentedScore, type Ratings, type RulePack, type Segment } from '@plumbline/scoring';
import type { GivenSegment, RatedReview } from './rated-review.ts';

/** What another rule pack makes of what was rated: a figure, and never anybody's rating. */
export interface ScenarioScore {
  readonly reviewId: string;
  readonly subject: string;
  /** What its own pack came to; null: no number. */
  readonly actual: number | null;
  readonly instead: number | null;
}

/**
 * The scores of reviews by another pack, over the ratings that they were scored by: nothing else is
 * changed. Of a review that was not scored nothing is known. Rejected for a pack whose parts are on
 * other scales than what was rated: a number would be made of nothing.
 */
export function scenarioScores(
  reviews: readonly RatedReview[],
  pack: RulePack,
): readonly ScenarioScore[] | Rejection {
  const scores: ScenarioScore[] = [];
  for (const { reviewId, subject, scored } of reviews) {
    if (scored === null) continue;
    const segments = scored.segments.map(segmentOf);
    const strange = segments.flatMap(({ ratings }) => offScale(pack, ratings) ?? [])[0];
    if (strange !== undefined) {
      const detail = `Ratings of "${strange}" are not on the scale that the pack has for it.`;
      return reject('scenario/off-scale', detail, '/pack');
    }
    const score = segmentedScore(pack, segments);
    const instead = score.kind === 'scored' ? score.total : null;
    scores.push({ reviewId, subject, actual: scored.total, instead });
  }
  return scores;
}

/** Sorted as they are told: which fact a rating is of has no bearing on a score. */
function segmentOf({ days, ratings }: GivenSegment): Segment {
  const byPart = new Map<string, { rating: number; fact: string }[]>();
  for (const [at, { part, rating }] of ratings.entries()) {
    const given = byPart.get(part) ?? [];
    byPart.set(part, [...given, { rating, fact: String(at) }]);
  }
  return { days, ratings: Object.fromEntries(byPart) };
}

function offScale({ parts }: RulePack, ratings: Ratings): string | undefined {
  const [strange] = Object.entries(ratings).find(([name, given]) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part?.kind !== 'rated') return false;
    const { min, max } = part.scale;
    return given.some(({ rating }) => rating < min || rating > max);
  }) ?? [undefined];
  return strange;
}

/** Who would move: the farthest first, and last those who would come to a number, or lose it. */
export function moversOf(scores: readonly ScenarioScore[]): readonly ScenarioScore[] {
  const by = ({ actual, instead }: ScenarioScore) =>
    actual === null || instead === null ? -1 : Math.abs(instead - actual);
  return scores
    .filter(({ actual, instead }) => actual !== instead)
    .toSorted((one, other) => by(other) - by(one) || (one.reviewId < other.reviewId ? -1 : 1));
}
