import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { ReviewsPublished } from '@plumbline/contracts';
import { canonicalJson, type CommandContext } from '@plumbline/event-log';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { derivedId, isRejection, toInstant, type Rejection } from '@plumbline/kernel';
import type { HeldSession } from './calibration-session/calibration-session.ts';
import { calibrationAggregate, calibrationStream } from './calibration.facts.ts';
import { transactCalibration } from './calibration.handler.ts';
import { reviewOf } from './calibration.reviews.ts';
import { calibrateOnSessionLocked } from './policies/carry-session-to-reviews.ts';
import {
  enterOnSessionConvened,
  leaveOutWhereRefused,
} from './policies/carry-session-to-reviews.ts';
import type {
  CalibratingAsked,
  EnteringAsked,
  LeavingAsked,
} from './policies/carry-session-to-reviews.ts';
import { transactReview } from './reviewing.handler.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';

type Type = 'SessionConvened' | 'SessionReviewsAdded' | 'SessionLocked';
type Told = PublishedFact<ReviewsPublished[`reviews.${Type}.v1`]>;

const policy = 'carry-session-to-reviews';

/** So many reviews are told side by side. */
const tellTogetherMax = 16;

/**
 * Carries sessions to the reviews that they are about: that they have begun, and what they have
 * decided. The id of each command derives from the fact and the review, so that a redelivery
 * decides nothing. A rejection is an answer, not a failure: of a review that was withdrawn
 * meanwhile, nothing is calibrated, and one that cannot come in is left out.
 */
@Policies()
export class CalibrationReactions {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  @EventPattern('reviews.SessionConvened.v1')
  async sessionConvened(@Payload() facts: readonly Told[]): Promise<void> {
    await this.#carry(facts, enterOnSessionConvened);
  }

  @EventPattern('reviews.SessionReviewsAdded.v1')
  async reviewsAdded(@Payload() facts: readonly Told[]): Promise<void> {
    await this.#carry(facts, enterOnSessionConvened);
  }

  @EventPattern('reviews.SessionLocked.v1')
  async sessionLocked(@Payload() facts: readonly Told[]): Promise<void> {
    await this.#carry(facts, calibrateOnSessionLocked);
  }

  /** Which reviews there are is not published, the session itself has them. */
  async #carry(
    facts: readonly Told[],
    asks: (session: HeldSession) => readonly (EnteringAsked | CalibratingAsked)[],
  ): Promise<void> {
    for (const fact of facts) {
      const stream = calibrationStream(fact.tenant, fact.data.sessionId);
      const { state } = await this.ports.transactor.load(calibrationAggregate, stream);
      if (state.stage === 'none') continue;
      const all = asks(state);
      for (let from = 0; from < all.length; from += tellTogetherMax) {
        const some = all.slice(from, from + tellTogetherMax);
        await Promise.all(some.map((asked) => this.#send(fact, asked)));
      }
    }
  }

  async #send(cause: Told, asked: EnteringAsked | CalibratingAsked): Promise<void> {
    const told = await this.#told(cause, asked);
    if (told === undefined) return;
    const context = contextOf(cause, asked);
    const { commandId: act, effectiveAt: at } = context;
    const now = toInstant(this.ports.clock.now());
    const command = { ...told, act, at, now };
    // By the same door as every act on a review: what is compared is scored as it stands.
    const envelope = new ReviewsEnvelope(command, context);
    const result = await transactReview(this.ports, command, envelope);
    if (asked.type === 'EnterCalibration' && isRejection(result)) {
      await this.#leaveOut(cause, asked, result);
    }
  }

  async #leaveOut(cause: Told, asked: EnteringAsked, refused: Rejection): Promise<void> {
    const review = await reviewOf(this.ports, cause.tenant, asked.reviewId);
    const told = leaveOutWhereRefused(asked, review, refused);
    if (told === undefined) return;
    const context = contextOf(cause, told);
    const { commandId: act, effectiveAt: at } = context;
    const command = { ...told, act, at, by: policy };
    await transactCalibration(this.ports, command, new ReviewsEnvelope(command, context));
  }

  /** The rating that came in is the one that the review has still: in a session it is frozen. */
  async #told({ tenant }: Told, asked: EnteringAsked | CalibratingAsked) {
    if (asked.type === 'EnterCalibration') return asked;
    const { accepted, ...calibrated } = asked;
    const review = await reviewOf(this.ports, tenant, asked.reviewId);
    const from = review.stage === 'none' ? null : review.rating;
    if (from === null) return undefined;
    const { to = from, reasonCode = 'confirmed', ...adjusted } = accepted ?? {};
    return { ...calibrated, ...adjusted, from, to, reasonCode };
  }
}

/** Its id derives from what has led to it, and from what is told of which review. */
function contextOf(
  { tenant, effectiveAt, correlationId, id: causationId, actor: sub }: Told,
  asked: EnteringAsked | CalibratingAsked | LeavingAsked,
): CommandContext {
  const more = asked.type === 'LeaveOutReview' ? [asked.type] : [];
  const commandId = derivedId('policy', policy, causationId, asked.reviewId, ...more);
  return {
    ...{ tenant, commandId, effectiveAt, correlationId, causationId },
    actor: { sub, via: `policy:${policy}` },
    fingerprint: createHash('sha256').update(canonicalJson(asked)).digest('hex'),
  };
}
