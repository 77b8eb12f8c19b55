import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { payFeed } from '../rating/pay.ts';
import { ratingAfter, ratingBefore, type RatedReview } from '../rating/rated-review.ts';
import { foldedBy, positionOf } from './published.testing.ts';
import { reviewCycleTerms } from './review-cycle-terms.ts';
import { rulePackTerms, templateTerms } from './review-settings.ts';
import { reviewStanding, type ReviewsFact } from './review-standing.ts';
import * as history from './reviews.testing.ts';
import {
  calibrated,
  disputed,
  finalised,
  joinedLate,
  launched,
  notRated,
} from './reviews.testing.ts';
import {
  opened,
  overridden,
  planned,
  rated,
  reopened,
  resolved,
  resolvedAs,
  scored,
} from './reviews.testing.ts';
import { shared, stepped, submitted, withdrawn } from './reviews.testing.ts';

function standing(...facts: readonly ReviewsFact[]): RatedReview {
  const review = foldedBy(reviewStanding, [opened(), ...facts]).get('review-1');
  if (review === undefined) throw new Error('There is no such review.');
  return review;
}

describe('how a review stands', () => {
  it('is open, with all that it is bound to', () => {
    const review = standing();
    expect(review).toMatchObject({
      ...{ stage: 'rating', subject: 'ada', cycleId: 'cycle-1', job: null, revision: 1 },
      ...{ pack: { id: 'yearly', version: 1 }, scored: null, finalised: null, openDispute: false },
    });
    expect(reviewStanding.index(review)).toEqual({ cycle: 'cycle-1', subject: 'ada' });
    expect([ratingBefore(review), ratingAfter(review)]).toEqual([null, null]);
  });

  it('has the newest section of each author, also of who stood in for one', () => {
    const again = submitted('manager', 'mia', 4);
    const standIn: ReviewsFact = {
      type: 'reviews.SectionSubmitted.v1',
      data: { reviewId: 'review-1', role: 'manager', by: 'bo', onBehalfOf: 'mia', ratings: [] },
    };
    const both = standing(submitted('manager', 'mia', 3), submitted('self', 'ada', 5), again);
    expect(both.sections.map(({ by, ratings }) => [by, ratings[0]?.rating])).toEqual([
      ['ada', rated(5)],
      ['mia', rated(4)],
    ]);
    expect(standing(again, standIn).sections).toEqual([
      { role: 'manager', by: 'mia', ratings: [] },
    ]);
  });

  it('has a rating once a human has finalised, and before calibration what the session found', () => {
    const computed = standing(scored(3.62), calibrated(3.62, 4));
    expect(computed.scored).toMatchObject({ total: rated(3.62), segments: [{ days: 365 }] });
    expect([ratingBefore(computed), ratingAfter(computed)]).toEqual([null, null]);
    const final = standing(scored(3.62), calibrated(3.62, 4), calibrated(4, 3.5), finalised(3.5));
    expect([ratingBefore(final), ratingAfter(final)]).toEqual([rated(3.62), rated(3.5)]);
    expect(final.finalised).toMatchObject({ by: 'mia', position: positionOf(5), fact: 'fact-5' });
    // Without a session, nothing came before what was finalised.
    expect(ratingBefore(standing(scored(3.62), overridden(3.62, 4), finalised(4)))).toBe(rated(4));
  });

  it('has none any more once it is reopened, and that of the next revision after it', () => {
    const before = [calibrated(3, 4), finalised(4), shared, reopened()];
    const open = standing(...before);
    expect(open).toMatchObject({ stage: 'rating', revision: 2, isShared: false, calibrations: [] });
    expect(ratingAfter(open)).toBeNull();
    expect(ratingAfter(standing(...before, finalised(3, 2)))).toBe(rated(3));
  });

  it('is disputed no more once it is reopened, and is paid by what is finalised anew', () => {
    const open = standing(finalised(4), shared, disputed, reopened());
    expect(open).toMatchObject({ stage: 'rating', openDispute: false });
    expect(payFeed([open], true)).toMatchObject({
      entries: [],
      waiting: [{ because: 'reopened' }],
    });
    const anew = [finalised(4), shared, disputed, reopened(), finalised(3, 2)];
    expect(payFeed([standing(...anew)], true).entries).toMatchObject([
      { rating: rated(3), revision: 2 },
    ]);
    const again = payFeed([standing(...anew, shared, disputed)], true);
    expect(again).toMatchObject({ entries: [], waiting: [{ because: 'disputed' }] });
  });

  it('is not paid by what was disputed rightly, until it is finalised anew', () => {
    for (const outcome of ['upheld', 'partly'] as const) {
      const right = [finalised(4), shared, disputed, resolvedAs(outcome)];
      expect(payFeed([standing(...right)], true)).toMatchObject({
        ...{ entries: [], waiting: [{ because: 'correction-outstanding' }] },
      });
      const anew = [...right, reopened(), finalised(5, 2)];
      expect(payFeed([standing(...anew)], true).entries).toMatchObject([{ rating: rated(5) }]);
    }
    const wrong = standing(finalised(4), shared, disputed, resolved);
    expect(payFeed([wrong], true).entries).toMatchObject([{ rating: rated(4) }]);
  });

  it('ends without a rating, or counts no more', () => {
    expect(standing(notRated)).toMatchObject({ stage: 'not-rated', notRated: 'too-few-days' });
    expect(ratingAfter(standing(finalised(4), withdrawn))).toBeNull();
  });

  it('is of no review before it is opened, and of none that a cycle alone speaks of', () => {
    expect(foldedBy(reviewStanding, [finalised(4), joinedLate, planned]).size).toBe(0);
  });
});

