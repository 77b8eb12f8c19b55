import type { Moment } from './moments.ts';

/** Steps of the slider: fine enough to reach every pixel, coarse enough for the keyboard. */
export const sliderStepsMax = 1_000;

/**
 * `time`: as far apart as in the world. `even`: every change as far from the next, so that a
 * hundred changes of one afternoon can be told apart beside one of last year.
 */
export type ScaleKind = 'time' | 'even';

/** Maps instants (ms) to slider steps from 0 to `sliderStepsMax`, and back. */
export interface Scale {
  readonly stepOf: (at: number) => number;
  readonly instantOf: (step: number) => number;
}

/** A scale from the first moment to `now`. Moments must be in order; `now` ends the scale. */
export function scaleOf(kind: ScaleKind, moments: readonly Moment[], now: number): Scale {
  const first = moments[0]?.at ?? now;
  const last = Math.max(now, moments.at(-1)?.at ?? now);
  const stops =
    kind === 'time' ? [first, last] : [...new Set([...moments.map((one) => one.at), last])];
  return piecewise(stops);
}

/** Linear between neighbouring stops, every stretch taking the same share of the slider. */
function piecewise(stops: readonly number[]): Scale {
  const stretches = stops.length - 1;
  const first = stops[0] ?? 0;
  const last = stops.at(-1) ?? first;
  if (stretches < 1 || first === last) {
    return { stepOf: () => sliderStepsMax, instantOf: () => last };
  }
  const size = sliderStepsMax / stretches;
  return {
    stepOf: (at) => {
      if (at <= first) return 0;
      if (at >= last) return sliderStepsMax;
      const index = stops.findLastIndex((one) => one <= at);
      const from = stops[index] ?? first;
      const to = stops[index + 1] ?? last;
      return (index + (at - from) / (to - from)) * size;
    },
    instantOf: (step) => {
      if (step <= 0) return first;
      if (step >= sliderStepsMax) return last;
      const index = Math.min(Math.floor(step / size), stretches - 1);
      const from = stops[index] ?? first;
      const to = stops[index + 1] ?? last;
      return Math.round(from + (step / size - index) * (to - from));
    },
  };
}

/**
 * Where a drag lands: on a moment when one lies within a few steps, as exactly that instant is
 * what people look for, and the pointer cannot hit a millisecond.
 */
export function snapped(
  scale: Scale,
  moments: readonly Moment[],
  step: number,
  withinSteps = 6,
): number {
  const near = moments
    .map((one) => ({ at: one.at, distance: Math.abs(scale.stepOf(one.at) - step) }))
    .filter(({ distance }) => distance <= withinSteps)
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.at ?? scale.instantOf(step);
}
