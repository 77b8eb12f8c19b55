import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection, toInstant } from '@plumbline/kernel';
import { wilsonInterval } from '@plumbline/statistics';
import { msPerMinute } from '../case/business-time.ts';
import type { ServiceCaseCommand } from '../case/case.commands.ts';
import { serviceCaseDecider } from '../case/case.decide.ts';
import * as the from '../case/case.histories.ts';
import { initialCase, type Clock, type ServiceCaseFact } from '../case/case.ts';
import { caseSheet } from './case-sheet.ts';
import { foldOf } from './cases.histories.ts';
import { countedCaseOf, slaAttainments, type CountedCase } from './sla-attainment.ts';

const start = Date.parse('2026-03-26T15:00:00.000Z');
const minutesMax = 20 * 1_440;
const instant = (minute: number) => toInstant(start + minute * msPerMinute);

/** Whether the desk is open in each minute, looked up on a clock on the wall in Berlin. */
const wall = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});
const isOpen = Array.from({ length: minutesMax }, (_, minute) => {
  const parts = wall.formatToParts(start + minute * msPerMinute);
  const of = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  const isClosed = ['Sat', 'Sun'].includes(of('weekday')) || the.berlin.holidays.includes(day);
  return !isClosed && Number(of('hour')) >= 9 && Number(of('hour')) < 17;
});

interface Played {
  readonly unit: string;
  readonly slaRef: string;
  readonly targets: Readonly<Record<Clock, number | null>>;
  readonly facts: readonly ServiceCaseFact[];
}

const anyStep = fc.record({
  command: fc.constantFrom<ServiceCaseCommand>(
    ...[the.respond, the.pause, the.resume, the.resolve, the.resolve, the.reopen],
    the.markBreached,
  ),
  after: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 4_000 })),
  clock: fc.constantFrom<Clock>('firstResponse', 'resolution'),
});

const anyCase: fc.Arbitrary<Played> = fc
  .record({
    opens: fc.integer({ min: 0, max: 4_000 }),
    unit: fc.constantFrom('desk', 'shop'),
    slaRef: fc.constantFrom('quick', 'slow'),
    firstResponse: fc.constantFrom(null, 1, 120),
    resolution: fc.constantFrom(null, 60, 960),
    steps: fc.array(anyStep, { maxLength: 10 }),
  })
  .map(({ opens, unit, slaRef, steps, ...targets }) => {
    const at = instant(opens);
    const open = { ...the.open, unit, slaRef, targets, at, now: at };
    let minute = opens;
    const commands = steps.map(({ command, after, clock }, index): ServiceCaseCommand => {
      minute += after;
      const told = { act: `act-${index}`, at: instant(minute), now: instant(minute) };
      return command.type === 'MarkSlaBreached'
        ? { ...command, ...told, clock }
        : { ...command, ...told };
    });
    return { unit, slaRef, targets, facts: play([open, ...commands]) };
  });

function play(commands: readonly ServiceCaseCommand[]): readonly ServiceCaseFact[] {
  const facts: ServiceCaseFact[] = [];
  for (const command of commands) {
    const state = fold(serviceCaseDecider, initialCase, facts);
    const decision = serviceCaseDecider.decide(command, state);
    if (!isRejection(decision)) facts.push(...decision);
  }
  return facts;
}

type Outcome = 'met' | 'breached' | 'openPastDue' | 'openInTime';

/** What became of a clock by a minute: walked through minute by minute, from the facts alone. */
function walked({ facts, targets }: Played, clock: Clock, until: number): Outcome | undefined {
  const target = targets[clock];
  if (target === null) return undefined;
  let [runs, ended, elapsed, late] = [false, false, 0, false];
  const minutes = facts.map(({ at }) => (Date.parse(at) - start) / msPerMinute);
  let next = 0;
  for (let minute = 0; minute <= until; minute += 1) {
    for (; next < facts.length && (minutes[next] ?? 0) <= minute; next += 1) {
      const type = facts[next]?.type;
      if (clock === 'firstResponse' && type === 'CaseResponded') ended = true;
      if (clock === 'resolution' && type === 'CaseResolved') ended = true;
      if (clock === 'resolution' && type === 'CaseReopened') ended = false;
      if (type === 'CaseOpened' || type === 'ClockResumed' || type === 'CaseReopened') runs = true;
      if (type === 'ClockPaused' || type === 'CaseResolved') runs = false;
    }
    if (minute === until || !runs || ended) continue;
    if (elapsed >= target) late = true;
    if (isOpen[minute] === true) elapsed += 1;
  }
  if (ended) return late ? 'breached' : 'met';
  return late ? 'openPastDue' : 'openInTime';
}

function openBy(cases: readonly Played[], until: string) {
  return cases.flatMap((one) => {
    const facts = one.facts.filter(({ at }) => at <= until);
    return facts.length === 0 ? [] : [{ ...one, facts }];
  });
}

