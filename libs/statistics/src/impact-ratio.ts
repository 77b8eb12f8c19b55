import { logGamma } from './distribution.ts';
import { figure, type Estimate } from './figure.ts';
import { proportion, z95, type Proportion } from './proportion.ts';

/** A ratio below this is adverse impact, as a rule of thumb: four fifths. */
export const adverseImpactBelow = 0.8;

/** Of so many in a group so many were selected, promoted, or rated high. */
export interface GroupCounts {
  readonly group: string;
  readonly selected: number;
  readonly total: number;
}

export interface GroupImpact {
  readonly group: string;
  /** The share of the group, with Wilson's interval. */
  readonly rate: Proportion;
  /** The rate over that of the reference; n is both groups, and of the reference itself its own. */
  readonly impactRatio: Estimate;
  /** Fisher's exact test of the group against the reference, two-sided; null of nobody. */
  readonly p: number | null;
  readonly isAdverse: boolean;
}

export interface Impact {
  /** The group with the highest rate, the larger one of two that are alike; null without any. */
  readonly reference: string | null;
  readonly groups: readonly GroupImpact[];
}

/**
 * The rate at which each group is selected, over that of the group with the highest one; below four
 * fifths it is flagged: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR
 * 1607.4(D). The rule knows no chance, so each ratio has its 0.95 interval
 *
 *     exp(ln r ± 1.96 √(1/a − 1/m + 1/b − 1/n)),    r = (a / m) / (b / n)
 *
 * (Katz, D. et al. (1978), Obtaining confidence intervals for the risk ratio in cohort studies,
 * Biometrics 34, 469–474; no bounds where nobody is selected, nor of the reference beside itself,
 * which is 1 by definition) and Fisher's exact test.
 *
 * Unit: ratio, from 0 to 1. Null for a group of nobody, and where nobody at all was selected.
 * Throws RangeError for counts that are no whole numbers with 0 ≤ selected ≤ total.
 */
export function impactRatios(groups: readonly GroupCounts[]): Impact {
  const rated = groups.map((one) => {
    return { ...one, rate: proportion('selection-rate@1', one.selected, one.total) };
  });
  const [reference] = rated
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => {
      const [more, less] = [
        (other.rate.value ?? 0) - (one.rate.value ?? 0),
        other.total - one.total,
      ];
      return more === 0 ? less : more;
    });
  return {
    reference: reference?.group ?? null,
    groups: rated.map(({ group, selected, total, rate }) => {
      if (reference === undefined || total === 0) {
        return { group, rate, impactRatio: exactly(null, total), p: null, isAdverse: false };
      }
      const [b, n] = [reference.selected, reference.total];
      const impactRatio =
        group === reference.group ? exactly(b === 0 ? null : 1, n) : ratioOf(selected, total, b, n);
      const p = fisherExact([
        [selected, total - selected],
        [b, n - b],
      ]);
      const { value } = impactRatio;
      // 0.8 is not below 0.8, whatever the division makes of it.
      const isAdverse = value !== null && selected * n * 5 < b * total * 4;
      return { group, rate, impactRatio, p, isAdverse };
    }),
  };
}

/** Of nobody there is no ratio; of a group beside itself it is 1, whatever chance has done. */
function exactly(value: number | null, n: number): Estimate {
  return { ...figure('impact-ratio@1', value, n), low: null, high: null };
}

function ratioOf(a: number, m: number, b: number, n: number): Estimate {
  const value = b === 0 ? null : (a * n) / (b * m);
  const shown = figure('impact-ratio@1', value, m + n);
  if (value === null || a === 0) return { ...shown, low: null, high: null };
  const error = Math.sqrt(1 / a - 1 / m + 1 / b - 1 / n);
  return {
    ...shown,
    low: value * Math.exp(-z95 * error),
    high: value * Math.exp(z95 * error),
  };
}

/** Two groups, and of each how many were selected and how many were not. */
export type FourfoldTable = readonly [readonly [number, number], readonly [number, number]];

/** Tables that are as likely as the one that was found, but for rounding, count as it does. */
const asLikely = 1 + 1e-7;

/**
 * Fisher's exact test of a fourfold table, two-sided: how likely a table with the same margins is
 * that is no more likely than this one, if being selected had nothing to do with the group.
 *
 * Fisher, R. A. (1935), The logic of inductive inference, Journal of the Royal Statistical Society
 * 98, 39–82; two-sided as R's fisher.test.
 *
 * Unit: probability, above 0. Null without anybody in one of the groups. Throws RangeError for
 * counts that are no whole numbers from 0 on.
 */
export function fisherExact([[a, b], [c, d]]: FourfoldTable): number | null {
  if (![a, b, c, d].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError('a table holds counts');
  }
  const [first, second, selected] = [a + b, c + d, a + c];
  if (first === 0 || second === 0) return null;
  const logOf = (x: number) =>
    logChoose(first, x) + logChoose(second, selected - x) - logChoose(first + second, selected);
  const found = logOf(a) + Math.log(asLikely);
  let p = 0;
  for (let x = Math.max(0, selected - second); x <= Math.min(first, selected); x += 1) {
    const log = logOf(x);
    if (log <= found) p += Math.exp(log);
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
