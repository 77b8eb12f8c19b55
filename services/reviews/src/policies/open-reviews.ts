import type { LiveCycle, Member } from '../cycle/cycle.ts';
import type { OpenReview } from '../review/review.commands.ts';

/** What of a review is bound when it is opened, besides the evidence, which is looked up. */
export type Opened = Omit<OpenReview, 'act' | 'at' | 'now' | 'manifest'>;

/** One review for everybody who is pinned; late joiners by the pin of the launch as well. */
export function openReviews(cycle: LiveCycle, members: readonly Member[]): readonly Opened[] {
  const { pin, cycleId, period, template, pack, peers, due } = cycle;
  if (pin === null) return [];
  return members.map(({ person: subject, reviewId, accountable }) => ({
    ...{ type: 'OpenReview', reviewId, cycleId, subject, period, template, pack, peers, due },
    ...{ asOf: pin.asOf, position: pin.position, accountable },
  }));
}
