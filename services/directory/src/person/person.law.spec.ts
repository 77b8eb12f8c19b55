import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import type { Day } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { PersonCommand } from './person.commands.ts';
import { personDecider } from './person.decide.ts';
import * as the from './person.histories.ts';
import { isHere } from './person.rules.ts';
import { evolvePerson, initialPerson } from './person.ts';
import type { Leave, Person, PersonFact } from './person.ts';

/** Few days, so that commands meet each other, and their edges, often. */
const anyDay = fc.integer({ min: 10, max: 28 }).map((day): Day => `2026-03-${day}`);
const days = Array.from({ length: 19 }, (_, index): Day => `2026-03-${index + 10}`);
const anyAct = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');

/** Any command, with values that are often wrong, in any order. */
const anyCommand: fc.Arbitrary<PersonCommand> = fc
  .record({
    command: fc.constantFrom<PersonCommand>(
      the.join,
      the.move,
      the.rename,
      the.chooseZone,
      the.takeLeave,
      the.endLeave,
      the.depart,
      the.delegate,
      the.undelegate,
      the.grantRole,
      the.revokeRole,
      the.correct,
    ),
    act: anyAct,
    id: anyAct,
    from: anyDay,
    until: anyDay,
    open: fc.boolean(),
    post: fc.constantFrom('desk-01', 'desk-02', null),
    person: fc.constantFrom('ada', 'bo', 'cy'),
  })
  .map(({ command, act, id, from, until, open, post, person }) => {
    const asked = { ...command, act };
    const end = open ? null : until;
    switch (asked.type) {
      case 'Join':
      case 'Move':
        return { ...asked, post, from };
      case 'Rename':
      case 'ChooseZone':
        return asked;
      case 'RecordLeave':
        return { ...asked, from, until: end };
      case 'ChangeLeave':
        return { ...asked, leave: id, until: end };
      case 'Depart':
        return { ...asked, from };
      case 'GrantDelegation':
        return { ...asked, to: person, from, until };
      case 'RevokeDelegation':
        return { ...asked, delegation: id, from };
      case 'GrantRole':
        return { ...asked, by: person, from, until: end };
      case 'RevokeRole':
        return { ...asked, grant: id, from };
      case 'CorrectPerson': {
        const value = asked.field === 'post' ? post : until > from;
        return { ...asked, from, to: open ? null : { from: until, value } };
      }
    }
  })
  .chain((command) => {
    if (command.type !== 'CorrectPerson') return fc.constant(command);
    return fc.constantFrom<PersonCommand>(
      command,
      { ...command, field: 'presence', to: command.to && { ...command.to, value: true } },
      { ...command, field: 'presence', to: command.to && { ...command.to, value: false } },
    );
  });

/** Most people are here first, so that most commands are about somebody. */
const first: PersonCommand = { ...the.join, act: 'first', from: '2026-03-12' };
const commands = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.array(anyCommand, { maxLength: 30 }))
  .map(([chance, asked]) => (chance === 0 ? asked : [first, ...asked]));

describe('the laws of a person, over any commands in any order', () => {
  it('the same command again decides nothing', () => {
    fc.assert(
      fc.property(commands, (asked) => {
        play(asked, (command, before, decided) => {
          repeatDecidesNothing(personDecider, command, before, decided);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('no day is in two leaves', () => {
    fc.assert(
      fc.property(commands, (asked) => {
        const { leaves } = { leaves: [] as readonly Leave[], ...play(asked) };
        for (const day of days) {
          expect(leaves.filter((leave) => isOn(leave, day)).length).toBeLessThan(2);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('days have one presence and one post, in order', () => {
    fc.assert(
      fc.property(commands, (asked) => {
        const person = play(asked);
        if (person.stage === 'none') return;
        for (const timeline of [person.presence, person.posts]) {
          const starts = timeline.map(({ from }) => from);
          expect(starts).toEqual([...new Set(starts)].sort());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('who entrusts something to another is here on each of its days', () => {
    let entrusted = 0;
    fc.assert(
      fc.property(commands, (asked) => {
        play(asked, (_, before, decided) => {
          for (const fact of decided) {
            if (fact.type !== 'DelegationGranted' || before.stage === 'none') continue;
            entrusted += 1;
            expect(fact.to).not.toBe(before.person);
            const within = days.filter((day) => fact.from <= day && day <= fact.until);
            expect(within.length).toBeGreaterThan(0);
            expect(within.filter((day) => !isHere(before, day))).toEqual([]);
          }
        });
      }),
      { numRuns: 2_000 },
    );
    expect(entrusted).toBeGreaterThan(50);
  });

  it('a fact changes what it tells of, and nothing else', () => {
    fc.assert(
      fc.property(commands, (asked) => {
        play(asked, (_, before, decided) => {
          if (before.stage === 'none') return;
          for (const fact of decided) {
            const after = evolvePerson(before, fact);
            if (after.stage === 'none') throw new Error('A person is never forgotten.');
            const { presence, posts, zone, leaves, delegations, grants } = touched[fact.type];
            if (presence !== true) expect(after.presence).toEqual(before.presence);
            if (posts !== true) expect(after.posts).toEqual(before.posts);
            if (zone !== true) expect(after.zone).toEqual(before.zone);
            if (leaves !== true) expect(after.leaves).toEqual(before.leaves);
            if (delegations !== true) expect(after.delegations).toEqual(before.delegations);
            if (grants !== true) expect(after.grants).toEqual(before.grants);
          }
        });
      }),
    );
  });
});

type Parts = Partial<
  Record<'presence' | 'posts' | 'zone' | 'leaves' | 'delegations' | 'grants', true>
>;

/** What a fact may change of a person. */
const touched: Readonly<Record<PersonFact['type'], Parts>> = {
  PersonJoined: { presence: true, posts: true },
  PersonMoved: { posts: true },
  PersonRenamed: {},
  ZoneChosen: { zone: true },
  LeaveRecorded: { leaves: true },
  LeaveChanged: { leaves: true },
  PersonLeft: { presence: true },
  DelegationGranted: { delegations: true },
  DelegationRevoked: { delegations: true },
  RoleGranted: { grants: true },
  RoleRevoked: { grants: true },
  PersonCorrected: { presence: true, posts: true },
};

type Look = (command: PersonCommand, before: Person, decided: readonly PersonFact[]) => void;

function play(asked: readonly PersonCommand[], look: Look = () => undefined): Person {
  let person = initialPerson;
  for (const command of asked) {
    const decision = personDecider.decide(command, person);
    if (isRejection(decision)) continue;
    look(command, person, decision);
    for (const fact of decision) person = evolvePerson(person, fact);
  }
  return person;
}

function isOn({ from, until }: Leave, day: Day): boolean {
  return from <= day && (until === null || day <= until);
}
