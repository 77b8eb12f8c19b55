import {
  compare,
  floorOf,
  minus,
  over,
  plus,
  rational,
  rounded,
  sumOf,
  times,
} from './rational.ts';
import { zero, type Rational } from './rational.ts';
import { micro, partsOf } from './rule-pack.ts';
import type { RatedPart, Rating, Ratings, RulePack } from './rule-pack.ts';

/** What a part of a score comes to: a rating, a rule, where the scale begins, or the rounding. */
export type Leaf =
  | {
      readonly kind: 'rating';
      readonly part: string;
      readonly fact: string;
      readonly rating: number;
      readonly points: number;
    }
  | { readonly kind: 'rule'; readonly rule: string; readonly points: number }
  | { readonly kind: 'scale-begins' | 'rounding'; readonly points: number };

/** A part as it was rated: a share of its scale in millionths, rounded, for reading alone. */
export interface ScoredPart {
  readonly part: string;
  /** Null where it is missing: nothing was rated, or by too few. */
  readonly share: number | null;
  /** Of the part that it is in, among what is there; null of what is missing or stands alone. */
  readonly weight: number | null;
}

export interface Score {
  /** In millionths of the result's scale, on as many digits as the pack says; null of nothing. */
  readonly total: number | null;
  /** In millionths; together exactly the total. Empty where there is none. */
  readonly leaves: readonly Leaf[];
  readonly parts: readonly ScoredPart[];
}

/** What a rating or a rule adds to a share, without rounding. */
export interface ExactLeaf {
  readonly of: { readonly part: string; readonly rating: Rating } | { readonly rule: string };
  readonly share: Rational;
}

/** A share of the result's scale, and what it is the sum of. */
export interface Exact {
  readonly share: Rational;
  readonly leaves: readonly ExactLeaf[];
}

/**
 * The score of ratings by a rule pack:
 *
 *     S = Σ w·r′ / Σ w over the parts that are there,    r′ = (r − min) / (max − min)
 *
 * A part that is missing is never 0: its weight goes to the others. All is worked out in whole
 * numbers over whole numbers and rounded once, at the end, to the nearest, from the middle away
 * from 0. What each rating adds is cut to millionths so that all together are exact (the largest
 * remainders get what is left), and the rounding is a leaf of its own.
 *
 * The pack must be one that `refusePack` does not refuse. Throws RangeError for a rating that is
 * not on the scale of its part.
 */
export function scoreOf(pack: RulePack, ratings: Ratings): Score {
  const exact = exactScore(pack, ratings);
  return { ...told(pack, exact), parts: scoredParts(pack, ratings) };
}

/** The score without rounding; undefined where nothing was rated. */
export function exactScore(pack: RulePack, ratings: Ratings): Exact | undefined {
  const worked = workOut(pack, pack.total, ratings);
  if (worked === undefined) return undefined;
  return pack.rules.reduce<Exact>((score, { name, when, atMost }) => {
    const part = workOut(pack, when.part, ratings);
    const limit = rational(atMost, micro);
    const holds = part !== undefined && compare(part.share, rational(when.below, micro)) < 0;
    if (!holds || compare(score.share, limit) <= 0) return score;
    const cut: ExactLeaf = { of: { rule: name }, share: minus(limit, score.share) };
    return { share: limit, leaves: [...score.leaves, cut] };
  }, worked);
}

/** As it is shown: rounded once, with leaves that add up. */
export function told({ result }: RulePack, exact: Exact | undefined): Omit<Score, 'parts'> {
  if (exact === undefined) return { total: null, leaves: [] };
  const { min, max } = result.scale;
  const width = rational(max - min);
  const points = apportioned(exact.leaves.map(({ share }) => times(share, width)));
  const unit = micro / 10 ** result.decimals;
  const sum = plus(rational(min), times(exact.share, width));
  const total = Number(rounded(over(sum, rational(unit)))) * unit;
  const leaves: Leaf[] = exact.leaves.map(({ of }, at): Leaf => {
    const own = points[at] ?? 0;
    if ('rule' in of) return { kind: 'rule', rule: of.rule, points: own };
    const { fact, rating } = of.rating;
    return { kind: 'rating', part: of.part, fact, rating, points: own };
  });
  const rest = total - min - points.reduce((all, own) => all + own, 0);
  return {
    total,
    leaves: [
      { kind: 'scale-begins', points: min },
      ...leaves,
      ...(rest === 0 ? [] : [{ kind: 'rounding' as const, points: rest }]),
    ],
  };
}

