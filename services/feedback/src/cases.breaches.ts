import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { createTurns, type Turns } from '@plumbline/access';
import { derivedId, isRejection, msPerDay, toInstant } from '@plumbline/kernel';
import type { EpochMs, Instant } from '@plumbline/kernel';
import { everyOf, type ViewReader } from '@plumbline/views';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { caseSheet, unmarkedOf, type CaseSheet, type Unmarked } from './views/case-sheet.ts';

/** How often cases are looked through: a clock that ran out has done so for this long at most. */
export const breachIntervalMs = 60_000;
/** After a turn that could not be finished, or before the organisation is known. */
export const breachRetryMs = 5_000;
/** Cases of one page of the view. */
export const breachPageMax = 200;
/**
 * Every so many turns, and at the first, all that is unmarked is looked at; else what is due today
 * or was yesterday. What is recorded late may have been due before.
 */
export const turnsPerSweep = 60;

const policyName = 'mark-sla-breached';

/**
 * The policy by time: a clock that has run out is a breach. Every process of this service may run
 * it: the id of a command derives from case, clock and time, so that the second one decides
 * nothing. What the view shows is only where to look: the case itself decides.
 */
@Injectable()
export class SlaBreaches implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #turns: Turns;
  #taken = 0;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {
    this.#turns = createTurns({
      access: ports.access,
      take: () => this.#markInTurn(),
      intervalMs: breachIntervalMs,
      retryMs: breachRetryMs,
    });
  }

  onApplicationBootstrap(): void {
    this.#turns.start();
  }

  /** Stops after the case in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#turns.stop();
  }

  /** One turn over every tenant. How many breaches were recorded by it. */
  async mark(isSweep = true): Promise<number> {
    const { access, views, clock } = this.ports;
    const now = clock.now();
    let marked = 0;
    for (const tenant of access.tenants()) {
      const reader = await views.of(caseSheet, tenant, {});
      for await (const { doc } of isSweep ? allUnmarked(reader) : dueBy(reader, now)) {
        for (const unmarked of unmarkedOf(doc)) {
          if (this.#turns.isStopped()) return marked;
          if (now <= Date.parse(unmarked.after)) continue;
          if (await this.#mark(tenant, doc, unmarked, now)) marked += 1;
        }
      }
    }
    return marked;
  }

  async #mark(
    tenant: string,
    { caseId, standing }: CaseSheet,
    { clock, after }: Unmarked,
    now: EpochMs,
  ): Promise<boolean> {
    // A clock that did not run out after all may do so later.
    const act = derivedId('policy', policyName, tenant, caseId, clock, after);
    // As soon as it was late; a case says nothing of a time before its newest change.
    const at = later(toInstant(Date.parse(after) + 1), standing.alteredAt);
    const result = await this.bus.execute(
      new FeedbackEnvelope(
        { type: 'MarkSlaBreached', act, caseId, clock, at, now: toInstant(now) },
        {
          ...{ tenant, commandId: act, correlationId: act, causationId: act, effectiveAt: at },
          actor: { sub: policyName, via: `policy:${policyName}` },
          fingerprint: createHash('sha256').update(`${caseId} ${clock}`).digest('hex'),
        },
      ),
    );
    return !isRejection(result) && result.changed && !result.replayed;
  }

  async #markInTurn(): Promise<void> {
    await this.mark(this.#taken % turnsPerSweep === 0);
    this.#taken += 1;
  }
}

function allUnmarked(reader: ViewReader<CaseSheet>) {
  return everyOf(reader, { index: 'unmarked', value: 'yes' }, { limit: breachPageMax });
}

async function* dueBy(reader: ViewReader<CaseSheet>, now: EpochMs) {
  for (const day of [now - msPerDay, now].map((ms) => toInstant(ms).slice(0, 10))) {
    yield* everyOf(reader, { index: 'due', value: day }, { limit: breachPageMax });
  }
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
