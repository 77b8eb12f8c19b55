import type { ChartPoint, ChartSignal, ControlChart, ControlChartSummary } from '../api/types.ts';
import { amountText, kindOf, metricTexts } from '../customers/satisfaction-text.ts';
import { dayText } from './times.ts';

export type RunRule = ChartSignal['rule'];

export const ruleTexts: Readonly<Record<RunRule, string>> = {
  'beyond-limit': 'Beyond a limit',
  'run-of-8': 'Eight in a row on one side of the centre',
  'run-of-9': 'Nine in a row on one side of the centre',
  'two-of-three': 'Two of three beyond 2σ',
  'four-of-five': 'Four of five beyond 1σ',
  'six-in-a-row': 'Six in a row rising, or falling',
  'beyond-range-limit': 'Moved further than its limit',
};

/** As it stands at a point of a chart, where there is room for two words. */
export const ruleMarks: Readonly<Record<RunRule, string>> = {
  'beyond-limit': 'limit',
  'run-of-8': 'run of 8',
  'run-of-9': 'run of 9',
  'two-of-three': '2 of 3',
  'four-of-five': '4 of 5',
  'six-in-a-row': '6 in a row',
  'beyond-range-limit': 'range',
};

export function brokenText({ rule, side }: Pick<ChartSignal, 'rule' | 'side'>): string {
  return `${ruleTexts[rule]}: ${side}`;
}

export const chartKindTexts: Readonly<Record<ControlChart['chart'], string>> = {
  xmr: 'XmR, of single values',
  p: 'p, of shares',
  'p-prime': 'p′, of shares that differ by more than chance',
};

export const hintTexts: Readonly<Record<ControlChart['limits'][number]['hints'][number], string>> =
  {
    overdispersed:
      'Its shares differ by more than chance makes them: a p′ chart is the one to take.',
    'few-points': 'Its baseline has fewer than 20 points: take the limits as a first look.',
    'baseline-breaks-rules':
      'Points of its baseline break the rules themselves: see first what these were.',
  };

/** What a chart is of. */
export function chartedText(
  chart: Pick<ControlChartSummary, 'figure' | 'metric' | 'clock'>,
): string {
  const { figure, metric, clock } = chart;
  if (figure === 'sla-attainment') {
    return clock === 'firstResponse'
      ? 'Share of cases that were answered in time'
      : 'Share of cases that were resolved in time';
  }
  const question = metricTexts[metric ?? ''] ?? metric ?? '';
  if (figure === 'score') return question;
  return `${question}: share of the answers at the lower end`;
}

/** A value of a chart, or that there is none. */
export function chartAmount(
  value: number | null,
  chart: Pick<ControlChartSummary, 'definition'>,
  locale?: string,
): string {
  return value === null ? 'none' : amountText(value, kindOf(chart), locale);
}

type Bounds = Pick<ChartPoint, 'lower' | 'upper'>;

export function limitsText({ lower, upper }: Bounds, of: ControlChartSummary): string {
  if (lower === null && upper === null) return 'none';
  return `${chartAmount(lower, of)} to ${chartAmount(upper, of)}`;
}

/** How the investigation of a signal stands; overdue is said first, and in words. */
export function signalText(signal: ChartSignal, locale?: string): string {
  const { stage, due, isOverdue } = signal;
  if (stage === 'explained') return 'explained';
  const day = dayText(due, locale);
  return isOverdue ? `overdue, it was to be explained by ${day}` : `to be explained by ${day}`;
}

/** How a chart stands, in one sentence. */
export function chartText(chart: Pick<ControlChart, 'version' | 'openSignals'>): string {
  const { version, openSignals } = chart;
  return `The chart has limits of version ${version}, and ${openSignalsText(openSignals)}.`;
}

export function openSignalsText(count: number): string {
  if (count === 0) return 'no open signal';
  return count === 1 ? '1 open signal' : `${count} open signals`;
}
