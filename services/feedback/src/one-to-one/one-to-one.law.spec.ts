import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { OneToOneCommand } from './one-to-one.commands.ts';
import { oneToOneDecider } from './one-to-one.decide.ts';
import { agree, complete, correct, drop, hold } from './one-to-one.histories.ts';
import { evolveOneToOne, initialOneToOne } from './one-to-one.ts';
import type { OneToOne, OneToOneFact } from './one-to-one.ts';

const acts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** Few, so that what ends an action often names one that was agreed. */
const actionIds = ['a', 'b', 'c'];
const pad = (value: number) => String(value).padStart(2, '0');
const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-07-${pad(day)}`);
const anyInstant = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => `${day}T${pad(hour)}:00:00.000Z`);

/** Any command, by the two or by a stranger, at times and days that are often out of order. */
const anyCommand: fc.Arbitrary<OneToOneCommand> = fc
  .record({
    command: fc.constantFrom<OneToOneCommand>(hold, agree, agree, complete, drop, correct),
    act: fc.constantFrom(...acts),
    actionId: fc.constantFrom(...actionIds),
    at: anyInstant,
    now: anyInstant,
    day: anyDay,
    by: fc.constantFrom('ada', 'ada', 'cy', 'cy', 'bo'),
    owner: fc.constantFrom('ada', 'cy', 'bo'),
  })
  .map(({ command, act, actionId, at, now, day, by, owner }) => {
    const asked = { ...command, act, at, now, by };
    switch (asked.type) {
      case 'HoldOneToOne':
      case 'CorrectOneToOne':
        return { ...asked, on: day };
      case 'AgreeAction':
        return { ...asked, act: actionId, owner, due: day };
      case 'CompleteAction':
      case 'DropAction':
        return { ...asked, actionId };
    }
  });

type Look = (
  before: OneToOne,
  fact: OneToOneFact,
  after: OneToOne,
  command: OneToOneCommand,
) => void;

function play(commands: readonly OneToOneCommand[], look: Look): void {
  let meeting = initialOneToOne;
  for (const command of commands) {
    const decision = oneToOneDecider.decide(command, meeting);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(oneToOneDecider, command, meeting, decision);
    for (const fact of decision) {
      const before = meeting;
      meeting = evolveOneToOne(before, fact);
      look(before, fact, meeting, command);
    }
  }
}

describe('the laws of a one-to-one, over any commands in any order', () => {
  const first = { ...hold, act: 'first', on: '2026-07-03' };
  const many = fc
    .array(anyCommand, { minLength: 5, maxLength: 40 })
    .map((commands) => [first, ...commands]);
  const runs = { numRuns: 500 };

  it('the two stay the two, and nobody else acts or owns an action', () => {
    let facts = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (_, fact, after) => {
          if (after.stage === 'none') return;
          expect([...after.people].toSorted()).toEqual(['ada', 'cy']);
          expect(['ada', 'cy']).toContain(fact.by);
          for (const { owner } of after.actions) expect(['ada', 'cy']).toContain(owner);
          facts += 1;
        });
      }),
      runs,
    );
    expect(facts).toBeGreaterThan(500);
  });

  it('an action ends once, and stays as it ended', () => {
    const ends = { completed: 0, dropped: 0 };
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, _, after) => {
          if (before.stage === 'none' || after.stage === 'none') return;
          for (const [index, was] of before.actions.entries()) {
            const is = after.actions[index];
            if (was.stage === 'open') {
              if (is?.stage === 'completed' || is?.stage === 'dropped') ends[is.stage] += 1;
              expect(is).toEqual({ ...was, stage: is?.stage });
            } else {
              expect(is).toEqual(was);
            }
          }
        });
      }),
      runs,
    );
    expect(Math.min(ends.completed, ends.dropped)).toBeGreaterThan(5);
  });

  it('no meeting is of a day to come anywhere, and nothing open is due before it', () => {
    let corrections = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, fact, after, { at, now }) => {
          if (after.stage === 'none') return;
          for (const { stage, due } of after.actions) {
            if (stage === 'open') expect(due >= after.on).toBe(true);
          }
          if (before.stage !== 'none' && before.on === after.on) return;
          const begins = Date.parse(`${after.on}T00:00:00.000+14:00`);
          for (const time of [at, now]) expect(Date.parse(time)).toBeGreaterThanOrEqual(begins);
          if (fact.type === 'OneToOneCorrected') corrections += 1;
        });
      }),
      runs,
    );
    expect(corrections).toBeGreaterThan(20);
  });
});
