import type { DirectoryPublished, FactOf } from '@plumbline/contracts';
import { never } from '@plumbline/kernel';
import type { DirectoryFact } from './facts.ts';
import type { PersonFact } from './person/person.ts';
import type { StructureFact } from './structure/structure.ts';

/** A published fact by its name: what passes the gate. */
export type Published = FactOf<DirectoryPublished>;

/**
 * The gate: what others may see of a stored fact, or null. Names, titles and reasons never leave,
 * nor do the grade of a post and the kind of a leave. A unit is told as the owner of a goal is,
 * `unit:sales`, so that nothing that is told may hold text.
 */
export function publish(fact: DirectoryFact): Published | null {
  switch (fact.type) {
    case 'UnitEstablished':
    case 'UnitMoved': {
      const data = { unit: told(fact.unit), parent: toldOrNull(fact.parent), from: fact.from };
      return { type: `directory.${fact.type}.v1`, data };
    }
    case 'UnitHeaded': {
      const { unit, post, from } = fact;
      return { type: 'directory.UnitHeaded.v1', data: { unit: told(unit), post, from } };
    }
    case 'UnitClosed': {
      const { unit, from } = fact;
      return { type: 'directory.UnitClosed.v1', data: { unit: told(unit), from } };
    }
    case 'PostEstablished': {
      const { post, unit, manager, fte, from } = fact;
      const data = { post, unit: told(unit), manager, fte, from };
      return { type: 'directory.PostEstablished.v1', data };
    }
    case 'PostMoved': {
      const { post, unit, from } = fact;
      return { type: 'directory.PostMoved.v1', data: { post, unit: told(unit), from } };
    }
    case 'PostClosed': {
      const { post, from } = fact;
      return { type: 'directory.PostClosed.v1', data: { post, from } };
    }
    case 'ReportingLineChanged': {
      const { post, line, manager, from } = fact;
      return { type: 'directory.ReportingLineChanged.v1', data: { post, line, manager, from } };
    }
    case 'StructureCorrected':
      return { type: 'directory.StructureCorrected.v1', data: correctedStructure(fact) };
    case 'ReorganisationOrdered': {
      const { reorganisation, unit, from, moves } = fact;
      const data = { reorganisation, unit: told(unit), from, moves: moves.length };
      return { type: 'directory.ReorganisationOrdered.v1', data };
    }
    case 'ReorganisationStepped': {
      const { reorganisation, step, done, refused } = fact;
      const names = refused.map(({ post, code }) => ({ post, code }));
      const data = { reorganisation, step, done, refused: names };
      return { type: 'directory.ReorganisationStepped.v1', data };
    }
    case 'ReorganisationCompleted': {
      const { reorganisation, done, refused } = fact;
      return {
        type: 'directory.ReorganisationCompleted.v1',
        data: { reorganisation, done, refused },
      };
    }
    case 'ReorganisationStopped': {
      const { reorganisation } = fact;
      return { type: 'directory.ReorganisationStopped.v1', data: { reorganisation } };
    }
    case 'UnitRenamed':
    case 'PostRetitled':
    case 'LetterAttempted':
    case 'LetterDeferred':
    case 'LetterSettled':
      return null;
    default:
      return publishPerson(fact);
  }
}

function publishPerson(fact: PersonFact): Published | null {
  const { person } = fact;
  switch (fact.type) {
    case 'PersonJoined':
    case 'PersonMoved': {
      const { post, from } = fact;
      return { type: `directory.${fact.type}.v1`, data: { person, post, from } };
    }
    case 'LeaveRecorded': {
      const { leave, from, until } = fact;
      return { type: 'directory.LeaveRecorded.v1', data: { person, leave, from, until } };
    }
    case 'LeaveChanged': {
      const { leave, until } = fact;
      return { type: 'directory.LeaveChanged.v1', data: { person, leave, until } };
    }
    case 'PersonLeft':
      return { type: 'directory.PersonLeft.v1', data: { person, from: fact.from } };
    case 'DelegationGranted': {
      const { delegation, to, from, until } = fact;
      const actions = fact.actions === 'all' ? null : fact.actions;
      const data = { person, delegation, to, actions, from, until };
      return { type: 'directory.DelegationGranted.v1', data };
    }
    case 'DelegationRevoked': {
      const { delegation, from } = fact;
      return { type: 'directory.DelegationRevoked.v1', data: { person, delegation, from } };
    }
    case 'RoleGranted': {
      const { grant, role, unit, from, until } = fact;
      const data = { person, grant, role, unit: toldOrNull(unit), from, until };
      return { type: 'directory.RoleGranted.v1', data };
    }
    case 'RoleRevoked': {
      const { grant, from } = fact;
      return { type: 'directory.RoleRevoked.v1', data: { person, grant, from } };
    }
    case 'PersonCorrected': {
      const { field, from, to } = fact;
      const data = { person, field, from, to: to && { from: to.from, ...valued(to.value) } };
      return { type: 'directory.PersonCorrected.v1', data };
    }
    case 'ZoneChosen':
      return { type: 'directory.ZoneChosen.v1', data: { person, zone: fact.zone } };
    case 'PersonRenamed':
      return null;
    default:
      return never(fact);
  }
}

function correctedStructure({
  of,
  field,
  from,
  to,
}: StructureFact & { readonly type: 'StructureCorrected' }) {
  const id = of.kind === 'unit' ? told(of.id) : of.id;
  const isOfUnits = field === 'parent' || field === 'unit';
  const value = isOfUnits && typeof to?.value === 'string' ? told(to.value) : (to?.value ?? null);
  return {
    of: { kind: of.kind, id },
    ...{ field, from, to: to && { from: to.from, ...valued(value) } },
  };
}

/** A published field has one type: a code and a yes or no are two fields. */
function valued(value: string | boolean | null) {
  return typeof value === 'boolean' ? { holds: value } : { value };
}

function told(unit: string): string {
  return `unit:${unit}`;
}

function toldOrNull(unit: string | null): string | null {
  return unit === null ? null : told(unit);
}
