import { describe, expect, it } from '@jest/globals';
import { businessMinutes, businessMs, meterOf, runsOutAt } from './business-time.ts';
import type { Calendar } from './business-time.ts';
import { berlin } from './case.histories.ts';

const minutes = (from: string, until: string, calendar = berlin) =>
  businessMinutes(calendar, `${from}:00.000Z`, `${until}:00.000Z`);
const always: Calendar = { ...berlin, week: [{ from: 0, until: 10_080 }], holidays: [] };

describe('business time', () => {
  it('runs in opening hours only', () => {
    expect(minutes('2026-03-02T08:00', '2026-03-02T16:00')).toBe(480);
    expect(minutes('2026-03-02T00:00', '2026-03-03T00:00')).toBe(480);
    expect(minutes('2026-03-02T15:30', '2026-03-03T08:30')).toBe(60);
    expect(minutes('2026-03-06T16:00', '2026-03-09T08:00')).toBe(0);
    expect(minutes('2026-03-02T00:00', '2026-03-30T00:00')).toBe(4 * 2_400);
  });

  it('is that of the zone, in winter and in summer', () => {
    expect(minutes('2026-03-27T07:59', '2026-03-27T08:01')).toBe(1);
    expect(minutes('2026-03-30T06:59', '2026-03-30T07:01')).toBe(1);
    expect(minutes('2026-10-23T14:59', '2026-10-23T15:01')).toBe(1);
    expect(minutes('2026-10-26T15:59', '2026-10-26T16:01')).toBe(1);
  });

  it('leaves out the hour that clocks skip, and counts twice the one that they repeat', () => {
    const sunday = (day: string, next: string) => minutes(`${day}T00:00`, `${next}T00:00`, always);
    expect(sunday('2026-03-29', '2026-03-30')).toBe(1_440);
    const night: Calendar = { ...always, week: [{ from: 6 * 1_440, until: 6 * 1_440 + 240 }] };
    expect(minutes('2026-03-28T12:00', '2026-03-29T12:00', night)).toBe(180);
    expect(minutes('2026-10-24T12:00', '2026-10-25T12:00', night)).toBe(300);
    expect(minutes('2026-07-04T12:00', '2026-07-05T12:00', night)).toBe(240);
  });

  it('stands still on holidays, which are days of the zone', () => {
    expect(minutes('2026-04-02T00:00', '2026-04-08T00:00')).toBe(480 * 2);
    const nights: Calendar = {
      ...berlin,
      week: [{ from: 3 * 1_440 + 1_320, until: 4 * 1_440 + 360 }],
    };
    // From Thursday at ten in the evening until midnight; the holiday begins then.
    expect(minutes('2026-04-02T12:00', '2026-04-03T12:00', nights)).toBe(120);
    expect(minutes('2026-04-09T12:00', '2026-04-10T12:00', nights)).toBe(480);
  });

  it('is known to the ms, before the first transition and in years past too', () => {
    const of = (from: string, until: string) => businessMs(berlin, from, until);
    expect(of('2026-03-02T15:59:59.999Z', '2026-03-02T17:00:00.000Z')).toBe(1);
    expect(of('1969-12-31T00:00:00.000Z', '1970-01-02T00:00:00.000Z')).toBe(2 * 28_800_000);
    expect(of('2026-03-02T16:00:00.000Z', '2026-03-02T08:00:00.000Z')).toBe(-28_800_000);
  });

  it('agrees with the time zones of the platform', () => {
    const parts = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/Berlin', hourCycle: 'h23', weekday: 'short' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
    });
    const isOpen = (ms: number) => {
      const at = new Map(parts.formatToParts(ms).map(({ type, value }) => [type, value]));
      const day = ['year', 'month', 'day'].map((part) => at.get(part as 'day')).join('-');
      const isWeekday = at.get('weekday')?.startsWith('S') !== true;
      const hour = Number(at.get('hour'));
      return isWeekday && hour >= 9 && hour < 17 && !berlin.holidays.includes(day);
    };
    const meter = meterOf(berlin);
    const hour = 3_600_000;
    const gains: number[] = [];
    const expected: number[] = [];
    for (let ms = Date.parse('2026-01-01'); ms < Date.parse('2027-01-01'); ms += hour) {
      gains.push(meter(ms + hour) - meter(ms));
      expected.push(isOpen(ms) ? hour : 0);
    }
    expect(gains).toEqual(expected);
    expect(meter(Date.parse('2027-01-01')) - meter(Date.parse('2026-01-01'))).toBe(
      (261 - 3) * 8 * hour,
    );
  });
});

describe('a time that runs out', () => {
  const due = (from: string, target: number, calendar = berlin) =>
    runsOutAt(calendar, `${from}:00.000Z`, target * 60_000).slice(0, 16);

  it('does so in opening hours, over nights, weekends, holidays and summer time', () => {
    expect(due('2026-03-02T08:00', 60)).toBe('2026-03-02T09:00');
    expect(due('2026-03-02T20:00', 60)).toBe('2026-03-03T09:00');
    expect(due('2026-03-26T15:00', 120)).toBe('2026-03-27T09:00');
    expect(due('2026-03-26T15:00', 960)).toBe('2026-03-30T14:00');
    expect(due('2026-04-02T14:00', 120)).toBe('2026-04-07T08:00');
  });

  it('does so at the end of the day, and not on the next morning', () => {
    expect(due('2026-03-02T08:00', 480)).toBe('2026-03-02T16:00');
  });

  it('does so after a year of holidays, and of an hour a week', () => {
    const holidays = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    expect(due('2026-01-01T00:00', 1, { ...berlin, holidays })).toBe('2027-01-01T08:01');
    const rare = { ...berlin, week: [{ from: 540, until: 600 }] };
    // The only hour of the week is the one that clocks skip, on the 29th.
    const skipped = {
      ...berlin,
      holidays: [],
      week: [{ from: 6 * 1_440 + 120, until: 6 * 1_440 + 180 }],
    };
    expect(due('2026-03-23T00:00', 60, skipped)).toBe('2026-04-05T01:00');
    // The 53rd Monday, as one of them is a holiday.
    expect(due('2026-01-05T12:00', 60 * 52, rare)).toBe('2027-01-11T09:00');
  });
});
