import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { reject, type Rejection } from '@plumbline/kernel';
import type { PastReviewCommand } from './past-review/past-review.commands.ts';
import { pastReviewAggregate, pastReviewStream } from './past.facts.ts';
import { askedOf, type ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';

/** An import is permitted, and asks whether the person is known, at its door. */
export async function transactPastReview(
  ports: ReviewsPorts,
  command: PastReviewCommand,
  envelope: ReviewsEnvelope,
): Promise<TransactReceipt | Rejection> {
  const { context, asking } = envelope;
  return ports.transactor.transact(pastReviewAggregate, {
    stream: pastReviewStream(context.tenant, command.pastReviewId),
    command,
    ...askedOf(envelope),
    permit: (review) => {
      if (asking === undefined) return undefined;
      const owner = review.stage === 'none' ? undefined : `person:${review.subject}`;
      if (owner === undefined) return refusalOf(ports, asking, 'past-review/correct', {});
      const readings = ['past-review/read', 'past-review/read-own'] as const;
      const isHidden = readings.every((read) => refusalOf(ports, asking, read, { owner }));
      if (isHidden) return reject('past-review/not-found', 'There is no past review with this id.');
      return refusalOf(ports, asking, 'past-review/correct', { owner });
    },
  });
}

/** Whoever is rated is, or was, here: as the directory knows it today. */
export function refuseStranger(
  { access }: Pick<ReviewsPorts, 'access'>,
  tenant: string,
  person: string,
  on: string,
): Rejection | undefined {
  const organization = access.organizationOf(tenant);
  if (organization.isPresent(person, on) || organization.hasLeft(person, on)) return undefined;
  const detail = `The directory does not know ${person}. Import the people first.`;
  return reject('past-review/unknown-person', detail, '/person');
}
