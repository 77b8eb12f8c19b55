/**
 * A figure as every view shows it. `value` is null when nothing is known: a missing part is never
 * counted as zero. `n` is how many observations it was counted from; `definition` names the
 * formula and its version, so that a change of formula is seen in the figure.
 */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
  readonly definition: string;
}

export function figure(definition: string, value: number | null, n: number): Figure {
  return { value, n, definition };
}

/** A figure with its 0.95 interval. A bound is null where too little was observed to have one. */
export interface Estimate extends Figure {
  readonly low: number | null;
  readonly high: number | null;
}

/** A count of all that there is, and not of a sample of it: its interval is the count itself. */
export function countOf(definition: string, value: number | null, n: number): Estimate {
  return { ...figure(definition, value, n), low: value, high: value };
}

/** Keeps a share within 0 and 1. */
export function clampShare(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
