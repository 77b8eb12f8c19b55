import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@plumbline/kernel';
import { micro } from '@plumbline/scoring';
import type { ReviewsFact } from '../facts.ts';
import { corrected, imported } from '../past-review/past-review.histories.ts';
import { pastCycle, type PastCycle } from './past-cycle.ts';
import { pastReviewSheet, type PastReviewSheet } from './past-review-sheet.ts';

const recorded = (fact: ReviewsFact, revision = 0) =>
  ({
    fact,
    id: `f${revision}`,
    revision,
    actor: { sub: 'hana', via: 'import' },
  }) as Recorded<ReviewsFact>;

describe('the sheet of a past review', () => {
  it('keeps the rating before, and why it was corrected', () => {
    const key = imported.pastReviewId;
    const first = pastReviewSheet.fold(undefined, recorded(imported), key);
    const sheet = pastReviewSheet.fold(first, recorded(corrected, 1), key);
    expect(sheet).toMatchObject({
      ...{ subject: 'ada', cycle: 'fy2025', rating: 4 * micro, revision: 1 },
      corrections: [{ from: 3 * micro, to: 4 * micro, reason: { $said: 'f1', field: 'reason' } }],
    });
    expect(pastReviewSheet.index(sheet as PastReviewSheet)).toEqual({
      ...{ subject: 'ada', cycle: 'fy2025' },
    });
  });
});

describe('a past cycle', () => {
  const after = (...facts: ReviewsFact[]) =>
    facts.reduce<PastCycle | undefined>(
      (doc, fact) => pastCycle.fold(doc, recorded(fact), 'fy2025'),
      undefined,
    );

  it('counts each review once, where it is after its corrections', () => {
    const another = { ...imported, subject: 'bo', rating: 4 * micro };
    const none = { ...imported, subject: 'cy', rating: null };
    expect(after(imported, another, none)).toMatchObject({
      ...{ notRated: 1, rated: { '1000000..4000000': { 3000000: 1, 4000000: 1 } } },
    });
    expect(after(imported, another, none, corrected)).toMatchObject({
      ...{ notRated: 1, rated: { '1000000..4000000': { 4000000: 2 } } },
    });
    const wasNone = { ...corrected, from: null, to: 3 * micro };
    expect(after(none, wasNone)).toMatchObject({
      ...{ notRated: 0, rated: { '1000000..4000000': { 3000000: 1 } } },
    });
  });

  it('keeps two scales apart, and spans the days of all its reviews', () => {
    const five = { ...imported, scale: { min: micro, max: 5 * micro } };
    const later = { ...five, period: { from: '2025-04-01', to: '2026-03-31' } };
    expect(after(imported, later)).toMatchObject({
      ...{ from: '2025-01-01', to: '2026-03-31' },
      rated: { '1000000..4000000': { 3000000: 1 }, '1000000..5000000': { 3000000: 1 } },
    });
  });
});
