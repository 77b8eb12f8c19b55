import type { Day, Position } from '@plumbline/kernel';
import type { AppliedFact, OrganizationFact } from './facts.ts';
import { linesOf } from './lines.ts';
import { createOrganization, type Organization } from './organization.ts';
import { createPeople } from './people.ts';
import { createStructure } from './structure.ts';
import { createVersions, isPersonFact } from './versions.ts';

type Data<Name extends string> = OrganizationFact<
  Extract<`directory.${Name}.v1`, OrganizationFact['type']>
>['data'];

type Names = OrganizationFact['type'] extends `directory.${infer Name}.v1` ? Name : never;

/** A fact in short, without the position that the place in its history gives it. */
export function fact<Name extends Names>(name: Name, data: Data<Name>): OrganizationFact {
  return { type: `directory.${name}.v1`, data } as OrganizationFact;
}

/** The position of the fact at a place, from 1: text that sorts as the numbers do. */
export function at(place: number): Position {
  return String(place).padStart(9, '0') as Position;
}

export function placed(facts: readonly OrganizationFact[]): readonly AppliedFact[] {
  return facts.map((one, index) => ({ ...one, position: at(index + 1) }));
}

export function told(...facts: readonly OrganizationFact[]): Organization {
  const organization = createOrganization();
  for (const one of placed(facts)) organization.apply(one);
  return organization;
}

/** The same by numbers, for walks and indexes apart from each other. */
export function linesAfter(facts: readonly OrganizationFact[]) {
  const versions = createVersions();
  const structure = createStructure();
  const people = createPeople(structure.posts);
  for (const one of placed(facts)) {
    const recorded = versions.count(one) ?? 0;
    if (isPersonFact(one)) people.apply(one, recorded);
    else structure.apply(one as never, recorded);
  }
  return { lines: linesOf(structure, people), names: people.names, posts: structure.posts };
}

/**
 * The lines of one day, found the long way: everything that was recorded is replayed into one map
 * of days for each value, and the last day that has come counts.
 */
export function replayed(facts: readonly OrganizationFact[], on: Day, known = facts.length) {
  const days = new Map<string, Map<Day, string | boolean | null>>();
  const set = (of: string, from: Day, value: string | boolean | null) => {
    const known = days.get(of) ?? new Map();
    days.set(of, known.set(from, value));
  };
  for (const { type, data } of facts.slice(0, known)) {
    switch (type) {
      case 'directory.PostEstablished.v1':
        set(`unit ${data.post}`, data.from, data.unit);
        set(`manager ${data.post}`, data.from, data.manager);
        break;
      case 'directory.PostClosed.v1':
        set(`closed ${data.post}`, data.from, true);
        break;
      case 'directory.ReportingLineChanged.v1':
        if (data.line === 'solid') set(`manager ${data.post}`, data.from, data.manager);
        break;
      case 'directory.StructureCorrected.v1': {
        const of = `${data.field === 'closed' ? 'closed' : 'manager'} ${data.of.id}`;
        days.get(of)?.delete(data.from);
        if (data.to !== null) set(of, data.to.from, data.to.holds ?? data.to.value ?? null);
        break;
      }
      case 'directory.PersonJoined.v1':
        set(`here ${data.person}`, data.from, true);
        set(`post ${data.person}`, data.from, data.post);
        break;
      case 'directory.PersonMoved.v1':
        set(`post ${data.person}`, data.from, data.post);
        break;
      case 'directory.PersonLeft.v1':
        set(`here ${data.person}`, data.from, false);
        break;
      case 'directory.PersonCorrected.v1': {
        const of = `${data.field === 'presence' ? 'here' : 'post'} ${data.person}`;
        days.get(of)?.delete(data.from);
        if (data.to !== null) set(of, data.to.from, data.to.holds ?? data.to.value ?? null);
        break;
      }
      default:
    }
  }
  return naive(days, on);
}

function naive(days: ReadonlyMap<string, ReadonlyMap<Day, string | boolean | null>>, on: Day) {
  const values = new Map<string, string | boolean | null>();
  for (const [of, entries] of days) {
    let latest: Day = '';
    for (const day of entries.keys()) if (day <= on && day > latest) latest = day;
    if (latest !== '') values.set(of, entries.get(latest) ?? null);
  }
  const textOf = (of: string): string | null => (values.get(of) ?? null) as string | null;
  const managers = new Map<string, string>();
  const places = new Map<string, string>();
  for (const of of values.keys()) {
    const [kind, name = ''] = of.split(' ');
    const text = textOf(of);
    if (text === null) continue;
    if (kind === 'manager') managers.set(name, text);
    if (kind === 'post') places.set(name, text);
  }
  const held = (person: string): string | undefined => {
    const post = places.get(person);
    if (post === undefined || values.get(`here ${person}`) !== true) return undefined;
    return values.has(`unit ${post}`) && values.get(`closed ${post}`) !== true ? post : undefined;
  };

  const isAbove = (one: string, other: string): boolean => {
    const sought = held(one);
    if (sought === undefined || one === other) return false;
    const seen = new Set<string>();
    let post = managers.get(places.get(other) ?? '');
    while (post !== undefined && !seen.has(post)) {
      if (post === sought) return true;
      seen.add(post);
      post = managers.get(post);
    }
    return false;
  };

  const everybody = [...days.keys()].flatMap((of) => (of.startsWith('here ') ? [of.slice(5)] : []));
  const managersOf = (person: string): readonly string[] => {
    const above = everybody.filter((one) => isAbove(one, person));
    // The nearest: nobody else above the person holds a post below theirs.
    const nearest = above.filter((one) => !above.some((other) => isAbove(one, other)));
    return nearest.toSorted();
  };
  const isHere = (person: string): boolean => held(person) !== undefined;
  return { isAbove, managersOf, isHere };
}
