import type { ReviewsFact } from './facts.ts';
import { publish, type Published } from './reviews.publish.ts';

/**
 * What of this context nobody is told of themselves by the stream: whole reviews, as most of one is
 * not theirs to know before it is shared, and a stream that told it afterwards would have to begin
 * anew. Sessions have it only how many reviews are in them: for who is one of these, one fewer.
 */
export const own = { subjectOf, publishTo };

function subjectOf(first: ReviewsFact): string | null {
  const isOfOne = first.type === 'ReviewOpened' || first.type === 'PastReviewImported';
  return isOfOne ? first.subject : null;
}

function publishTo(fact: ReviewsFact, person: string): Published | null {
  switch (fact.type) {
    case 'LateJoinerAdded':
      return fact.member.person === person ? null : publish(fact);
    case 'SessionConvened':
      return publish({ ...fact, reviews: fact.reviews.filter(isOfAnother(person)) });
    case 'SessionReviewsAdded': {
      const reviews = fact.reviews.filter(isOfAnother(person));
      return reviews.length === 0 ? null : publish({ ...fact, reviews });
    }
    default:
      return publish(fact);
  }
}

function isOfAnother(person: string) {
  return ({ subject }: { readonly subject: string }): boolean => subject !== person;
}
