import { clampShare, figure, type Figure } from './figure.ts';

/**
 * Attainment of a measure that rises or falls from a start to a target:
 * raw = (current − start) / (target − start), the share of the way that is gone. It holds for
 * both directions, is negative when the measure went the wrong way, and passes 1 beyond the target.
 *
 * Unit: share. Null when there is no current value. Throws RangeError when start equals target,
 * where the share does not exist; deciders refuse such a measure before.
 */
export function rawAttainment(line: Line, current: number | null): Figure {
  if (line.start === line.target) throw new RangeError('start equals target');
  if (current === null) return figure('raw-attainment@1', null, 0);
  return figure('raw-attainment@1', (current - line.start) / (line.target - line.start), 1);
}

export interface Line {
  readonly start: number;
  readonly target: number;
}

/** Attainment within 0 and 1: clamp(raw, 0, 1). Shown beside the raw figure, never instead. */
export function attainment(line: Line, current: number | null): Figure {
  const raw = rawAttainment(line, current);
  return figure('attainment@1', raw.value === null ? null : clampShare(raw.value), raw.n);
}

/** A band; a missing bound is open. Bounds are within. */
export interface Band {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export function isWithin(band: Band, value: number): boolean {
  return (
    (band.low === undefined || value >= band.low) && (band.high === undefined || value <= band.high)
  );
}

export interface Observation {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
}

/**
 * Share of time in band: each observation holds until the next, the last until `until`. Time
 * before the first observation is not counted, as nothing is known of it. Observations later than
 * `until` are left out. With a single instant (no time passed) the share is that of the last
 * observation: 1 within, 0 outside.
 *
 * Unit: share of the time observed. n: observations used. Null without any.
 */
export function shareOfTimeInBand(
  band: Band,
  observations: readonly Observation[],
  until: number,
): Figure {
  const seen = observations
    .filter((one) => one.at <= until)
    .toSorted((one, other) => one.at - other.at);
  const last = seen.at(-1);
  if (last === undefined) return figure('band-share@1', null, 0);
  let within = 0;
  let total = 0;
  for (const [index, one] of seen.entries()) {
    const time = (seen[index + 1]?.at ?? until) - one.at;
    total += time;
    if (isWithin(band, one.value)) within += time;
  }
  const share = total > 0 ? within / total : Number(isWithin(band, last.value));
  return figure('band-share@1', share, seen.length);
}

/** Share of the milestones' weight that is done: Σ done weight / Σ weight. */
export function milestoneShare(
  milestones: readonly { readonly id: string; readonly weight: number }[],
  done: readonly string[] | null,
): Figure {
  if (done === null) return figure('milestone-share@1', null, 0);
  const finished = new Set(done);
  const total = milestones.reduce((sum, one) => sum + one.weight, 0);
  const reached = milestones.reduce((sum, one) => {
    return finished.has(one.id) ? sum + one.weight : sum;
  }, 0);
  return figure('milestone-share@1', total > 0 ? reached / total : null, milestones.length);
}

/**
 * Weighted mean of the parts that have a value: Σwa / Σw. Weights are normalised here, at the
 * read, so that they need not sum to one. A part without a value is left out of both sums.
 *
 * n: parts counted. Null when no part has a value.
 */
export function weightedMean(
  parts: readonly { readonly weight: number; readonly value: number | null }[],
): Figure {
  let weights = 0;
  let sum = 0;
  let n = 0;
  for (const { weight, value } of parts) {
    if (value === null) continue;
    weights += weight;
    sum += weight * value;
    n += 1;
  }
  return figure('objective-progress@1', n === 0 ? null : sum / weights, n);
}
