import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { GoalCommand } from './goal.commands.ts';
import { goalDecider } from './goal.decide.ts';
import { evolveGoal, initialGoal, type Goal } from './goal.ts';
import * as the from './goal.histories.ts';

/** Any command, with values that are often wrong, at times that are often out of order. */
const anyCommand: fc.Arbitrary<GoalCommand> = fc
  .record({
    command: fc.constantFrom<GoalCommand>(
      the.draft,
      the.activate,
      the.checkIn,
      the.amendTarget,
      the.correct,
      the.transfer,
      the.close,
      the.withdraw,
    ),
    act: fc.constantFrom('act-check-in', 'a', 'b', 'c', 'd', 'e'),
    day: fc.integer({ min: 10, max: 28 }),
    value: fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 60 })),
    target: fc.integer({ min: 10, max: 50 }),
    keyResultId: fc.constantFrom('kr1', 'kr2', 'kr3', 'kr9'),
    to: fc.constantFrom('person:ada', 'person:bo', 'unit:desk'),
    kind: fc.constantFrom('committed' as const, 'aspirational' as const),
    score: fc.constantFrom(0, 0.5, 1),
  })
  .map(({ command, act, day, value, target, keyResultId, to, kind, score }) => {
    const asked = { ...command, act, at: `2026-03-${day}T09:00:00.000Z` };
    switch (asked.type) {
      case 'CheckInProgress':
        return { ...asked, value, keyResultId };
      case 'CorrectCheckIn':
        return { ...asked, to: value === null ? null : { value } };
      case 'AmendGoal':
        return { ...asked, targets: [{ keyResultId, target }] };
      case 'TransferGoal':
        return { ...asked, to };
      case 'ActivateGoal':
        return { ...asked, kind };
      case 'CloseGoal':
        return { ...asked, score };
      default:
        return asked;
    }
  });

describe('the laws of a goal, over any commands in any order', () => {
  it('the same command again decides nothing', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        play(commands, (command, before, decided) => {
          repeatDecidesNothing(goalDecider, command, before, decided);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('what is closed or withdrawn stays as it is', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        play(commands, (_, before, decided) => {
          if (before.stage === 'closed' || before.stage === 'withdrawn') {
            expect(decided).toEqual([]);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('the kind never changes once it is chosen', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        let kind: unknown = null;
        play(commands, (_, before) => {
          if (before.stage === 'none') return;
          if (kind !== null) expect(before.kind).toBe(kind);
          kind = before.kind;
        });
      }),
    );
  });
});

type Look = (
  command: GoalCommand,
  before: Goal,
  decided: readonly Parameters<typeof evolveGoal>[1][],
) => void;

function play(commands: readonly GoalCommand[], look: Look): void {
  let goal = initialGoal;
  for (const command of commands) {
    const decision = goalDecider.decide(command, goal);
    if (isRejection(decision)) continue;
    look(command, goal, decision);
    for (const fact of decision) goal = evolveGoal(goal, fact);
  }
}
