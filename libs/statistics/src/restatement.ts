import type { Figure } from './figure.ts';

type Stated = Pick<Figure, 'n' | 'value'>;

/** What a restatement changed. The difference of values is null when either is unknown. */
export interface Restatement {
  readonly definition: string;
  readonly before: Stated;
  readonly after: Stated;
  /** After − before, in the unit of the figure. */
  readonly difference: Stated;
}

/**
 * The difference of a figure and its restatement. Throws RangeError when their definitions
 * differ: figures of two formulas, or of two versions of one, are not compared.
 */
export function restatement(before: Figure, after: Figure): Restatement {
  if (before.definition !== after.definition) {
    throw new RangeError('a restatement keeps the definition of its figure');
  }
  const isKnown = before.value !== null && after.value !== null;
  return {
    definition: before.definition,
    before: { n: before.n, value: before.value },
    after: { n: after.n, value: after.value },
    difference: { n: after.n - before.n, value: isKnown ? after.value - before.value : null },
  };
}
