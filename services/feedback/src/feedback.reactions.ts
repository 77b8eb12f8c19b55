import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { FeedbackPublished } from '@plumbline/contracts';
import { canonicalJson } from '@plumbline/event-log';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { derivedId, toInstant } from '@plumbline/kernel';
import { noteAggregate } from './facts.ts';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { noteStream } from './feedback.streams.ts';
import { answerOnFeedbackGiven, type AnsweredBy } from './policies/answer-on-feedback-given.ts';

type Given = PublishedFact<FeedbackPublished['feedback.FeedbackGiven.v1']>;

/**
 * Runs the policies of this context: facts in, commands out. The id of a command derives from the
 * fact, so that a redelivery decides nothing. A rejection is an answer, not a failure, and ends
 * the matter; a fault is thrown, and the strategy tries again.
 */
@Policies()
export class FeedbackReactions {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {}

  @EventPattern('feedback.FeedbackGiven.v1')
  async feedbackGiven(@Payload() facts: readonly Given[]): Promise<void> {
    for (const fact of facts) {
      // Who gave it, and what it answers, is not always published: the note itself has it.
      const stream = noteStream(fact.tenant, fact.data.noteId);
      const { state: note } = await this.ports.transactor.load(noteAggregate, stream);
      if (note.stage === 'none') continue;
      for (const answered of answerOnFeedbackGiven(note, fact.effectiveAt)) {
        await this.#answer(fact, answered);
      }
    }
  }

  async #answer(cause: Given, answered: AnsweredBy): Promise<void> {
    const { requestId, author, at } = answered;
    const act = derivedId('policy', 'answer-on-feedback-given', cause.id, requestId);
    const now = toInstant(this.ports.clock.now());
    await this.bus.execute(
      new FeedbackEnvelope(
        { type: 'AnswerRequest', ...answered, act, now },
        {
          tenant: cause.tenant,
          actor: { sub: author, via: 'policy:answer-on-feedback-given' },
          commandId: act,
          fingerprint: createHash('sha256').update(canonicalJson(answered)).digest('hex'),
          effectiveAt: at,
          correlationId: cause.correlationId,
          causationId: cause.id,
        },
      ),
    );
  }
}
