import { judge, signalsOf, totalOf } from '@plumbline/statistics';
import type { JudgedPoint, Limits, RunRule, Signal } from '@plumbline/statistics';
import type { DrawnChart, FrozenLimits, Measured, Point } from './control-chart.ts';
import type { Period } from './period.ts';

/** A point with the limits that hold for it, and the rules that it breaks. */
export interface PointOfChart {
  readonly point: Point;
  readonly judged: JudgedPoint;
  /** The version of the limits. */
  readonly version: number;
  readonly isBaseline: boolean;
  readonly broken: readonly Broken[];
}

export interface Broken {
  readonly rule: RunRule;
  readonly period: Period;
  readonly side: Signal['side'];
}

type Plotted = Pick<DrawnChart, 'limits' | 'points'>;

/**
 * The points of a chart, each with the limits of the newest baseline that it is not before. Where
 * limits are replaced, runs and ranges begin anew.
 */
export function pointsOfChart({ limits, points }: Plotted): readonly PointOfChart[] {
  return limits.flatMap((frozen, index) => {
    const next = limits[index + 1]?.baseline.from;
    const own = points.filter(({ period }) => {
      return period >= frozen.baseline.from && (next === undefined || period < next);
    });
    const judged = judgedBy(frozen.limits, own);
    const broken = brokenBy(frozen.rules, own, judged);
    return own.flatMap((point, place) => {
      const one = judged[place];
      const mine = broken.filter(({ period }) => period === point.period);
      const isBaseline = point.period <= frozen.baseline.until;
      const { version } = frozen;
      return one === undefined ? [] : [{ point, judged: one, version, isBaseline, broken: mine }];
    });
  });
}

/**
 * The rules that points break by some limits, whether or not others have replaced these: a signal
 * stands or falls by those that it was raised against.
 */
export function brokenSince(
  { points }: Plotted,
  { baseline, limits, rules }: FrozenLimits,
): readonly Broken[] {
  const since = points.filter(({ period }) => period >= baseline.from);
  return brokenBy(rules, since, judgedBy(limits, since));
}

function brokenBy(
  rules: readonly RunRule[],
  points: readonly Point[],
  judged: readonly JudgedPoint[],
): readonly Broken[] {
  return signalsOf(rules, judged).map(({ rule, index, side }) => {
    return { rule, period: points[index]?.period ?? '', side };
  });
}

function judgedBy(limits: Limits, points: readonly Point[]): readonly JudgedPoint[] {
  if (limits.chart === 'xmr')
    return judge(
      limits,
      points.map(({ measured }) => measured?.value ?? null),
    );
  return judge(
    limits,
    points.map(({ measured }) => subgroupOf(measured)),
  );
}

/** Answers of a share, as a chart of proportions takes them; a gap has none. */
export function subgroupOf(measured: Measured | null) {
  const groups = measured?.groups ?? [];
  return { successes: groups[1] ?? 0, trials: totalOf(groups) };
}
