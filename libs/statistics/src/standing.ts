import { attainment, isWithin, milestoneShare, rawAttainment } from './attainment.ts';
import { shareOfTimeInBand } from './attainment.ts';
import { figure, type Figure } from './figure.ts';

/** How a key result or a KPI is measured. Names are text and live apart. */
export type Measuring =
  | { readonly kind: 'increase' | 'decrease'; start: number; target: number; unit?: string }
  | { readonly kind: 'within'; low?: number; high?: number; unit?: string }
  | { readonly kind: 'milestones'; milestones: readonly Milestone[] }
  | { readonly kind: 'completion'; start: number; target: number; unit?: string }
  | { readonly kind: 'undefined'; unit?: string };

export interface Milestone {
  readonly id: string;
  readonly weight: number;
}

/** One value of a measure at a time: a number, or the milestones that are done. */
export interface Observed {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number | null;
  readonly done: readonly string[] | null;
}

/** The state of a measure: how far, the same unclamped, and whether it is met. */
export interface Standing {
  readonly attainment: Figure;
  readonly raw: Figure;
  /** Null while nothing is known. */
  readonly met: boolean | null;
}

const unknown: Standing = {
  attainment: figure('attainment@1', null, 0),
  raw: figure('raw-attainment@1', null, 0),
  met: null,
};

/**
 * Where a measure stands at `until` (ms). `observed` may be in any order; the newest by its own
 * time counts, and of two with one time the later in the list. A band gives the share of time
 * within it; what has no target gives no figure at all, and never 0.
 */
export function standing(
  measure: Measuring,
  observed: readonly Observed[],
  until: number,
): Standing {
  const seen = observed.filter((one) => one.at <= until);
  const newest = newestOf(seen);
  if (newest === undefined) return unknown;
  switch (measure.kind) {
    case 'increase':
    case 'decrease':
    case 'completion': {
      const raw = rawAttainment(measure, newest.value);
      return {
        attainment: attainment(measure, newest.value),
        raw,
        met: raw.value === null ? null : raw.value >= 1,
      };
    }
    case 'within': {
      const values = seen.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
      const inBand = shareOfTimeInBand(measure, values, until);
      const met = newest.value === null ? null : isWithin(measure, newest.value);
      return { attainment: inBand, raw: inBand, met };
    }
    case 'milestones': {
      const done = milestoneShare(measure.milestones, newest.done);
      return { attainment: done, raw: done, met: done.value === null ? null : done.value === 1 };
    }
    case 'undefined':
      return unknown;
  }
}

export function newestOf<T extends { readonly at: number }>(observed: readonly T[]): T | undefined {
  let newest: T | undefined;
  for (const one of observed) {
    if (newest === undefined || one.at >= newest.at) newest = one;
  }
  return newest;
}
