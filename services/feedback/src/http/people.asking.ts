import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading, refusalOf } from '@plumbline/access';
import type { Action } from '@plumbline/organization';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, selfOf, sendAt, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { PeopleQuery, type PeopleAnswer, type PeopleQuestion } from '../people.queries.ts';

/** Asks on behalf of a request, and answers it with what the caller may read. */
@Injectable()
export class PeopleAsking {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {}

  async ask(
    exchange: Exchange,
    { asOf, effectiveAt }: TimesDto,
    question: PeopleQuestion,
  ): Promise<PeopleAnswer> {
    const asking = callerOf(exchange);
    const { access } = this.ports;
    const reading = createReading(access, asking);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const answer = await this.bus.execute(new PeopleQuery(asking.tenant, question, times, reading));
    if (answer.refused !== undefined) throw rejected(answer.refused);
    return answer;
  }

  /**
   * Whether one may read at all, be it in the place of another, does not hang on what there is to
   * be seen: one of these actions on an own record must be permitted.
   */
  open(exchange: Exchange, actions: readonly Action[]): void {
    const asking = callerOf(exchange);
    const owner = selfOf(asking);
    const refusals = actions.map((action) => refusalOf(this.ports, asking, action, { owner }));
    const [first] = refusals;
    if (first !== undefined && refusals.every((one) => one !== undefined)) throw rejected(first);
  }

  /** What people wrote is opened here, after the permission check. */
  async answer(exchange: Exchange, { position }: PeopleAnswer, body: object) {
    const revealed = (await reveal(this.ports.sealer, exchange.by.tenant, body)) as object;
    return sendAt(exchange.reply, { position, ...revealed });
  }
}

/** The one whose records a caller asks for with `me`. */
export function meOf(exchange: Exchange): string {
  return selfOf(callerOf(exchange)).slice('person:'.length);
}
