import type { Day } from '@plumbline/kernel';
import { createColumn, createLinks, dayNumber, none } from './dated.ts';
import type { Column, DayNumber, Known, Links } from './dated.ts';
import type { OrganizationFact, PersonFact } from './facts.ts';
import { codeOf, createNames, type Names } from './names.ts';
import { createSpells, endless, type Spells } from './spells.ts';

/** Who is here, where, and what they may besides; people, posts and units by their numbers. */
export interface People {
  readonly names: Names;
  /** The post of a person. It stays when they leave, so that somebody answers for them. */
  readonly place: Links;
  readonly presence: Column;
  readonly leaves: Spells<string>;
  /** By the person who may act. */
  readonly delegations: Spells<Delegated>;
  readonly roles: Spells<RoleHeld>;
  apply(fact: PersonFact, recorded: Known): void;
  isPresent(person: number, day: DayNumber, known: Known): boolean;
  hasLeft(person: number, day: DayNumber, known: Known): boolean;
}

/** A delegation in force: who gave it, and for which actions (null: all). */
export interface Delegated {
  readonly delegation: string;
  readonly of: string;
  readonly actions: readonly string[] | null;
}

/** A role that was granted: within a unit and all below it, or everywhere. */
export interface RoleHeld {
  readonly role: string;
  readonly unit: string | null;
}

type SpellFact = Exclude<PersonFact, { type: PlaceType }>;
type PlaceType = `directory.Person${'Joined' | 'Moved' | 'Left' | 'Corrected'}.v1`;

const here = 1;
const away = 0;

export function createPeople(posts: Names): People {
  const names = createNames();
  const place = createLinks();
  const presence = createColumn();
  const leaves = createSpells<string>();
  const delegations = createSpells<Delegated>();
  const roles = createSpells<RoleHeld>();

  const takePost = (person: number, post: string | null, from: DayNumber, recorded: Known) =>
    place.record(person, from, post === null ? none : posts.numbered(post), recorded);

  const correct = (
    { person, field, from, to }: OrganizationFact<'directory.PersonCorrected.v1'>['data'],
    recorded: Known,
  ) => {
    const of = names.numbered(person);
    const isPost = field === 'post';
    (isPost ? place : presence).retract(of, dayNumber(from), recorded);
    if (to === null) return;
    const day = dayNumber(to.from);
    if (isPost) takePost(of, to.value ?? null, day, recorded);
    else presence.record(of, day, to.holds === false ? away : here, recorded);
  };

  const apply = ({ type, data }: PersonFact, recorded: Known): void => {
    const person = names.numbered(data.person);
    switch (type) {
      case 'directory.PersonJoined.v1':
        presence.record(person, dayNumber(data.from), here, recorded);
        return takePost(person, data.post, dayNumber(data.from), recorded);
      case 'directory.PersonMoved.v1':
        return takePost(person, data.post, dayNumber(data.from), recorded);
      case 'directory.PersonLeft.v1':
        return presence.record(person, dayNumber(data.from), away, recorded);
      case 'directory.PersonCorrected.v1':
        return correct(data, recorded);
      default:
        return applySpell({ type, data } as SpellFact, recorded);
    }
  };

  const applySpell = ({ type, data }: SpellFact, recorded: Known): void => {
    const person = names.numbered(data.person);
    const id = (own: string) => `${data.person} ${own}`;
    switch (type) {
      case 'directory.LeaveRecorded.v1':
        return leaves.begin(person, id(data.leave), {
          ...{ value: data.leave, recorded },
          ...within(data),
        });
      case 'directory.LeaveChanged.v1':
        return leaves.end(id(data.leave), dayAfter(data.until), recorded);
      case 'directory.DelegationGranted.v1': {
        const { delegation, person: of, to, actions } = data;
        return delegations.begin(names.numbered(to), id(delegation), {
          ...{ value: { delegation, of, actions }, recorded },
          ...within(data),
        });
      }
      case 'directory.DelegationRevoked.v1':
        return delegations.cut(id(data.delegation), dayNumber(data.from), recorded);
      case 'directory.RoleGranted.v1':
        return roles.begin(person, id(data.grant), {
          ...{
            value: { role: data.role, unit: data.unit === null ? null : codeOf(data.unit) },
            recorded,
          },
          ...within(data),
        });
      case 'directory.RoleRevoked.v1':
        return roles.cut(id(data.grant), dayNumber(data.from), recorded);
    }
  };

  return {
    ...{ names, place, presence, leaves, delegations, roles, apply },
    isPresent: (person, day, known) => presence.on(person, day, known) === here,
    hasLeft: (person, day, known) => presence.on(person, day, known) === away,
  };
}

/** Both days within: it is over on the day after the last. */
function within({ from, until }: { readonly from: Day; readonly until: Day | null }) {
  return { from: dayNumber(from), before: dayAfter(until) };
}

/** A number between the day and whichever day comes next: no calendar is needed. */
function dayAfter(last: Day | null): DayNumber {
  return last === null ? endless : dayNumber(last) + 1;
}
