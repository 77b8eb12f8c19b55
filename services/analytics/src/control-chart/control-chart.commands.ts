import type { Instant, Position } from '@plumbline/kernel';
import type { Limits, RunRule } from '@plumbline/statistics';
import type { Baseline, ChartDefinition, Point } from './control-chart.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly chartId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type ControlChartCommand = BaselineChart | RebaselineChart | PlotPoints | ExplainSignal;

/** What limits are computed by. */
export interface Baselining {
  readonly chart: Limits['chart'];
  readonly baseline: Baseline;
  readonly rules: readonly RunRule[];
}

/** Periods as they were counted, from the first one of the chart on, in order. */
export interface Counting {
  readonly counted: readonly Point[];
  readonly takenAt: Position | null;
}

/** Draws a chart. What is over when it is drawn is plotted at once. */
export interface BaselineChart extends Asked, ChartDefinition, Baselining, Counting {
  readonly type: 'BaselineChart';
  readonly words: { readonly name: string };
}

/** As it is asked for: what there is to count, the handler knows. */
export type BaselineChartAsked = Omit<BaselineChart, keyof Counting>;

/** New limits, from points that are plotted. What is left out stays as it is. */
export interface RebaselineChart extends Asked, Partial<Omit<Baselining, 'baseline'>> {
  readonly type: 'RebaselineChart';
  readonly baseline: Baseline;
  readonly owner?: string;
  readonly words: { readonly reason: string; readonly name?: string };
}

/** Asked by a timer: which points are new, and which signals they are, the chart decides. */
export interface PlotPoints extends Asked, Counting {
  readonly type: 'PlotPoints';
}

export interface ExplainSignal extends Asked {
  readonly type: 'ExplainSignal';
  readonly signalId: string;
  /** A code of what was found, as `staff-shortage`, or `no-cause-found`. */
  readonly cause: string;
  readonly by: string;
  readonly words: { readonly note: string };
}
