import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { msPerDay, toInstant } from '@plumbline/kernel';
import {
  countOfPeriods,
  dayAfter,
  daysOf,
  isPeriod,
  lastPlotted,
  periodAfter,
  periodOf,
} from './period.ts';
import { periodKinds, periodsBetween, plottedFrom } from './period.ts';

const anyKind = fc.constantFrom(...periodKinds);
const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => toInstant(Date.parse('1900-01-01') + days * msPerDay).slice(0, 10));

describe('a period', () => {
  // The examples of ISO 8601: years that begin or end within a week of another year.
  it.each([
    ['2005-01-01', '2004-W53'],
    ['2005-01-02', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2007-01-01', '2007-W01'],
    ['2008-12-29', '2009-W01'],
    ['2009-12-31', '2009-W53'],
    ['2010-01-03', '2009-W53'],
    ['2010-01-04', '2010-W01'],
  ])('of %s is the week %s', (day, week) => {
    expect(periodOf('week', day)).toBe(week);
  });

  it('has its first and last day', () => {
    expect(daysOf('week', '2026-W14')).toEqual({ from: '2026-03-30', until: '2026-04-05' });
    expect(daysOf('month', '2024-02')).toEqual({ from: '2024-02-01', until: '2024-02-29' });
    expect(daysOf('month', '2026-12')).toEqual({ from: '2026-12-01', until: '2026-12-31' });
  });

  it('is one that there is', () => {
    const of = (kind: 'week' | 'month', ...texts: string[]) =>
      texts.map((text) => isPeriod(kind, text));
    expect(of('week', '2026-W53', '2025-W52', '2026-W01')).toEqual([true, true, true]);
    expect(of('week', '2025-W53', '2026-W00', '2026-W54')).toEqual([false, false, false]);
    expect(of('week', '2026-04', '2026-W1', '2026-w01', ' 2026-W01')).not.toContain(true);
    expect(of('month', '2026-04', '2026-12')).toEqual([true, true]);
    expect(of('month', '2026-00', '2026-13', '2026-4', '2026-W04', '2026-04-01')).not.toContain(
      true,
    );
  });

  it('holds the day that it is of, and those of a kind leave no day out', () => {
    fc.assert(
      fc.property(anyKind, anyDay, (kind, day) => {
        const period = periodOf(kind, day);
        const { from, until } = daysOf(kind, period);
        expect(isPeriod(kind, period)).toBe(true);
        expect(from <= day && day <= until).toBe(true);
        expect([periodOf(kind, from), periodOf(kind, until)]).toEqual([period, period]);
        const next = periodAfter(kind, period);
        expect(daysOf(kind, next).from).toBe(dayAfter(until, 1));
        expect(next > period).toBe(true);
        expect(periodsBetween(kind, period, next)).toEqual([period, next]);
        expect(periodsBetween(kind, next, period)).toEqual([]);
      }),
    );
  });

  it('is counted without looking at each', () => {
    fc.assert(
      fc.property(anyKind, anyDay, fc.integer({ min: -400, max: 4_000 }), (kind, day, days) => {
        const [from, until] = [periodOf(kind, day), periodOf(kind, dayAfter(day, days))];
        expect(countOfPeriods(kind, from, until)).toBe(periodsBetween(kind, from, until).length);
      }),
      { numRuns: 30 },
    );
    expect(countOfPeriods('week', '0001-W01', '2026-W01')).toBeGreaterThan(100_000);
  });
});

describe('the last period that may be plotted', () => {
  it('is over everywhere, and has been for as long as is waited', () => {
    expect(plottedFrom('week', '2026-W14', 0)).toBe('2026-04-06T12:00:00.000Z');
    expect(plottedFrom('week', '2026-W14', 3)).toBe('2026-04-09T12:00:00.000Z');
    const at = (now: string) => lastPlotted('week', '2026-W13', 3, now);
    expect(at('2026-04-09T11:59:59.999Z')).toBe('2026-W13');
    expect(at('2026-04-09T12:00:00.000Z')).toBe('2026-W14');
    expect(at('2026-04-01T12:00:00.000Z')).toBeNull();
  });

  it('is the newest of which the time has come', () => {
    const anyNow = fc.integer({ min: 0, max: 4_000 * 24 }).map((hours) => {
      return toInstant(Date.parse('2020-01-01') + hours * 3_600_000);
    });
    fc.assert(
      fc.property(anyKind, anyNow, fc.nat({ max: 90 }), (kind, now, latenessDays) => {
        const last = lastPlotted(kind, '2019-', latenessDays, now);
        if (last === null) throw new Error('All of 2019 is over.');
        expect(plottedFrom(kind, last, latenessDays) <= now).toBe(true);
        expect(plottedFrom(kind, periodAfter(kind, last), latenessDays) > now).toBe(true);
      }),
    );
  });
});
