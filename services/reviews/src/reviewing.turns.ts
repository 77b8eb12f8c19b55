import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { createTurns, type Turns } from '@plumbline/access';
import { ReviewLooking } from './reviewing.looking.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';

/** How often reviews are looked through: a day that is over has been so for this long at most. */
export const lookIntervalMs = 15 * 60_000;
/** After a turn that could not be finished, or before the organisation is known. */
export const lookRetryMs = 5_000;

/**
 * The policies by time: what is due lapses, and a change of managers that was recorded ahead takes
 * place on its day. Every process of this service may run them.
 */
@Injectable()
export class ReviewTurns implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #turns: Turns;

  constructor(
    @Inject(ReviewLooking) private readonly looking: ReviewLooking,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {
    this.#turns = createTurns({
      access: ports.access,
      take: () => this.look(),
      intervalMs: lookIntervalMs,
      retryMs: lookRetryMs,
    });
  }

  onApplicationBootstrap(): void {
    this.#turns.start();
  }

  /** Stops after the tenant in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#turns.stop();
  }

  /** One turn over every tenant. */
  async look(): Promise<void> {
    for (const tenant of this.ports.access.tenants()) {
      if (this.#turns.isStopped()) return;
      await this.looking.handOver(tenant);
      await this.looking.lapseInvitations(tenant);
      await this.looking.lapseAcknowledgements(tenant);
    }
  }
}
