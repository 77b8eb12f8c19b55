import { expect, test } from '@jest/globals';
import type { CheckIn, Kpi, Reading } from '../api/types.ts';
import { checkInSeries, hasValues, readingSeries, seriesText } from './series.ts';

const reading = (name: string, end: string, changed: Partial<Reading> = {}) => {
  const period = { name, start: '2021-10-01', end };
  return { id: name, period, value: 1, against: null, supersededBy: null, ...changed } as Reading;
};

const kpi = (readings: readonly Reading[], latest: Reading | null = null) => {
  const measure = { kind: 'increase', start: 0, target: 10 };
  return { measure, readings, latest } as unknown as Kpi;
};

test('readings stand in the order of their periods; one without a value is a gap', () => {
  const late = reading('Q1', '2021-12-31', { value: 3 });
  const none = reading('Q2', '2022-03-31', { value: null });
  const { points } = readingSeries(kpi([none, late]));
  expect(points.map(({ label, value }) => [label, value])).toEqual([
    ['Q1', 3],
    ['Q2', null],
  ]);
});

test('a reading that was superseded is not drawn', () => {
  const old = reading('Q1', '2021-12-31', { supersededBy: 'other' });
  expect(hasValues(readingSeries(kpi([old])))).toBe(false);
});

test('the levels are those that the latest reading is judged against', () => {
  const latest = reading('Q1', '2021-12-31', { against: { target: 20 } as never });
  const { levels } = readingSeries(kpi([latest], latest));
  expect(levels.map(({ label }) => label)).toEqual(['start 0', 'target 20']);
});

test('check-ins that were withdrawn do not count, and a chart can be read aloud', () => {
  const checkIns = [
    { at: '2026-02-01T00:00:00Z', value: 30, withdrawn: false },
    { at: '2026-01-01T00:00:00Z', value: 40, withdrawn: false },
    { at: '2026-03-01T00:00:00Z', value: 99, withdrawn: true },
  ] as CheckIn[];
  const series = checkInSeries(checkIns, { kind: 'within', low: 10, unit: '%' });
  expect(series.points.map(({ value }) => value)).toEqual([40, 30]);
  expect(seriesText(series)).toMatch(/: 40%; .*: 30%; at least 10%$/);
});
