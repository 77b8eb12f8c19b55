import { figure, type Estimate } from './figure.ts';

/** The two-sided 0.95 point of the standard normal distribution, Φ⁻¹(0.975). */
export const z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share of counted cases with its 0.95 interval; both bounds are null when there are none. */
export interface Proportion extends Estimate {
  /** The cases that the share is of; `n` are all. */
  readonly successes: number;
}

/**
 * Wilson's score interval of a proportion p = x / n, without continuity correction:
 *
 *     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
 *
 * Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
 * Journal of the American Statistical Association 22, 209–212; method 3 of Newcombe, R. G. (1998),
 * Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857–872.
 *
 * Unit: share, within 0 and 1; 0 of n begins at 0 and n of n ends at 1 exactly. Undefined without
 * trials. Throws RangeError for counts that are no whole numbers with 0 ≤ successes ≤ trials.
 */
export function wilsonInterval(successes: number, trials: number, z = z95): Interval | undefined {
  const areCounts = Number.isSafeInteger(successes) && Number.isSafeInteger(trials);
  if (!areCounts || successes < 0 || successes > trials) {
    throw new RangeError('successes and trials must be counts, with no more successes than trials');
  }
  return trials === 0 ? undefined : scoreInterval(successes / trials, trials, z);
}

/**
 * The same for a share p of n cases, where the cases are not counted as such: n may be fewer than
 * what the share was taken from. For 0 ≤ p ≤ 1 and n ≥ 1.
 */
export function scoreInterval(p: number, n: number, z = z95): Interval {
  const squared = (z * z) / n;
  const centre = p + squared / 2;
  const reach = Math.sqrt(squared * (p * (1 - p) + squared / 4));
  // At the ends the two terms are equal, and only rounding would keep them apart.
  return {
    low: p === 0 ? 0 : (centre - reach) / (1 + squared),
    high: p === 1 ? 1 : (centre + reach) / (1 + squared),
  };
}

/** A share with Wilson's 0.95 interval. Its value and bounds are null without trials. */
export function proportion(definition: string, successes: number, trials: number): Proportion {
  const interval = wilsonInterval(successes, trials);
  const value = interval === undefined ? null : successes / trials;
  const low = interval?.low ?? null;
  return { ...figure(definition, value, trials), successes, low, high: interval?.high ?? null };
}
