import { queryOptions } from '@tanstack/react-query';
import { answered, api, apiInPerson } from './client.ts';
import { collected } from './collected.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { PersonCard, Unit, Viewing } from './types.ts';

export interface PeopleFilter {
  readonly unit?: string | undefined;
  readonly below?: 'true' | undefined;
}

/** The people of a unit, or everybody who ever was here, as of a day. */
export function peopleQuery(filter: PeopleFilter, on: string | undefined) {
  return queryOptions({
    queryKey: ['people', filter, on],
    queryFn: ({ signal }) =>
      allPages<PersonCard>(async (after) => {
        const query = given({ ...filter, effectiveAt: on, limit: pageSize, after });
        return answered(await api.GET('/people', { params: { query }, signal }));
      }),
  });
}

export function personQuery(person: string, on: string | undefined) {
  return queryOptions({
    queryKey: ['person', person, on],
    queryFn: async ({ signal }) => {
      const params = { path: { person }, query: given({ effectiveAt: on }) };
      return answered(await api.GET('/people/{person}', { params, signal }));
    },
  });
}

/** People whose names are asked for at once. */
const namesMax = 50;
/** Names change seldom. */
const nameStaleMs = 300_000;

/** What can be an id of a person: one that cannot would spoil the question for all of them. */
const personId = /^(?!\.{1,2}$)[^\p{C}\s]{1,255}$/u;

/** In person: everybody of the tenant reads names, whatever somebody stands in with. */
const nameOf = collected<string>(
  async (people) => {
    const person = people.filter((one) => personId.test(one));
    if (person.length === 0) return new Map();
    const query = { person, limit: String(namesMax) };
    const { items } = answered(await apiInPerson.GET('/people', { params: { query } }));
    return new Map(items.map((one) => [one.person, one.name ?? one.person]));
  },
  { max: namesMax, later: (run) => setTimeout(run) },
);

/** What a person is called, asked for together with all others of the page; null: not known. */
export function nameQuery(person: string) {
  return queryOptions({
    queryKey: ['name', person],
    queryFn: () => nameOf(person),
    staleTime: nameStaleMs,
  });
}

/** For whom the one who is signed in stands in today: asked in person, whoever they act for. */
export function standsInForQuery(person: string) {
  return queryOptions({
    queryKey: ['stands-in-for', person],
    queryFn: async ({ signal }) => {
      const params = { path: { person } };
      const found = answered(await apiInPerson.GET('/people/{person}', { params, signal }));
      return found.person.details?.standsInFor ?? [];
    },
  });
}

export function teamQuery(person: string, all: boolean, on: string | undefined) {
  return queryOptions({
    queryKey: ['team', person, all, on],
    queryFn: ({ signal }) =>
      allPages<PersonCard>(async (after) => {
        const filter = { all: all ? ('true' as const) : undefined, effectiveAt: on };
        const query = given({ ...filter, limit: pageSize, after });
        const params = { path: { person }, query };
        return answered(await api.GET('/people/{person}/team', { params, signal }));
      }),
  });
}

export function managersQuery(person: string, on: string | undefined) {
  return queryOptions({
    queryKey: ['managers', person, on],
    queryFn: async ({ signal }) => {
      const params = { path: { person }, query: given({ effectiveAt: on }) };
      return answered(await api.GET('/people/{person}/managers', { params, signal })).items;
    },
  });
}

export function personHistoryQuery(person: string) {
  return queryOptions({
    queryKey: ['person-history', person],
    queryFn: async ({ signal }) => {
      const params = { path: { person } };
      return answered(await api.GET('/people/{person}/history', { params, signal })).items;
    },
  });
}

/** Who has read what is kept of the one who is signed in: nobody asks this for another. */
export function readersQuery(person: string) {
  return queryOptions({
    queryKey: ['readers', person],
    queryFn: ({ signal }) =>
      allPages<Viewing>(async (after) => {
        const query = given({ limit: pageSize, after });
        const params = { path: { person }, query };
        return answered(await apiInPerson.GET('/people/{person}/readers', { params, signal }));
      }),
  });
}

/** All units that ever were, as of a day. */
export function unitsQuery(on: string | undefined) {
  return queryOptions({
    queryKey: ['units', on],
    queryFn: ({ signal }) =>
      allPages<Unit>(async (after) => {
        const query = given({ effectiveAt: on, limit: pageSize, after });
        return answered(await api.GET('/units', { params: { query }, signal }));
      }),
  });
}

export function postQuery(post: string, on: string | undefined) {
  return queryOptions({
    queryKey: ['post', post, on],
    queryFn: async ({ signal }) => {
      const params = { path: { post }, query: given({ effectiveAt: on }) };
      return answered(await api.GET('/posts/{post}', { params, signal })).post;
    },
  });
}
