import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import type { View } from '@plumbline/views';
import { aboutIn, copyOfFact, factKey, indexOfCopy, type CopiedFact } from './evidence-copy.ts';

type FeedbackFact = FactOf<FeedbackPublished>;

const noteTypes = [
  'feedback.FeedbackGiven.v1',
  'feedback.FeedbackRetracted.v1',
  'feedback.VisibilityWidened.v1',
] as const;

const evidence: ReadonlySet<string> = new Set(noteTypes);

/** That feedback was given, of what kind and who may see it; what was said stays in its context. */
export type NoteEvidence = Extract<FeedbackFact, { readonly type: (typeof noteTypes)[number] }>;

/** Reviews' own copy of what was published of feedback; found by its subject and year. */
export const evidenceNotes: View<CopiedFact<NoteEvidence>, FeedbackFact> = {
  name: 'evidence-notes',
  version: 4,
  context: 'feedback',
  published: true,
  once: true,
  keys: ({ fact, position }) => {
    return isEvidence(fact) ? [factKey(fact.data.noteId, position)] : [];
  },
  fold: (copied, recorded) => {
    const { fact, effectiveAt } = recorded;
    if (!isEvidence(fact)) return copied;
    const isGiven = fact.type === 'feedback.FeedbackGiven.v1';
    const about = isGiven ? [aboutIn(`person:${fact.data.subject}`, effectiveAt)] : [];
    return copyOfFact(fact, recorded, { of: fact.data.noteId, about });
  },
  index: indexOfCopy,
};

function isEvidence(fact: FeedbackFact): fact is NoteEvidence {
  return evidence.has(fact.type);
}