describe('how often promises were kept', () => {
  it('is a naive count over the facts, at any instant', () => {
    const seen: Record<Outcome, number> = { met: 0, breached: 0, openPastDue: 0, openInTime: 0 };
    fc.assert(
      fc.property(
        fc.array(anyCase, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: minutesMax - 1 }),
        (cases, minute) => {
          const known = openBy(cases, instant(minute));
          const counted = known.map(({ facts }) => countedCaseOf(foldOf(caseSheet, facts)));
          const figures = slaAttainments(counted, start + minute * msPerMinute);
          for (const clock of ['firstResponse', 'resolution'] as const) {
            const found = new Map<Played, Outcome | undefined>(
              known.map((one) => [one, walked(one, clock, minute)]),
            );
            const naive = (of: readonly Played[]) => {
              const outcomes = of.map((one) => found.get(one));
              const many = (wanted: Outcome) => outcomes.filter((one) => one === wanted).length;
              return {
                ...{ met: many('met'), breached: many('breached') },
                ...{ openPastDue: many('openPastDue'), openInTime: many('openInTime') },
              };
            };
            const all = naive(known);
            for (const outcome of Object.keys(seen) as Outcome[]) seen[outcome] += all[outcome];
            expect(figures[clock]).toMatchObject(all);
            const n = all.met + all.breached + all.openPastDue;
            const { low = null, high = null } = wilsonInterval(all.met, n) ?? {};
            const value = n === 0 ? null : all.met / n;
            expect(figures[clock].share).toMatchObject({ n, value, low, high, successes: all.met });
            for (const { unit, [clock]: row } of figures.units) {
              expect(row).toMatchObject(naive(known.filter((one) => one.unit === unit)));
            }
            for (const { slaRef, [clock]: row } of figures.serviceLevels) {
              expect(row).toMatchObject(naive(known.filter((one) => one.slaRef === slaRef)));
            }
          }
          expect(figures.cases).toBe(known.length);
        },
      ),
      { numRuns: 150 },
    );
    for (const many of Object.values(seen)) expect(many).toBeGreaterThan(20);
  });
});

const at = (instant: string) => Date.parse(instant);
const counted = (over: Partial<CountedCase> & { ended?: string; due?: string }): CountedCase => {
  const { ended, due, ...rest } = over;
  const clock = {
    isPromised: true,
    endedAt: ended === undefined ? null : at(ended),
    overdueAfter: due === undefined ? null : at(due),
  };
  const clocks = { firstResponse: { ...clock, isPromised: false }, resolution: clock };
  return { unit: 'desk', slaRef: 'slow', clocks, resolutionMs: null, ...rest };
};

describe('the figures of service levels', () => {
  const until = at('2026-04-10T12:00:00.000Z');

  it('do not hide what is late behind what is over', () => {
    const figures = slaAttainments(
      [
        counted({ ended: '2026-04-09' }),
        counted({ due: '2026-04-10' }),
        counted({ due: '2026-04-11' }),
        counted({ ended: '2026-04-10', due: '2026-04-09' }),
      ],
      until,
    );
    expect(figures.resolution).toMatchObject({
      ...{ met: 1, breached: 1, openPastDue: 1, openInTime: 1 },
      share: { value: 1 / 3, n: 3, definition: 'sla-resolution@1' },
    });
    expect(figures.firstResponse.share).toMatchObject({ value: null, n: 0, low: null, high: null });
  });

  it('keep to the instant: what ends or is due later is neither yet', () => {
    const one = [counted({ ended: '2026-04-11', resolutionMs: 60_000 })];
    expect(slaAttainments(one, until).resolution).toMatchObject({ met: 0, openInTime: 1 });
    expect(slaAttainments(one, until).resolutionMinutes.median.n).toBe(0);
    expect(slaAttainments(one, at('2026-04-11')).resolution).toMatchObject({ met: 1 });
    expect(slaAttainments(one, at('2026-04-11')).resolutionMinutes.median.value).toBe(1);
    const due = [counted({ due: '2026-04-10T12:00:00.000Z' })];
    expect(slaAttainments(due, until).resolution).toMatchObject({ openInTime: 1 });
    expect(slaAttainments(due, until + 1).resolution).toMatchObject({ openPastDue: 1 });
  });

  it('pool counts, and tell the times of what is resolved beside them', () => {
    const hours = [1, 2, 3, 4, 10];
    const cases = hours.map((hour, index) =>
      counted({
        ...{ ended: '2026-04-09', resolutionMs: hour * 3_600_000 },
        ...{ unit: index < 4 ? 'desk' : 'shop', slaRef: index % 2 === 0 ? 'quick' : 'slow' },
      }),
    );
    const figures = slaAttainments([...cases, counted({})], until);
    expect(figures.resolutionMinutes).toEqual({
      // Five are too few for a bound of their median, and for the upper one of a percentile.
      median: { value: 180, n: 5, definition: 'case-resolution-p50@1', low: null, high: null },
      p90: {
        ...{ value: expect.closeTo(456), n: 5, definition: 'case-resolution-p90@1' },
        ...{ low: 180, high: null },
      },
    });
    expect(figures.units.map(({ unit, cases: n }) => [unit, n])).toEqual([
      ...[['desk', 5] as const, ['shop', 1] as const],
    ]);
    expect(figures.serviceLevels.map(({ slaRef, cases: n }) => [slaRef, n])).toEqual([
      ...[['quick', 3] as const, ['slow', 3] as const],
    ]);
  });

  it('of nothing are unknown, not zero', () => {
    const none = slaAttainments([], until);
    expect(none).toMatchObject({ cases: 0, units: [], serviceLevels: [] });
    expect(none.resolution.share.value).toBeNull();
    expect(none.resolutionMinutes.p90).toMatchObject({ value: null, n: 0 });
  });
});
