import { clampShare } from './figure.ts';

/** Mean range of two, in standard deviations of the normal distribution, as tables print it. */
const d2 = 1.128;
/** D₄ of two: the upper limit of ranges, over their mean. */
const rangeLimitScale = 3.267;
const sigmas = 3;
/** The one-sided 0.95 point of the standard normal distribution. */
const z95OneSided = 1.645;

/** A subgroup of a proportion, such as the evaluations of a week that had a critical error. */
export interface Subgroup {
  readonly successes: number;
  readonly trials: number;
}

/** A period's measure; null when it was not measured. */
export type Measure = number | null;

/** Which chart, and the points that its limits are computed from. */
export type XmrBaseline = { readonly chart: 'xmr'; readonly points: readonly Measure[] };
export type ProportionBaseline = {
  readonly chart: 'p' | 'p-prime';
  readonly points: readonly Subgroup[];
};
export type Baseline = XmrBaseline | ProportionBaseline;

/** Limits of an XmR chart, frozen: they stay when points are added. n: points of the baseline. */
export interface XmrLimits {
  readonly chart: 'xmr';
  readonly definition: string;
  readonly n: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly rangeMean: number;
  readonly rangeUpper: number;
}

/** Limits of a p or p′ chart, frozen. The width is that of each subgroup, by its trials. */
export interface ProportionLimits {
  readonly chart: 'p' | 'p-prime';
  readonly definition: string;
  readonly n: number;
  readonly centre: number;
  /** Laney's σz: 1 when subgroups differ as much as chance makes them, above 1 when more. */
  readonly sigmaZ: number | null;
}

export type Limits = XmrLimits | ProportionLimits;

/** A point with the limits that hold for it. What is unknown of it is null. */
export interface JudgedPoint {
  readonly value: number | null;
  readonly centre: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A third of the way from the centre to a limit, before limits are bounded. */
  readonly sigma: number | null;
  /** Distance from the point before, in a chart that watches it. */
  readonly range: number | null;
  readonly rangeUpper: number | null;
}

/**
 * The limits of a chart from a baseline. They are computed once and kept, and `judge` holds later
 * points against them: limits that follow the points would widen with every signal.
 *
 * XmR (individual values and moving ranges), with mR̄ the mean of |xᵢ − xᵢ₋₁|:
 *
 *     x̄ ± 3 mR̄ / d₂, which is x̄ ± 2.66 mR̄,    upper limit of ranges 3.267 mR̄
 *
 * Wheeler, D. J. (1993), Understanding variation; d₂ = 1.128 and D₄ = 3.267 of Montgomery, D. C.,
 * Introduction to statistical quality control. A measure that is missing is left out, and the
 * points on its two sides have no range with each other.
 *
 * p: p̄ ± 3 √(p̄(1 − p̄)/nᵢ), within 0 and 1, with p̄ pooled over the baseline (Montgomery).
 *
 * p′: the same width times σz, the mean moving range of zᵢ = (pᵢ − p̄) / √(p̄(1 − p̄)/nᵢ), over d₂.
 * Laney, D. B. (2002), Improved control charts for attributes, Quality Engineering 14(4), 531–537.
 * Here σz widens limits only, where subgroups are overdispersed (σz > 1); below 1 p′ equals p.
 *
 * Unit: that of the points; share for p and p′. Undefined when there are no limits: without two
 * neighbouring points (one subgroup is enough for p), and without variation (mR̄ = 0; p̄ = 0 or 1),
 * as limits without width call any change a signal. Throws RangeError for a measure that is not
 * finite, and for subgroups that are no counts.
 */
export function limitsOf(baseline: XmrBaseline): XmrLimits | undefined;
export function limitsOf(baseline: ProportionBaseline): ProportionLimits | undefined;
export function limitsOf(baseline: Baseline): Limits | undefined;
export function limitsOf(baseline: Baseline): Limits | undefined {
  return baseline.chart === 'xmr' ? xmrLimits(baseline.points) : proportionLimits(baseline);
}

/**
 * Whether the subgroups of a baseline differ by more than chance makes them, so that a p chart
 * takes ordinary ones for signals and p′ is the chart to take. Null where σz is unknown.
 *
 * σz is held against what chance exceeds in about one baseline of twenty, with the error of a
 * standard deviation that is estimated from k − 1 moving ranges:
 *
 *     σz > 1 + 1.645 √(0.8264 k − 1.082) / (k − 1)
 *
 * Cryer, J. D. and Ryan, T. P. (1990), The estimation of sigma for an X chart: MR̄/d₂ or S/c₄?,
 * Journal of Quality Technology 22(3), 187–192. k: points of the baseline, taken as one row; with
 * gaps there are fewer ranges, and chance exceeds it a little more often.
 */
