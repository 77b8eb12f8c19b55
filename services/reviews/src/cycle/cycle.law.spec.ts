import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { CycleCommand } from './cycle.commands.ts';
import { cycleDecider } from './cycle.decide.ts';
import * as example from './cycle.histories.ts';
import { cycleStages, evolveCycle, initialCycle, type Cycle, type CycleFact } from './cycle.ts';

const { plan, launch, join, collect, calibrate, lock, release, close, cancel } = example;

/** Any command, with acts that come again, and counts that stand in the way. */
const anyCommand: fc.Arbitrary<CycleCommand> = fc
  .record({
    command: fc.constantFrom<CycleCommand>(
      ...[launch, join, join, collect, calibrate, lock, release, close, cancel],
    ),
    act: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
    count: fc.constantFrom(0, 0, 0, 1),
    person: fc.constantFrom('ada', 'di', 'ed'),
  })
  .map(({ command, act, count, person }): CycleCommand => {
    switch (command.type) {
      case 'LockCycle':
        return { ...command, act, unsettled: count };
      case 'CancelCycle':
        return { ...command, act, finalised: count };
      case 'AddLateJoiner':
        return { ...command, act, member: { ...command.member, person } };
      default:
        return { ...command, act };
    }
  });

function play(commands: readonly CycleCommand[], look: (before: Cycle, fact: CycleFact) => void) {
  let cycle = initialCycle;
  for (const command of commands) {
    const decision = cycleDecider.decide(command, cycle);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(cycleDecider, command, cycle, decision);
    for (const fact of decision) {
      look(cycle, fact);
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
});
