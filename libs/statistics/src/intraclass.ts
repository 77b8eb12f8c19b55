import { fQuantile } from './distribution.ts';
import { figure, type Estimate } from './figure.ts';

/**
 * Which intraclass correlation: of one rating (1) or of the mean of all (k), where each target has
 * raters of its own (1), where all have the same ones, drawn from many (2), or the only ones (3).
 */
export type IntraclassForm = '1-1' | '2-1' | '3-1' | '1-k' | '2-k' | '3-k';

/** One row a target, with a rating of each rater. */
export type Ratings = readonly (readonly number[])[];

const tail = 0.975;

/**
 * The intraclass correlation of ratings, with its 0.95 interval: how much of what ratings differ
 * by is what the rated differ by. With the mean squares between targets B, between raters J, of
 * the rest E and within targets W, for n targets and k raters,
 *
 *     ICC(1,1) = (B − W) / (B + (k − 1)W)                 ICC(1,k) = (B − W) / B
 *     ICC(2,1) = (B − E) / (B + (k − 1)E + k(J − E)/n)    ICC(2,k) = (B − E) / (B + (J − E)/n)
 *     ICC(3,1) = (B − E) / (B + (k − 1)E)                 ICC(3,k) = (B − E) / B
 *
 * Shrout, P. E. and Fleiss, J. L. (1979), Intraclass correlations: uses in assessing rater
 * reliability, Psychological Bulletin 86, 420–428, with their intervals. That of ICC(2,k) is that
 * of ICC(2,1) stepped up (Spearman and Brown).
 *
 * Unit: none, at most 1; below 0 where raters differ more within targets than between them. n:
 * targets. All null under two targets or raters, and where no rating differs from another; a bound
 * or a value is null where it would be divided by nothing. Throws RangeError for ratings that are
 * not finite, and for rows of different lengths.
 */
export function intraclassCorrelation(ratings: Ratings, form: IntraclassForm): Estimate {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (!ratings.every((row) => row.length === k && row.every(Number.isFinite))) {
    throw new RangeError('every target has one finite rating of each rater');
  }
  const definition = `icc-${form}@1`;
  const squares = n < 2 || k < 2 ? undefined : meanSquares(ratings, n, k);
  if (squares === undefined) return { ...figure(definition, null, n), low: null, high: null };
  const { value, low, high } = coefficients[form](squares, n, k);
  return { ...figure(definition, finite(value), n), low: finite(low), high: finite(high) };
}

/** Targets that are all alike in the mean may leave nothing to be divided by. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Mean squares of the two-way table: between targets, between raters, of the rest, and within. */
interface MeanSquares {
  readonly targets: number;
  readonly raters: number;
  readonly rest: number;
  readonly within: number;
}

interface Bounded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** An interval that does not follow from the ratings. */
const unbounded = { low: NaN, high: NaN } as const;

/** Undefined where no rating differs from another. */
function meanSquares(ratings: Ratings, n: number, k: number): MeanSquares | undefined {
  const all = ratings.flat();
  if (all.every((one) => one === all[0])) return undefined;
  const mean = meanOf(all);
  const rows = ratings.map(meanOf);
  const columns = Array.from({ length: k }, (_, at) =>
    meanOf(ratings.map((row) => row[at] ?? NaN)),
  );
  const squared = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const [ofTargets, ofRaters] = [k * squared(rows), n * squared(columns)];
  // Rounding takes what is nothing a little below it.
  const within = Math.max(0, squared(all) - ofTargets);
  return {
    targets: ofTargets / (n - 1),
    raters: ofRaters / (k - 1),
    rest: Math.max(0, within - ofRaters) / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  };
}

const coefficients: Readonly<
  Record<IntraclassForm, (squares: MeanSquares, n: number, k: number) => Bounded>
> = {
  '1-1': ({ targets, within }, n, k) => single(targets, within, n - 1, n * (k - 1), k),
  '1-k': ({ targets, within }, n, k) => average(targets, within, n - 1, n * (k - 1)),
  '3-1': ({ targets, rest }, n, k) => single(targets, rest, n - 1, (n - 1) * (k - 1), k),
  '3-k': ({ targets, rest }, n, k) => average(targets, rest, n - 1, (n - 1) * (k - 1)),
  '2-1': random,
  '2-k': (squares, n, k) => {
    const one = random(squares, n, k);
    const stepped = (value: number) => (k * value) / (1 + (k - 1) * value);
    const { targets, raters, rest } = squares;
    return {
      value: share(targets - rest, targets + (raters - rest) / n),
      low: stepped(one.low),
      high: stepped(one.high),
    };
  },
};

/** Of one rating, of which the error is `error`. */
function single(between: number, error: number, d1: number, d2: number, k: number): Bounded {
  const of = (f: number) => (f === Infinity ? 1 : (f - 1) / (f + k - 1));
  const { f, low, high } = ratio(between, error, d1, d2);
  return { value: of(f), low: of(low), high: of(high) };
}

/** Of the mean of all ratings. */
function average(between: number, error: number, d1: number, d2: number): Bounded {
  const of = (f: number) => 1 - 1 / f;
  const { f, low, high } = ratio(between, error, d1, d2);
  return { value: of(f), low: of(low), high: of(high) };
}

function ratio(between: number, error: number, d1: number, d2: number) {
  const f = between / error;
  return { f, low: f / fQuantile(tail, d1, d2), high: f * fQuantile(tail, d2, d1) };
}

/** ICC(2,1): the degrees of freedom of its interval are those of Satterthwaite. */
function random({ targets, raters, rest }: MeanSquares, n: number, k: number): Bounded {
  const value = share(targets - rest, targets + (k - 1) * rest + (k * (raters - rest)) / n);
  if (rest === 0 && raters === 0) return { value, low: value, high: value };
  if (!Number.isFinite(value)) return { value, ...unbounded };
  const a = (k * value) / (n * (1 - value));
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value));
  const [ofRaters, ofRest] = [a * raters, b * rest];
  const degrees =
    (ofRaters + ofRest) ** 2 / (ofRaters ** 2 / (k - 1) + ofRest ** 2 / ((n - 1) * (k - 1)));
  if (!(degrees > 0)) return { value, ...unbounded };
  const above = fQuantile(tail, n - 1, degrees);
  const below = fQuantile(tail, degrees, n - 1);
  const others = k * raters + (k * n - k - n) * rest;
  return {
    value,
    low: (n * (targets - above * rest)) / (above * others + n * targets),
    high: (n * (below * targets - rest)) / (others + n * below * targets),
  };
}

/** All that ratings differ by is more than nothing, or it is not known how much is due to what. */
function share(part: number, all: number): number {
  return all > 0 ? part / all : NaN;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
