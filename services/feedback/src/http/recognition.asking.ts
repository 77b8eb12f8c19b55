import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, sendAt, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { RecognitionQuery } from '../recognition.queries.ts';
import type { RecognitionAnswer, RecognitionQuestion } from '../recognition.queries.ts';

/** Asks on behalf of a request, and answers it with what the caller may read. */
@Injectable()
export class RecognitionAsking {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {}

  async ask(
    exchange: Exchange,
    { asOf, effectiveAt }: TimesDto,
    question: RecognitionQuestion,
  ): Promise<RecognitionAnswer> {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const query = new RecognitionQuery(asking.tenant, question, times, reading);
    const answer = await this.bus.execute(query);
    if (answer.refused !== undefined) throw rejected(answer.refused);
    return answer;
  }

  answer(exchange: Exchange, { position }: RecognitionAnswer, body: object) {
    return sendAt(exchange.reply, { position, ...body });
  }

  /** What people wrote is opened here, after the permission check. */
  async reveal<Value>({ by }: Exchange, value: Value): Promise<Value> {
    return (await reveal(this.ports.sealer, by.tenant, value)) as Value;
  }
}

/** The person whose own records are asked for: the caller, or whom they stand in for. */
export function personOf(exchange: Exchange): string {
  const { sub, onBehalfOf = sub } = callerOf(exchange);
  return onBehalfOf;
}
