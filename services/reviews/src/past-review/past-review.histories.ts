import { clearText } from '@plumbline/kernel';
import { micro } from '@plumbline/scoring';
import type { CorrectPastReview, ImportPastReview } from './past-review.commands.ts';
import type { PastReviewFact } from './past-review.ts';

/** The example histories of a past review: three of four, and four after a second look. */
export const pastReviewId = '7f6d1f5c-2a63-5b7e-9c5f-0e1d2c3b4a59';
const known = { subject: 'ada', cycle: 'fy2025', scale: { min: micro, max: 4 * micro } };
const told = (act: string, at: string) => ({ act, pastReviewId, at });

export const bringIn: ImportPastReview = {
  type: 'ImportPastReview',
  ...{ ...told('act-import', '2026-02-02T09:00:00.000Z'), now: '2026-02-02T09:00:00.000Z' },
  ...{ ...known, period: { from: '2025-01-01', to: '2025-12-31' } },
  rating: 3 * micro,
};
export const imported = {
  type: 'PastReviewImported',
  ...{ ...told('act-import', '2026-02-02T09:00:00.000Z'), ...known },
  ...{ period: bringIn.period, rating: bringIn.rating },
} as const satisfies PastReviewFact;

export const correct: CorrectPastReview = {
  type: 'CorrectPastReview',
  ...{ ...told('act-correct', '2026-03-02T09:00:00.000Z'), now: '2026-03-02T09:00:00.000Z' },
  ...{ by: 'hana', rating: 4 * micro, reason: 'The file had the year before.' },
};
export const corrected = {
  type: 'PastReviewCorrected',
  ...{ ...told('act-correct', '2026-03-02T09:00:00.000Z'), ...known },
  ...{ by: 'hana', from: 3 * micro, to: 4 * micro },
  text: clearText('person:ada', { reason: 'The file had the year before.' }),
} as const satisfies PastReviewFact;
