import { describe, expect, it } from '@jest/globals';
import type { GoalsFact } from '../facts.ts';
import * as the from '../kpi/kpi.histories.ts';
import { latestReading, readingStanding, supersededBy } from './figures.ts';
import { kpiSheet, type KpiSheet } from './kpi-sheet.ts';
import { recorded } from './views.histories.ts';

const until = Date.parse('2022-12-31');
const sheetOf = (...facts: readonly GoalsFact[]): KpiSheet => {
  let sheet: KpiSheet | undefined;
  for (const one of recorded(facts)) sheet = kpiSheet.fold(sheet, one, the.kpiId);
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
};
const reading = (act: string, value: number | null, more: object = {}): GoalsFact => ({
  ...the.measured,
  ...({ act, value, ...more } as object),
});
const second = { version: 2, measure: { kind: 'increase', start: 0, target: 80_000 } };
const q2 = { period: the.secondQuarter, at: '2022-03-31T23:59:59.999Z' };
/** A KPI of another measure, with readings that are judged by it. */
const sheetBy = (measure: object, ...readings: readonly GoalsFact[]): KpiSheet => {
  const facts = [the.defined, ...readings].map((fact) => ({ ...fact, ...({ measure } as object) }));
  return sheetOf(...facts);
};
const standingOf = (sheet: KpiSheet) => {
  const latest = latestReading(sheet, until);
  if (latest === undefined) throw new Error('there is no reading');
  return readingStanding(latest);
};

describe('the sheet of a KPI', () => {
  it('gives progress as published, unclamped', () => {
    expect(standingOf(sheetOf(the.defined, the.measured)).progress.value).toBeCloseTo(
      0.169802632,
      8,
    );
    const fall = { kind: 'decrease', start: 303.9, target: 273.5 };
    expect(standingOf(sheetBy(fall, reading('a', 309))).progress.value).toBeCloseTo(
      -0.167763158,
      8,
    );
  });

  it('gives no progress without a value, rather than 0', () => {
    const sheet = sheetOf(the.defined, reading('a', null));
    expect(standingOf(sheet)).toMatchObject({ progress: { value: null, n: 0 }, met: null });
  });

  it('is met or not met, without a share, for a threshold', () => {
    const band = { kind: 'within', low: 80 };
    expect(standingOf(sheetBy(band, reading('a', 84)))).toMatchObject({
      progress: { value: null },
      met: true,
    });
    expect(standingOf(sheetBy(band, reading('a', 79.9))).met).toBe(false);
  });

  it('shows the reading alone where there is no target', () => {
    const none = sheetBy({ kind: 'undefined' }, reading('a', 84.2));
    expect(standingOf(none)).toMatchObject({ progress: { value: null, n: 0 }, met: null });
    expect(latestReading(none, until)?.value).toBe(84.2);
  });

  it('keeps every reading, and counts the last of a period', () => {
    const sheet = sheetOf(the.defined, the.measured, reading('b', 13_000));
    expect(sheet.readings).toHaveLength(2);
    expect(latestReading(sheet, until)?.value).toBe(13_000);
    expect(sheet.readings.map((one) => supersededBy(sheet, one))).toEqual(['b', null]);
  });

  it('does not let a report without a value hide one with it', () => {
    const sheet = sheetOf(the.defined, the.measured, reading('b', null));
    expect(latestReading(sheet, until)?.value).toBe(12_905);
  });

  it('does not carry an earlier period over into one that has no value', () => {
    const sheet = sheetOf(the.defined, the.measured, reading('b', null, q2));
    expect(latestReading(sheet, until)).toMatchObject({ value: null });
    expect(latestReading(sheet, Date.parse('2022-01-15'))?.value).toBe(12_905);
  });

  it('judges a reading so also where the redefinition is not effective yet', () => {
    const sheet = sheetOf(the.defined, reading('b', 40_000, second));
    expect(standingOf(sheet).progress.value).toBe(0.5);
  });

  it('judges a reading by the definition of its time, or by its own target', () => {
    const sheet = sheetOf(
      the.defined,
      the.measured,
      the.redefined,
      reading('b', 40_000, { ...q2, ...second }),
      reading('c', 40_000, { ...q2, ...second, against: { target: 50_000 } }),
    );
    const progress = sheet.readings.map((one) => readingStanding(one).progress.value);
    expect(progress).toEqual([12_905 / 76_000, 0.5, 0.8]);
  });
});
