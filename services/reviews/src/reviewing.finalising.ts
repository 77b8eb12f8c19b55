import { StaleRevision } from '@plumbline/event-log';
import { isRejection, toInstant, type Rejection } from '@plumbline/kernel';
import { isPastCancelling } from './cycle/cycle.decide.ts';
import { cycleAggregate, cycleStream, reviewAggregate } from './cycles.facts.ts';
import { clockCause, contextOf } from './reviewing.commanding.ts';
import type { FinaliseReview } from './review/review.commands.ts';
import { reviewDecider } from './review/review.decide.ts';
import type { ReviewsEnvelope, ReviewsPorts } from './reviews.ports.ts';

const policy = 'begin-finalising';

interface Finalising {
  readonly stream: string;
  readonly envelope: Pick<ReviewsEnvelope, 'context' | 'ifMatch'>;
}

/**
 * Sees to it that a cycle knows of the first of its reviews to be finalised, before it is: a cycle
 * is not cancelled after that, and no review is finalised in one that is. Both are decided on the
 * stream of the cycle, which has one order. Once it is there, nothing more is recorded. What would
 * be refused by the review is refused before: a slip must not keep a cycle from being cancelled.
 */
export async function finalisingBegun(
  ports: Pick<ReviewsPorts, 'transactor' | 'clock'>,
  command: FinaliseReview,
  { stream, envelope }: Finalising,
): Promise<Rejection | undefined> {
  const { tenant } = envelope.context;
  const { state: review, revision } = await ports.transactor.load(reviewAggregate, stream);
  const { ifMatch } = envelope;
  if (ifMatch !== undefined && ifMatch !== revision) throw new StaleRevision(ifMatch, revision);
  const decision = reviewDecider.decide(command, review);
  if (isRejection(decision)) return decision;
  if (review.stage === 'none' || decision.length === 0) return undefined;
  const { cycleId } = review;
  const at = cycleStream(tenant, cycleId);
  const { state: cycle } = await ports.transactor.load(cycleAggregate, at);
  if (cycle.stage !== 'none' && (cycle.isFinalising || isPastCancelling(cycle))) return undefined;
  const now = toInstant(ports.clock.now());
  const { act, ...context } = contextOf(policy, clockCause(tenant, policy), [cycleId], now);
  const answer = await ports.transactor.transact(cycleAggregate, {
    stream: at,
    command: { type: 'BeginFinalising', act, cycleId, at: now, now, by: policy },
    context,
  });
  return isRejection(answer) ? answer : undefined;
}
