import { clearText } from '@plumbline/kernel';
import { micro } from '@plumbline/scoring';
import type { DraftSaved, SaveDraft } from './draft.ts';

/** The example histories of a draft: a manager begins, and goes on a day later. */
export const reviewId = '2f0c9c1e-6d3b-5f0a-8a4e-7d1b9c3e5f60';
export const draftId = '9c4b7a10-1f2e-5d3c-8b6a-5e4f3d2c1b0a';
const of = { draftId, reviewId, author: 'mia' };

export const save: SaveDraft = {
  type: 'SaveDraft',
  ...{ ...of, act: 'act-save-1', subject: 'ada', at: '2026-02-02T16:00:00.000Z' },
  ...{ ratings: [{ item: 'result', rating: 4 * micro }], words: {} },
  now: '2026-02-02T16:00:00.000Z',
};
export const saved = {
  type: 'DraftSaved',
  ...{ ...of, act: 'act-save-1', ratings: save.ratings, at: '2026-02-02T16:00:00.000Z' },
  text: clearText('person:ada', {}),
} as const satisfies DraftSaved;

const words = { summary: 'A year of large steps.' };
export const goOn: SaveDraft = {
  ...save,
  ...{ act: 'act-save-2', at: '2026-02-03T09:00:00.000Z', now: '2026-02-03T09:00:00.000Z' },
  ...{ ratings: [{ item: 'result', rating: 5 * micro }], words },
};
export const wentOn = {
  ...saved,
  ...{ act: 'act-save-2', ratings: goOn.ratings, at: '2026-02-03T09:00:00.000Z' },
  text: clearText('person:ada', words),
} as const satisfies DraftSaved;
