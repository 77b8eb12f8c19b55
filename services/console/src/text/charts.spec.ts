import { expect, test } from '@jest/globals';
import type { ChartSignal, ControlChartSummary } from '../api/types.ts';
import { brokenText, chartAmount, chartedText, chartText } from './charts.ts';
import { limitsText, ruleMarks, ruleTexts, signalText } from './charts.ts';

const of = (definition: string) => ({ definition }) as ControlChartSummary;

test('what is charted is a question, its lower end, or a promise', () => {
  const charted = (figure: ControlChartSummary['figure'], metric: string | null = null) =>
    chartedText({ figure, metric, clock: metric === null ? 'resolution' : null });
  expect(charted('score', 'nps')).toBe('Net promoter (NPS)');
  expect(charted('score', 'waiting')).toBe('waiting');
  expect(charted('bottom-share', 'csat')).toBe(
    'Satisfaction (CSAT): share of the answers at the lower end',
  );
  expect(charted('sla-attainment')).toBe('Share of cases that were resolved in time');
  expect(chartedText({ figure: 'sla-attainment', metric: null, clock: 'firstResponse' })).toBe(
    'Share of cases that were answered in time',
  );
});

test('values are points, shares or means, by the formula; what is not there is none', () => {
  expect(chartAmount(0.5, of('sla-resolution@1'))).toBe('50%');
  expect(chartAmount(1.25, of('mean-score@1'))).toBe('1.25');
  expect(chartAmount(-12.34, of('nps@1'))).toBe('−12.3');
  expect(chartAmount(0.125, of('bottom-share@1'))).toBe('12.5%');
  expect(chartAmount(0, of('bottom-share@1'))).toBe('0%');
  expect(chartAmount(null, of('bottom-share@1'))).toBe('none');
  expect(limitsText({ lower: null, upper: null }, of('csat@1'))).toBe('none');
  expect(limitsText({ lower: null, upper: 0.5 }, of('csat@1'))).toBe('none to 50%');
});

test('every rule has a name and a mark of its own', () => {
  for (const texts of [ruleTexts, ruleMarks]) {
    expect(new Set(Object.values(texts)).size).toBe(7);
  }
  expect(brokenText({ rule: 'six-in-a-row', side: 'falling' })).toBe(
    'Six in a row rising, or falling: falling',
  );
});

test('an investigation is due, overdue or over, in words', () => {
  const signal = { stage: 'open', due: '2026-12-14', isOverdue: false } as ChartSignal;
  expect(signalText(signal)).toBe('to be explained by Dec 14, 2026');
  expect(signalText({ ...signal, isOverdue: true })).toBe(
    'overdue, it was to be explained by Dec 14, 2026',
  );
  expect(signalText({ ...signal, stage: 'explained' })).toBe('explained');
});

test('a chart that another has changed says how it stands now', () => {
  expect(chartText({ version: 2, openSignals: 0 })).toBe(
    'The chart has limits of version 2, and no open signal.',
  );
  expect(chartText({ version: 1, openSignals: 1 })).toContain('1 open signal.');
  expect(chartText({ version: 1, openSignals: 3 })).toContain('3 open signals.');
});
