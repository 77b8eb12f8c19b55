import { reject, type Rejection } from '@plumbline/kernel';
import type { EnteredReview, SessionReview } from './calibration-session/calibration-session.ts';
import { cycleAggregate, cycleStream, reviewAggregate, reviewStream } from './cycles.facts.ts';
import type { Review } from './review/review.state.ts';
import type { ReviewsPorts } from './reviews.ports.ts';
import { stepOf } from './settings.pins.ts';

type Ports = Pick<ReviewsPorts, 'transactor'>;

/** A review that is named, as it is. */
export interface FoundReview {
  readonly reviewId: string;
  readonly review: Review;
}

export async function foundReviews(
  ports: Ports,
  tenant: string,
  ids: readonly string[],
): Promise<readonly FoundReview[]> {
  return Promise.all(
    ids.map(async (reviewId) => ({ reviewId, review: await reviewOf(ports, tenant, reviewId) })),
  );
}

/**
 * The reviews that come into a session: of its cycle, which calibrates, and each with a rating that
 * no other session is about. Those that are in it already are taken as they are.
 */
export async function enteredReviews(
  ports: Ports,
  tenant: string,
  found: readonly FoundReview[],
  among: {
    readonly cycleId: string | undefined;
    readonly known: Readonly<Record<string, SessionReview>>;
  },
): Promise<readonly EnteredReview[] | Rejection> {
  const { cycleId, known } = among;
  if (cycleId === undefined) return []; // There is no such session: it will say so.
  const refused = await refuseCycle(ports, tenant, cycleId);
  if (refused !== undefined) return refused;
  const entered: EnteredReview[] = [];
  for (const [at, { reviewId, review }] of found.entries()) {
    const unfit = known[reviewId] === undefined ? refuseReview(review, cycleId, at) : undefined;
    if (unfit !== undefined) return unfit;
    if (review.stage !== 'none') entered.push({ reviewId, subject: review.subject });
  }
  return entered;
}

/** The rating with which a review came into a session, and what it is on. */
export async function ratingIn(
  ports: Ports,
  tenant: string,
  { reviewId, sessionId }: { readonly reviewId: string; readonly sessionId: string },
) {
  const review = await reviewOf(ports, tenant, reviewId);
  const none = { rating: null, scale: { min: 0, max: 0, step: 1 } };
  if (review.stage !== 'in-calibration' || review.sessionId !== sessionId) return none;
  const step = await stepOf(ports, tenant, review);
  const { min, max } = review.score?.scale ?? none.scale;
  return { rating: review.rating, scale: { min, max, step } };
}

export async function reviewOf(ports: Ports, tenant: string, reviewId: string): Promise<Review> {
  const { state } = await ports.transactor.load(reviewAggregate, reviewStream(tenant, reviewId));
  return state;
}

async function refuseCycle(
  { transactor }: Ports,
  tenant: string,
  cycleId: string,
): Promise<Rejection | undefined> {
  const { state: cycle } = await transactor.load(cycleAggregate, cycleStream(tenant, cycleId));
  if (cycle.stage === 'none') {
    const detail = 'There is no review cycle with this id.';
    return reject('calibration-session/unknown-cycle', detail, '/cycleId');
  }
  if (cycle.stage === 'calibrating') return undefined;
  const detail = `The cycle is ${cycle.stage}. Sessions are held while it calibrates.`;
  return reject('calibration-session/cycle-not-calibrating', detail);
}

function refuseReview(review: Review, cycleId: string, at: number): Rejection | undefined {
  const field = `/reviews/${at}`;
  if (review.stage === 'none' || review.cycleId !== cycleId) {
    const detail = 'There is no such review in the cycle of the session.';
    return reject('calibration-session/unknown-review', detail, field);
  }
  if (review.stage === 'in-calibration') {
    const detail = 'The review is in another session. Wait until that one is locked.';
    return reject('calibration-session/in-another-session', detail, field);
  }
  if (review.stage !== 'manager-submitted' && review.stage !== 'calibrated') {
    const detail = `The review is ${review.stage}. It can be calibrated once its manager is done.`;
    return reject('calibration-session/review-not-ready', detail, field);
  }
  if (review.rating !== null) return undefined;
  const detail = 'The review has no rating that could be compared with others.';
  return reject('calibration-session/review-not-rated', detail, field);
}
