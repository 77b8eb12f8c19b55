import { withEntry, withoutEntry, type Day, type Recorded, type Timeline } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { DirectoryFact } from '../facts.ts';
import type { PersonFact } from '../person/person.ts';

/** One person: since when they are here, in which post, away, and who may act for them. */
export interface PersonSheet extends Quoting {
  readonly person: string;
  readonly name: Said | null;
  readonly mail: Said | null;
  readonly presence: Timeline<boolean>;
  readonly posts: Timeline<string | null>;
  readonly zone: string | null;
  readonly leaves: readonly LeaveLine[];
  readonly delegations: readonly DelegationLine[];
  readonly roles: readonly RoleLine[];
  readonly revision: number;
}

export interface LeaveLine {
  readonly leave: string;
  readonly kind: Said | null;
  readonly from: Day;
  /** The last day; null while it is open. */
  readonly until: Day | null;
}

export interface DelegationLine {
  readonly delegation: string;
  readonly to: string;
  readonly actions: 'all' | readonly string[];
  readonly from: Day;
  readonly until: Day;
  /** The first day on which it does not hold any more. */
  readonly revokedFrom: Day | null;
}

export interface RoleLine {
  readonly grant: string;
  readonly role: string;
  readonly unit: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly revokedFrom: Day | null;
}

export const personSheet: View<PersonSheet, DirectoryFact> = {
  name: 'person-sheet',
  version: 2,
  context: 'directory',
  keys: ({ fact }) => (isOfPerson(fact) ? [fact.person] : []),
  fold: (sheet, recorded) => {
    return isOfPerson(recorded.fact) ? foldPerson(sheet, recorded as Recorded<PersonFact>) : sheet;
  },
  index: ({ delegations }) => ({ delegate: [...new Set(delegations.map(({ to }) => to))] }),
};

export function isOfPerson(fact: DirectoryFact): fact is PersonFact {
  return 'person' in fact;
}

function empty(person: string): PersonSheet {
  return {
    person,
    name: null,
    mail: null,
    presence: [],
    posts: [],
    zone: null,
    leaves: [],
    delegations: [],
    roles: [],
    revision: -1,
    texts: {},
  };
}

function foldPerson(before: PersonSheet | undefined, recorded: Recorded<PersonFact>): PersonSheet {
  const { fact, id, revision } = recorded;
  const sheet = before ?? empty(fact.person);
  const text = 'text' in fact ? fact.text : undefined;
  const spoken =
    text === undefined
      ? {}
      : {
          texts: withText(sheet.texts, id, text),
          name: quote(id, text, 'name') ?? sheet.name,
          mail: quote(id, text, 'mail') ?? sheet.mail,
        };
  return { ...sheet, ...spoken, ...changed(sheet, fact, id), revision };
}

function changed(sheet: PersonSheet, fact: PersonFact, id: string): Partial<PersonSheet> {
  switch (fact.type) {
    case 'PersonJoined':
      return {
        presence: withEntry(sheet.presence, fact.from, true),
        posts: withEntry(sheet.posts, fact.from, fact.post),
      };
    case 'PersonMoved':
      return { posts: withEntry(sheet.posts, fact.from, fact.post) };
    case 'PersonLeft':
      return { presence: withEntry(sheet.presence, fact.from, false) };
    case 'PersonRenamed':
      return {};
    case 'ZoneChosen':
      return { zone: fact.zone };
    case 'PersonCorrected':
      return corrected(sheet, fact);
    case 'LeaveRecorded': {
      const { leave, from, until, text } = fact;
      const kind = quote(id, text, 'kind');
      return { leaves: [...sheet.leaves, { leave, kind, from, until }] };
    }
    case 'LeaveChanged':
      return {
        leaves: sheet.leaves.map((one) =>
          one.leave === fact.leave ? { ...one, until: fact.until } : one,
        ),
      };
    case 'DelegationGranted': {
      const { delegation, to, actions, from, until } = fact;
      const line = { delegation, to, actions, from, until, revokedFrom: null };
      return { delegations: [...sheet.delegations, line] };
    }
    case 'DelegationRevoked':
      return {
        delegations: sheet.delegations.map((one) =>
          one.delegation === fact.delegation ? { ...one, revokedFrom: fact.from } : one,
        ),
      };
    case 'RoleGranted': {
      const { grant, role, unit, from, until } = fact;
      return { roles: [...sheet.roles, { grant, role, unit, from, until, revokedFrom: null }] };
    }
    case 'RoleRevoked':
      return {
        roles: sheet.roles.map((one) =>
          one.grant === fact.grant ? { ...one, revokedFrom: fact.from } : one,
        ),
      };
  }
}

function corrected(
  { presence, posts }: PersonSheet,
  { field, from, to }: PersonFact & { type: 'PersonCorrected' },
): Partial<PersonSheet> {
  const amend = <Value>(line: Timeline<Value>): Timeline<Value> => {
    const without = withoutEntry(line, from);
    return to === null ? without : withEntry(without, to.from, to.value as Value);
  };
  return field === 'post' ? { posts: amend(posts) } : { presence: amend(presence) };
}
