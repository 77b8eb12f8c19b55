import { derivedId, present, type Day, type Position } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { accountableOf, type Lines } from './cycle/accountable.ts';
import type { LiveCycle, Member } from './cycle/cycle.ts';

/** So many people are looked at before others get a turn. */
const membersTogetherMax = 200;

/** The organisation as a launch sees it: on its day, as it was known at its place in the log. */
export interface Sight {
  readonly organization: Organization;
  readonly on: Day;
  readonly known?: Position;
}

/** Everybody in the units of a cycle who is here on the day of the launch, in order. */
export async function membersOf(
  cycle: LiveCycle,
  tenant: string,
  sight: Sight,
): Promise<readonly Member[]> {
  const { organization, on, known } = sight;
  const members: Member[] = [];
  for (const [index, person] of organization.people().entries()) {
    if (index % membersTogetherMax === 0) await othersTurn();
    if (!organization.isPresent(person, on, known)) continue;
    if (isWithin(cycle, person, sight)) members.push(memberOf(cycle, tenant, person, sight));
  }
  return members;
}

/** Whether the post of a person is in the units that a cycle is of. */
export function isWithin({ population: { units } }: LiveCycle, person: string, sight: Sight) {
  const { organization, on, known } = sight;
  if (units === null) return true;
  const unit = organization.unitOf(person, on, known);
  if (unit === null) return false;
  return units.some((owner) => {
    return organization.unitIsWithin(unit, owner.slice('unit:'.length), on, known);
  });
}

export function memberOf(
  { cycleId, period }: LiveCycle,
  tenant: string,
  person: string,
  { organization, on, known }: Sight,
): Member {
  const post = organization.postOf(person, on, known) ?? undefined;
  const lines = linesAt(organization, known);
  const accountable = accountableOf(person, period, on, lines);
  return {
    person,
    reviewId: reviewIdOf(tenant, cycleId, person),
    ...present({ post }),
    accountable,
  };
}

export function linesAt(organization: Organization, known?: Position): Lines {
  return {
    managerOf: (person, day) => organization.managerOf(person, day, known),
    isPresent: (person, day) => organization.isPresent(person, day, known),
    isAway: (person, day) => organization.isAway(person, day, known),
    turningDays: (from, to) => organization.turningDays(from, to),
  };
}

/** One live review a person, cycle and job, by its very id. */
export function reviewIdOf(tenant: string, cycleId: string, person: string, job = ''): string {
  return derivedId(tenant, 'review', cycleId, person, job);
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
