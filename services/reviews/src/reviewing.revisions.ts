import { StaleRevision, transactAttemptsMax, type TransactReceipt } from '@plumbline/event-log';
import { isRejection, type Position, type Rejection } from '@plumbline/kernel';
import { reviewStream } from './cycles.facts.ts';
import { ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';
import { calibratorsOf } from './reviewing.calibrators.ts';
import { concernedIn, eyesWithout } from './reviewing.permission.ts';
import { hearerOf, toldRevision } from './views/review-revision.ts';
import { reviewSheet, type ReviewSheet } from './views/review-sheet.ts';

type Result = Promise<TransactReceipt | Rejection>;

/**
 * Carries out what a person asks of a review, in revisions as they are told to that person: the one
 * that they have seen, the one that they get, and the one at which the review is found instead.
 * What unnamed others do in the meantime is in none of them, and refuses nothing.
 */
export async function inToldRevisions(
  ports: ReviewsPorts,
  reviewId: string,
  envelope: ReviewsEnvelope,
  transact: (envelope: ReviewsEnvelope) => Result,
): Result {
  const { command, context, asking, ifMatch } = envelope;
  if (asking === undefined) return transact(envelope);
  const sheetAt = async (position?: Position | null): Promise<ReviewSheet | undefined> => {
    const streams = [reviewStream(context.tenant, reviewId)];
    const at = position === undefined || position === null ? {} : { asOf: position };
    return (await ports.views.fold(reviewSheet, reviewId, streams, at)).doc;
  };
  const toldOf = async ({ review, told: facts }: ReviewSheet): Promise<number> => {
    const calibrators = await calibratorsOf(ports, context.tenant, review);
    const eyes = eyesWithout(ports, concernedIn(review, calibrators), asking);
    return toldRevision(facts, hearerOf(eyes, asking.onBehalfOf ?? asking.sub));
  };
  const told = async (result: TransactReceipt): Promise<TransactReceipt> => {
    const sheet = await sheetAt(result.position);
    return sheet === undefined ? result : { ...result, revision: await toldOf(sheet) };
  };
  for (let attempts = 1; ; attempts += 1) {
    const sheet = ifMatch === undefined ? undefined : await sheetAt();
    const isSeen = sheet === undefined || (await toldOf(sheet)) === ifMatch;
    // A repeat is told what it was told, whatever it has seen: what is stale, the log judges.
    const asked = new ReviewsEnvelope(
      ...([command, context, asking] as const),
      isSeen ? (sheet?.revision ?? ifMatch) : neverAt,
    );
    try {
      const result = await transact(asked);
      return isRejection(result) ? result : await told(result);
    } catch (cause) {
      if (!(cause instanceof StaleRevision) || ifMatch === undefined) throw cause;
      const now = await sheetAt();
      const at = now === undefined ? null : await toldOf(now);
      if (at !== ifMatch || attempts === transactAttemptsMax) throw new StaleRevision(ifMatch, at);
    }
  }
}

/** No review that is there is at this revision. */
const neverAt = -1;
