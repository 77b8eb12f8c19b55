import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountableOf, countedDays, dayBefore, type Lines } from './accountable.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const newYear = '2027-01-04';

/** Ada by day: whom she answers to, from which day on; whether she is here, or on leave. */
function lines(of: {
  readonly managers: Readonly<Record<string, string | null>>;
  readonly here?: readonly [from: string, to: string];
  readonly away?: readonly [from: string, to: string];
}): Lines {
  const { managers, here = ['2000-01-01', '2099-12-31'], away } = of;
  const within = (day: string, [from, to]: readonly [string, string]) => from <= day && day <= to;
  const after = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const turns = [
    ...Object.keys(managers),
    ...[here, ...(away ? [away] : [])].flatMap(([from, to]) => [from, after(to)]),
  ];
  return {
    managerOf: (_, on) => {
      const [last] = Object.keys(managers)
        .filter((day) => day <= on)
        .toSorted()
        .toReversed();
      return last === undefined ? null : (managers[last] ?? null);
    },
    isPresent: (_, on) => within(on, here),
    isAway: (_, on) => away !== undefined && within(on, away),
    turningDays: (from, to) => [
      from,
      ...new Set(turns.filter((day) => day > from && day <= to).toSorted()),
    ],
  };
}
const of = (known: string, ...args: Parameters<typeof lines>) =>
  accountableOf('ada', year, known, lines(...args));

describe('who answers for which days', () => {
  it('is one manager for all of them, or each from when they took over', () => {
    expect(of(newYear, { managers: { '2020-01-01': 'mia' } })).toEqual([
      { manager: 'mia', ...year, days: 365 },
    ]);
    expect(of(newYear, { managers: { '2020-01-01': 'mia', '2026-10-01': 'mo' } })).toEqual([
      { manager: 'mia', from: '2026-01-01', to: '2026-09-30', days: 273 },
      { manager: 'mo', from: '2026-10-01', to: '2026-12-31', days: 92 },
    ]);
  });

  it('leaves leave out of the days, and not out of the part', () =>
    expect(
      of(newYear, { managers: { '2020-01-01': 'mia' }, away: ['2026-02-01', '2026-02-14'] }),
    ).toEqual([{ manager: 'mia', ...year, days: 351 }]));

  it('begins when somebody joins, and ends when they leave', () =>
    expect(
      of(newYear, { managers: { '2020-01-01': 'mia' }, here: ['2026-03-01', '2026-11-30'] }),
    ).toEqual([{ manager: 'mia', from: '2026-03-01', to: '2026-11-30', days: 275 }]));

  it('is nobody where nobody is above', () => {
    expect(of(newYear, { managers: { '2020-01-01': null } })).toEqual([]);
    expect(of(newYear, { managers: { '2020-01-01': 'mia', '2026-07-01': null } })).toEqual([
      { manager: 'mia', from: '2026-01-01', to: '2026-06-30', days: 181 },
    ]);
  });

  it('is for days to come who answers now: what is planned comes when it is so', () =>
    expect(of('2026-09-01', { managers: { '2020-01-01': 'mia', '2026-10-01': 'mo' } })).toEqual([
      { manager: 'mia', ...year, days: 365 },
    ]));

  it('has each of the days that count exactly once, whatever happens', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((at) => new Date(Date.parse(year.from) + at * 86_400_000).toISOString().slice(0, 10));
    const spell = fc
      .tuple(day, day)
      .map(([one, other]): [string, string] => (one < other ? [one, other] : [other, one]));
    const managers = fc.dictionary(day, fc.constantFrom('mia', 'mo', 'bo'), { maxKeys: 5 });
    fc.assert(
      fc.property(managers, spell, spell, (turns, here, away) => {
        const known = lines({ managers: { '2020-01-01': 'mia', ...turns }, here, away });
        const parts = accountableOf('ada', year, newYear, known);
        const days = parts.reduce((sum, part) => sum + part.days, 0);
        expect(days).toBe(countedDays('ada', year, known));
        for (const [at, part] of parts.entries()) {
          expect(countedDays('ada', part, known)).toBe(part.days);
          const before = parts[at - 1];
          if (before === undefined) continue;
          expect(before.to).toBe(dayBefore(part.from));
          expect(before.manager).not.toBe(part.manager);
        }
      }),
      { numRuns: 200 },
    );
    expect(
      countedDays('ada', { from: '2026-02-01', to: '2026-01-31' }, lines({ managers: {} })),
    ).toBe(0);
  });
});
