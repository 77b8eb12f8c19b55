import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { createTurns, type Turns } from '@plumbline/access';
import { derivedId, isRejection, toInstant, type EpochMs, type Instant } from '@plumbline/kernel';
import { everyOf } from '@plumbline/views';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import type { Month } from './recognition/points.ts';
import { allowanceLeftView, type AllowanceLeft } from './views/allowance-left.ts';

/** How often it is looked for what is left of a month that is over: for this long it stays. */
export const expiryIntervalMs = 15 * 60_000;
/** After a turn that could not be finished, or before the organisation is known. */
export const expiryRetryMs = 5_000;
/** Allowances of one page of the view. */
export const expiryPageMax = 200;

const policyName = 'expire-at-turn-of-month';

/**
 * The policy by time: what is left of an allowance goes when its month is over. Every process of
 * this service may run it: id, time and content of a command derive from person and month, so
 * that the second one decides nothing. What a view does not show yet is found at the next turn,
 * and what it still shows is decided by the account itself.
 */
@Injectable()
export class AllowanceMonths implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #turns: Turns;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {
    this.#turns = createTurns({
      access: ports.access,
      take: () => this.expire(),
      intervalMs: expiryIntervalMs,
      retryMs: expiryRetryMs,
    });
  }

  onApplicationBootstrap(): void {
    this.#turns.start();
  }

  /** Stops after the account in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#turns.stop();
  }

  /** One turn over every tenant. How many allowances have expired by it. */
  async expire(): Promise<number> {
    const { access, views, clock } = this.ports;
    const now = clock.now();
    const current = toInstant(now).slice(0, 7);
    let expired = 0;
    for (const tenant of access.tenants()) {
      const reader = await views.of(allowanceLeftView, tenant, {});
      // In the order of months: after the first that is not over there is nothing to be done.
      for await (const { doc } of everyOf(reader, 'all', { limit: expiryPageMax })) {
        if (this.#turns.isStopped()) return expired;
        if (doc.month >= current) break;
        if (await this.#expire(tenant, doc, now)) expired += 1;
      }
    }
    return expired;
  }

  async #expire(tenant: string, { person, month }: AllowanceLeft, now: EpochMs): Promise<boolean> {
    const act = derivedId('policy', policyName, tenant, person, month);
    // Not the time of the turn: two processes must come to the same command.
    const at = startOfNext(month);
    const result = await this.bus.execute(
      new FeedbackEnvelope(
        { type: 'ExpireAllowance', act, person, at, now: toInstant(now) },
        {
          ...{ tenant, commandId: act, correlationId: act, causationId: act, effectiveAt: at },
          actor: { sub: policyName, via: `policy:${policyName}` },
          fingerprint: createHash('sha256').update(`${person} ${month}`).digest('hex'),
        },
      ),
    );
    return !isRejection(result) && result.changed && !result.replayed;
  }
}

/** The first instant after a month. */
export function startOfNext(month: Month): Instant {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return toInstant(Date.UTC(year, number, 1));
}
