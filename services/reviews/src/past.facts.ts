import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import { derivedId } from '@plumbline/kernel';
import type { PastReviewCommand } from './past-review/past-review.commands.ts';
import { pastReviewDecider } from './past-review/past-review.decide.ts';
import type { PastReview, PastReviewFact } from './past-review/past-review.ts';

const context = 'reviews';

export const pastVersions: Readonly<Record<PastReviewFact['type'], number>> = {
  PastReviewImported: 1,
  PastReviewCorrected: 1,
};

export const pastReviewAggregate: Aggregate<PastReviewCommand, PastReview, PastReviewFact> = {
  name: 'past-review',
  foldVersion: 1,
  decider: pastReviewDecider,
  codec: factCodec<PastReviewFact>({ context, versions: pastVersions }),
};

export function isPastFact(fact: { readonly type: string }): fact is PastReviewFact {
  return Object.hasOwn(pastVersions, fact.type);
}

/** A person has one past review of a cycle: so that the same file again is the same stream. */
export const pastReviewIdOf = (tenant: string, cycle: string, subject: string): string =>
  derivedId(tenant, 'past-review', cycle, subject);

export const pastReviewStream = (tenant: string, id: string): string =>
  streamName(context, 'past-review', tenant, id);
