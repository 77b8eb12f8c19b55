/**
 * The way of one rating, from what its manager left to what was finalised, in millionths. A review
 * of which nothing was rated has none.
 */
export interface Trail {
  readonly reviewId: string;
  /** What was worked out, or what its manager set instead. */
  readonly manager: number;
  /** In the order in which they were made. Each one sets a rating, whatever it was before. */
  readonly decisions: readonly TrailDecision[];
}

export type TrailDecision =
  | {
      /** An adjustment that was accepted in a session. */
      readonly stage: 'calibrated';
      readonly sessionId: string;
      /** Who accepted it. */
      readonly decidedBy: string;
      readonly to: number;
    }
  /** It was set anew after a dispute. */
  | { readonly stage: 'appealed'; readonly to: number }
  /** A person stood in for it. */
  | { readonly stage: 'final'; readonly to: number };

export const trailStages = ['manager', 'calibrated', 'appealed', 'final'] as const;
export type TrailStage = (typeof trailStages)[number];

export interface WaterfallStep {
  readonly stage: TrailStage;
  /** Once all that the stage has changed is added to the stages before it. */
  readonly rating: number;
  /** What all decisions of the stage have changed, together. */
  readonly change: number;
  /** How many they are; none where the stage was passed over, or has not come yet. */
  readonly decisions: number;
}

/** The rating that holds. */
export function lastRating({ manager, decisions }: Trail): number {
  return decisions.at(-1)?.to ?? manager;
}

/**
 * Manager, calibrated, appealed, final: by how much each stage moved a rating. The manager's rating
 * and the changes of all stages together are the rating that holds, to the last millionth, also
 * where a stage came twice, as after a review was reopened.
 */
export function waterfall(trail: Trail): readonly WaterfallStep[] {
  const { manager, decisions } = trail;
  const changes = decisions.map(({ stage, to }, at) => {
    return { stage, change: to - (decisions[at - 1]?.to ?? manager) };
  });
  let rating = manager;
  return trailStages.map((stage): WaterfallStep => {
    const own = changes.filter((one) => one.stage === stage);
    const change = own.reduce((sum, one) => sum + one.change, 0);
    rating += change;
    return { stage, rating, change, decisions: own.length };
  });
}

/** What a stage comes to over many reviews. Sums, so that they add up; a mean is sum over n. */
export interface WaterfallTotal {
  readonly stage: TrailStage;
  readonly n: number;
  readonly ratings: number;
  readonly changes: number;
  /** The reviews that the stage has moved. */
  readonly moved: number;
}

export function waterfallTotals(trails: readonly Trail[]): readonly WaterfallTotal[] {
  const all = trails.map(waterfall);
  return trailStages.map((stage, at) => {
    const steps = all.flatMap((steps) => steps[at] ?? []);
    return {
      ...{ stage, n: steps.length },
      ratings: steps.reduce((sum, { rating }) => sum + rating, 0),
      changes: steps.reduce((sum, { change }) => sum + change, 0),
      moved: steps.filter(({ change }) => change !== 0).length,
    };
  });
}
