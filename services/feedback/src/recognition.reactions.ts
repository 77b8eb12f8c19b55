import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { FeedbackPublished } from '@plumbline/contracts';
import { canonicalJson } from '@plumbline/event-log';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { FeedbackEnvelope } from './feedback.ports.ts';
import { receiveOnRecognitionGiven } from './policies/receive-on-recognition-given.ts';
import type { ReceivePoints } from './recognition/points.commands.ts';

type Given = PublishedFact<FeedbackPublished['feedback.RecognitionGiven.v1']>;

/** Brings what was given to the accounts of those who get it; each act derives from the fact. */
@Policies()
export class RecognitionReactions {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  @EventPattern('feedback.RecognitionGiven.v1')
  async recognitionGiven(@Payload() facts: readonly Given[]): Promise<void> {
    for (const fact of facts) {
      for (const command of receiveOnRecognitionGiven(fact)) await this.#receive(fact, command);
    }
  }

  async #receive(
    { tenant, actor: sub, correlationId, id }: Given,
    command: ReceivePoints,
  ): Promise<void> {
    await this.bus.execute(
      new FeedbackEnvelope(command, {
        tenant,
        actor: { sub, via: 'policy:receive-on-recognition-given' },
        commandId: command.act,
        fingerprint: createHash('sha256').update(canonicalJson(command)).digest('hex'),
        effectiveAt: command.at,
        correlationId,
        causationId: id,
      }),
    );
  }
}
