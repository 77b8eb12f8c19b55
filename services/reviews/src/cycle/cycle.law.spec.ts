import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { CycleCommand } from './cycle.commands.ts';
import { cycleDecider } from './cycle.decide.ts';
import * as example from './cycle.histories.ts';
import { cycleStages, evolveCycle, initialCycle, type Cycle, type CycleFact } from './cycle.ts';

const { plan, launch, join, collect, calibrate, finalise, lock, release, close, cancel } = example;

/** Any command, with acts that come again, and counts that stand in the way. */
const anyCommand: fc.Arbitrary<CycleCommand> = fc
  .record({
    command: fc.constantFrom<CycleCommand>(
      ...[launch, join, join, collect, calibrate, finalise, lock, release, close, cancel],
    ),
    act: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
    count: fc.constantFrom(0, 0, 0, 1),
    opened: fc.constantFrom(1, 2, 3, 4, 5),
    person: fc.constantFrom('ada', 'di', 'ed'),
  })
  .map(({ command, act, count, opened, person }): CycleCommand => {
    switch (command.type) {
      case 'LockCycle':
        return { ...command, act, opened, unsettled: count };
      case 'BeginCalibrating':
        return { ...command, act, opened };
      case 'CancelCycle':
        return { ...command, act, finalised: count };
      case 'AddLateJoiner':
        return { ...command, act, member: { ...command.member, person } };
      default:
        return { ...command, act };
    }
  });

type Look = (before: Cycle, fact: CycleFact, command: CycleCommand) => void;

function play(commands: readonly CycleCommand[], look: Look) {
  let cycle = initialCycle;
  for (const command of commands) {
    const decision = cycleDecider.decide(command, cycle);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(cycleDecider, command, cycle, decision);
    for (const fact of decision) {
      look(cycle, fact, command);
      cycle = evolveCycle(cycle, fact);
    }
  }
  return cycle;
}

/** Often in the order of the stages, so that the late ones are reached too. */
const ordered = [launch, collect, calibrate, lock, release, close];
const many = fc
  .tuple(fc.nat(ordered.length), fc.array(anyCommand, { maxLength: 12 }))
  .map(([length, commands]): CycleCommand[] => [plan, ...ordered.slice(0, length), ...commands]);

describe('the laws of a cycle, over any commands in any order', () => {
  it('its stages follow each other, and none comes again', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(many, (commands) => {
        let last = -1;
        play(commands, (before, fact) => {
          const { stage } = evolveCycle(before, fact);
          if (stage === 'none') throw new Error('It was there.');
          const at = cycleStages.indexOf(stage);
          if (stage !== before.stage) expect(at).toBeGreaterThan(last);
          // One after the other; only cancelling leaps.
          if (stage !== 'cancelled') expect(at - last).toBeLessThanOrEqual(1);
          last = at;
          reached.add(stage);
        });
      }),
      { numRuns: 400 },
    );
    expect([...reached].toSorted()).toEqual([...cycleStages].toSorted());
  });

  it('who is in it stays in it, with the pin of the launch, and nobody is in it twice', () => {
    fc.assert(
      fc.property(many, (commands) => {
        const people: string[] = [];
        const cycle = play(commands, (before, fact) => {
          if (fact.type === 'PopulationPinned') people.push(...fact.members.map((m) => m.person));
          if (fact.type === 'LateJoinerAdded') {
            people.push(fact.member.person);
            expect(before).toMatchObject({ pin: { position: launch.position } });
          }
        });
        if (cycle.stage === 'none') throw new Error('It was planned.');
        expect(cycle.pages.flatMap((page) => page.map((one) => one.person)).toSorted()).toEqual(
          people.toSorted(),
        );
        expect(new Set(people).size).toBe(people.length);
      }),
      { numRuns: 200 },
    );
  });

  it('nobody is in one that calibrates or is locked without an opened review', () => {
    let steps = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, fact, command) => {
          if (fact.type !== 'CalibratingBegun' && fact.type !== 'CycleLocked') return;
          if (before.stage === 'none' || !('opened' in command)) throw new Error('It was there.');
          expect(command.opened).toBeGreaterThanOrEqual(before.pages.flat().length);
          steps += 1;
        });
      }),
      { numRuns: 200 },
    );
    expect(steps).toBeGreaterThan(50);
  });

  it('one that is cancelled has never begun to finalise, and does not begin to', () => {
    const seen = { cancelled: 0, finalising: 0 };
    fc.assert(
      fc.property(many, (commands) => {
        const types = new Set<string>();
        play(commands, (_, fact) => types.add(fact.type));
        if (types.has('CycleCancelled')) seen.cancelled += 1;
        if (types.has('FinalisingBegun')) seen.finalising += 1;
        expect(types.has('CycleCancelled') && types.has('FinalisingBegun')).toBe(false);
      }),
      { numRuns: 800 },
    );
    expect(Math.min(seen.cancelled, seen.finalising)).toBeGreaterThan(10);
  });
});
