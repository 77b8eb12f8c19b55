import type { DirectoryPublished, FactOf } from '@plumbline/contracts';
import type { View } from '@plumbline/views';
import { copyOfFact, factKey, indexOfCopy, type CopiedFact } from './evidence-copy.ts';

type DirectoryFact = FactOf<DirectoryPublished>;

const personTypes = [
  ...(['directory.PersonJoined.v1', 'directory.PersonMoved.v1'] as const),
  ...(['directory.PersonLeft.v1', 'directory.PersonCorrected.v1'] as const),
  ...(['directory.LeaveRecorded.v1', 'directory.LeaveChanged.v1'] as const),
] as const;

const evidence: ReadonlySet<string> = new Set(personTypes);

/** Facts of which one sees which post somebody held, and on which days they were there. */
export type PersonEvidence = Extract<
  DirectoryFact,
  { readonly type: (typeof personTypes)[number] }
>;

/** Reviews' own copy of what was published of a person: by it days were counted. */
export const evidencePeople: View<CopiedFact<PersonEvidence>, DirectoryFact> = {
  name: 'evidence-people',
  version: 3,
  context: 'directory',
  published: true,
  once: true,
  keys: ({ fact, position }) => {
    return isEvidence(fact) ? [factKey(fact.data.person, position)] : [];
  },
  fold: (copied, recorded) => {
    const { fact } = recorded;
    if (!isEvidence(fact)) return copied;
    return copyOfFact(fact, recorded, { of: fact.data.person, about: [] });
  },
  index: indexOfCopy,
};

function isEvidence(fact: DirectoryFact): fact is PersonEvidence {
  return evidence.has(fact.type);
}
