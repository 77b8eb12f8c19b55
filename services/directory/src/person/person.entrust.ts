import { reject } from '@plumbline/kernel';
import type { Day, Decision, Rejection } from '@plumbline/kernel';
import type * as Command from './person.commands.ts';
import { daysWithin, isHereThroughout, placed, refuseAway } from './person.rules.ts';
import { refuseEnd, unknownEntry } from './person.rules.ts';
import type { Entrustment, KnownPerson, PersonFact } from './person.ts';

/** A year and a day: who stands in for longer holds the post. */
export const delegationDaysMax = 366;
export const delegatedActionsMax = 32;

/** The roles that are granted by name; that everybody has, and those of relations, are not. */
export const grantableRoles = [
  'goal-manager',
  'hr-partner',
  'service-manager',
  'importer',
  'auditor',
  'analyst',
  'operator',
  'administrator',
] as const;

const actionPattern = /^[a-z-]+\/[a-z-]+$/;

export function grantDelegation(
  command: Command.GrantDelegation,
  person: KnownPerson,
): Decision<PersonFact> {
  const { to, from, until, act } = command;
  if (to === person.person) {
    return reject('person/delegation-to-oneself', 'Name another person to stand in.', '/to');
  }
  const actions = command.actions === 'all' ? ('all' as const) : [...new Set(command.actions)];
  const refused = refuseActions(actions) ?? refuseEnd(from, until);
  if (refused !== undefined) return refused;
  if (daysWithin(from, until) > delegationDaysMax) {
    const detail = `A delegation holds for ${delegationDaysMax} days at most. Give an earlier end.`;
    return reject('person/delegation-too-long', detail, '/until');
  }
  if (!isHereThroughout(person, from, until)) {
    return reject(
      'person/delegation-of-a-leaver',
      'Who delegates must be here on each of its days. Give days on which they are.',
      '/until',
    );
  }
  const entrusted = { delegation: act, to, actions, from, until };
  return [{ type: 'DelegationGranted', ...placed(command), ...entrusted }];
}

export function revokeDelegation(
  command: Command.RevokeDelegation,
  person: KnownPerson,
): Decision<PersonFact> {
  const { delegation, from } = command;
  const known = person.delegations.find(({ id }) => id === delegation);
  if (known === undefined) return unknownEntry('They have no such delegation.', '/delegation');
  if (isOverBy(known, from)) return []; // Already so.
  return [{ type: 'DelegationRevoked', ...placed(command), delegation, from }];
}

export function grantRole(command: Command.GrantRole, person: KnownPerson): Decision<PersonFact> {
  const { role, unit, from, until, by, onBehalfOf, act } = command;
  if (!(grantableRoles as readonly string[]).includes(role)) {
    const detail = `No role "${role}". There are: ${grantableRoles.join(', ')}.`;
    return reject('person/unknown-role', detail, '/role');
  }
  if (by === person.person || onBehalfOf === person.person) {
    return reject('person/role-to-oneself', 'Nobody grants themselves a role. Ask another.');
  }
  const refused = refuseEnd(from, until) ?? refuseAway(person, from);
  if (refused !== undefined) return refused;
  return [{ type: 'RoleGranted', ...placed(command), grant: act, role, unit, from, until }];
}

export function revokeRole(command: Command.RevokeRole, person: KnownPerson): Decision<PersonFact> {
  const { grant, from } = command;
  const known = person.grants.find(({ id }) => id === grant);
  if (known === undefined) return unknownEntry('They have no such grant of a role.', '/grant');
  if (isOverBy(known, from)) return []; // Already so.
  return [{ type: 'RoleRevoked', ...placed(command), grant, from }];
}

function refuseActions(actions: 'all' | readonly string[]): Rejection | undefined {
  if (actions === 'all') return undefined;
  if (actions.length === 0) {
    return reject('person/no-actions', 'Name an action, or delegate all.', '/actions');
  }
  if (actions.length > delegatedActionsMax) {
    const detail = `At most ${delegatedActionsMax} actions; or delegate all.`;
    return reject('person/too-many-actions', detail, '/actions');
  }
  const strange = actions.find((one) => !actionPattern.test(one));
  if (strange === undefined) return undefined;
  return reject('person/no-action', `"${strange}" is not like goal/read.`, '/actions');
}

/** Whether it does not hold from a day on, be it that it ended by then or that it was revoked. */
function isOverBy({ until, revokedFrom }: Entrustment, day: Day): boolean {
  return (until !== null && until < day) || (revokedFrom !== null && revokedFrom <= day);
}