describe('what may be paid by', () => {
  const fact = fc.oneof(
    fc.integer({ min: 1, max: 5 }).map((rating) => finalised(rating)),
    fc.integer({ min: 1, max: 5 }).map((rating) => scored(rating)),
    fc.integer({ min: 1, max: 5 }).map((rating) => calibrated(rating, 5)),
    fc.integer({ min: 1, max: 5 }).map((rating) => overridden(1, rating)),
    fc.constantFrom(
      disputed,
      resolved,
      resolvedAs('upheld'),
      notRated,
      withdrawn,
      shared,
      reopened(),
    ),
  );

  it('is what a human finalised last, whatever comes before and after: never a computed score', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), fc.boolean(), (facts, isReleased) => {
        const { entries } = payFeed([standing(...facts)], isReleased);
        if (entries.length === 0) return;
        expect(isReleased).toBe(true);
        const last = facts.findLast((one) => one.type === 'reviews.ReviewFinalised.v1');
        expect(entries).toMatchObject([{ rating: last?.data.rating, by: 'mia' }]);
        const after = facts.slice(facts.lastIndexOf(last as ReviewsFact) + 1);
        const types = after.map(({ type }) => type);
        expect(types).not.toContain('reviews.ReviewReopened.v1');
        expect(types).not.toContain('reviews.ReviewWithdrawn.v1');
        const settling = ['reviews.DisputeResolved.v1', 'reviews.ReviewReopened.v1'];
        const disputes = facts.filter((one) => one === disputed || settling.includes(one.type));
        expect([undefined, resolved, 'reopened']).toContain(
          disputes.at(-1)?.type === 'reviews.ReviewReopened.v1' ? 'reopened' : disputes.at(-1),
        );
      }),
    );
  });
});

describe('a review cycle', () => {
  const cycle = (...facts: readonly ReviewsFact[]) =>
    foldedBy(reviewCycleTerms, [planned, ...facts]).get('cycle-1');

  it('has its stages one after the other, and counts who is in it', () => {
    expect(cycle()).toMatchObject({ stage: 'planned', n: null, pack: { id: 'yearly' } });
    expect(cycle(launched)).toMatchObject({ stage: 'launched', n: 2 });
    expect(cycle(launched, stepped('collecting'), joinedLate)).toMatchObject({
      ...{ stage: 'collecting', n: 3 },
    });
    const stages = ['calibrating', 'locked', 'released', 'closed', 'cancelled'] as const;
    for (const stage of stages) expect(cycle(launched, stepped(stage))?.stage).toBe(stage);
  });

  it('is of no review and no session', () => {
    expect(foldedBy(reviewCycleTerms, [opened(), stepped('locked')]).size).toBe(0);
  });
});

describe('what reviews are made by', () => {
  it('is kept, each version for itself', () => {
    const packs = foldedBy(rulePackTerms, [history.packed(1), history.packed(2), opened()]);
    expect([...packs.keys()]).toEqual(['yearly@1', 'yearly@2']);
    const templates = foldedBy(templateTerms, [history.templated]);
    expect(templates.get('yearly@1')).toEqual({
      ...{ templateId: 'yearly', version: 1, scale: { min: rated(1), max: rated(5) } },
      ratingItems: [
        { role: 'manager', id: 'results', part: 'manager' },
        { role: 'manager', id: 'potential', part: null },
      ],
    });
  });
});