export function isOverdispersed({ n, sigmaZ }: ProportionLimits): boolean | null {
  if (sigmaZ === null || n < 2) return null;
  return sigmaZ > 1 + (z95OneSided * Math.sqrt(0.8264 * n - 1.082)) / (n - 1);
}

/**
 * Points judged by limits that were frozen before; each has its own limits, in the order given. The
 * first has no moving range, as nothing is before it. Throws RangeError as `limitsOf`.
 */
export function judge(limits: XmrLimits, points: readonly Measure[]): JudgedPoint[];
export function judge(limits: ProportionLimits, points: readonly Subgroup[]): JudgedPoint[];
export function judge(
  limits: Limits,
  points: readonly Measure[] | readonly Subgroup[],
): JudgedPoint[] {
  return limits.chart === 'xmr'
    ? judgeMeasures(limits, points as readonly Measure[])
    : judgeSubgroups(limits, points as readonly Subgroup[]);
}

function xmrLimits(points: readonly Measure[]): XmrLimits | undefined {
  const ranges = movingRanges(points).filter((range) => range !== null);
  const values = points.filter((value) => value !== null);
  const rangeMean = meanOf(ranges);
  if (rangeMean === undefined || rangeMean === 0) return undefined;
  const centre = meanOf(values) ?? Number.NaN;
  const reach = (sigmas * rangeMean) / d2;
  return {
    ...{ chart: 'xmr', definition: 'xmr-limits@1', n: values.length },
    ...{ centre, lower: centre - reach, upper: centre + reach },
    ...{ rangeMean, rangeUpper: rangeLimitScale * rangeMean },
  };
}

function judgeMeasures(limits: XmrLimits, points: readonly Measure[]): JudgedPoint[] {
  const { centre, lower, upper, rangeUpper } = limits;
  const ranges = movingRanges(points);
  return points.map((value, index) => ({
    ...{ value, centre, lower, upper, sigma: limits.rangeMean / d2 },
    ...{ range: ranges[index] ?? null, rangeUpper },
  }));
}

function proportionLimits(baseline: ProportionBaseline): ProportionLimits | undefined {
  const { chart, points } = baseline;
  const shares = points.map(shareOf);
  const successes = points.reduce((sum, one) => sum + one.successes, 0);
  const trials = points.reduce((sum, one) => sum + one.trials, 0);
  if (successes === 0 || successes === trials) return undefined;
  const centre = successes / trials;
  const scores = shares.map((share, index) =>
    share === null ? null : (share - centre) / sigmaOf(centre, points[index]?.trials ?? 0),
  );
  const rangeMean = meanOf(movingRanges(scores).filter((range) => range !== null));
  if (chart === 'p-prime' && rangeMean === undefined) return undefined;
  return {
    ...{ chart, definition: `${chart}-limits@1` },
    n: shares.filter((share) => share !== null).length,
    ...{ centre, sigmaZ: rangeMean === undefined ? null : rangeMean / d2 },
  };
}

function judgeSubgroups(limits: ProportionLimits, points: readonly Subgroup[]): JudgedPoint[] {
  const { chart, centre, sigmaZ } = limits;
  const dispersion = chart === 'p-prime' ? Math.max(sigmaZ ?? 1, 1) : 1;
  return points.map((point) => {
    const value = shareOf(point);
    const unwatched = { range: null, rangeUpper: null };
    if (value === null)
      return { value, centre, lower: null, upper: null, sigma: null, ...unwatched };
    const sigma = dispersion * sigmaOf(centre, point.trials);
    const lower = clampShare(centre - sigmas * sigma);
    const upper = clampShare(centre + sigmas * sigma);
    return { value, centre, lower, upper, sigma, ...unwatched };
  });
}

/** √(p̄(1 − p̄)/n). */
function sigmaOf(centre: number, trials: number): number {
  return Math.sqrt((centre * (1 - centre)) / trials);
}

function shareOf({ successes, trials }: Subgroup): number | null {
  const areCounts = Number.isSafeInteger(successes) && Number.isSafeInteger(trials);
  if (!areCounts || successes < 0 || successes > trials) {
    throw new RangeError('a subgroup must have counts, with no more successes than trials');
  }
  return trials === 0 ? null : successes / trials;
}

/** |xᵢ − xᵢ₋₁| of each point; null where either is missing, and for the first. */
function movingRanges(points: readonly Measure[]): Measure[] {
  return points.map((value, index) => {
    if (value !== null && !Number.isFinite(value)) throw new RangeError('values must be finite');
    const before = points[index - 1] ?? null;
    return value === null || before === null ? null : Math.abs(value - before);
  });
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
