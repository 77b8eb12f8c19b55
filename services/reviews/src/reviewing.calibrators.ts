import { toInstant } from '@plumbline/kernel';
import { calibrationAggregate, calibrationStream } from './calibration.facts.ts';
import { answersTo } from './calibration.permission.ts';
import type { LiveReview } from './review/review.state.ts';
import type { ReviewsPorts } from './reviews.ports.ts';

/**
 * Who reads a review as one of the session that it is in; nobody once that is locked, and never
 * somebody who answers to its subject: what the board of the session withholds, no other way tells.
 */
export async function calibratorsOf(
  { transactor, access, clock }: Pick<ReviewsPorts, 'transactor' | 'access' | 'clock'>,
  tenant: string,
  { stage, sessionId, subject }: Pick<LiveReview, 'stage' | 'sessionId' | 'subject'>,
): Promise<readonly string[]> {
  if (stage !== 'in-calibration' || sessionId === null) return [];
  const stream = calibrationStream(tenant, sessionId);
  const { state } = await transactor.load(calibrationAggregate, stream);
  if (state.stage !== 'running') return [];
  const [organization, now] = [access.organizationOf(tenant), toInstant(clock.now())];
  return [state.moderator, ...state.members].filter((one) => {
    return !answersTo(organization, one, subject, now);
  });
}

/**
 * Who decided on the rating of a review in the sessions that it was in, or proposed there what was
 * accepted. What was turned down is decided on as well: the rating stands because of it.
 */
export async function decidersOf(
  { transactor }: Pick<ReviewsPorts, 'transactor'>,
  tenant: string,
  { reviewId, sessions }: Pick<LiveReview, 'reviewId' | 'sessions'>,
): Promise<readonly string[]> {
  const held = await Promise.all(
    sessions.map((id) => transactor.load(calibrationAggregate, calibrationStream(tenant, id))),
  );
  const people = held.flatMap(({ state }) => {
    if (state.stage === 'none') return [];
    const about = Object.values(state.adjustments).filter((one) => one.reviewId === reviewId);
    return about.flatMap(({ by, stage, decidedBy }) => [
      ...(stage === 'accepted' ? [by] : []),
      ...(decidedBy === undefined ? [] : [decidedBy]),
    ]);
  });
  return [...new Set(people)];
}
