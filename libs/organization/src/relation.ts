import type { Day, Position } from '@plumbline/kernel';
import type { Organization } from './organization.ts';

/**
 * How somebody stands to the owner of a record: a person or a unit. `manager` is the next one
 * above, `above` anybody above at any height, the manager included; of a unit, a `member` works in
 * it, `head` heads it, `manager` heads the unit that it is part of, and `above` any unit above it.
 */
export type Relation =
  'self' | 'member' | 'head' | 'manager' | 'above' | 'matrix-manager' | 'colleague';

/**
 * All relations of a person to an owner, as in `person:ada` or `unit:sales`, on a day. To what has
 * no owner, everybody is a colleague and nobody more.
 */
export function relationsTo(
  organization: Organization,
  sub: string,
  owner: string | undefined,
  on: Day,
  known?: Position,
): ReadonlySet<Relation> {
  const relations = new Set<Relation>(['colleague']);
  if (owner === undefined) return relations;
  const { kind, id } = ownerOf(owner);
  const found =
    kind === 'person'
      ? toPerson(organization, sub, id, on, known)
      : toUnit(organization, sub, id, on, known);
  for (const [relation, holds] of found) if (holds) relations.add(relation);
  return relations;
}

type Found = readonly (readonly [Relation, boolean])[];

function toPerson(
  organization: Organization,
  sub: string,
  person: string,
  on: Day,
  known?: Position,
): Found {
  if (sub === person) return [['self', true]];
  // A manager is above: of whom that is not so, no more is asked.
  const isAbove = organization.isAbove(sub, person, on, known);
  return [
    ['manager', isAbove && organization.managersOf(person, on, known).includes(sub)],
    ['above', isAbove],
    ['matrix-manager', organization.isMatrixManager(sub, person, on, known)],
  ];
}

function toUnit(
  organization: Organization,
  sub: string,
  unit: string,
  on: Day,
  known?: Position,
): Found {
  const heads = (one: string) => organization.headOf(one, on, known).includes(sub);
  const [parent, ...others] = organization.unitsAbove(unit, on, known);
  const isManager = parent !== undefined && heads(parent);
  return [
    ['member', organization.unitOf(sub, on, known) === unit],
    ['head', heads(unit)],
    ['manager', isManager],
    ['above', isManager || others.some(heads)],
  ];
}

/**
 * The roles granted to somebody that reach as far as an owner: everywhere, or its unit. What has
 * no owner is within no unit.
 */
export function rolesInScope(
  organization: Organization,
  sub: string,
  owner: string | undefined,
  on: Day,
  known?: Position,
): ReadonlySet<string> {
  const granted = organization.rolesOf(sub, on, known);
  if (granted.length === 0) return new Set();
  const unit = owner === undefined ? null : unitOf(organization, owner, on, known);
  const reaches = (scope: string | null) =>
    scope === null || (unit !== null && organization.unitIsWithin(unit, scope, on, known));
  return new Set(granted.filter((one) => reaches(one.unit)).map(({ role }) => role));
}

function unitOf(
  organization: Organization,
  owner: string,
  on: Day,
  known?: Position,
): string | null {
  const { kind, id } = ownerOf(owner);
  return kind === 'unit' ? id : organization.unitOf(id, on, known);
}

/** The two kinds of owner that there are. */
function ownerOf(owner: string): { readonly kind: 'person' | 'unit'; readonly id: string } {
  const colon = owner.indexOf(':');
  const id = colon < 0 ? '' : owner.slice(colon + 1);
  return { kind: owner.startsWith('unit:') ? 'unit' : 'person', id };
}
