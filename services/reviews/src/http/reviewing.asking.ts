import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading, refusalOf } from '@plumbline/access';
import type { Action } from '@plumbline/organization';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, selfOf, sendAt, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { ReviewingQuery } from '../reviewing.queries.ts';
import type { ReviewingAnswer, ReviewingQuestion } from '../reviewing.queries.ts';

/** Asks on behalf of a request, and answers it with what the caller may read. */
@Injectable()
export class ReviewingAsking {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  async ask(
    exchange: Exchange,
    { asOf, effectiveAt }: TimesDto,
    question: ReviewingQuestion,
  ): Promise<ReviewingAnswer> {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    return this.bus.execute(new ReviewingQuery(asking, question, times, reading));
  }

  /** Whether one may ask at all, be it in the place of another, does not hang on what there is. */
  open(exchange: Exchange, action: Action): void {
    const asking = callerOf(exchange);
    const refused = refusalOf(this.ports, asking, action, { owner: selfOf(asking) });
    if (refused !== undefined) throw rejected(refused);
  }

  /** What people wrote is opened here, after the permission check. */
  async answer(exchange: Exchange, { position }: ReviewingAnswer, body: object) {
    const revealed = (await reveal(this.ports.sealer, exchange.by.tenant, body)) as object;
    return sendAt(exchange.reply, { position, ...revealed });
  }
}

/** The one whose records a caller asks for with `me`. */
export function meOf(exchange: Exchange): string {
  return selfOf(callerOf(exchange)).slice('person:'.length);
}
