import { reject, valueOn, type Day, type Rejection } from '@plumbline/kernel';
import { actions, policy } from '@plumbline/organization';
import type { About, Action, Asking, Rule } from '@plumbline/organization';
import type { PersonCommand } from './person/person.commands.ts';
import type { StructureChange } from './structure/structure.commands.ts';
import { postOf, unitOf, type Structure } from './structure/structure.ts';

/** The action of the policy table that a command on a person asks about. */
export function actionOf(command: PersonCommand): Action {
  switch (command.type) {
    case 'RecordLeave':
    case 'ChangeLeave':
      return 'leave/record';
    case 'ChooseZone':
      return 'zone/choose';
    case 'GrantDelegation':
    case 'RevokeDelegation':
      return 'delegation/grant';
    case 'GrantRole':
    case 'RevokeRole':
      return 'role/grant';
    default:
      return 'person/manage';
  }
}

/**
 * Nobody lends themselves the place of another, and nobody grants a role that reaches further than
 * their own right to grant it.
 */
export function refuseLending(
  { sub }: Asking,
  command: PersonCommand,
  refusal: (about: About) => Rejection | undefined,
): Rejection | undefined {
  if (command.type === 'GrantRole') {
    return refusal(command.unit === null ? {} : { owner: `unit:${command.unit}` });
  }
  if (command.type !== 'GrantDelegation' || command.to !== sub || command.person === sub) {
    return undefined;
  }
  const detail = 'Nobody puts themselves in the place of another. Ask another to record it.';
  return reject('permission/delegation-to-oneself', detail, '/to');
}

/** A delegation is for actions of the policy table that may be done in the place of another. */
export function refuseActions(lent: 'all' | readonly string[]): Rejection | undefined {
  if (lent === 'all') return undefined;
  const index = lent.findIndex((name) => {
    const action = actions.find((one) => one === name);
    const rule: Rule | undefined = action === undefined ? undefined : policy[action];
    return rule === undefined || rule.inPerson === true;
  });
  if (index < 0) return undefined;
  const detail = `"${lent[index]}" is no action that can be lent; GET /policy lists them.`;
  return reject('person/no-action', detail, `/actions/${index}`);
}

/**
 * The units whose HR partner may make some changes: where a thing is today and on the day of the
 * change, and where it goes. Null: the top. What comes with the same changes counts as where it is
 * put.
 */
export function unitsOfChanges(
  changes: readonly StructureChange[],
  structure: Structure,
  today: Day,
): ReadonlySet<string | null> {
  const parents = new Map<string, string | null>();
  const homes = new Map<string, string>();
  const units = new Set<string | null>();
  for (const change of changes) {
    for (const unit of unitsOf(change, { structure, today, homes })) {
      units.add(unit === null ? null : topOf(unit, parents, structure));
    }
    if (change.type === 'EstablishUnit') parents.set(change.unit, change.parent);
    if (change.type === 'EstablishPost') homes.set(change.post, change.unit);
  }
  return units;
}

/** The first unit above one that is there already. */
function topOf(
  unit: string,
  parents: ReadonlyMap<string, string | null>,
  structure: Structure,
): string | null {
  let one: string | null = unit;
  for (let level = 0; one !== null && level <= parents.size; level += 1) {
    if (unitOf(structure, one) !== undefined || !parents.has(one)) return one;
    one = parents.get(one) ?? null;
  }
  return one;
}

interface Placing {
  readonly structure: Structure;
  readonly today: Day;
  /** Units of posts that come with the same changes. */
  readonly homes: ReadonlyMap<string, string>;
}

function unitsOf(
  change: StructureChange,
  { structure, today, homes }: Placing,
): readonly (string | null)[] {
  const homesOf = (post: string, from: Day = today): readonly (string | null)[] => {
    const unit = postOf(structure, post)?.unit;
    if (unit === undefined) return [homes.get(post) ?? null];
    const first = unit[0]?.value ?? null;
    return [valueOn(unit, today) ?? first, valueOn(unit, from) ?? first];
  };
  switch (change.type) {
    case 'EstablishUnit':
      return [change.parent];
    case 'MoveUnit':
      return [change.unit, change.parent];
    case 'HeadUnit':
    case 'RenameUnit':
    case 'CloseUnit':
      return [change.unit];
    case 'EstablishPost':
      return [change.unit];
    case 'MovePost':
      return [...homesOf(change.post, change.from), change.unit];
    case 'DrawReportingLine':
    case 'ChangeReportingLine':
    case 'ClosePost':
      return homesOf(change.post, change.from);
    case 'RetitlePost':
      return homesOf(change.post);
    case 'CorrectStructure': {
      const { of, field, from, to } = change;
      const own = of.kind === 'unit' ? [of.id] : homesOf(of.id, from);
      const isPlace = field === 'parent' || field === 'unit';
      return to !== null && isPlace ? [...own, to.value as string | null] : own;
    }
  }
}
