import { figure, proportion, z95, type Estimate } from '@plumbline/statistics';

/** What performance is made of. Each is a share from 0 to 1; a missing one is never 0. */
export const performanceParts = ['goals', 'feedback', 'reviews', 'customers'] as const;
export type PerformancePart = (typeof performanceParts)[number];

/** How much each part weighs beside the others. */
export type Weights = Readonly<Record<PerformancePart, number>>;

/**
 * What is told of feedback is shown and weighs nothing: that somebody was given advice is no
 * measure of their work.
 */
export const weightsDefault: Weights = { goals: 50, feedback: 0, reviews: 30, customers: 20 };
export const weightMax = 1_000;

export interface PartFigure {
  readonly part: PerformancePart;
  readonly share: Estimate;
  readonly weight: number;
  /** Of the whole, among what is there; null of what is missing, or weighs nothing. */
  readonly effectiveWeight: number | null;
  /** What it was counted from: facts, and where it was capped so many more. */
  readonly provenance: Provenance;
}

export interface Provenance {
  /** What the facts are, as in `goals.GoalClosed.v1`. */
  readonly from: string;
  /** What each is of: goals, reviews, notes or responses; sorted. */
  readonly ids: readonly string[];
  readonly more: number;
  /** What there is beside, and is not counted: goals that are open, reviews nobody finalised. */
  readonly unknown: number;
}

export interface Performance {
  readonly index: {
    readonly value: number | null;
    readonly n: number;
    readonly definition: string;
  };
  readonly parts: readonly PartFigure[];
}

/** What is known of one part: shares that each count once, or successes of so many. */
export type PartInput = {
  readonly from: string;
  readonly ids: readonly string[];
  readonly unknown: number;
} & ({ readonly shares: readonly number[] } | { readonly successes: number; readonly n: number });

export const provenanceMax = 200;

/**
 * Σ w · share / Σ w over the parts that are there. What is missing leaves its weight to the others,
 * and is there with n = 0 and no value. `n` of the index is how many parts it is of: what counts
 * within a part is in the part. It is a figure to talk about, and nobody's rating.
 */
export function performanceOf(
  inputs: Readonly<Record<PerformancePart, PartInput>>,
  weights: Weights = weightsDefault,
): Performance {
  const shares = performanceParts.map((part) => ({ part, share: shareOf(part, inputs[part]) }));
  const there = shares.filter(({ part, share }) => share.value !== null && weights[part] > 0);
  const all = there.reduce((sum, { part }) => sum + weights[part], 0);
  const value = there.reduce((sum, { part, share }) => {
    return sum + ((share.value ?? 0) * weights[part]) / all;
  }, 0);
  const isThere = new Set(there.map(({ part }) => part));
  return {
    index: figure('performance-index@1', there.length === 0 ? null : value, there.length),
    parts: shares.map(({ part, share }) => ({
      ...{ part, share, weight: weights[part] },
      effectiveWeight: isThere.has(part) ? weights[part] / all : null,
      provenance: provenanceOf(inputs[part]),
    })),
  };
}

const definitions: Readonly<Record<PerformancePart, string>> = {
  goals: 'goal-attainment@1',
  feedback: 'praise-share@1',
  reviews: 'rating-share@1',
  customers: 'csat@1',
};

function shareOf(part: PerformancePart, input: PartInput): Estimate {
  const definition = definitions[part];
  if ('successes' in input) {
    const { value, n, low, high } = proportion(definition, input.successes, input.n);
    return { ...figure(definition, value, n), low, high };
  }
  const { shares } = input;
  const n = shares.length;
  if (n === 0) return { ...figure(definition, null, 0), low: null, high: null };
  const mean = shares.reduce((sum, one) => sum + one, 0) / n;
  const shown = figure(definition, mean, n);
  if (n === 1) return { ...shown, low: null, high: null };
  const squares = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const reach = z95 * Math.sqrt(squares / (n - 1) / n);
  return { ...shown, low: Math.max(0, mean - reach), high: Math.min(1, mean + reach) };
}

function provenanceOf({ from, ids, unknown }: PartInput): Provenance {
  const sorted = ids.toSorted();
  const more = Math.max(0, sorted.length - provenanceMax);
  return { from, ids: sorted.slice(0, provenanceMax), more, unknown };
}
