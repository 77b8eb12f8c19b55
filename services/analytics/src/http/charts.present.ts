import { toInstant } from '@plumbline/kernel';
import { displayTier, isOverdispersed, totalOf, type Limits } from '@plumbline/statistics';
import { withRefs } from '@plumbline/views';
import { isOverdue } from '../charts.queries.ts';
import { figureOf, type Charted } from '../control-chart/charted.ts';
import { newestOf } from '../control-chart/control-chart.decide.ts';
import type { Measured } from '../control-chart/control-chart.ts';
import { pointsOfChart, type PointOfChart } from '../control-chart/judging.ts';
import { daysOf } from '../control-chart/period.ts';
import type { ControlChartSheet, Freezing } from '../views/control-chart-sheet.ts';
import type { SignalSheet } from '../views/signal-sheet.ts';

/** Fewer points make limits that are to be taken as a first look (Wheeler asks for 20). */
export const firmBaselineMin = 20;

/** Charts and signals as readers see them, with references for what was written. */
export function chartSummary(sheet: ControlChartSheet) {
  return withRefs(summaryOf(sheet), sheet.texts);
}

export function chartDetail(sheet: ControlChartSheet) {
  const { standing, freezings } = sheet;
  const points = pointsOfChart(standing);
  const limits = standing.limits.map((frozen) => {
    const { version, baseline, rules, takenAt } = frozen;
    const freezing = freezings.find((one) => one.version === version);
    return {
      ...{ version, baseline, rules, position: takenAt },
      ...computedOf(frozen.limits),
      hints: hintsOf(
        frozen.limits,
        points.filter((one) => one.version === version),
      ),
      ...frozenBy(freezing),
    };
  });
  const detail = { ...summaryOf(sheet), limits, points: points.map((one) => pointOf(sheet, one)) };
  return withRefs(detail, sheet.texts);
}

export function signalDetail(sheet: SignalSheet, on: string) {
  const { signalId: id, chartId: chart, rule, period, side, version, point, explanation } = sheet;
  const { raisedAt, owner, due, stands, stage } = sheet;
  const detail = {
    ...{ id, chart, rule, period, side, limits: version, point, raisedAt, owner, due },
    ...{ stands, stage, isOverdue: isOverdue(sheet, on), explanation },
  };
  return withRefs(detail, sheet.texts);
}

function summaryOf(sheet: ControlChartSheet) {
  const { chartId: id, name, drawnAt, standing, revision } = sheet;
  const { charted, place, period, latenessDays, owner, signals } = standing;
  const newest = newestOf(standing);
  return {
    ...{ id, name, ...chartedOf(charted), place, period, latenessDays, owner },
    ...{ chart: newest.limits.chart, rules: newest.rules, definition: newest.definition },
    ...{ version: newest.version, lastPeriod: standing.points.at(-1)?.period ?? null, drawnAt },
    openSignals: signals.filter(({ isExplained }) => !isExplained).length,
    ...{ countedAt: standing.takenAt, revision },
  };
}

/** What a chart is of, with every member there. */
function chartedOf(charted: Charted) {
  const none = { metric: null, scale: null, clock: null, serviceLevel: null };
  return { ...none, ...charted };
}

function computedOf(limits: Limits) {
  const { chart, definition, n, centre } = limits;
  const isXmr = limits.chart === 'xmr';
  return {
    ...{ chart, definition, n, centre },
    ...{ lower: isXmr ? limits.lower : null, upper: isXmr ? limits.upper : null },
    ...{ rangeMean: isXmr ? limits.rangeMean : null, rangeUpper: isXmr ? limits.rangeUpper : null },
    sigmaZ: isXmr ? null : limits.sigmaZ,
  };
}

type Hint = 'overdispersed' | 'few-points' | 'baseline-breaks-rules';

/** What is to be known of limits before they are relied on. */
function hintsOf(limits: Limits, points: readonly PointOfChart[]): readonly Hint[] {
  const hints: Hint[] = [];
  if (limits.chart === 'p' && isOverdispersed(limits) === true) hints.push('overdispersed');
  if (limits.n < firmBaselineMin) hints.push('few-points');
  const isBroken = points.some(({ isBaseline, broken }) => isBaseline && broken.length > 0);
  return isBroken ? [...hints, 'baseline-breaks-rules'] : hints;
}

function frozenBy(freezing: Freezing | undefined) {
  if (freezing === undefined) throw new Error('Limits were frozen by somebody.');
  const { at, by, reason } = freezing;
  return { frozenAt: at, by, reason };
}

function pointOf({ standing, restatements }: ControlChartSheet, one: PointOfChart) {
  const { charted, period: kind, signals } = standing;
  const { point, judged, version, isBaseline, broken } = one;
  const { period, measured } = point;
  const { centre, lower, upper, range, rangeUpper } = judged;
  const earlier = restatements.filter((restated) => restated.period === period);
  return {
    ...{ period, ...daysOf(kind, period), ...shown(charted, measured) },
    ...{ centre, lower, upper, range, rangeUpper, limits: version, isBaseline },
    broken: broken.map(({ rule, side }) => ({ rule, side })),
    signals: signals.filter((signal) => signal.period === period).map(({ signalId }) => signalId),
    restatements: earlier.map(({ at, recordedAt, before, after }) => ({
      ...{ at, recordedAt: toInstant(recordedAt) },
      ...{ before: stated(before), after: stated(after), difference: difference(before, after) },
    })),
  };
}

function shown(charted: Charted, measured: Measured | null) {
  if (measured === null) return { tier: 'hidden' as const, figure: null };
  const figure = figureOf(charted, measured.groups);
  return { tier: displayTier(figure.n), figure };
}

function stated(measured: Measured | null) {
  if (measured === null) return { value: null, n: null };
  return { value: measured.value, n: totalOf(measured.groups) };
}

/** After less before; null where either is a gap. */
function difference(before: Measured | null, after: Measured | null) {
  if (before === null || after === null) return { value: null, n: null };
  const [one, other] = [stated(before), stated(after)];
  return { value: after.value - before.value, n: (other.n ?? 0) - (one.n ?? 0) };
}
