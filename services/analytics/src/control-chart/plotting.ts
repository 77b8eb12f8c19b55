import { derivedId, fold, type Instant } from '@plumbline/kernel';
import { totalOf, type RunRule } from '@plumbline/statistics';
import type { Counting } from './control-chart.commands.ts';
import { evolveChart, initialChart, signalOf } from './control-chart.ts';
import type { ControlChartFact, DrawnChart, Measured, Point } from './control-chart.ts';
import type { PlottedPoint, SignalOfPoint, SignalledPoint } from './control-chart.ts';
import { brokenSince, pointsOfChart, type PointOfChart } from './judging.ts';
import { dayAfter, type Period } from './period.ts';

/** A point is shown anew once so many answers of it have come or gone: fewer would be told of. */
export const restatedAnswersMin = 5;
/** Points of one fact: it stays well below what a fact may hold. */
export const pointsPerFactMax = 100;
/** Points that are restated, and signals that are raised, at one time; the rest follows. */
export const changesMax = 50;
/** A point is plotted anew at most so often. */
export const restatementsMax = 100;
/** Days until a signal is to be explained. */
export const explainDays = 14;

/** With what each fact of a decision begins. */
export interface Stamp {
  readonly act: string;
  readonly chartId: string;
  readonly at: Instant;
}

/** What newly counted periods change on a chart: points first, then what they signal. */
export function plotting(
  chart: DrawnChart,
  { counted, takenAt }: Counting,
  stamp: Stamp,
): readonly ControlChartFact[] {
  const last = chart.points.at(-1)?.period ?? '';
  const points = counted.filter(({ period }) => period > last);
  const plotted = chunksOf(points).map((some): ControlChartFact => {
    return { type: 'PointsPlotted', ...stamp, points: some, takenAt };
  });
  const known = new Map(counted.map((point) => [point.period, point.measured]));
  const restated = chart.points.flatMap((point): ControlChartFact[] => {
    const { period, measured: before } = point;
    const after = known.get(period);
    if (after === undefined || !isRestatedTo(point, after)) return [];
    return [{ type: 'PointRestated', ...stamp, period, before, after, takenAt }];
  });
  return withSignals(chart, [...plotted, ...restated.slice(0, changesMax)], stamp);
}

/** Facts with the signals that they raise, and what becomes of those that were raised before. */
export function withSignals(
  chart: DrawnChart | undefined,
  facts: readonly ControlChartFact[],
  stamp: Stamp,
): readonly ControlChartFact[] {
  const after = fold({ evolve: evolveChart }, chart ?? initialChart, facts);
  if (after.stage === 'none') return facts;
  return [...facts, ...restatedSignals(after, stamp), ...raisedSignals(after, stamp)];
}

/**
 * Whether what is counted now may be shown in the place of what was shown. It must differ from all
 * that was shown of the period before by nobody, or by enough answers: from two points that few
 * answers tell apart, these could be computed.
 */
function isRestatedTo({ measured, earlier }: PlottedPoint, after: Measured | null): boolean {
  if (earlier.length >= restatementsMax || answersApart(measured, after) === 0) return false;
  return [...earlier, measured].every((before) => {
    const apart = answersApart(before, after);
    return apart === 0 || apart >= restatedAnswersMin;
  });
}

/** How many answers at least have come or gone between two counts. A gap tells of none. */
export function answersApart(one: Measured | null, other: Measured | null): number {
  const [before, after] = [one?.groups ?? [], other?.groups ?? []];
  const length = Math.max(before.length, after.length);
  const differences = Array.from({ length }, (_, group) => {
    return Math.abs((after[group] ?? 0) - (before[group] ?? 0));
  });
  return totalOf(differences);
}

/** A signal is raised once for a rule and a point, by whichever limits hold for the point. */
function raisedSignals(chart: DrawnChart, stamp: Stamp): readonly ControlChartFact[] {
  const isRaised = new Set(chart.signals.map(({ signalId }) => signalId));
  const due = dayAfter(stamp.at.slice(0, 10), explainDays);
  const found = pointsOfChart(chart).flatMap((one): ControlChartFact[] => {
    const point = signalledOf(one);
    if (one.isBaseline || point === undefined) return [];
    return one.broken.flatMap(({ rule, period, side }) => {
      const signalId = signalIdOf(chart.chartId, rule, period);
      if (isRaised.has(signalId)) return [];
      const signal: SignalOfPoint = { signalId, rule, period, side, version: one.version };
      const { owner } = chart;
      return [{ type: 'SignalRaised', ...stamp, ...signal, point, owner, due } as const];
    });
  });
  return found.slice(0, changesMax);
}

export function signalIdOf(chartId: string, rule: RunRule, period: Period): string {
  return derivedId('control-chart', chartId, rule, period);
}

/** What was raised stays; whether its point still breaks the rule is said where that changes. */
function restatedSignals(chart: DrawnChart, stamp: Stamp): readonly ControlChartFact[] {
  const changed = chart.limits.flatMap((frozen) => {
    const mine = chart.signals.filter(({ version }) => version === frozen.version);
    const broken = mine.length === 0 ? [] : brokenSince(chart, frozen);
    return mine.flatMap((signal): ControlChartFact[] => {
      const stands = broken.some(({ rule, period }) => {
        return rule === signal.rule && period === signal.period;
      });
      if (stands === signal.stands) return [];
      return [{ type: 'SignalRestated', ...stamp, ...signalOf(signal), stands }];
    });
  });
  return changed.slice(0, changesMax);
}

function signalledOf({ point, judged }: PointOfChart): SignalledPoint | undefined {
  const { value, centre, lower, upper } = judged;
  if (value === null || point.measured === null) return undefined;
  return { value, n: totalOf(point.measured.groups), centre, lower, upper };
}

function chunksOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const count = Math.ceil(points.length / pointsPerFactMax);
  return Array.from({ length: count }, (_, chunk) => {
    return points.slice(chunk * pointsPerFactMax, (chunk + 1) * pointsPerFactMax);
  });
}
