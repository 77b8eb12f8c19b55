import { withEntry, withoutEntry } from '@plumbline/kernel';
import type { Day, Instant, Text, Timeline } from '@plumbline/kernel';

/**
 * What is recorded of a person. This is a storage contract: a change of meaning is a new version.
 *
 * `act` is the id of the act that made the fact; the same act never decides twice. `at` is when
 * the fact holds in the world, `from` the first day of what it says. A leave, a delegation and a
 * grant of a role are named by the act that made them, and their `until` is the last day. Names,
 * addresses, reasons and the kind of a leave (it may tell of somebody's health) are in `text`.
 */
export type PersonFact =
  | (Act & { type: 'PersonJoined'; post: string | null; from: Day; text: Text })
  | (Act & { type: 'PersonMoved'; post: string | null; from: Day })
  | (Act & { type: 'PersonRenamed'; text: Text })
  | (Act & { type: 'ZoneChosen'; zone: string })
  | (Act & { type: 'LeaveRecorded'; leave: string; from: Day; until: Day | null; text: Text })
  | (Act & { type: 'LeaveChanged'; leave: string; until: Day | null })
  | (Act & { type: 'PersonLeft'; from: Day; text: Text })
  | (Act & { type: 'DelegationGranted'; delegation: string; from: Day; until: Day } & Entrusted)
  | (Act & { type: 'DelegationRevoked'; delegation: string; from: Day })
  | (Act & { type: 'RoleGranted'; grant: string; from: Day; until: Day | null } & Role)
  | (Act & { type: 'RoleRevoked'; grant: string; from: Day })
  | (Act & { type: 'PersonCorrected'; field: PersonField; from: Day; text: Text } & Correction);

interface Act {
  readonly act: string;
  readonly person: string;
  readonly at: Instant;
}

/** To whom a person entrusts which actions of the policy table. */
export interface Entrusted {
  readonly to: string;
  readonly actions: 'all' | readonly string[];
}

export interface Role {
  readonly role: string;
  /** The unit that it is over, with all below; null: the whole tenant. */
  readonly unit: string | null;
}

export type PersonField = 'post' | 'presence';

/** An entry as it reads from now on: a post or null of the post, yes or no of presence. */
export interface CorrectedEntry {
  readonly from: Day;
  readonly value: string | boolean | null;
}

export interface Correction {
  /** Null: there is no such entry. */
  readonly to: CorrectedEntry | null;
}

export type Person = { readonly stage: 'none' } | KnownPerson;

export interface KnownPerson {
  readonly stage: 'known';
  readonly person: string;
  /** Whether they are here. A post is held on days of presence only. */
  readonly presence: Timeline<boolean>;
  readonly posts: Timeline<string | null>;
  /** The time zone that they live by, as the IANA names it; null: none is known. */
  readonly zone: string | null;
  readonly leaves: readonly Leave[];
  readonly delegations: readonly Entrustment[];
  readonly grants: readonly Entrustment[];
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export interface Leave {
  readonly leave: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** A delegation or a role: how long it holds is all that later decisions look at. */
export interface Entrustment {
  readonly id: string;
  readonly until: Day | null;
  /** The first day on which it does not hold any more, when it was revoked. */
  readonly revokedFrom: Day | null;
}

export const initialPerson: Person = { stage: 'none' };

const unknown: Omit<KnownPerson, 'person'> = {
  stage: 'known',
  presence: [],
  posts: [],
  zone: null,
  leaves: [],
  delegations: [],
  grants: [],
  acts: {},
};

export function evolvePerson(person: Person, fact: PersonFact): Person {
  if (person.stage === 'known') return after(person, fact);
  if (fact.type !== 'PersonJoined') return person;
  return after({ ...unknown, person: fact.person }, fact);
}

function after(person: KnownPerson, fact: PersonFact): KnownPerson {
  return { ...person, ...change(person, fact), acts: { ...person.acts, [fact.act]: true } };
}

function change(person: KnownPerson, fact: PersonFact): Partial<KnownPerson> {
  switch (fact.type) {
    case 'PersonJoined':
      return {
        presence: withEntry(person.presence, fact.from, true),
        posts: withEntry(person.posts, fact.from, fact.post),
      };
    case 'PersonMoved':
      return { posts: withEntry(person.posts, fact.from, fact.post) };
    case 'PersonRenamed':
      return {};
    case 'ZoneChosen':
      return { zone: fact.zone };
    case 'PersonLeft':
      return { presence: withEntry(person.presence, fact.from, false) };
    case 'LeaveRecorded': {
      const { leave, from, until } = fact;
      return { leaves: [...person.leaves, { leave, from, until }] };
    }
    case 'LeaveChanged':
      return { leaves: person.leaves.map((one) => changedLeave(one, fact)) };
    case 'DelegationGranted':
      return { delegations: granted(person.delegations, fact.delegation, fact.until) };
    case 'DelegationRevoked':
      return { delegations: revoked(person.delegations, fact.delegation, fact.from) };
    case 'RoleGranted':
      return { grants: granted(person.grants, fact.grant, fact.until) };
    case 'RoleRevoked':
      return { grants: revoked(person.grants, fact.grant, fact.from) };
    case 'PersonCorrected':
      return fact.field === 'post'
        ? { posts: corrected(person.posts, fact) }
        : { presence: corrected(person.presence, fact) };
  }
}

function changedLeave(
  leave: Leave,
  { leave: id, until }: { readonly leave: string; readonly until: Day | null },
): Leave {
  return leave.leave === id ? { ...leave, until } : leave;
}

function granted(known: readonly Entrustment[], id: string, until: Day | null) {
  return [...known, { id, until, revokedFrom: null }];
}

function revoked(known: readonly Entrustment[], id: string, from: Day): readonly Entrustment[] {
  return known.map((one) => (one.id === id ? { ...one, revokedFrom: from } : one));
}

function corrected<Value>(
  timeline: Timeline<Value>,
  { from, to }: Correction & { readonly from: Day },
): Timeline<Value> {
  const rest = withoutEntry(timeline, from);
  // The decision has held the value to the kind of its field.
  return to === null ? rest : withEntry(rest, to.from, to.value as Value);
}
