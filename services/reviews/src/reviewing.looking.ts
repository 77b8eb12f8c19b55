import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { present, toInstant, type Day, type Position } from '@plumbline/kernel';
import { everyOf, type ViewReader } from '@plumbline/views';
import { isWrittenIn } from './cycle/cycle.ts';
import { cycleAggregate, cycleStream } from './cycles.facts.ts';
import { linesAt } from './cycles.launch.ts';
import { draftOf } from './drafts.handler.ts';
import { clockCause, contextOf, type Cause } from './reviewing.commanding.ts';
import type { ReviewAsked } from './reviewing.handler.ts';
import { overEverywhereAt } from './review/review.rules.ts';
import type { LiveReview } from './review/review.state.ts';
import { handoverOf, pinnedLines } from './policies/reassign-on-handover.ts';
import type { LapseCause } from './review/review.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { reviewSheet, type ReviewSheet } from './views/review-sheet.ts';

/** Reviews of one page of the view. */
export const lookPageMax = 200;

/**
 * Looks through the reviews that go on, and sees to it that they are with who answers for them, and
 * that nobody is waited for who will not answer any more. Each command derives from what it is
 * about: who looks twice, in whichever process, decides nothing the second time.
 */
@Injectable()
export class ReviewLooking {
  /** By tenant, how far reviews and organisation were known to the last look, and on which day. */
  readonly #handed = new Map<string, { readonly upTo: Position; readonly day: Day }>();

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  /**
   * Whether reviews were handed over today as the organisation stood at a position, or later. Facts
   * of many people come in many pages: one look sees what all of them have come to.
   */
  hasHandedOver(tenant: string, position: Position): boolean {
    const handed = this.#handed.get(tenant);
    return handed !== undefined && handed.upTo >= position && handed.day === this.#today();
  }

  /** Reviews whose subject answers to another by now. */
  async handOver(tenant: string, cause?: Cause & { readonly position: Position }): Promise<void> {
    const organization = this.ports.access.organizationOf(tenant);
    const lines = linesAt(organization);
    // Before the look begins: what becomes known in the middle of it, it has seen in part.
    const known = this.ports.access.position();
    const day = this.#today();
    const reader = await this.#reader(tenant, cause?.position);
    for await (const sheet of pendingIn(reader, 'manager')) {
      const { review } = sheet;
      const pinned = pinnedLines(sheet, (at) => linesAt(organization, at));
      const handover = handoverOf(review, day, lines, pinned);
      if (handover === undefined) continue;
      const { reviewId, manager, revision, segments } = review;
      const { to, on } = handover;
      const about = [reviewId, revision, segments.length, manager ?? '', to, on];
      // What was begun is not lost: it is sealed with what its author answered for.
      const draft =
        manager === null ? undefined : await draftOf(this.ports, tenant, reviewId, manager);
      const asked = {
        type: 'ReassignReviewer',
        reviewId,
        ...handover,
        ...present({ draft }),
      } as const;
      await this.#send('reassign-on-handover', cause ?? tenant, about, asked);
    }
    const { position } = reader;
    if (known === null || position === null) return;
    this.#handed.set(tenant, { upTo: known < position ? known : position, day });
  }

  /** Open invitations whose day or cycle is over, or of people who are not here any more. */
  async lapseInvitations(
    tenant: string,
    cause?: Cause & { readonly position: Position },
  ): Promise<void> {
    const organization = this.ports.access.organizationOf(tenant);
    const nowMs = this.ports.clock.now();
    const today = toInstant(nowMs).slice(0, 10);
    const reader = await this.#reader(tenant, cause?.position);
    for await (const { review } of pendingIn(reader, 'invitation')) {
      const isOver = await this.#isOver(tenant, review);
      await this.#lapse(review, cause ?? tenant, ({ reviewer, due }) => {
        if (organization.hasLeft(reviewer, today)) return 'left';
        if (isOver) return 'cycle';
        return Date.parse(overEverywhereAt(due)) <= nowMs ? 'due' : undefined;
      });
    }
  }

  /** Whether nothing is written in a review any more as its cycle has gone on. */
  async #isOver(tenant: string, { cycleId, revision }: LiveReview): Promise<boolean> {
    const stream = cycleStream(tenant, cycleId);
    const { state } = await this.ports.transactor.load(cycleAggregate, stream);
    return !isWrittenIn(state.stage, revision);
  }

  /** Whoever has not said in time that they have seen their review. */
  async lapseAcknowledgements(tenant: string): Promise<void> {
    const nowMs = this.ports.clock.now();
    for await (const { review } of pendingIn(await this.#reader(tenant), 'acknowledgement')) {
      const { reviewId, revision, due } = review;
      if (Date.parse(overEverywhereAt(due.acknowledge)) > nowMs) continue;
      const asked = { type: 'LapseAcknowledgement', reviewId } as const;
      await this.#send('lapse-acknowledgement', tenant, [reviewId, revision], asked);
    }
  }

  async #lapse(
    { reviewId, revision, invitations }: LiveReview,
    cause: Cause | string,
    causeOf: (one: LiveReview['invitations'][string]) => LapseCause | undefined,
  ): Promise<void> {
    for (const one of Object.values(invitations)) {
      const why = one.stage === 'open' ? causeOf(one) : undefined;
      if (why === undefined) continue;
      const { role, reviewer, due } = one;
      const asked = { type: 'LapseInvitation', reviewId, role, reviewer, cause: why } as const;
      await this.#send('lapse-invitation', cause, [reviewId, revision, role, reviewer, due], asked);
    }
  }

  #today(): Day {
    return toInstant(this.ports.clock.now()).slice(0, 10);
  }

  async #reader(tenant: string, readAfter?: Position): Promise<ViewReader<ReviewSheet>> {
    return this.ports.views.of(reviewSheet, tenant, present({ readAfter }));
  }

  /** A rejection is an answer: the review has moved on since the view showed it. */
  async #send(
    policy: string,
    cause: Cause | string,
    about: readonly (string | number)[],
    asked: Untimed<ReviewAsked>,
  ): Promise<void> {
    const at = toInstant(this.ports.clock.now());
    const from = typeof cause === 'string' ? clockCause(cause, policy) : cause;
    const { act, ...context } = contextOf(policy, from, about, at);
    const command = { ...asked, act, at, now: at } as ReviewAsked;
    await this.bus.execute(new ReviewsEnvelope(command, context));
  }
}

async function* pendingIn(
  reader: ViewReader<ReviewSheet>,
  value: 'manager' | 'invitation' | 'acknowledgement',
): AsyncGenerator<ReviewSheet> {
  const by = { index: 'pending', value };
  for await (const { doc } of everyOf(reader, by, { limit: lookPageMax })) yield doc;
}

type Untimed<Command> = Command extends unknown ? Omit<Command, 'act' | 'at' | 'now'> : never;
