import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import type { View } from '@plumbline/views';
import { aboutIn, indexOfPart, partKey, withFact, type CopiedPart } from './evidence-copy.ts';

type FeedbackFact = FactOf<FeedbackPublished>;

const noteTypes = [
  'feedback.FeedbackGiven.v1',
  'feedback.FeedbackRetracted.v1',
  'feedback.VisibilityWidened.v1',
] as const;

/** That feedback was given, of what kind and who may see it; what was said stays in its context. */
export type NoteEvidence = Extract<FeedbackFact, { readonly type: (typeof noteTypes)[number] }>;

/** Reviews' own copy of what was published of feedback; found by its subject and year. */
export const evidenceNotes: View<CopiedPart<NoteEvidence>, FeedbackFact> = {
  name: 'evidence-notes',
  version: 3,
  context: 'feedback',
  published: true,
  keys: ({ fact, revision }) => {
    return isEvidence(fact) ? [partKey(fact.data.noteId, revision)] : [];
  },
  fold: (part, recorded) => {
    const { fact, effectiveAt } = recorded;
    if (!isEvidence(fact)) return part;
    const isGiven = fact.type === 'feedback.FeedbackGiven.v1';
    const about = isGiven ? [aboutIn(`person:${fact.data.subject}`, effectiveAt)] : [];
    return withFact(part, { ...recorded, fact }, { of: fact.data.noteId, about });
  },
  index: indexOfPart,
};

function isEvidence(fact: FeedbackFact): fact is NoteEvidence {
  return noteTypes.some((type) => type === fact.type);
}
