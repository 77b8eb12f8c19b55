import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { isRejection } from '@plumbline/kernel';
import {
  Asks,
  askersOf,
  callerOf,
  CurrentExchange,
  rejected,
  sendAt,
  timesOf,
} from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { pageOf } from '@plumbline/web/shapes';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { PayFeedQuery } from '../pay-feed.queries.ts';
import { PayFeedQueryDto } from './review-figures.dto.ts';

/** What may be paid by: ratings that a human has finalised. */
@Controller()
export class PayFeedController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Get('pay-feed')
  @Asks('pay-feed/read')
  async feed(@Query() query: PayFeedQueryDto, @CurrentExchange() exchange: Exchange) {
    const asking = callerOf(exchange);
    const { cycle, asOf, effectiveAt } = query;
    const reading = createReading(this.ports.access, asking);
    const refused = reading.refusal('pay-feed/read', {}, `pay-feed:${cycle}`);
    if (refused !== undefined) throw rejected(refused);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const page = pageOf(query);
    const answer = await this.bus.execute(
      new PayFeedQuery(asking.tenant, cycle, page, times, askersOf(asking)),
    );
    if (isRejection(answer)) throw rejected(answer);
    const { position, stage, entries, waiting, next } = answer;
    return sendAt(exchange.reply, {
      ...{ position, cycle, stage },
      entries: entries.map(({ reviewId, subject, at, ...entry }) => {
        return { review: reviewId, person: subject, finalisedAt: at, ...entry };
      }),
      waiting: waiting.map(({ reviewId, subject, because }) => {
        return { review: reviewId, person: subject, because };
      }),
      ...(next === undefined ? {} : { next }),
    });
  }
}
