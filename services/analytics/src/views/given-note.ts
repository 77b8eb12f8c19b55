import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import type { Day } from '@plumbline/kernel';
import type { View } from '@plumbline/views';

type FeedbackFact = FactOf<FeedbackPublished>;

/** A note of feedback on somebody, by its kind: what was said is not published. */
export interface GivenNote {
  readonly noteId: string;
  readonly subject: string;
  readonly kind: 'praise' | 'suggestion' | 'observation';
  readonly on: Day;
  /** The subject and their manager may both read it: all others are counted nowhere. */
  readonly isOpen: boolean;
}

const openTo = new Set(['author-subject-and-manager', 'public']);

export const givenNote: View<GivenNote, FeedbackFact> = {
  name: 'given-note',
  version: 1,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => ('noteId' in fact.data ? [fact.data.noteId] : []),
  fold: (note, { fact, effectiveAt }) => {
    switch (fact.type) {
      case 'feedback.FeedbackGiven.v1': {
        const { noteId, subject, kind, visibility } = fact.data;
        const on = effectiveAt.slice(0, 10);
        return { noteId, subject, kind, on, isOpen: openTo.has(visibility) };
      }
      case 'feedback.VisibilityWidened.v1':
        return note === undefined ? undefined : { ...note, isOpen: openTo.has(fact.data.to) };
      case 'feedback.FeedbackRetracted.v1':
        return undefined;
      default:
        return note;
    }
  },
  index: ({ on, subject }) => ({ month: on.slice(0, 7), subject }),
};
