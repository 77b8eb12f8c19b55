import type { Actor, EpochMs, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { ReviewsFact } from '../facts.ts';
import type { Known, PastReviewFact, Period, Rating } from '../past-review/past-review.ts';

/** A review that was finished elsewhere, with what was corrected of it. */
export interface PastReviewSheet extends Known, Quoting {
  readonly pastReviewId: string;
  readonly period: Period;
  readonly rating: Rating;
  readonly importedAt: Instant;
  readonly by: Actor;
  readonly corrections: readonly CorrectionLine[];
  readonly revision: number;
}

export interface CorrectionLine {
  readonly at: Instant;
  readonly recordedAt: EpochMs;
  readonly by: Actor;
  readonly from: Rating;
  readonly to: Rating;
  readonly reason: Said | null;
}

export const pastReviewSheet: View<PastReviewSheet, ReviewsFact> = {
  name: 'past-review-sheet',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) => (isPast(fact) ? [fact.pastReviewId] : []),
  fold: (sheet, recorded) => {
    return isPast(recorded.fact) ? foldPast(sheet, recorded as Recorded<PastReviewFact>) : sheet;
  },
  index: ({ subject, cycle }) => ({ subject, cycle }),
};

function foldPast(
  sheet: PastReviewSheet | undefined,
  { fact, id, actor: by, recordedAt, revision }: Recorded<PastReviewFact>,
): PastReviewSheet | undefined {
  if (fact.type === 'PastReviewImported') {
    const { pastReviewId, subject, cycle, period, scale, rating, at: importedAt } = fact;
    const told = { importedAt, by, corrections: [], texts: {} };
    return { pastReviewId, subject, cycle, period, scale, rating, ...told, revision };
  }
  if (sheet === undefined) return undefined;
  const { at, from, to, text } = fact;
  const line = { at, recordedAt, by, from, to, reason: quote(id, text, 'reason') };
  const corrections = [...sheet.corrections, line];
  return { ...sheet, rating: to, corrections, texts: withText(sheet.texts, id, text), revision };
}

export function isPast(fact: ReviewsFact): fact is PastReviewFact {
  return fact.type === 'PastReviewImported' || fact.type === 'PastReviewCorrected';
}
