import type { Day, Instant, Position, Text } from '@plumbline/kernel';
import type { Limits, RunRule, Signal } from '@plumbline/statistics';
import type { Charted, Groups } from './charted.ts';
import type { Period, PeriodKind } from './period.ts';

/**
 * What is recorded of a control chart: its limits, frozen each time that they are computed, the
 * points that were plotted, and the signals with what was found. Names, reasons and notes are in
 * `text`.
 */
export type ControlChartFact =
  | (Act & { type: 'LimitsFrozen'; text: Text } & ChartDefinition & FrozenLimits)
  | (Act & { type: 'PointsPlotted'; points: readonly Point[]; takenAt: Position | null })
  | (Act & { type: 'PointRestated'; takenAt: Position | null } & Restatement)
  | (Act & { type: 'SignalRaised'; owner: string; due: Day } & SignalOfPoint & {
        point: SignalledPoint;
      })
  | (Act & { type: 'SignalRestated' } & SignalOfPoint & { stands: boolean })
  | (Act & { type: 'SignalExplained'; cause: string; by: string; text: Text } & SignalOfPoint);

interface Act {
  readonly act: string;
  readonly chartId: string;
  readonly at: Instant;
}

/** What a chart is of. It stays; who wants another draws another chart. */
export interface ChartDefinition {
  readonly charted: Charted;
  /** Null: the whole tenant. */
  readonly place: Place | null;
  readonly period: PeriodKind;
  /** Days after the end of a period until it is plotted: so long answers are waited for. */
  readonly latenessDays: number;
  /** Who is to look into its signals. */
  readonly owner: string;
}

/** Where what is charted came about; a unit with all that were below it on the day. */
export interface Place {
  readonly by: 'unit' | 'location' | 'touchpoint';
  readonly is: string;
}

/** Limits as they were computed once: no later point moves them. */
export interface FrozenLimits {
  /** From 1; re-baselining adds one. */
  readonly version: number;
  readonly baseline: Baseline;
  readonly limits: Limits;
  /** The rules that raise signals against these limits. */
  readonly rules: readonly RunRule[];
  /** The figure that points show: its formula and version. */
  readonly definition: string;
  /** Where in the order of everything recorded the points of the baseline were counted. */
  readonly takenAt: Position | null;
}

/** First and last period. */
export interface Baseline {
  readonly from: Period;
  readonly until: Period;
}

/** A period with what it came to. Null is a gap: too few answered for it to be shown. */
export interface Point {
  readonly period: Period;
  readonly measured: Measured | null;
}

export interface Measured {
  readonly groups: Groups;
  readonly value: number;
}

interface Restatement {
  readonly period: Period;
  readonly before: Measured | null;
  readonly after: Measured | null;
}

/** A rule that holds where a point completes its pattern. The id derives from all of these. */
export interface SignalOfPoint {
  readonly signalId: string;
  readonly rule: RunRule;
  readonly period: Period;
  readonly side: Signal['side'];
  /** The version of the limits that it is held against. */
  readonly version: number;
}

/** The point as it stood when the signal was raised. */
export interface SignalledPoint {
  readonly value: number;
  readonly n: number;
  readonly centre: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export type ControlChart = { readonly stage: 'none' } | DrawnChart;

export interface DrawnChart extends ChartDefinition {
  readonly stage: 'drawn';
  readonly chartId: string;
  /** Oldest first, one at least. */
  readonly limits: readonly (FrozenLimits & { readonly at: Instant })[];
  /** In order and without a hole, from the first period of the first baseline. */
  readonly points: readonly PlottedPoint[];
  /** In the order in which they were raised. */
  readonly signals: readonly RaisedSignal[];
  /** The newest position that points were counted at. */
  readonly takenAt: Position | null;
  readonly acts: Readonly<Record<string, true>>;
}

export interface PlottedPoint extends Point {
  /** What was plotted of it before, oldest first. */
  readonly earlier: readonly (Measured | null)[];
}

export interface RaisedSignal extends SignalOfPoint {
  readonly raisedAt: Instant;
  /** False once its point is restated and breaks the rule no more. */
  readonly stands: boolean;
  readonly isExplained: boolean;
}

export const initialChart: ControlChart = { stage: 'none' };

export function evolveChart(chart: ControlChart, fact: ControlChartFact): ControlChart {
  if (fact.type === 'LimitsFrozen' && chart.stage === 'none') return drawn(fact);
  if (chart.stage === 'none') return chart;
  const acts: DrawnChart['acts'] = { ...chart.acts, [fact.act]: true };
  return { ...chart, ...change(chart, fact), acts };
}

function drawn(fact: ControlChartFact & { type: 'LimitsFrozen' }): DrawnChart {
  const { chartId, charted, place, period, latenessDays, owner, takenAt, act, at } = fact;
  return {
    ...{ stage: 'drawn', chartId, charted, place, period, latenessDays, owner },
    ...{ limits: [{ ...frozenOf(fact), at }], points: [], signals: [], takenAt },
    acts: { [act]: true },
  };
}

export function frozenOf(frozen: FrozenLimits): FrozenLimits {
  const { version, baseline, limits, rules, definition, takenAt } = frozen;
  return { version, baseline, limits, rules, definition, takenAt };
}

export function signalOf({ signalId, rule, period, side, version }: SignalOfPoint): SignalOfPoint {
  return { signalId, rule, period, side, version };
}

function change(chart: DrawnChart, fact: ControlChartFact): Partial<DrawnChart> {
  const { signals } = chart;
  switch (fact.type) {
    case 'LimitsFrozen':
      return { limits: [...chart.limits, { ...frozenOf(fact), at: fact.at }], owner: fact.owner };
    case 'PointsPlotted': {
      const points = fact.points.map((point) => ({ ...point, earlier: [] }));
      return { points: [...chart.points, ...points], takenAt: fact.takenAt };
    }
    case 'PointRestated':
      return { points: restated(chart.points, fact), takenAt: fact.takenAt };
    case 'SignalRaised': {
      const raised = { ...signalOf(fact), raisedAt: fact.at, stands: true, isExplained: false };
      return { signals: [...signals, raised] };
    }
    case 'SignalRestated':
      return { signals: withSignal(signals, fact, { stands: fact.stands }) };
    case 'SignalExplained':
      return { signals: withSignal(signals, fact, { isExplained: true }) };
  }
}

function restated(
  points: readonly PlottedPoint[],
  { period, before, after }: Restatement,
): readonly PlottedPoint[] {
  return points.map((point) => {
    if (point.period !== period) return point;
    return { period, measured: after, earlier: [...point.earlier, before] };
  });
}

function withSignal(
  signals: readonly RaisedSignal[],
  { signalId }: SignalOfPoint,
  changed: Partial<RaisedSignal>,
): readonly RaisedSignal[] {
  return signals.map((one) => (one.signalId === signalId ? { ...one, ...changed } : one));
}
