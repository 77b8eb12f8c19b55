import type { Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a note of feedback: who gave it to whom, and who may see it. This is a
 * storage contract: a change of meaning is a new version.
 *
 * `act` is the id of the act that made the fact; the same act never decides twice. `at` is when
 * the fact holds in the world. A note that is retracted stays in the history as a tombstone: that
 * it was given, and why it was taken back, but not shown any more. What is said, and every reason,
 * is in `text`, and is the subject's.
 */
export type NoteFact =
  | (Act & { type: 'FeedbackGiven'; text: Text } & Given)
  | (Act & { type: 'FeedbackRetracted'; text: Text })
  | (Act & { type: 'VisibilityWidened'; from: Visibility; to: Visibility; text: Text });

interface Act {
  readonly act: string;
  readonly noteId: string;
  readonly at: Instant;
}

export interface Given {
  readonly author: string;
  /** The person whom it is about. */
  readonly subject: string;
  readonly visibility: Visibility;
  readonly kind: NoteKind;
  readonly links: readonly Link[];
}

/**
 * Who sees a note, from few to all; its author always does. The manager is the subject's. What is
 * for the manager only is not shown to the subject, until the author widens it.
 */
export type Visibility =
  'manager-only' | 'author-and-subject' | 'author-subject-and-manager' | 'public';

export type NoteKind = 'praise' | 'suggestion' | 'observation';

/** What the note speaks of, or the request that it answers. */
export type Link =
  | { readonly goal: string }
  | { readonly skill: string }
  | { readonly value: string }
  | { readonly request: string };

export type FeedbackNote = { readonly stage: 'none' } | LiveNote;

export interface LiveNote extends Omit<Given, 'kind'> {
  readonly stage: 'given' | 'retracted';
  readonly noteId: string;
  /** Since when it is seen as it is now. */
  readonly alteredAt: Instant;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export const initialNote: FeedbackNote = { stage: 'none' };

export function evolveNote(note: FeedbackNote, fact: NoteFact): FeedbackNote {
  if (fact.type === 'FeedbackGiven') return given(fact);
  if (note.stage === 'none') return note;
  const acts: LiveNote['acts'] = { ...note.acts, [fact.act]: true };
  // By a clock that is behind, a change may be told of a time before the one that it follows.
  const alteredAt = fact.at < note.alteredAt ? note.alteredAt : fact.at;
  return { ...note, ...change(fact), alteredAt, acts };
}

function given(fact: NoteFact & { type: 'FeedbackGiven' }): LiveNote {
  const { act, noteId, at, author, subject, visibility, links } = fact;
  return {
    ...{ stage: 'given', noteId, author, subject, visibility, links },
    ...{ alteredAt: at, acts: { [act]: true } },
  };
}

function change(fact: Exclude<NoteFact, { type: 'FeedbackGiven' }>): Partial<LiveNote> {
  switch (fact.type) {
    case 'FeedbackRetracted':
      return { stage: 'retracted' };
    case 'VisibilityWidened':
      return { visibility: fact.to };
  }
}
