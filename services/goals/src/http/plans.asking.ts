import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, selfOf, sendAt, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { goalsPorts, type GoalsPorts } from '../goals.ports.ts';
import { PlansQuery, type PlansAnswer, type PlansQuestion } from '../plans.queries.ts';

/** Asks on behalf of a request, and answers it with what the caller may read. */
@Injectable()
export class PlansAsking {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(goalsPorts) private readonly ports: GoalsPorts,
  ) {}

  async ask(
    exchange: Exchange,
    { asOf, effectiveAt }: TimesDto,
    question: PlansQuestion,
  ): Promise<PlansAnswer> {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const answer = await this.bus.execute(new PlansQuery(asking.tenant, question, times, reading));
    if (answer.refused !== undefined) throw rejected(answer.refused);
    return answer;
  }

  /** What people wrote is opened here, after the permission check; `clear` has no such words. */
  async answer(exchange: Exchange, { position }: PlansAnswer, body: object, clear: object = {}) {
    return sendAt(exchange.reply, { position, ...(await this.reveal(exchange, body)), ...clear });
  }

  async reveal<Value>({ by }: Exchange, value: Value): Promise<Value> {
    return (await reveal(this.ports.sealer, by.tenant, value)) as Value;
  }
}

export function ownerOf(owner: string | undefined, exchange: Exchange): string | undefined {
  return owner === 'me' ? selfOf(callerOf(exchange)) : owner;
}
