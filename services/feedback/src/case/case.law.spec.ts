import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection, toInstant } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import { businessMs, msPerMinute } from './business-time.ts';
import { dueAt, elapsedMs, isOverdue } from './case.clock.ts';
import type { ServiceCaseCommand } from './case.commands.ts';
import { serviceCaseDecider } from './case.decide.ts';
import * as the from './case.histories.ts';
import { initialCase, type LiveCase, type ServiceCase, type ServiceCaseFact } from './case.ts';

const start = Date.parse(the.open.at);
const instant = (minute: number) => toInstant(start + minute * msPerMinute);

/** Any command, some minutes or some days after the one before, and now and then before it. */
const anyCommand = fc
  .record({
    command: fc.constantFrom<ServiceCaseCommand>(
      ...[the.respond, the.pause, the.pause, the.resume, the.resume, the.resolve],
      ...[the.reopen, the.markBreached, the.markBreached, the.markBreached],
    ),
    after: fc.oneof(fc.integer({ min: -5, max: 120 }), fc.integer({ min: 0, max: 3_000 })),
    cause: fc.constantFrom('customer', 'supplier'),
    clock: fc.constantFrom('firstResponse' as const, 'resolution' as const),
    /** Told so many minutes after it was done. */
    late: fc.constantFrom(0, 1_000, 2_000, 3_000),
  })
  .map(({ command, after, late, cause, clock }) => {
    if (command.type === 'PauseClock') return { after, late, command: { ...command, cause } };
    if (command.type !== 'MarkSlaBreached') return { after, late, command };
    return { after, late: 0, command: { ...command, clock } };
  });

const anyPlay = fc
  .array(anyCommand, { minLength: 8, maxLength: 30 })
  .map((steps): readonly ServiceCaseCommand[] => {
    let minute = 0;
    const commands = steps.map(({ after, late, command }, index) => {
      minute += after;
      const [at, now] = [instant(minute - late), instant(minute)];
      return { ...command, act: `act-${index}`, at, now };
    });
    return [the.open, ...commands];
  });

interface Played {
  readonly facts: readonly ServiceCaseFact[];
  readonly serviceCase: LiveCase;
}

function play(commands: readonly ServiceCaseCommand[]): Played {
  let serviceCase: ServiceCase = initialCase;
  const facts: ServiceCaseFact[] = [];
  for (const command of commands) {
    const decision = serviceCaseDecider.decide(command, serviceCase);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(serviceCaseDecider, command, serviceCase, decision);
    facts.push(...decision);
    serviceCase = fold(serviceCaseDecider, serviceCase, decision);
  }
  if (serviceCase.stage === 'none') throw new Error('The first command opens the case.');
  return { facts, serviceCase };
}

/** What a clock says, told from the facts alone: it runs between those that start and stop it. */
function told(
  facts: readonly ServiceCaseFact[],
  clock: 'firstResponse' | 'resolution',
  at: string,
) {
  let since: string | null = null;
  let elapsed = 0;
  let isOver = false;
  const stop = (until: string) => {
    if (since !== null) elapsed += businessMs(the.berlin, since, until);
    since = null;
  };
  const inOrder = facts.toSorted((one, other) =>
    one.at < other.at ? -1 : Number(one.at > other.at),
  );
  for (const fact of inOrder.filter((one) => one.at < at)) {
    if (['CaseOpened', 'ClockResumed', 'CaseReopened'].includes(fact.type)) {
      if (!isOver) since = fact.at;
    }
    if (['ClockPaused', 'CaseResolved'].includes(fact.type)) stop(fact.at);
    if (fact.type === 'CaseResponded' && clock === 'firstResponse') {
      stop(fact.at);
      isOver = true;
    }
  }
  stop(at);
  return elapsed;
}

function breachesOf(facts: readonly ServiceCaseFact[], of: 'firstResponse' | 'resolution') {
  return facts.flatMap((fact) => ('ranOutAt' in fact && fact.clock === of ? [fact] : []));
}

