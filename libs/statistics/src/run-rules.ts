import type { JudgedPoint } from './control-chart.ts';

/**
 * The rules by which a chart raises signals. A chart pins its own when its limits are frozen: every
 * rule that is added raises more false alarms.
 */
export type RunRule =
  | 'beyond-limit'
  | 'beyond-range-limit'
  | 'run-of-8'
  | 'run-of-9'
  | 'two-of-three'
  | 'four-of-five'
  | 'six-in-a-row';

export interface Signal {
  readonly rule: RunRule;
  /** Place, from 0, of the point that completes the pattern. */
  readonly index: number;
  readonly side: 'above' | 'below' | 'rising' | 'falling';
}

type Seen = JudgedPoint & { readonly value: number; readonly index: number };
/** 1 asks for the pattern above the centre, or rising; −1 for its mirror image. */
type Direction = 1 | -1;

interface Pattern {
  /** How many points it looks at, the newest last; at the start of a chart there are fewer. */
  readonly points: number;
  readonly holds: (window: readonly Seen[], direction: Direction) => boolean;
  /** Whether each point is a signal of its own, rather than the pattern as long as it holds. */
  readonly isOfOnePoint?: boolean;
  readonly isTrend?: boolean;
}

const patterns: Readonly<Record<RunRule, Pattern>> = {
  'beyond-limit': {
    points: 1,
    isOfOnePoint: true,
    holds: ([point], direction) => {
      if (point === undefined || point.upper === null || point.lower === null) return false;
      return direction === 1 ? point.value > point.upper : point.value < point.lower;
    },
  },
  'beyond-range-limit': {
    points: 1,
    isOfOnePoint: true,
    holds: ([point], direction) => {
      if (point === undefined || point.range === null || point.rangeUpper === null) return false;
      return direction === 1 && point.range > point.rangeUpper;
    },
  },
  'run-of-8': run(8),
  'run-of-9': run(9),
  'two-of-three': zone({ points: 3, enough: 2, sigmas: 2 }),
  'four-of-five': zone({ points: 5, enough: 4, sigmas: 1 }),
  'six-in-a-row': {
    points: 6,
    isTrend: true,
    holds: (window, direction) =>
      window.length === 6 &&
      window.every(({ value }, place) => {
        const before = window[place - 1]?.value;
        return before === undefined || (value - before) * direction > 0;
      }),
  },
};

/**
 * The signals of judged points, by the rules that are pinned; in order of the points, and at one
 * point in that of the rules.
 *
 * - beyond-limit: a point above the upper or below the lower limit; on a limit is within.
 * - beyond-range-limit: a moving range above its limit (always "above").
 * - run-of-8, run-of-9: so many points in a row on one side of the centre. A point on the centre
 *   is on neither, and ends a run.
 * - two-of-three, four-of-five: of three points two beyond 2σ, of five four beyond 1σ, on one side.
 * - six-in-a-row: six points, each above (or each below) the one before.
 *
 * Western Electric (1956), Statistical quality control handbook: beyond limits, 8, 2 of 3, 4 of 5;
 * Nelson, L. S. (1984), The Shewhart control chart — tests for special causes, Journal of Quality
 * Technology 16(4), 237–239: the same with 9, and six in a row.
 *
 * A pattern over several points is signalled where it is complete, and again only after it has
 * ceased to hold: one run is one signal, and one investigation. A point without a value is passed
 * over; it neither makes nor breaks a pattern.
 */
export function signalsOf(rules: readonly RunRule[], points: readonly JudgedPoint[]): Signal[] {
  const seen = points.flatMap((point, index) =>
    point.value === null ? [] : [{ ...point, value: point.value, index }],
  );
  return seen.flatMap(({ index }, at) =>
    rules.flatMap((rule) =>
      directionsAt(patterns[rule], seen, at).map((direction) => ({
        ...{ rule, index, side: sideOf(patterns[rule], direction) },
      })),
    ),
  );
}

function directionsAt(pattern: Pattern, seen: readonly Seen[], at: number): Direction[] {
  const holdsAt = (place: number, direction: Direction) =>
    pattern.holds(seen.slice(Math.max(place + 1 - pattern.points, 0), place + 1), direction);
  return ([1, -1] as const).filter((direction) => {
    const isNew = pattern.isOfOnePoint === true || !holdsAt(at - 1, direction);
    return holdsAt(at, direction) && isNew;
  });
}

function sideOf({ isTrend }: Pattern, direction: Direction): Signal['side'] {
  if (isTrend === true) return direction === 1 ? 'rising' : 'falling';
  return direction === 1 ? 'above' : 'below';
}

function run(length: number): Pattern {
  return {
    points: length,
    holds: (window, direction) =>
      window.length === length &&
      window.every(({ value, centre }) => (value - centre) * direction > 0),
  };
}

function zone({ points, enough, sigmas }: Record<'points' | 'enough' | 'sigmas', number>): Pattern {
  return {
    points,
    holds: (window, direction) => {
      const beyond = window.filter(
        ({ value, centre, sigma }) =>
          sigma !== null && (value - centre) * direction > sigmas * sigma,
      );
      return beyond.length >= enough;
    },
  };
}
