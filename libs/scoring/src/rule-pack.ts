/** A millionth: ratings, scales and limits are whole numbers of these, so that nothing is lost. */
export const micro = 1_000_000;

/** Lowest and highest rating, in millionths: 1 to 5 is 1,000,000 to 5,000,000. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * How ratings become a score: data that is published in versions, and pinned by its hash. It can
 * name no function and hold no loop, so that whoever has the pack and the ratings has the score.
 */
export interface RulePack {
  readonly name: string;
  readonly version: number;
  readonly parts: Readonly<Record<string, Part>>;
  /** The part that is the score. */
  readonly total: string;
  /** Applied to the score, in order. */
  readonly rules: readonly Rule[];
  /** What the score is shown on, and with how many digits after the point. */
  readonly result: { readonly scale: Scale; readonly decimals: number };
  /** Fewer days than these are not rated: no number says what was not seen. */
  readonly daysMin: number;
}

export type Part = RatedPart | WeighedPart | PickedPart;

/** The mean of the ratings that were given to it, each as a share of its scale. */
export interface RatedPart {
  readonly kind: 'rated';
  readonly scale: Scale;
  /** With fewer ratings it is missing: one of two peers would be known. */
  readonly ratingsMin: number;
}

/** Others, by weights; what is missing is left out, with its weight. */
export interface WeighedPart {
  readonly kind: 'weighed';
  readonly of: readonly { readonly part: string; readonly weight: number }[];
}

/** The least or the most of others. */
export interface PickedPart {
  readonly kind: 'least' | 'most';
  readonly of: readonly string[];
}

/**
 * Where a part is below a share, in millionths of its scale, the score is at most this share. Of a
 * part that is missing nothing follows.
 */
export interface Rule {
  readonly name: string;
  readonly when: { readonly part: string; readonly below: number };
  readonly atMost: number;
}

/** What was rated, in millionths, and the fact that says so. */
export interface Rating {
  readonly rating: number;
  readonly fact: string;
}

/** The ratings of each part; a part that is not there has none. */
export type Ratings = Readonly<Record<string, readonly Rating[]>>;

/** The parts that a part is of. */
export function partsOf(part: Part): readonly string[] {
  if (part.kind === 'rated') return [];
  return part.kind === 'weighed' ? part.of.map((one) => one.part) : part.of;
}
