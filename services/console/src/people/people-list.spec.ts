import { expect, test } from '@jest/globals';
import type { PersonCard } from '../api/types.ts';
import { peopleCounts, peopleShown } from './people-list.ts';

function card(person: string, changed: Partial<PersonCard> = {}): PersonCard {
  return {
    ...{ person, name: person, present: true, away: false, post: null, unit: null, managers: [] },
    revision: 0,
    ...changed,
  };
}

const people = [
  card('p-2', { name: 'Zoë Quist' }),
  card('p-1', { name: 'ada Lund', away: true }),
  card('p-3', { name: null }),
  card('p-4', { name: 'Bo Lund', present: false }),
];
const ids = (search: Parameters<typeof peopleShown>[1]) =>
  peopleShown(people, search, 'en').map(({ person }) => person);

test('people are in the order of their names, whoever has none by the id', () => {
  expect(ids({})).toEqual(['p-1', 'p-3', 'p-2']);
});

test('whoever is no longer here is shown on demand', () => {
  expect(ids({ gone: true })).toEqual(['p-1', 'p-4', 'p-3', 'p-2']);
});

test('a search finds names and ids, in spite of case and accents', () => {
  expect(ids({ q: 'zoe' })).toEqual(['p-2']);
  expect(ids({ q: 'LUND ada' })).toEqual(['p-1']);
  expect(ids({ q: 'p-3' })).toEqual(['p-3']);
  expect(ids({ q: ' ' })).toHaveLength(3);
});

test('everybody is counted once', () => {
  expect(peopleCounts(people)).toEqual({ here: 2, away: 1, gone: 1 });
});
