import type { Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a draft: every state that its author has saved, of which the newest counts.
 * Nobody else reads it; when another manager takes over, the review takes it along as it is.
 *
 * `text` has the words, by the ids of the items, under the key of the one whom the review is about.
 */
export interface DraftSaved {
  readonly type: 'DraftSaved';
  readonly act: string;
  readonly draftId: string;
  readonly reviewId: string;
  readonly author: string;
  readonly ratings: readonly DraftRating[];
  readonly at: Instant;
  readonly text: Text;
}

export interface DraftRating {
  readonly item: string;
  /** In millionths. */
  readonly rating: number;
}

export interface SaveDraft {
  readonly type: 'SaveDraft';
  readonly act: string;
  readonly draftId: string;
  readonly reviewId: string;
  readonly author: string;
  readonly subject: string;
  readonly ratings: readonly DraftRating[];
  /** By the ids of the items. */
  readonly words: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly now: Instant;
}

export type Draft = { readonly stage: 'none' } | KnownDraft;

export interface KnownDraft {
  readonly stage: 'saved';
  readonly reviewId: string;
  readonly author: string;
  readonly ratings: readonly DraftRating[];
  readonly text: Text;
  /** The one that saved it last; the log knows the ones before by their ids. */
  readonly act: string;
  /** How often it was saved. */
  readonly saves: number;
}

export const initialDraft: Draft = { stage: 'none' };

export function evolveDraft(draft: Draft, fact: DraftSaved): Draft {
  const { reviewId, author, ratings, text, act } = fact;
  const saves = draft.stage === 'none' ? 1 : draft.saves + 1;
  return { stage: 'saved', reviewId, author, ratings, text, act, saves };
}
