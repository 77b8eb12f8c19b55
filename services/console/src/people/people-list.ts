import type { PersonCard } from '../api/types.ts';
import { matcher } from '../text/search-words.ts';

/** Those whose name or id has every word of the search, by name; those who are gone on demand. */
export function peopleShown(
  people: readonly PersonCard[],
  { q = '', gone = false }: { readonly q?: string; readonly gone?: boolean },
  locale?: string,
): readonly PersonCard[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const matches = matcher(q);
  return people
    .filter(({ present }) => present || gone)
    .filter(({ name, person }) => matches(`${name ?? ''} ${person}`))
    .toSorted((one, other) => compare(one.name ?? one.person, other.name ?? other.person));
}

export interface PeopleCounts {
  readonly here: number;
  readonly away: number;
  readonly gone: number;
}

/** Those on leave are here as well, and counted once, as away. */
export function peopleCounts(people: readonly PersonCard[]): PeopleCounts {
  const count = (where: (one: PersonCard) => boolean) => people.filter(where).length;
  return {
    here: count(({ present, away }) => present && !away),
    away: count(({ present, away }) => present && away),
    gone: count(({ present }) => !present),
  };
}
