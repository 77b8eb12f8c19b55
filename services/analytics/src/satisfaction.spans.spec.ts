import { describe, expect, it } from '@jest/globals';
import { msPerDay, toInstant } from '@plumbline/kernel';
import fc from 'fast-check';
import { monthsOf, wholeMonths } from './satisfaction.spans.ts';

describe('whole months of a span', () => {
  it.each([
    ['2026-01-01', '2026-12-31', '2026-01-01', '2026-12-31'],
    ['2026-01-02', '2026-12-30', '2026-02-01', '2026-11-30'],
    ['2024-01-31', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['2025-12-15', '2026-02-27', '2026-01-01', '2026-01-31'],
    ['0001-01-01', '0001-02-02', '0001-01-01', '0001-01-31'],
    ['9999-11-02', '9999-12-31', '9999-12-01', '9999-12-31'],
  ])('of %s to %s are from %s to %s', (from, until, start, end) => {
    expect(wholeMonths({ from, until })).toMatchObject({ start, end });
  });

  it.each([
    ['2024-02-01', '2024-02-28'],
    ['2026-01-02', '2026-02-27'],
    ['2026-05-04', '2026-05-04'],
    ['0001-01-02', '0001-01-31'],
    ['9999-12-02', '9999-12-31'],
  ])('are none of %s to %s', (from, until) => {
    expect(wholeMonths({ from, until })).toBeUndefined();
  });

  it('end with the calendar', () => {
    expect(monthsOf('9999-11-30', '9999-12-31')).toEqual(['9999-11-01', '9999-12-01']);
  });

  it('and the days beside are the span, each day once', () => {
    const dayOf = (ms: number) => toInstant(ms).slice(0, 10);
    const start = fc.integer({ min: Date.parse('1999-01-01'), max: Date.parse('2032-01-01') });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 3_660 }), (ms, length) => {
        const days = Array.from({ length: length + 1 }, (_, at) => dayOf(ms + at * msPerDay));
        const [from = '', until = ''] = [days[0], days.at(-1)];
        const whole = wholeMonths({ from, until });
        if (whole === undefined) return;
        const { start, end, before, after } = whole;
        expect([start.slice(8), dayOf(Date.parse(end) + msPerDay).slice(8)]).toEqual(['01', '01']);
        const to = (first: string | undefined, last: string | undefined) =>
          days.filter((day) => day >= (first ?? '~') && day <= (last ?? ''));
        const parts = [to(from, before), to(start, end), to(after, until)];
        expect(parts.flat()).toEqual(days);
        const months = new Set(parts[1]?.map((day) => `${day.slice(0, 7)}-01`));
        expect([...months]).toEqual(monthsOf(start, end));
        expect(parts[0]?.length).toBeLessThan(31);
        expect(parts[2]?.length).toBeLessThan(31);
      }),
    );
  });
});
