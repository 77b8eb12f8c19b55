import type { DirectoryPublished, FactOf } from '@plumbline/contracts';
import type { View } from '@plumbline/views';

type DirectoryFact = FactOf<DirectoryPublished>;

/** The time zone that a person lives by. */
export interface PersonZone {
  readonly zone: string;
}

export const personZone: View<PersonZone, DirectoryFact> = {
  name: 'person-zone',
  version: 1,
  context: 'directory',
  published: true,
  keys: ({ fact }) => (fact.type === 'directory.ZoneChosen.v1' ? [fact.data.person] : []),
  fold: (known, { fact }) =>
    fact.type === 'directory.ZoneChosen.v1' ? { zone: fact.data.zone } : known,
  index: () => ({}),
};