function workOut(pack: RulePack, name: string, ratings: Ratings): Exact | undefined {
  const part = pack.parts[name];
  if (part === undefined) return undefined;
  if (part.kind === 'rated') return mean(name, part, ratingsOf(ratings, name));
  const there = partsOf(part).flatMap((one, at) => {
    const exact = workOut(pack, one, ratings);
    const weight = part.kind === 'weighed' ? (part.of[at]?.weight ?? 0) : 1;
    return exact === undefined ? [] : [{ exact, weight }];
  });
  if (part.kind === 'weighed') return weighed(there);
  const sign = part.kind === 'least' ? 1 : -1;
  // Of those that are alike it is the first, and the same one each time.
  const [picked] = there.toSorted((a, b) => sign * compare(a.exact.share, b.exact.share));
  return picked?.exact;
}

function mean(name: string, part: RatedPart, given: readonly Rating[]): Exact | undefined {
  const { scale, ratingsMin } = part;
  if (given.length < ratingsMin) return undefined;
  const leaves = given.map((rating): ExactLeaf => {
    if (!(rating.rating >= scale.min && rating.rating <= scale.max)) {
      throw new RangeError(`a rating of ${name} is not on its scale`);
    }
    const share = rational(rating.rating - scale.min, (scale.max - scale.min) * given.length);
    return { of: { part: name, rating }, share };
  });
  return { share: sumOf(leaves.map(({ share }) => share)), leaves };
}

/** By weights, which are shared out among those that are there. */
export function weighed(
  there: readonly { readonly exact: Exact; readonly weight: number }[],
): Exact | undefined {
  if (there.length === 0) return undefined;
  const all = there.reduce((sum, { weight }) => sum + weight, 0);
  const leaves = there.flatMap(({ exact, weight }) =>
    exact.leaves.map((leaf) => ({ ...leaf, share: times(leaf.share, rational(weight, all)) })),
  );
  return { share: sumOf(leaves.map(({ share }) => share)), leaves };
}

function scoredParts(pack: RulePack, ratings: Ratings): readonly ScoredPart[] {
  const shares = new Map(
    Object.keys(pack.parts).map((name) => [name, workOut(pack, name, ratings)?.share]),
  );
  const weights = new Map<string, number>();
  for (const part of Object.values(pack.parts)) {
    if (part.kind !== 'weighed') continue;
    const there = part.of.filter((one) => shares.get(one.part) !== undefined);
    const all = there.reduce((sum, { weight }) => sum + weight, 0);
    for (const { part: name, weight } of there) {
      weights.set(name, inMicros(rational(weight, all)));
    }
  }
  return [...shares].map(([part, share]) => ({
    part,
    share: share === undefined ? null : inMicros(share),
    weight: weights.get(part) ?? null,
  }));
}

function ratingsOf(ratings: Ratings, name: string): readonly Rating[] {
  return Object.hasOwn(ratings, name) ? (ratings[name] ?? []) : [];
}

function inMicros(share: Rational): number {
  return Number(rounded(times(share, rational(micro))));
}

/** Whole numbers that add up to the whole of the exact ones: the largest remainders go up. */
function apportioned(exact: readonly Rational[]): readonly number[] {
  const floors = exact.map(floorOf);
  const whole = rounded(sumOf(exact));
  let left = Number(whole - floors.reduce((sum, one) => sum + one.whole, 0n));
  const order = floors
    .map(({ rest }, at) => ({ rest, at }))
    .toSorted((a, b) => compare(b.rest, a.rest) || a.at - b.at);
  const points = floors.map((one) => Number(one.whole));
  for (const { at, rest } of order) {
    if (left <= 0 || compare(rest, zero) === 0) break;
    points[at] = (points[at] ?? 0) + 1;
    left -= 1;
  }
  return points;
}
