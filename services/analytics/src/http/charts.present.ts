import { toInstant } from '@plumbline/kernel';
import { displayTier, isOverdispersed, totalOf, type Limits } from '@plumbline/statistics';
import { withRefs } from '@plumbline/views';
import { isOverdue, type SignalOfChart } from '../charts.queries.ts';
import { definitionOf, figureOf, type Charted } from '../control-chart/charted.ts';
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

export function signalDetail({ sheet, chart }: SignalOfChart, on: string) {
  const { signalId: id, chartId, rule, period, side, version, explanation } = sheet;
  const { raisedAt, owner, due, stands, stage } = sheet;
  const { value, n, ...limits } = sheet.point;
  const { definition, low, high } = figureThen(chart.standing, sheet);
  const point = { value, n, definition, low, high, ...limits };
  const detail = {
    ...{ id, chart: chartId, rule, period, side, limits: version, point, raisedAt, owner, due },
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

/** The figure of a signal as it was plotted then: a later one has another interval. */
function figureThen({ charted, points }: ControlChartSheet['standing'], sheet: SignalSheet) {
  const { period, point } = sheet;
  const plotted = points.find((one) => one.period === period);
  const measured = [plotted?.measured ?? null, ...(plotted?.earlier ?? [])].find((one) => {
    return one !== null && one.value === point.value && totalOf(one.groups) === point.n;
  });
  const unknown = { definition: definitionOf(charted), low: null, high: null };
  return figureShown(charted, measured ?? null) ?? unknown;
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
      ...{ before: figureShown(charted, before), after: figureShown(charted, after) },
      difference: difference(charted, before, after),
    })),
  };
}

function shown(charted: Charted, measured: Measured | null) {
  const figure = figureShown(charted, measured);
  return { tier: figure === null ? ('hidden' as const) : displayTier(figure.n), figure };
}

/** Null is a gap. */
function figureShown(charted: Charted, measured: Measured | null) {
  return measured === null ? null : figureOf(charted, measured.groups);
}

/** After less before; null where either is a gap. */
function difference(charted: Charted, before: Measured | null, after: Measured | null) {
  if (before === null || after === null) return null;
  const n = totalOf(after.groups) - totalOf(before.groups);
  return { value: after.value - before.value, n, definition: definitionOf(charted) };
}
