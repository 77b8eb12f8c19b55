import type { FactOf, ReviewsCounted, ReviewsPublished } from '@plumbline/contracts';
import { toInstant, type Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { GivenSection, RatedReview } from '../rating/rated-review.ts';

export type ReviewsFact = FactOf<ReviewsPublished>;
/** With what named peers gave, whose authors are counted and told to nobody. */
export type StandingFact = ReviewsFact | FactOf<ReviewsCounted>;
type ReviewFact = Extract<StandingFact, { readonly data: { readonly reviewId: string } }>;
type Opened = Extract<ReviewsFact, { readonly type: 'reviews.ReviewOpened.v1' }>;

/** How a review stands, by its published facts: what figures and the pay feed are counted from. */
export const reviewStanding: View<RatedReview, StandingFact> = {
  name: 'review-standing',
  version: 4,
  context: 'reviews',
  published: true,
  keys: ({ fact }) => (isOfReview(fact) ? [fact.data.reviewId] : []),
  fold: (review, recorded) => {
    const { fact } = recorded;
    if (!isOfReview(fact)) return review;
    if (fact.type === 'reviews.ReviewOpened.v1') return opened(fact);
    return review === undefined ? undefined : { ...review, ...change(review, fact, recorded) };
  },
  index: ({ cycleId, subject }) => ({ cycle: cycleId, subject }),
};

/** A late joiner is told of by the cycle before there is a review. */
function isOfReview(fact: StandingFact): fact is ReviewFact {
  return 'reviewId' in fact.data && fact.type !== 'reviews.LateJoinerAdded.v1';
}

function opened({ data }: Opened): RatedReview {
  const { reviewId, cycleId, subject, job = null, period, template, pack, peers } = data;
  return {
    ...{ reviewId, cycleId, subject, job, period, template, pack, peers },
    ...{ stage: 'rating', revision: 1, openDispute: false, isShared: false, sections: [] },
    correctionDue: false,
    ...{ scored: null, calibrations: [], overridden: null, finalised: null, notRated: null },
  };
}

function change(
  review: RatedReview,
  fact: ReviewFact,
  { id, position, recordedAt }: Recorded<StandingFact>,
): Partial<RatedReview> {
  switch (fact.type) {
    case 'reviews.SectionSubmitted.v1': {
      const { role, by, onBehalfOf, ratings } = fact.data;
      // Who stands in writes for the one who answers for it: it stays one section.
      return { sections: withSection(review.sections, { role, by: onBehalfOf ?? by, ratings }) };
    }
    case 'reviews.PeerSectionSubmitted.v1': {
      const { role, by, ratings } = fact.data;
      return { sections: withSection(review.sections, { role, by, ratings }) };
    }
    case 'reviews.ReviewScored.v1': {
      const { packHash, total, segments } = fact.data;
      return { scored: { packHash, total, segments } };
    }
    case 'reviews.RatingCalibrated.v1': {
      const { sessionId, from, to } = fact.data;
      return { calibrations: [...review.calibrations, { sessionId, from, to }] };
    }
    case 'reviews.RatingOverridden.v1': {
      const { from, to } = fact.data;
      return { overridden: { from, to } };
    }
    case 'reviews.ReviewFinalised.v1': {
      const { rating, by, revision } = fact.data;
      const at = toInstant(recordedAt);
      return { stage: 'finalised', finalised: { rating, by, revision, at, fact: id, position } };
    }
    case 'reviews.NotRatedDeclared.v1':
      return { stage: 'not-rated', notRated: fact.data.cause };
    case 'reviews.ReviewWithdrawn.v1':
      return { stage: 'withdrawn' };
    case 'reviews.ReviewShared.v1':
      return { isShared: true };
    case 'reviews.ReviewDisputed.v1':
      return { openDispute: true };
    case 'reviews.DisputeResolved.v1':
      return { openDispute: false, correctionDue: fact.data.outcome !== 'rejected' };
    case 'reviews.ReviewReopened.v1':
      return { ...reopened, revision: fact.data.revision };
    default:
      return {};
  }
}

/**
 * What was decided was decided of the revision before. So was a dispute: it was of what holds no
 * more, and whoever disputes still does so of what is finalised anew. What was rated is there.
 */
const reopened: Partial<RatedReview> = {
  ...({ stage: 'rating', isShared: false, calibrations: [], overridden: null } as const),
  ...{ openDispute: false, correctionDue: false, notRated: null },
};

function withSection(
  sections: readonly GivenSection[],
  section: GivenSection,
): readonly GivenSection[] {
  const others = sections.filter(({ role, by }) => role !== section.role || by !== section.by);
  return [...others, section];
}
