import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@plumbline/kernel';
import { businessMinutes } from './case/business-time.ts';
import { serviceCaseDecider } from './case/case.decide.ts';
import * as example from './case/case.histories.ts';
import { initialCase } from './case/case.ts';
import { calendarOf, formatsKeptMax } from './cases.calendar.ts';
import { office, targets } from './service-level/service-level.histories.ts';
import * as rules from './service-level/service-level.rules.ts';

const march = '2026-03-26T15:00:00.000Z';
const of = (zone: string, from = march) => calendarOf({ ...office, zone }, targets, from);

describe('the calendar of a case', () => {
  it('has the offsets of its zone from the opening on', () => {
    const { transitions, ...berlin } = of('Europe/Berlin');
    expect(berlin).toEqual({ ...office, utcOffsetMinutes: 60 });
    expect(transitions.slice(0, 3)).toEqual([
      { at: '2026-03-29T01:00:00.000Z', utcOffsetMinutes: 120 },
      { at: '2026-10-25T01:00:00.000Z', utcOffsetMinutes: 60 },
      { at: '2027-03-28T01:00:00.000Z', utcOffsetMinutes: 120 },
    ]);
    // A year for what is promised, and five in which the clock may stand still: until spring.
    expect(transitions.at(-1)?.at.slice(0, 4)).toBe('2032');
  });

  it.each([
    ['UTC', 0, undefined],
    ['Asia/Kolkata', 330, undefined],
    ['America/St_Johns', -150, '2026-11-01T04:30:00.000Z'],
    ['Australia/Lord_Howe', 660, '2026-04-04T15:00:00.000Z'],
    ['Pacific/Kiritimati', 840, undefined],
  ])('of %s begins at %d minutes', (zone, offset, next) => {
    const { utcOffsetMinutes, transitions } = of(zone);
    expect([utcOffsetMinutes, transitions[0]?.at]).toEqual([offset, next]);
  });

  it('begins with the offset of summer in summer, and at the very change', () => {
    expect(of('Europe/Berlin', '2026-07-01T00:00:00.000Z').utcOffsetMinutes).toBe(120);
    const { utcOffsetMinutes, transitions } = of('Europe/Berlin', '2026-03-29T01:00:00.000Z');
    expect([utcOffsetMinutes, transitions[0]?.at]).toEqual([120, '2026-10-25T01:00:00.000Z']);
    const before = of('Europe/Berlin', '2026-03-29T00:59:59.999Z');
    expect([before.utcOffsetMinutes, before.transitions[0]?.at]).toEqual([
      ...[60, '2026-03-29T01:00:00.000Z'],
    ]);
  });

  it('leaves out the holidays that are over', () => {
    expect(of('Europe/Berlin', '2026-04-07T12:00:00.000Z').holidays).toEqual([
      ...['2026-04-06', '2026-05-01'],
    ]);
    expect(of('Europe/Berlin', '2026-04-08T00:00:00.000Z').holidays).toEqual(['2026-05-01']);
  });

  it('counts a weekend in which summer time begins as the hours that were open', () => {
    const monday = '2026-03-30T07:30:00.000Z';
    expect(businessMinutes(of('Europe/Berlin'), march, monday)).toBe(60 + 480 + 30);
  });

  it('is one that a case can be opened by, of any level that can be defined', () => {
    const week = Array.from({ length: rules.hoursMax }, (_, n) => ({ from: n, until: n + 1 }));
    const start = Date.parse('2026-01-01');
    const holidays = Array.from({ length: rules.holidaysMax }, (_, day) => {
      return new Date(start + (day + 365) * 86_400_000).toISOString().slice(0, 10);
    });
    const most = rules.targetWeeksMax * rules.hoursMax;
    const promised = { firstResponse: 1, resolution: most };
    for (const zone of ['Africa/Casablanca', 'Europe/Berlin', 'Pacific/Kiritimati']) {
      const calendar = calendarOf({ zone, week, holidays }, promised, march);
      const command = { ...example.open, targets: promised, calendar };
      expect(isRejection(serviceCaseDecider.decide(command, initialCase))).toBe(false);
      expect(calendar.transitions.length).toBeLessThan(64);
    }
  });
});

describe('a zone', () => {
  it('reads the same, however many others were asked between', () => {
    const before = of('Europe/Berlin');
    const zones = Intl.supportedValuesOf('timeZone').slice(0, formatsKeptMax + 1);
    for (const zone of zones) of(zone);
    expect(of('Europe/Berlin')).toEqual(before);
  });
});
