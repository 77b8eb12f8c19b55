import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { GoalsPublished } from '@plumbline/contracts';
import { canonicalJson } from '@plumbline/event-log';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { derivedId, toInstant } from '@plumbline/kernel';
import { goalsPorts, GoalsRequest, type GoalsPorts } from './goals.ports.ts';
import { checkInOnKpiMeasured, type FedCheckIn } from './policies/check-in-on-kpi-measured.ts';

type Measured = PublishedFact<GoalsPublished['goals.KpiMeasured.v1']>;

/**
 * Runs the policies of this context: facts in, commands out. The id of a command derives from the
 * fact, so that a redelivery decides nothing. A rejection is an answer (the goal is closed, say),
 * not a failure, and ends the matter; a fault is thrown, and the strategy tries again.
 */
@Policies()
export class GoalsReactions {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(goalsPorts) private readonly ports: GoalsPorts,
  ) {}

  @EventPattern('goals.KpiMeasured.v1')
  async kpiMeasured(@Payload() facts: readonly Measured[]): Promise<void> {
    for (const fact of facts) {
      for (const [index, checkIn] of checkInOnKpiMeasured(fact).entries()) {
        await this.#checkIn(fact, checkIn, index);
      }
    }
  }

  async #checkIn(cause: Measured, { at, ...fed }: FedCheckIn, index: number): Promise<void> {
    const act = derivedId('policy', 'check-in-on-kpi-measured', cause.id, index);
    const command = {
      type: 'CheckInProgress' as const,
      ...{ ...fed, act, at, now: toInstant(this.ports.clock.now()), done: null, confidence: null },
    };
    await this.bus.execute(
      new GoalsRequest(command, {
        tenant: cause.tenant,
        actor: { sub: cause.actor, via: 'policy:check-in-on-kpi-measured' },
        commandId: act,
        fingerprint: createHash('sha256').update(canonicalJson(fed)).digest('hex'),
        effectiveAt: at,
        correlationId: cause.correlationId,
        causationId: cause.id,
      }),
    );
  }
}
