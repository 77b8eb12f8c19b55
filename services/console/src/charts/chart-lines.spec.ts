import { expect, test } from '@jest/globals';
import type { ChartPoint, ControlChart } from '../api/types.ts';
import { levelsOf, linesOf, linesText, ticksOf } from './chart-lines.ts';

const share = { definition: 'bottom-share@1' } as const;
const figure = (value: number) => ({ value, n: 20, ...share, low: null, high: null });
const days = { from: '2026-01-05', until: '2026-01-11' };
const point = (week: number, value: number | null, more: Partial<ChartPoint> = {}): ChartPoint => ({
  ...{ period: `2026-W0${week}`, ...days, tier: value === null ? 'hidden' : 'indicative' },
  ...{ figure: value === null ? null : figure(value), centre: 0.25, lower: 0, upper: 0.5 },
  ...{ range: null, rangeUpper: null, limits: 1, isBaseline: week < 3, broken: [], signals: [] },
  ...{ restatements: [] },
  ...more,
});
const limitOf = (version: number, from: string, until: string) =>
  ({ version, baseline: { from, until } }) as ControlChart['limits'][number];
const limits = [limitOf(1, '2026-W01', '2026-W02')];
const above = { rule: 'beyond-limit', side: 'above' } as const;
const run = { rule: 'run-of-8', side: 'above' } as const;

test('a gap is null and not zero, and a baseline is a stretch of places', () => {
  const lines = linesOf({ points: [point(1, 0.2), point(2, null), point(3, 0.3)], limits });
  expect(lines.points.map(({ at, value, n }) => [at, value, n])).toEqual([
    [0, 0.2, 20],
    [1, null, null],
    [2, 0.3, 20],
  ]);
  expect(lines.baselines).toEqual([{ version: 1, from: 0, until: 1 }]);
});

test('a baseline of periods that are not among the points is not drawn', () => {
  const gone = [limitOf(1, '2025-W50', '2026-W02')];
  expect(linesOf({ points: [point(1, 0.2)], limits: gone }).baselines).toEqual([]);
});

test('what breaks a rule is marked by name, and neighbours take turns in height', () => {
  const points = [
    ...[point(1, 0.6, { broken: [above] }), point(2, 0.7, { broken: [above, run] })],
    ...[point(3, 0.8, { broken: [above] }), point(4, 0.2), point(5, 0.9, { broken: [above] })],
  ];
  const drawn = linesOf({ points, limits }).points;
  expect(drawn.map(({ mark }) => mark)).toEqual([
    ...['limit', 'limit, run of 8', 'limit', undefined, 'limit'],
  ]);
  expect(drawn.map(({ isRaised }) => isRaised)).toEqual([false, true, false, false, false]);
});

test('everything lies within the domain, which does not go below a zero that nothing is below', () => {
  const [low, high] = linesOf({ points: [point(1, 0.9)], limits }).domain;
  expect([low, high > 0.9]).toEqual([0, true]);
  const points = [point(1, -40, { centre: 10, lower: -30, upper: 50 })];
  expect(linesOf({ points, limits }).domain[0]).toBeLessThan(-40);
  const nothing = { centre: null, lower: null, upper: null };
  expect(linesOf({ points: [point(1, null, nothing)], limits }).domain).toEqual([0, 1]);
  const flat = { centre: 5, lower: null, upper: null };
  expect(linesOf({ points: [point(1, 5, flat)], limits }).domain).toEqual([4.25, 5.75]);
});

test('levels are round values within the domain', () => {
  expect(levelsOf([0, 1.035])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(levelsOf([0, 0.81])).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  expect(levelsOf([-47, 63])).toEqual([-40, -20, 0, 20, 40, 60]);
  expect(levelsOf([4.25, 5.75])).toEqual([4.5, 5, 5.5]);
  expect(levelsOf([0, 0.35])).toEqual([0, 0.1, 0.2, 0.3]);
});

test('as many places are named as there is room for', () => {
  expect(ticksOf(5, 12)).toEqual([0, 1, 2, 3, 4]);
  expect(ticksOf(33, 12)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
  expect(ticksOf(0, 12)).toEqual([]);
  expect(ticksOf(3, 0)).toEqual([0]);
});

test('the chart is in words as well, with what breaks which rule', () => {
  const points = [point(1, 0.2), point(2, null), point(3, 0.6, { broken: [above] })];
  expect(linesText(linesOf({ points, limits }), share)).toBe(
    '3 points from 2026-W01 to 2026-W03, 1 of them gaps, baseline 1 from 2026-W01 to 2026-W02, ' +
      'centre 25%. Marked: 2026-W03 Beyond a limit: above.',
  );
  expect(linesText(linesOf({ points: [point(1, 0.2)], limits }), share)).toContain(
    'No point breaks a rule.',
  );
  expect(linesText(linesOf({ points: [], limits }), share)).toBe('No points.');
});
