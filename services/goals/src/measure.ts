import { reject, type Day, type Rejection } from '@plumbline/kernel';
import { attainment, isWithin, milestoneShare, rawAttainment } from '@plumbline/statistics';
import { figure, shareOfTimeInBand, type Figure } from '@plumbline/statistics';

/** How a key result or a KPI is measured. Names are text and live apart (see `textOf…`). */
export type Measure =
  | { readonly kind: 'increase' | 'decrease'; start: number; target: number; unit?: string }
  | { readonly kind: 'within'; low?: number; high?: number; unit?: string }
  | { readonly kind: 'milestones'; milestones: readonly Milestone[] }
  | { readonly kind: 'completion'; start: number; target: number; unit?: string }
  | { readonly kind: 'undefined'; unit?: string };

export interface Milestone {
  readonly id: string;
  readonly weight: number;
}

/** A span of calendar days, both within. The name is a code, `FY2022` or `2026-Q3`, not text. */
export interface Period {
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
}

/** One value of a measure at a time: a number, or the milestones that are done. */
export interface Observed {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number | null;
  readonly done: readonly string[] | null;
}

/** Start and target that are closer are one: the share of the way would be no number. */
export const measureSpanMin = 1e-9;

/** The rule that a measure breaks, or undefined. `field` is where it stands in the request. */
export function refuseMeasure(measure: Measure, field: string): Rejection | undefined {
  switch (measure.kind) {
    case 'increase':
    case 'decrease':
    case 'completion':
      return refuseLine(measure.kind, measure.start, measure.target, field);
    case 'within':
      return refuseBand(measure.low, measure.high, field);
    case 'milestones':
      return refuseMilestones(measure.milestones, field);
    case 'undefined':
      return undefined;
  }
}

function refuseLine(kind: string, start: number, target: number, field: string) {
  if (Math.abs(target - start) < measureSpanMin) {
    return reject(
      'measure/start-equals-target',
      `Start and target are less than ${measureSpanMin} apart. Give a target that differs.`,
      `${field}/target`,
    );
  }
  if (kind === 'decrease' ? target > start : target < start) {
    return reject(
      'measure/wrong-direction',
      `The target lies on the wrong side of the start for the kind "${kind}".`,
      `${field}/target`,
    );
  }
  return undefined;
}

function refuseBand(low: number | undefined, high: number | undefined, field: string) {
  if (low === undefined && high === undefined) {
    return reject('measure/band-without-bound', 'Give a low or a high bound.', `${field}/low`);
  }
  if (low !== undefined && high !== undefined && low > high) {
    return reject('measure/band-upside-down', 'The low bound is above the high.', `${field}/low`);
  }
  return undefined;
}

function refuseMilestones(milestones: readonly Milestone[], field: string) {
  if (milestones.length === 0) {
    return reject('measure/no-milestones', 'Name one milestone at least.', `${field}/milestones`);
  }
  if (new Set(milestones.map((one) => one.id)).size < milestones.length) {
    return reject('measure/milestone-twice', 'Milestone ids must differ.', `${field}/milestones`);
  }
  if (milestones.some((one) => !(one.weight > 0))) {
    return reject(
      'measure/weight-not-positive',
      'A milestone without weight would never count. Give each a weight above 0.',
      `${field}/milestones`,
    );
  }
  return undefined;
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
export function standing(measure: Measure, observed: readonly Observed[], until: number): Standing {
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

/** The rule that a period breaks, or undefined. */
export function refusePeriod(period: Period, field = '/period'): Rejection | undefined {
  return period.start <= period.end
    ? undefined
    : reject('period/ends-before-it-starts', 'The end lies before the start.', `${field}/end`);
}
