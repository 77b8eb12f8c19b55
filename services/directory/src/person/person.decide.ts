import { clearText, entryAt, msPerDay, never, reject, same } from '@plumbline/kernel';
import { startOfDay, toInstant, valueOn, type Day } from '@plumbline/kernel';
import type { Decider, Decision } from '@plumbline/kernel';
import type * as Command from './person.commands.ts';
import type { PersonCommand } from './person.commands.ts';
import { grantDelegation, grantRole, revokeDelegation, revokeRole } from './person.entrust.ts';
import { isHere, placed, refuseAway, refuseEnd, refuseOverlap } from './person.rules.ts';
import { refuseValue, sealedOf, unknownEntry } from './person.rules.ts';
import { evolvePerson, initialPerson } from './person.ts';
import type { KnownPerson, Person, PersonFact } from './person.ts';

export const personDecider: Decider<PersonCommand, Person, PersonFact> = {
  initial: initialPerson,
  evolve: evolvePerson,
  decide: decidePerson,
};

function decidePerson(command: PersonCommand, person: Person): Decision<PersonFact> {
  if (person.stage === 'known' && person.acts[command.act] === true) return []; // A retry.
  if (command.type === 'Join') return join(command, person);
  if (person.stage === 'none') return reject('person/not-found', 'Nobody is known by this id.');
  return decideKnown(command, person);
}

function decideKnown(
  command: Exclude<PersonCommand, Command.Join>,
  person: KnownPerson,
): Decision<PersonFact> {
  switch (command.type) {
    case 'Move':
      return move(command, person);
    case 'Rename':
      return rename(command);
    case 'ChooseZone':
      return chooseZone(command, person);
    case 'RecordLeave':
      return recordLeave(command, person);
    case 'ChangeLeave':
      return changeLeave(command, person);
    case 'Depart':
      return depart(command, person);
    case 'GrantDelegation':
      return grantDelegation(command, person);
    case 'RevokeDelegation':
      return revokeDelegation(command, person);
    case 'GrantRole':
      return grantRole(command, person);
    case 'RevokeRole':
      return revokeRole(command, person);
    case 'CorrectPerson':
      return correct(command, person);
    default:
      return never(command);
  }
}

/** Who has left may join again, and is the same person. */
function join(command: Command.Join, person: Person): Decision<PersonFact> {
  const { name, mail, zone, post, from } = command;
  if (person.stage === 'known' && isHere(person, from)) {
    const detail = `They are here on ${from} already. Move or rename them, or correct their days.`;
    return reject('person/already-here', detail, '/from');
  }
  const text = clearText(sealedOf(command), { name, mail });
  const joined: PersonFact = { type: 'PersonJoined', ...placed(command), post, from, text };
  const known = person.stage === 'known' ? person.zone : null;
  if (zone === undefined || zone === known) return [joined];
  return [joined, { type: 'ZoneChosen', ...placed(command), zone }];
}

function move(command: Command.Move, person: KnownPerson): Decision<PersonFact> {
  const { post, from } = command;
  const refused = refuseAway(person, from);
  if (refused !== undefined) return refused;
  if (valueOn(person.posts, from) === post) return [];
  return [{ type: 'PersonMoved', ...placed(command), post, from }];
}

function rename(command: Command.Rename): Decision<PersonFact> {
  const { name, mail } = command;
  if (name === undefined && mail === undefined) return [];
  const text = clearText(sealedOf(command), { name, mail });
  return [{ type: 'PersonRenamed', ...placed(command), text }];
}

function chooseZone(command: Command.ChooseZone, person: KnownPerson): Decision<PersonFact> {
  const { zone } = command;
  return zone === person.zone ? [] : [{ type: 'ZoneChosen', ...placed(command), zone }];
}

function recordLeave(command: Command.RecordLeave, person: KnownPerson): Decision<PersonFact> {
  const { act: leave, kind, from, until } = command;
  const refused =
    refuseEnd(from, until) ??
    refuseAway(person, from) ??
    refuseOverlap(person.leaves, { leave, from, until });
  if (refused !== undefined) return refused;
  const text = clearText(sealedOf(command), { kind });
  return [{ type: 'LeaveRecorded', ...placed(command), leave, from, until, text }];
}

function changeLeave(command: Command.ChangeLeave, person: KnownPerson): Decision<PersonFact> {
  const { leave, until } = command;
  const known = person.leaves.find((one) => one.leave === leave);
  if (known === undefined) return unknownEntry('They have no such leave.', '/leave');
  if (known.until === until) return [];
  const refused = refuseEnd(known.from, until) ?? refuseOverlap(person.leaves, { ...known, until });
  if (refused !== undefined) return refused;
  return [{ type: 'LeaveChanged', ...placed(command), leave, until }];
}

function depart(command: Command.Depart, person: KnownPerson): Decision<PersonFact> {
  const { from, reason } = command;
  const entry = entryAt(person.presence, from);
  if (entry?.value === false) return [];
  const refused = refuseAway(person, from);
  if (refused !== undefined) return refused;
  if (entry !== undefined) {
    const detail = `They join on ${from}. Give a later day, or correct their presence.`;
    return reject('person/ends-before-it-starts', detail, '/from');
  }
  const text = clearText(sealedOf(command), { reason });
  return [{ type: 'PersonLeft', ...placed(command), from, text }, ...endings(command, person)];
}

/** What was lent, to them and by them, ends with their time here: coming back revives nothing. */
function endings(command: Command.Depart, person: KnownPerson): readonly PersonFact[] {
  const { from } = command;
  const isOpen = ({ until }: { readonly until: Day | null }) => until === null || until >= from;
  const dayBefore = toInstant(Date.parse(startOfDay(from)) - msPerDay).slice(0, 10);
  return [
    ...person.grants.filter(isOpen).map(({ id: grant }): PersonFact => {
      return { type: 'RoleRevoked', ...placed(command), grant, from };
    }),
    ...person.delegations.filter(isOpen).map(({ id: delegation }): PersonFact => {
      return { type: 'DelegationRevoked', ...placed(command), delegation, from };
    }),
    ...person.leaves.filter(isOpen).map((one): PersonFact => {
      const until = one.from < from ? dayBefore : one.from;
      return { type: 'LeaveChanged', ...placed(command), leave: one.leave, until };
    }),
  ];
}

/** An entry that was wrong reads otherwise; what was recorded stays to be seen. */
function correct(command: Command.CorrectPerson, person: KnownPerson): Decision<PersonFact> {
  const { field, from, to, reason } = command;
  const timeline = field === 'post' ? person.posts : person.presence;
  const entry = entryAt<unknown>(timeline, from);
  if (entry === undefined) {
    return unknownEntry(`Nothing of their ${field} begins on ${from}.`, '/from');
  }
  const refused = refuseValue(field, to);
  if (refused !== undefined) return refused;
  if (to !== null && to.from !== from && entryAt<unknown>(timeline, to.from) !== undefined) {
    const detail = `Another entry begins on ${to.from}. Correct that one.`;
    return reject('person/entry-on-that-day', detail, '/to/from');
  }
  if (same(entry, to)) return [];
  const text = clearText(sealedOf(command), { reason });
  return [{ type: 'PersonCorrected', ...placed(command), field, from, to, text }];
}