describe('the laws of a case, over any commands in any order', () => {
  const clocks = ['firstResponse', 'resolution'] as const;
  const anyTime = fc.integer({ min: -100, max: 60_000 }).map(instant);

  it('a clock is the sum of the business time of its runs, at any instant', () => {
    let ran = 0;
    fc.assert(
      fc.property(anyPlay, anyTime, (commands, at) => {
        const { facts, serviceCase } = play(commands);
        for (const clock of clocks) {
          const elapsed = elapsedMs(serviceCase, clock, at);
          expect(elapsed).toBe(told(facts, clock, at));
          if (elapsed > 0) ran += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(ran).toBeGreaterThan(40);
  });

  it('is due when exactly its target has run, and not known to be before', () => {
    const seen = { due: 0, open: 0 };
    fc.assert(
      fc.property(anyPlay, (commands) => {
        const { serviceCase } = play(commands);
        for (const clock of clocks) {
          const target = (serviceCase.targets[clock] ?? 0) * msPerMinute;
          const due = dueAt(serviceCase, clock);
          seen[due === null ? 'open' : 'due'] += 1;
          if (due === null) {
            const stopped = clock === 'firstResponse' && serviceCase.respondedAt !== null;
            const stands = serviceCase.runs.every(({ until }) => until !== null);
            expect(stopped || stands).toBe(true);
            expect(elapsedMs(serviceCase, clock, instant(1_000_000))).toBeLessThan(target);
            continue;
          }
          const before = toInstant(Date.parse(due) - 1);
          expect(elapsedMs(serviceCase, clock, due)).toBe(target);
          expect(elapsedMs(serviceCase, clock, before)).toBe(target - 1);
          expect(isOverdue(serviceCase, clock, due)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
    expect(seen.due).toBeGreaterThan(40);
    expect(seen.open).toBeGreaterThan(40);
  });

  it('once overdue is always so, and what has run past its target is overdue', () => {
    let overdue = 0;
    fc.assert(
      fc.property(anyPlay, anyTime, anyTime, (commands, ...times) => {
        const { serviceCase } = play(commands);
        const [at = '', later = ''] = times.toSorted();
        for (const clock of clocks) {
          const target = (serviceCase.targets[clock] ?? 0) * msPerMinute;
          const is = isOverdue(serviceCase, clock, at);
          if (elapsedMs(serviceCase, clock, at) > target) expect(is).toBe(true);
          if (elapsedMs(serviceCase, clock, at) < target) expect(is).toBe(false);
          if (is) expect(isOverdue(serviceCase, clock, later)).toBe(true);
          if (is) overdue += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(overdue).toBeGreaterThan(20);
  });

  it('each clock breaches once, until it is corrected, and what stands was overdue', () => {
    const seen = { standing: 0, corrected: 0 };
    fc.assert(
      fc.property(anyPlay, (commands) => {
        const { facts, serviceCase } = play(commands);
        for (const clock of clocks) {
          const target = (the.agreement.targets[clock] ?? 0) * msPerMinute;
          const told = breachesOf(facts, clock);
          told.forEach(({ type }, index) => {
            expect(type).toBe(index % 2 === 0 ? 'SlaBreached' : 'SlaBreachCorrected');
          });
          const last = told.at(-1);
          const stands = last?.type === 'SlaBreached';
          expect(serviceCase.breached.includes(clock)).toBe(stands);
          seen.corrected += Math.floor(told.length / 2);
          if (!stands) continue;
          seen.standing += 1;
          expect(last.ranOutAt).toBe(dueAt(serviceCase, clock));
          expect(isOverdue(serviceCase, clock, instant(1_000_000))).toBe(true);
          expect(elapsedMs(serviceCase, clock, last.at)).toBeGreaterThanOrEqual(target);
        }
      }),
      { numRuns: 400 },
    );
    expect(seen.standing).toBeGreaterThan(20);
    expect(seen.corrected).toBeGreaterThan(5);
  });
});
