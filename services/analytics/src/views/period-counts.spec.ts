import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysOf, periodOf, periodsBetween } from '../control-chart/period.ts';
import type { CaseOutcome, Outcome } from './case-outcome.ts';
import { answersByPeriod, casesByPeriod, type CountedPeriods } from './period-counts.ts';
import type { Counts, CountedDay } from './satisfaction-cells.ts';

const csat = { figure: 'score', metric: 'csat', scale: { min: 1, max: 5 } } as const;
const weeks = periodsBetween('week', '2026-W10', '2026-W12');

const counting = (told: Partial<CountedPeriods> = {}): CountedPeriods => ({
  ...{ place: null, kind: 'week', periods: weeks, parentOf: () => null },
  unitsOf: (holders) => holders.map((one) => one.slice('unit:'.length)),
  ...told,
});

const cell = (location: string, counts: Counts) => {
  return { name: [location, 'counter', 'mail', 'visits'].join('\u007f'), counts };
};
const day = (on: string, ...cells: CountedDay['cells']): CountedDay => {
  return { metric: 'csat', scale: { min: 1, max: 5 }, day: on, cells };
};

describe('what customers answered in each period', () => {
  const days = [
    day('2026-03-02', cell('north', [5, 3]), cell('south', [5, 6])),
    day('2026-03-08', cell('north', ['dismissed', 9]), cell('north', [1, 4])),
    day('2026-03-09', cell('north', [4, 5])),
    day('2026-03-10', cell('south', [4, 4])),
  ];

  it('is pooled over its days, from Monday to Sunday', () => {
    const points = answersByPeriod(csat, days, counting());
    expect(points).toEqual([
      { period: '2026-W10', measured: { groups: [4, 9], value: 9 / 13 } },
      { period: '2026-W11', measured: { groups: [0, 9], value: 1 } },
      { period: '2026-W12', measured: null },
    ]);
  });

  it('is a gap below five answers, and where the total would give another place away', () => {
    const of = (is: string) =>
      answersByPeriod(csat, days, counting({ place: { by: 'location', is } })).map(
        ({ measured }) => measured?.groups ?? null,
      );
    expect(of('north')).toEqual([[4, 3], null, null]);
    expect(of('south')).toEqual([[0, 6], null, null]);
    expect(of('east')).toEqual([null, null, null]);
  });

  it('is of months where the chart is', () => {
    const told = counting({ kind: 'month', periods: ['2026-02', '2026-03'] });
    expect(answersByPeriod(csat, days, told).map(({ measured }) => measured?.groups)).toEqual([
      undefined,
      [4, 18],
    ]);
  });

  it('adds up to what is answered in all its days', () => {
    const anyDay = fc.record({
      offset: fc.nat({ max: 20 }),
      score: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 20 }), (answers) => {
        const first = Date.parse(daysOf('week', '2026-W10').from);
        const asked = answers.map(({ offset, score }) => {
          const on = new Date(first + offset * 86_400_000).toISOString().slice(0, 10);
          return day(on, cell('north', [score, 1]));
        });
        for (const { period, measured } of answersByPeriod(csat, asked, counting())) {
          const mine = asked.filter((one) => periodOf('week', one.day) === period);
          const n = measured?.groups.reduce((sum, count) => sum + count, 0) ?? null;
          expect(n).toBe(mine.length < 5 ? null : mine.length);
        }
      }),
    );
  });
});

describe('how often a promise was kept in each period', () => {
  const sla = { figure: 'sla-attainment', clock: 'resolution', serviceLevel: null } as const;
  const cases = (openedOn: string, outcomes: readonly Outcome[], told: Partial<CaseOutcome> = {}) =>
    outcomes.map((resolution): CaseOutcome => ({
      ...{ unit: 'desk', touchpoint: 'form', serviceLevel: 'quick', openedOn },
      ...{ firstResponse: 'not-promised', resolution, ...told },
    }));
  const all = [
    ...cases('2026-03-02', ['met', 'met', 'met', 'breached', 'past-due', 'in-time']),
    ...cases('2026-03-09', ['met', 'met', 'met', 'met', 'in-time', 'not-promised']),
    ...cases('2026-03-16', ['met', 'met', 'met', 'met', 'met'], { unit: 'shop' }),
  ];
  const of = (told: Partial<CountedPeriods>, charted = {}) =>
    casesByPeriod({ ...sla, ...charted }, all, counting(told)).map(
      ({ measured }) => measured?.groups ?? null,
    );

  it('counts what is past due as not kept, and what is open in time neither way', () => {
    expect(of({})).toEqual([[2, 3], null, [0, 5]]);
  });

  it('is of a unit, a touchpoint and a service level', () => {
    expect(of({ place: { by: 'unit', is: 'shop' } })).toEqual([null, null, [0, 5]]);
    expect(of({ place: { by: 'touchpoint', is: 'form' } })).toEqual([[2, 3], null, [0, 5]]);
    expect(of({ place: { by: 'touchpoint', is: 'phone' } })).toEqual([null, null, null]);
    expect(of({ place: { by: 'location', is: 'gate-a' } })).toEqual([null, null, null]);
    expect(of({}, { serviceLevel: 'quick' })).toEqual([[2, 3], null, [0, 5]]);
    expect(of({}, { serviceLevel: 'slow' })).toEqual([null, null, null]);
    expect(of({}, { clock: 'firstResponse' })).toEqual([null, null, null]);
  });
});
