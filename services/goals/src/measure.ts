import { reject, type Day, type Rejection } from '@plumbline/kernel';
import type { Measuring as Measure, Milestone } from '@plumbline/statistics';

// Who knows a goal from what is published of it measures it by the same rules.
export { newestOf, standing } from '@plumbline/statistics';
export type { Measuring as Measure, Milestone, Observed, Standing } from '@plumbline/statistics';

/** A span of calendar days, both within. The name is a code, `FY2022` or `2026-Q3`, not text. */
export interface Period {
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
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

/** The rule that a period breaks, or undefined. */
export function refusePeriod(period: Period, field = '/period'): Rejection | undefined {
  return period.start <= period.end
    ? undefined
    : reject('period/ends-before-it-starts', 'The end lies before the start.', `${field}/end`);
}
