import { figure, type Estimate } from './figure.ts';
import { wilsonInterval, z95 } from './proportion.ts';

/**
 * Gini coefficient of what each member received: with x₁ ≤ … ≤ xₙ,
 *
 *     G = Σ (2i − n − 1) xᵢ / (n Σ xᵢ)
 *
 * which is half of the mean difference of two members over the mean. Gini, C. (1912), Variabilità
 * e mutabilità; in this form in Sen, A. (1973), On economic inequality. Without the correction for
 * small n, n / (n − 1): it is 0 when all received the same, and 1 − 1/n when one received all.
 *
 * The 0.95 interval is G ± 1.96 SE within these ends, with the error of the jackknife, which
 * leaves out one member after the other. Karagiannis, E. and Kovačević, M. (2000), A method to
 * calculate the jackknife variance estimator for the Gini coefficient, Oxford Bulletin of Economics
 * and Statistics 62(1), 119–122. Bounds are null where that tells nothing: all received the same,
 * or one all.
 *
 * `amounts` must hold a 0 for a member who received nothing, or the coefficient is too low. Unit:
 * share. n: members. Null without members, and when nobody received anything: there is nothing of
 * which to have a share. Throws RangeError for an amount that is below 0 or not finite.
 */
export function giniCoefficient(amounts: readonly number[]): Estimate {
  if (!amounts.every((amount) => Number.isFinite(amount) && amount >= 0)) {
    throw new RangeError('amounts must be finite and not below 0');
  }
  const n = amounts.length;
  const most = amounts.reduce((one, other) => Math.max(one, other), 0);
  if (most === 0) return { ...figure('gini@1', null, n), low: null, high: null };
  // Relative to the largest, so that no sum passes all bounds.
  const sorted = Float64Array.from(amounts, (amount) => amount / most).sort();
  let weighted = 0;
  let sum = 0;
  for (const [index, amount] of sorted.entries()) {
    weighted += (2 * (index + 1) - n - 1) * amount;
    sum += amount;
  }
  const value = weighted / (n * sum);
  const error = jackknifeError(sorted, weighted, sum);
  const bounds =
    error === undefined
      ? { low: null, high: null }
      : {
          low: Math.max(value - z95 * error, 0),
          high: Math.min(value + z95 * error, 1 - 1 / n),
        };
  return { ...figure('gini@1', value, n), ...bounds };
}

/** Below it, an error is what rounding has left of none. */
const noError = 1e-12;

/** From the coefficients without each member, each of them taken out of the sums of all. */
function jackknifeError(sorted: Float64Array, weighted: number, sum: number): number | undefined {
  const n = sorted.length;
  let before = 0;
  let total = 0;
  const without: number[] = [];
  for (const [index, amount] of sorted.entries()) {
    const left = sum - amount;
    if (left <= 0) return undefined;
    // Who received more moves down by a rank, and of all ranks there is one less.
    const others = weighted - (2 * (index + 1) - n - 1) * amount + before - (left - before);
    before += amount;
    without.push(others / ((n - 1) * left));
    total += others / ((n - 1) * left);
  }
  const squares = without.reduce((all, one) => all + (one - total / n) ** 2, 0);
  const error = Math.sqrt(((n - 1) / n) * squares);
  return error > noError ? error : undefined;
}

/** Who gave to whom. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * Reciprocity of a directed graph: the share of its directed pairs (a gave to b) whose return (b
 * gave to a) is there as well. Wasserman, S. and Faust, K. (1994), Social network analysis;
 * r = Σ AᵢⱼAⱼᵢ / Σ Aᵢⱼ in Newman, M. (2010), Networks, 7.10.
 *
 * A pair counts once, however often one gave to the other; what someone gave to themself is no
 * pair. Unit: share. n: directed pairs. Null without any.
 *
 * The two directions of a pair are not two observations: the 0.95 interval is Wilson's of the
 * share m of the undirected pairs that is mutual, of which r = 2m / (1 + m), carried over to r.
 */
export function pairReciprocity(edges: readonly Edge[]): Estimate {
  const receivers = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    if (from === to) continue;
    receivers.set(from, (receivers.get(from) ?? new Set()).add(to));
  }
  let pairs = 0;
  let returned = 0;
  for (const [giver, received] of receivers) {
    for (const receiver of received) {
      pairs += 1;
      if (receivers.get(receiver)?.has(giver) === true) returned += 1;
    }
  }
  // Both directions of a mutual pair have counted.
  const interval = wilsonInterval(returned / 2, pairs - returned / 2);
  return {
    ...figure('reciprocity@1', pairs === 0 ? null : returned / pairs, pairs),
    low: interval === undefined ? null : ofDirected(interval.low),
    high: interval === undefined ? null : ofDirected(interval.high),
  };
}

function ofDirected(mutual: number): number {
  return (2 * mutual) / (1 + mutual);
}
