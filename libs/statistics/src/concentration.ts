import { figure, type Figure } from './figure.ts';

/**
 * Gini coefficient of what each member received: with x₁ ≤ … ≤ xₙ,
 *
 *     G = Σ (2i − n − 1) xᵢ / (n Σ xᵢ)
 *
 * which is half of the mean difference of two members over the mean. Gini, C. (1912), Variabilità
 * e mutabilità; in this form in Sen, A. (1973), On economic inequality. Without the correction for
 * small n, n / (n − 1): it is 0 when all received the same, and 1 − 1/n when one received all.
 *
 * `amounts` must hold a 0 for a member who received nothing, or the coefficient is too low. Unit:
 * share. n: members. Null without members, and when nobody received anything: there is nothing of
 * which to have a share. Throws RangeError for an amount that is below 0 or not finite.
 */
export function giniCoefficient(amounts: readonly number[]): Figure {
  if (!amounts.every((amount) => Number.isFinite(amount) && amount >= 0)) {
    throw new RangeError('amounts must be finite and not below 0');
  }
  const n = amounts.length;
  const most = amounts.reduce((one, other) => Math.max(one, other), 0);
  if (most === 0) return figure('gini@1', null, n);
  // Relative to the largest, so that no sum passes all bounds.
  const sorted = Float64Array.from(amounts, (amount) => amount / most).sort();
  let weighted = 0;
  let sum = 0;
  for (const [index, amount] of sorted.entries()) {
    weighted += (2 * (index + 1) - n - 1) * amount;
    sum += amount;
  }
  return figure('gini@1', weighted / (n * sum), n);
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
 */
export function pairReciprocity(edges: readonly Edge[]): Figure {
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
  return figure('reciprocity@1', pairs === 0 ? null : returned / pairs, pairs);
}
