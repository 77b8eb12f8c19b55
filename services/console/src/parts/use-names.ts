import { useQueries, useQuery } from '@tanstack/react-query';
import { nameQuery } from '../api/people-queries.ts';

/** People of one list whose names are asked for; of a longer one the ids are enough to sort by. */
const namedMax = 500;

/** What a person is called; the id as long as that is not known, and where it never is. */
export function useName(person: string): string {
  return useQuery(nameQuery(person)).data ?? person;
}

/** The same for many people. */
export function useNames(people: readonly string[]): (person: string) => string {
  const all = [...new Set(people)];
  const asked = all.length > namedMax ? [] : all;
  const found = useQueries({ queries: asked.map((person) => nameQuery(person)) });
  const names = new Map(asked.map((person, at) => [person, found[at]?.data]));
  return (person) => names.get(person) ?? person;
}
