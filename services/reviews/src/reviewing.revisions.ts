import { StaleRevision, transactAttemptsMax, type TransactReceipt } from '@plumbline/event-log';
import { isRejection, type Position, type Rejection } from '@plumbline/kernel';
import { ReviewsEnvelope } from './reviews.ports.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** How far a record is: in its stream, and as one reader is told it. */
export interface Told {
  readonly revision: number;
  readonly told: number;
}

/** As somebody is told it, at a position or as it stands; undefined where it is not there. */
export type ToldAt = (me: Asker, position?: Position | null) => Promise<Told | undefined>;
type Asker = NonNullable<ReviewsEnvelope['asking']>;

/**
 * Carries out what a person asks of a review or a session, in revisions as they are told to that
 * person: the one that they have seen, the one that they get, and the one at which it is found
 * instead. What others do in the meantime that they may not know of, as an answer of an unnamed
 * reviewer, is in none of them, and refuses nothing.
 */
export async function inToldRevisions(
  toldAt: ToldAt,
  envelope: ReviewsEnvelope,
  transact: (envelope: ReviewsEnvelope) => Result,
): Result {
  const { command, context, asking, ifMatch } = envelope;
  if (asking === undefined) return transact(envelope);
  for (let attempts = 1; ; attempts += 1) {
    const found = ifMatch === undefined ? undefined : await toldAt(asking);
    const isSeen = found === undefined || found.told === ifMatch;
    // A repeat is told what it was told, whatever it has seen: what is stale, the log judges.
    const asked = new ReviewsEnvelope(
      ...([command, context, asking] as const),
      isSeen ? (found?.revision ?? ifMatch) : neverAt,
    );
    try {
      const result = await transact(asked);
      if (isRejection(result)) return result;
      const after = await toldAt(asking, result.position);
      return after === undefined ? result : { ...result, revision: after.told };
    } catch (cause) {
      if (!(cause instanceof StaleRevision) || ifMatch === undefined) throw cause;
      const at = (await toldAt(asking))?.told ?? null;
      if (at !== ifMatch || attempts === transactAttemptsMax) throw new StaleRevision(ifMatch, at);
    }
  }
}

/** No record that is there is at this revision. */
const neverAt = -1;

/** The end of the log, where nothing else is said. */
export function pointAt(position: Position | null | undefined): { readonly asOf?: Position } {
  return position === undefined || position === null ? {} : { asOf: position };
}
