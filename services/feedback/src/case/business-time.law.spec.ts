import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toInstant } from '@plumbline/kernel';
import { businessMs, meterOf, msPerMinute, runsOutAt } from './business-time.ts';
import type { Calendar } from './business-time.ts';

const start = Date.parse('2026-03-16T00:00:00.000Z');
const minutesMax = 28 * 1_440;

/** Opening hours that cross midnight, touch and are very short; transitions by odd amounts. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 10_080 }), { minLength: 2, maxLength: 12 }),
    days: fc.uniqueArray(fc.integer({ min: -1, max: 29 }), { maxLength: 8 }),
    offset: fc.integer({ min: -720, max: 840 }),
    changes: fc.uniqueArray(
      fc.record({
        minute: fc.integer({ min: -10, max: minutesMax }),
        offset: fc.integer({ min: -720, max: 840 }),
      }),
      { maxLength: 4, selector: ({ minute }) => minute },
    ),
  })
  .map(({ edges, days, offset, changes }) => {
    const sorted = edges.toSorted((one, other) => one - other);
    const week = sorted.flatMap((from, index) => {
      const until = sorted[index + 1];
      return index % 2 === 1 || until === undefined ? [] : [{ from, until }];
    });
    const inOrder = changes.toSorted((one, other) => one.minute - other.minute);
    return {
      ...{ zone: 'Somewhere', week, utcOffsetMinutes: offset },
      holidays: days.toSorted((one, other) => one - other).map((day) => dayAt(day * 1_440)),
      transitions: inOrder.map((one) => ({
        at: instant(one.minute),
        utcOffsetMinutes: one.offset,
      })),
    };
  });

const anyMinute = fc.integer({ min: 0, max: minutesMax });

function instant(minute: number): string {
  return toInstant(start + minute * msPerMinute);
}

function dayAt(minute: number): string {
  return instant(minute).slice(0, 10);
}

/** Looks at the clock on the wall in each minute, and whether it is open then. */
function walked(calendar: Calendar, from: number, until: number): number {
  let open = 0;
  for (let minute = from; minute < until; minute += 1) {
    if (isOpen(calendar, minute)) open += 1;
  }
  return open;
}

function isOpen({ week, holidays, transitions, utcOffsetMinutes }: Calendar, minute: number) {
  const now = instant(minute);
  const passed = transitions.filter(({ at }) => at <= now);
  const wall = minute + (passed.at(-1)?.utcOffsetMinutes ?? utcOffsetMinutes);
  const date = new Date(start + wall * msPerMinute);
  const weekday = (date.getUTCDay() + 6) % 7;
  const ofWeek = weekday * 1_440 + date.getUTCHours() * 60 + date.getUTCMinutes();
  if (!week.some(({ from, until }) => from <= ofWeek && ofWeek < until)) return false;
  return !holidays.includes(dayAt(wall));
}

describe('business time, in any calendar', () => {
  it('is that of a walk through all minutes', () => {
    let opened = 0;
    fc.assert(
      fc.property(
        anyCalendar,
        anyMinute,
        fc.integer({ min: 0, max: 2_500 }),
        (calendar, from, by) => {
          const found = businessMs(calendar, instant(from), instant(from + by));
          expect(found).toBe(walked(calendar, from, from + by) * msPerMinute);
          if (found > 0) opened += 1;
        },
      ),
      { numRuns: 120 },
    );
    expect(opened).toBeGreaterThan(30);
  });

  it('from a to b and from b to c is that from a to c, to the ms', () => {
    const anyMs = fc.integer({ min: -msPerMinute, max: minutesMax * msPerMinute });
    fc.assert(
      fc.property(anyCalendar, anyMs, anyMs, anyMs, (calendar, ...ms) => {
        const [a = '', b = '', c = ''] = ms.map((one) => toInstant(start + one));
        const apart = businessMs(calendar, a, b) + businessMs(calendar, b, c);
        expect(apart).toBe(businessMs(calendar, a, c));
      }),
      { numRuns: 250 },
    );
  });

  it('never falls, and never runs faster than time', () => {
    const step = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(anyCalendar, anyMinute, step, (calendar, minute, by) => {
        const meter = meterOf(calendar);
        const at = start + minute * msPerMinute;
        const gained = meter(at + by) - meter(at);
        expect(gained).toBeGreaterThanOrEqual(0);
        expect(gained).toBeLessThanOrEqual(by);
      }),
      { numRuns: 250 },
    );
  });

  it('runs out at the first instant at which it is used up', () => {
    const target = fc.integer({ min: 1, max: 20_000_000 });
    fc.assert(
      fc.property(anyCalendar, anyMinute, target, (calendar, minute, ms) => {
        const from = instant(minute);
        const due = runsOutAt(calendar, from, ms);
        expect(businessMs(calendar, from, due)).toBe(ms);
        const before = toInstant(Date.parse(due) - 1);
        expect(businessMs(calendar, from, before)).toBe(ms - 1);
      }),
      { numRuns: 250 },
    );
  });
});
