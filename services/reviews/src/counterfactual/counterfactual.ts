import { lastRating, type Trail, type TrailDecision } from './trail.ts';

/** What did not happen, in a world that is otherwise as it was. */
export type Instead =
  | { readonly without: 'session'; readonly sessionId: string }
  /** Whatever somebody has accepted, in whichever session. */
  | { readonly without: 'moderator'; readonly moderator: string }
  /** Another rule pack, on the same evidence: what it makes of each review; null of nothing. */
  | { readonly under: 'rule-pack'; readonly scores: Readonly<Record<string, number | null>> };

export interface Compared {
  readonly reviewId: string;
  /** The rating that holds. */
  readonly actual: number;
  /** The rating that would hold; null where nothing would be rated. */
  readonly instead: number | null;
}

/**
 * The rating that would hold. A decision sets a rating, whatever it was before: where one is left
 * out, those that were made after it stay as they are, and where none is left, what the manager
 * had left holds. So nobody is said to have decided what they did not.
 *
 * To finalise is no decision of its own where it only took what stood then: it would have taken
 * what would have stood.
 */
export function ratingInstead(trail: Trail, instead: Instead): number | null {
  const { reviewId, decisions } = trail;
  const isOther = 'under' in instead && Object.hasOwn(instead.scores, reviewId);
  const manager = isOther ? (instead.scores[reviewId] ?? null) : trail.manager;
  let [was, rating] = [trail.manager, manager as number | null];
  for (const decision of decisions) {
    const isOwn = decision.stage !== 'final' || decision.to !== was;
    if (isOwn && !isLeftOut(decision, instead)) rating = decision.to;
    was = decision.to;
  }
  return rating;
}

export function comparedWith(trails: readonly Trail[], instead: Instead): readonly Compared[] {
  return trails.map((trail) => {
    const { reviewId } = trail;
    return { reviewId, actual: lastRating(trail), instead: ratingInstead(trail, instead) };
  });
}

function isLeftOut(decision: TrailDecision, instead: Instead): boolean {
  if (decision.stage !== 'calibrated' || 'under' in instead) return false;
  return instead.without === 'session'
    ? decision.sessionId === instead.sessionId
    : decision.decidedBy === instead.moderator;
}
