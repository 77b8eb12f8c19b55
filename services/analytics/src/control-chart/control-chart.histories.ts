import { clearText, type Position } from '@plumbline/kernel';
import { judge, limitsOf } from '@plumbline/statistics';
import type * as Command from './control-chart.commands.ts';
import type { ControlChartFact, Measured, Point, SignalOfPoint } from './control-chart.ts';
import { periodsBetween, type Period } from './period.ts';
import { signalIdOf } from './plotting.ts';

/**
 * The example histories of a control chart: the share of detractors at a gate, week by week. Its
 * baseline are the thirty samples of fifty of Montgomery's cans of orange juice (Introduction to
 * statistical quality control, chapter 7): centre 0.2313, limits 0.0524 and 0.4102.
 */
export const chartId = '2f1d6c1e-4b0a-5a2c-9d3e-7c5b8a6f1e20';
const subject = `control-chart:${chartId}`;

const cans = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22].concat([
  8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]);

/** Of so many answers, one part at the lower end. */
export const bottomOf = (bottom: number, n = 50): Measured => {
  return { groups: [n - bottom, bottom], value: bottom / n };
};

export const baselineWeeks = periodsBetween('week', '2025-W01', '2025-W30');
export const baselinePoints: readonly Point[] = baselineWeeks.map((period, index) => {
  return { period, measured: bottomOf(cans[index] ?? 0) };
});

export const position = (place: number) => `p${String(place).padStart(4, '0')}` as Position;
const asked = (act: string, at: string) => ({ act, chartId, at, now: at });
const stamp = (act: string, at: string) => ({ act, chartId, at });

const definition = {
  charted: { figure: 'bottom-share', metric: 'nps', scale: { min: 0, max: 10 } },
  place: { by: 'location', is: 'gate-a' },
  period: 'week',
  latenessDays: 3,
  owner: 'eve',
} as const;

/** The Friday after the last week of the baseline, noon: it has been over for three days. */
export const drawnAt = '2025-07-31T12:00:00.000Z';

export const baseline: Command.BaselineChart = {
  type: 'BaselineChart',
  ...asked('act-baseline', drawnAt),
  ...definition,
  ...{ chart: 'p', rules: ['beyond-limit', 'run-of-8'] },
  baseline: { from: '2025-W01', until: '2025-W30' },
  ...{ counted: baselinePoints, takenAt: position(1) },
  words: { name: 'Detractors at gate A' },
};

const found = limitsOf({
  chart: 'p',
  points: cans.map((successes) => ({ successes, trials: 50 })),
});
if (found === undefined) throw new Error('The cans have limits.');
export const limits = found;

export const frozen = {
  type: 'LimitsFrozen',
  ...stamp('act-baseline', drawnAt),
  ...definition,
  ...{ version: 1, baseline: baseline.baseline, limits, rules: baseline.rules },
  ...{ definition: 'bottom-share@1', takenAt: position(1) },
  text: clearText(subject, { name: 'Detractors at gate A' }),
} as const satisfies ControlChartFact;

export const plotted = {
  type: 'PointsPlotted',
  ...stamp('act-baseline', drawnAt),
  ...{ points: baselinePoints, takenAt: position(1) },
} as const satisfies ControlChartFact;

/** A week later, 21 of 50: above the upper limit. */
export const weekAfter: Period = '2025-W31';
export const plot: Command.PlotPoints = {
  type: 'PlotPoints',
  ...asked('act-plot', '2025-08-07T12:00:00.000Z'),
  counted: [...baselinePoints, { period: weekAfter, measured: bottomOf(21) }],
  takenAt: position(2),
};
export const plottedAfter = {
  type: 'PointsPlotted',
  ...stamp('act-plot', '2025-08-07T12:00:00.000Z'),
  points: [{ period: weekAfter, measured: bottomOf(21) }],
  takenAt: position(2),
} as const satisfies ControlChartFact;

const signal = {
  signalId: signalIdOf(chartId, 'beyond-limit', weekAfter),
  ...({ rule: 'beyond-limit', period: weekAfter, side: 'above', version: 1 } as const),
} satisfies SignalOfPoint;
const [judged] = judge(limits, [{ successes: 21, trials: 50 }]);

export const raised = {
  type: 'SignalRaised',
  ...stamp('act-plot', '2025-08-07T12:00:00.000Z'),
  ...signal,
  point: {
    ...{ value: 21 / 50, n: 50, centre: limits.centre },
    ...{ lower: judged?.lower ?? null, upper: judged?.upper ?? null },
  },
  ...{ owner: 'eve', due: '2025-08-21' },
} as const satisfies ControlChartFact;

export const explain: Command.ExplainSignal = {
  type: 'ExplainSignal',
  ...asked('act-explain', '2025-08-11T09:00:00.000Z'),
  ...{ signalId: signal.signalId, cause: 'staff-shortage', by: 'eve' },
  words: { note: 'Two of five at the gate were ill.' },
};
export const explained = {
  type: 'SignalExplained',
  ...stamp('act-explain', '2025-08-11T09:00:00.000Z'),
  ...signal,
  ...{ cause: 'staff-shortage', by: 'eve' },
  text: clearText(subject, { note: 'Two of five at the gate were ill.' }),
} as const satisfies ControlChartFact;

/** Five late answers that were content: 21 of 55 is within the limits. */
export const replot: Command.PlotPoints = {
  ...plot,
  ...asked('act-replot', '2025-08-12T12:00:00.000Z'),
  counted: [...baselinePoints, { period: weekAfter, measured: bottomOf(21, 55) }],
  takenAt: position(3),
};
export const restated = {
  type: 'PointRestated',
  ...stamp('act-replot', '2025-08-12T12:00:00.000Z'),
  ...{ period: weekAfter, before: bottomOf(21), after: bottomOf(21, 55), takenAt: position(3) },
} as const satisfies ControlChartFact;
export const restatedSignal = {
  type: 'SignalRestated',
  ...stamp('act-replot', '2025-08-12T12:00:00.000Z'),
  ...{ ...signal, stands: false },
} as const satisfies ControlChartFact;

/** From the twentieth week on: the ten after it are as the process is now. */
export const rebaseline: Command.RebaselineChart = {
  type: 'RebaselineChart',
  ...asked('act-rebaseline', '2025-08-13T12:00:00.000Z'),
  ...{ chart: 'p-prime', baseline: { from: '2025-W20', until: '2025-W30' } },
  words: { reason: 'A second desk was opened in May.' },
};
