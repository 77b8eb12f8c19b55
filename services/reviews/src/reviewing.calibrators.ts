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
