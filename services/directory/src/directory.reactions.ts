import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { DirectoryPublished } from '@plumbline/contracts';
import { canonicalJson, type CommandContext } from '@plumbline/event-log';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { derivedId, Fault, isRejection, toInstant } from '@plumbline/kernel';
import { directoryPorts, DirectoryRequest, reorganisationStream } from './directory.handler.ts';
import { structureStream, type DirectoryPorts } from './directory.handler.ts';
import { reorganisationAggregate, structureAggregate } from './facts.ts';
import { changesOfStep, nextStep, outcomeOfStep } from './reorganisation/reorganisation.steps.ts';
import type { LiveReorganisation } from './reorganisation/reorganisation.ts';
import { siftStep } from './structure/structure.sift.ts';

type Ordered = PublishedFact<DirectoryPublished['directory.ReorganisationOrdered.v1']>;
type Stepped = PublishedFact<DirectoryPublished['directory.ReorganisationStepped.v1']>;

/**
 * Carries reorganisations out, a step at a time: each step is one command on the structure whose id
 * derives from the reorganisation and the step, then one fact that tells of it, from which the next
 * step follows. Whatever ends the process in between, the same step comes again and decides nothing
 * twice.
 */
@Policies()
export class DirectoryReactions {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(directoryPorts) private readonly ports: DirectoryPorts,
  ) {}

  @EventPattern('directory.ReorganisationOrdered.v1')
  async ordered(@Payload() facts: readonly Ordered[]): Promise<void> {
    for (const fact of facts) await this.#step(fact, fact.data.reorganisation);
  }

  @EventPattern('directory.ReorganisationStepped.v1')
  async stepped(@Payload() facts: readonly Stepped[]): Promise<void> {
    for (const fact of facts) await this.#step(fact, fact.data.reorganisation);
  }

  /** Carries out the next step, if there is one; the fact that tells of it brings the one after. */
  async #step(cause: PublishedFact, reorganisation: string): Promise<void> {
    const { tenant } = cause;
    const { transactor } = this.ports;
    const stream = reorganisationStream(tenant, reorganisation);
    const { state } = await transactor.load(reorganisationAggregate, stream);
    const step = state.stage === 'none' ? undefined : nextStep(state);
    if (state.stage === 'none' || step === undefined) return;
    const refused = await this.#carryOut(cause, state, step);
    const act = derivedId('policy', 'record-step', reorganisation, step);
    const now = toInstant(this.ports.clock.now());
    const outcome = outcomeOfStep(state, step, refused);
    const record = { type: 'RecordStep', act, reorganisation, step, at: now, now } as const;
    // A rejection is an answer as well: it was stopped in between, and that is the end of it.
    await this.bus.execute(
      new DirectoryRequest({ ...record, ...outcome }, contextOf(cause, act, { step }, now)),
    );
  }

  /** The moves of a step that the structure takes, in one command; the others by their index. */
  async #carryOut(cause: PublishedFact, order: LiveReorganisation, step: number) {
    const { transactor, clock } = this.ports;
    const { tenant } = cause;
    const act = derivedId('policy', 'carry-out-step', order.reorganisation, step);
    const groups = changesOfStep(order, step);
    for (let attempt = 1; ; attempt += 1) {
      const { state } = await transactor.load(structureAggregate, structureStream(tenant));
      const now = toInstant(clock.now());
      const { taken, refused } = siftStep(groups, state, { act, at: now });
      if (taken.length === 0) return refused;
      const command = { type: 'ChangeStructure', act, at: now, now, changes: taken } as const;
      const context = contextOf(cause, act, { reorganisation: order.reorganisation, step }, now);
      const result = await this.bus.execute(new DirectoryRequest(command, context));
      if (!isRejection(result)) return refused;
      // Somebody changed the structure in between: what is good is looked for once more.
      if (attempt >= stepAttemptsMax) throw new StepUnsettled(result.detail);
    }
  }
}

/** How often a step is put together anew, because others change the structure at the same time. */
const stepAttemptsMax = 5;

/** The structure changes faster than a step can be put together. The step is tried again. */
export class StepUnsettled extends Fault {
  readonly code = 'reorganisation/step-unsettled';
  readonly retriable = true;
}

function contextOf(
  { tenant, actor, correlationId, id }: PublishedFact,
  commandId: string,
  content: object,
  effectiveAt: string,
): CommandContext {
  return {
    ...{ tenant, commandId, effectiveAt, correlationId, causationId: id },
    actor: { sub: actor, via: 'policy:carry-out-reorganisation' },
    // The id says which step it is, and a step is put together but one way.
    fingerprint: createHash('sha256').update(canonicalJson(content)).digest('hex'),
  };
}
