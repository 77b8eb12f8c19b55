import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { Fault, isRejection, toInstant, type Position } from '@plumbline/kernel';
import { memberIn, type LiveCycle } from './cycle/cycle.ts';
import { cycleAggregate, cycleStream } from './cycles.facts.ts';
import { openReviews, type Opened } from './policies/open-reviews.ts';
import { contextOf } from './reviewing.commanding.ts';
import { ReviewLooking } from './reviewing.looking.ts';
import {
  ReviewsEnvelope,
  reviewsPorts,
  type AnyCommand,
  type ReviewsPorts,
} from './reviews.ports.ts';

type Told = PublishedFact<{ readonly cycleId: string }>;
type Joined = PublishedFact<{ readonly cycleId: string; readonly person: string }>;

/** So many reviews are opened side by side. */
const openTogetherMax = 16;

/**
 * Runs the policies of cycles and reviews: facts in, commands out. The id of a command derives
 * from the fact and the review, so that a redelivery decides nothing. Who is in a cycle is not
 * published: the cycle itself has it.
 */
@Policies()
export class ReviewingReactions {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
    @Inject(ReviewLooking) private readonly looking: ReviewLooking,
  ) {}

  /** All of its reviews; once they are open, it collects. */
  @EventPattern('reviews.CycleLaunched.v1')
  async launched(@Payload() facts: readonly Told[]): Promise<void> {
    for (const fact of facts) {
      const cycle = await this.#cycleOf(fact.tenant, fact.data.cycleId);
      if (cycle === undefined) continue;
      const opened = await this.#open(fact, openReviews(cycle, cycle.pages.flat()));
      const { cycleId } = cycle;
      await this.#send('begin-collecting', fact, [cycleId], { type: 'BeginCollecting', cycleId });
      await this.#handOverOpened(fact, opened);
    }
  }

  @EventPattern('reviews.LateJoinerAdded.v1')
  async joined(@Payload() facts: readonly Joined[]): Promise<void> {
    for (const fact of facts) {
      const cycle = await this.#cycleOf(fact.tenant, fact.data.cycleId);
      const member = cycle && memberIn(cycle, fact.data.person);
      if (cycle !== undefined && member !== undefined) {
        await this.#handOverOpened(fact, await this.#open(fact, openReviews(cycle, [member])));
      }
    }
  }

  @EventPattern('reviews.CycleCancelled.v1')
  async cancelled(@Payload() facts: readonly Told[]): Promise<void> {
    for (const fact of facts) {
      const cycle = await this.#cycleOf(fact.tenant, fact.data.cycleId);
      const members = cycle?.pages.flat() ?? [];
      for (const { reviewId } of members) await this.#withdraw(fact, reviewId);
    }
  }

  /** What is final is handed over to nobody: who answers for it by now is found out at once. */
  @EventPattern('reviews.ReviewReopened.v1')
  async reopened(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#handOver(facts);
  }

  @EventPattern('reviews.CalibratingBegun.v1')
  async calibrating(@Payload() facts: readonly Told[]): Promise<void> {
    await this.#lapse(facts);
  }

  /** Open invitations of who has left lapse; what they have submitted stays. */
  @EventPattern('directory.PersonLeft.v1')
  async left(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#lapse(facts);
    await this.#handOver(facts);
  }

  @EventPattern('directory.PersonJoined.v1')
  async arrived(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#handOver(facts);
  }

  @EventPattern('directory.PersonMoved.v1')
  async moved(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#handOver(facts);
  }

  @EventPattern('directory.PersonCorrected.v1')
  async corrected(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#handOver(facts);
  }

  @EventPattern('directory.ReportingLineChanged.v1')
  async lineChanged(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#handOver(facts);
  }

  @EventPattern('directory.PostClosed.v1')
  async postClosed(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#handOver(facts);
  }

  @EventPattern('directory.StructureCorrected.v1')
  async structureCorrected(@Payload() facts: readonly PublishedFact[]): Promise<void> {
    await this.#handOver(facts);
  }

  /** Once for all facts of a tenant that came together: what counts is who answers in the end. */
  async #handOver(facts: readonly PublishedFact[]): Promise<void> {
    const news = facts.filter((one) => !this.looking.hasHandedOver(one.tenant, one.position));
    await this.#look(news, (fact) => this.looking.handOver(fact.tenant, fact));
  }

  /**
   * Whatever was looked at before, it was not these: who answers for them was found out before they
   * were opened. They are looked at where they stand in the log, as is the organisation: a manager
   * who changed between the launch and the opening was looked for while there was no review.
   */
  async #handOverOpened(cause: Told, opened: Position): Promise<void> {
    await this.#look([{ ...cause, position: opened }], (fact) => {
      return this.looking.handOver(fact.tenant, fact);
    });
  }

  async #lapse(facts: readonly PublishedFact[]): Promise<void> {
    await this.#look(facts, (fact) => this.looking.lapseInvitations(fact.tenant, fact));
  }

  /**
   * What is looked at, view and organisation, is waited for. Where that takes too long, nothing is
   * held up for it: the turns look through all of it again (`reviewing.turns.ts`).
   */
  async #look(
    facts: readonly PublishedFact[],
    look: (fact: PublishedFact) => Promise<void>,
  ): Promise<void> {
    for (const fact of lastOfTenants(facts)) {
      try {
        await this.ports.access.after(fact.position);
        await look(fact);
      } catch (cause) {
        if (!(cause instanceof Fault) || cause.code !== 'views/behind') throw cause;
      }
    }
  }

  async #cycleOf(tenant: string, cycleId: string): Promise<LiveCycle | undefined> {
    const stream = cycleStream(tenant, cycleId);
    const { state } = await this.ports.transactor.load(cycleAggregate, stream);
    return state.stage === 'none' ? undefined : state;
  }

  /** Ends with the place of the last one that it has opened, now or when it was told before. */
  async #open(cause: Told, all: readonly Opened[]): Promise<Position> {
    let last = cause.position;
    for (let from = 0; from < all.length; from += openTogetherMax) {
      const some = all.slice(from, from + openTogetherMax);
      const places = await Promise.all(some.map((one) => this.#openOne(cause, one)));
      for (const place of places) if (place > last) last = place;
    }
    // Cancelled while they were opened: whoever withdrew its reviews has not found these. Looked at
    // after the last one of them, so that between the two of us none is passed over.
    const cycle = await this.#cycleOf(cause.tenant, cause.data.cycleId);
    const isCancelled = cycle?.stage === 'cancelled';
    for (const { reviewId } of isCancelled ? all : []) await this.#withdraw(cause, reviewId);
    return last;
  }

  async #withdraw(cause: PublishedFact, reviewId: string): Promise<void> {
    const by = 'withdraw-on-cycle-cancelled';
    const reason = 'The review cycle was cancelled.';
    const asked = { type: 'WithdrawReview', reviewId, by, reason } as const;
    await this.#send(by, cause, [reviewId], asked);
  }

  async #openOne(cause: Told, opened: Opened): Promise<Position> {
    const result = await this.#send('open-reviews', cause, [opened.reviewId], opened);
    if (!isRejection(result)) return result.position ?? cause.position;
    if (result.code === 'review/already-open') return cause.position;
    throw new ReviewUnopened(`${opened.reviewId} was not opened: ${result.detail}`);
  }

  async #send(policy: string, cause: PublishedFact, about: readonly string[], asked: object) {
    const at = cause.effectiveAt;
    const { act, ...context } = contextOf(policy, cause, [cause.id, ...about], at);
    const now = toInstant(this.ports.clock.now());
    const timed = { ...asked, act, at, now };
    const command = ('reviewId' in asked ? timed : { ...timed, by: policy }) as AnyCommand;
    return this.bus.execute(new ReviewsEnvelope(command, context));
  }
}

/** A review of a launched cycle could not be opened; it is tried again. */
export class ReviewUnopened extends Fault {
  readonly code = 'review/unopened';
  readonly retriable = true;
}

/** The last one of each tenant. */
function lastOfTenants(facts: readonly PublishedFact[]): readonly PublishedFact[] {
  return [...new Map(facts.map((fact) => [fact.tenant, fact])).values()];
}
