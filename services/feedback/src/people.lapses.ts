import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { createTurns, type Turns } from '@plumbline/access';
import { derivedId, isRejection, toInstant, type EpochMs } from '@plumbline/kernel';
import { everyOf } from '@plumbline/views';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { overEverywhereAt } from './request/request.decide.ts';
import { requestSheet, type RequestSheet } from './views/request-sheet.ts';

/** How often requests are looked through: a day that is over has been so for this long at most. */
export const lapseIntervalMs = 15 * 60_000;
/** After a turn that could not be finished, or before the organisation is known. */
export const lapseRetryMs = 5_000;
/** Requests of one page of the view. */
export const lapsePageMax = 200;

const policyName = 'lapse-when-due';

/**
 * The policy by time: a request that is past due lapses. Every process of this service may run it:
 * id, time and content of a command derive from the request, so that the second one decides
 * nothing. What a view does not show yet is found at the next turn, and what it still shows as
 * open is decided by the request itself.
 */
@Injectable()
export class RequestLapses implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #turns: Turns;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {
    this.#turns = createTurns({
      access: ports.access,
      take: () => this.lapse(),
      intervalMs: lapseIntervalMs,
      retryMs: lapseRetryMs,
    });
  }

  onApplicationBootstrap(): void {
    this.#turns.start();
  }

  /** Stops after the request in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#turns.stop();
  }

  /** One turn over every tenant. How many requests have lapsed by it. */
  async lapse(): Promise<number> {
    const { access, views, clock } = this.ports;
    const now = clock.now();
    let lapsed = 0;
    for (const tenant of access.tenants()) {
      const reader = await views.of(requestSheet, tenant, {});
      const open = everyOf(reader, { index: 'stage', value: 'open' }, { limit: lapsePageMax });
      for await (const { doc } of open) {
        if (this.#turns.isStopped()) return lapsed;
        if (Date.parse(overEverywhereAt(doc.due)) > now) continue;
        if (await this.#lapse(tenant, doc, now)) lapsed += 1;
      }
    }
    return lapsed;
  }

  async #lapse(tenant: string, { requestId, due }: RequestSheet, now: EpochMs): Promise<boolean> {
    const act = derivedId('policy', policyName, tenant, requestId);
    // Not the time of the turn: two processes must come to the same command.
    const at = overEverywhereAt(due);
    const result = await this.bus.execute(
      new FeedbackEnvelope(
        { type: 'LapseRequest', act, requestId, at, now: toInstant(now) },
        {
          ...{ tenant, commandId: act, correlationId: act, causationId: act, effectiveAt: at },
          actor: { sub: policyName, via: `policy:${policyName}` },
          fingerprint: createHash('sha256').update(`${requestId} ${due}`).digest('hex'),
        },
      ),
    );
    return !isRejection(result) && result.changed && !result.replayed;
  }
}
