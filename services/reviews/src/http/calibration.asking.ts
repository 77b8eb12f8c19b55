import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading, refusalOf } from '@plumbline/access';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, selfOf, sendAt, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { CalibrationQuery } from '../calibration.queries.ts';
import type { CalibrationAnswer, CalibrationQuestion } from '../calibration.queries.ts';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';

/** Asks on behalf of a request, and answers it with what the caller may read. */
@Injectable()
export class CalibrationAsking {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  async ask(
    exchange: Exchange,
    { asOf, effectiveAt }: TimesDto,
    question: CalibrationQuestion,
  ): Promise<CalibrationAnswer> {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    // In the place of another nobody sees a session: whether there is one does not matter.
    const own = { owner: selfOf(asking) };
    const lent = refusalOf(this.ports, asking, 'calibration/take-part', own);
    if (lent !== undefined) throw rejected(lent);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const answer = await this.bus.execute(new CalibrationQuery(asking, question, times, reading));
    if (answer.refused !== undefined) throw rejected(answer.refused);
    return answer;
  }

  /** What people wrote is opened here, after the permission check. */
  async answer(exchange: Exchange, { position }: CalibrationAnswer, body: object) {
    const revealed = (await reveal(this.ports.sealer, exchange.by.tenant, body)) as object;
    return sendAt(exchange.reply, { position, ...revealed });
  }
}
