import { calibrationAggregate, calibrationStream } from './calibration.facts.ts';
import type { LiveReview } from './review/review.state.ts';
import type { ReviewsPorts } from './reviews.ports.ts';

/** Who takes part in the session that a review is in; nobody once that is locked. */
export async function calibratorsOf(
  { transactor }: Pick<ReviewsPorts, 'transactor'>,
  tenant: string,
  { stage, sessionId }: Pick<LiveReview, 'stage' | 'sessionId'>,
): Promise<readonly string[]> {
  if (stage !== 'in-calibration' || sessionId === null) return [];
  const stream = calibrationStream(tenant, sessionId);
  const { state } = await transactor.load(calibrationAggregate, stream);
  return state.stage === 'running' ? [state.moderator, ...state.members] : [];
}
