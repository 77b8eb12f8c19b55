/**
 * Why something is not shown.
 *
 * - `below-threshold`: too few answers, or none at all, which reads the same on purpose;
 * - `complementary`: with what this release shows already, it would give a small group away, as the
 *   last child of a parent does whose other children are shown;
 * - `overlap`: this release shows a segment that crosses it, and the two differ by too few answers;
 * - `across-releases`: it would be safe by itself, but beside what earlier releases showed it would
 *   give away the few answers that came or went since. It waits for the next release.
 */
export type WithheldReason = 'below-threshold' | 'complementary' | 'overlap' | 'across-releases';

/** A figure under the disclosure guard. What is withheld has neither a value nor a count. */
export type Guarded<T> =
  | { readonly shown: true; readonly value: T; readonly n: number }
  | { readonly shown: false; readonly reason: WithheldReason };

/** What the guard decided on one thing; `n` is how many answers it is counted from. */
export type Decided =
  | { readonly shown: true; readonly n: number }
  | { readonly shown: false; readonly reason: WithheldReason };

/** The value is computed only where it may be shown, so that a withheld one is in no memory. */
export function guarded<T>(decided: Decided, value: (n: number) => T): Guarded<T> {
  if (!decided.shown) return { shown: false, reason: decided.reason };
  return { shown: true, value: value(decided.n), n: decided.n };
}

/** A figure made from a guarded one: of what is withheld, nothing can be made. */
export function mapGuarded<T, U>(one: Guarded<T>, change: (value: T) => U): Guarded<U> {
  return one.shown ? { shown: true, value: change(one.value), n: one.n } : one;
}
