import { isClear, type Instant } from '@plumbline/kernel';
import { said, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { DraftRating } from '../draft/draft.ts';
import type { ReviewsFact } from '../facts.ts';

/** A draft as it was saved last; what was saved before is read at an earlier point. */
export interface DraftSheet extends Quoting {
  readonly draftId: string;
  readonly reviewId: string;
  readonly author: string;
  readonly ratings: readonly DraftRating[];
  /** By the ids of the items. */
  readonly words: Readonly<Record<string, Said>>;
  readonly savedAt: Instant;
  readonly revision: number;
}

export const draftSheet: View<DraftSheet, ReviewsFact> = {
  name: 'review-draft-sheet',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) => (fact.type === 'DraftSaved' ? [fact.draftId] : []),
  fold: (sheet, { fact, id, revision }) => {
    if (fact.type !== 'DraftSaved') return sheet;
    const { draftId, reviewId, author, ratings, at: savedAt, text } = fact;
    const items = isClear(text) ? Object.keys(text.fields) : text.has;
    const words = Object.fromEntries(items.map((item) => [item, said(id, item)]));
    const texts = withText({}, id, text);
    return { draftId, reviewId, author, ratings, words, savedAt, revision, texts };
  },
  index: () => ({}),
};
