import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { Asks, callerOf, CurrentExchange, rejected, sendAt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { SatisfactionQuery } from '../satisfaction.queries.ts';
import { questionOf } from './satisfaction.asking.ts';
import { SatisfactionQueryDto } from './satisfaction.dto.ts';
import { satisfactionBody } from './satisfaction.present.ts';

/** How satisfied customers are, in figures. None of them is stored. */
@Controller()
export class SatisfactionController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Get('satisfaction')
  @Asks('satisfaction/read')
  async satisfaction(@Query() query: SatisfactionQueryDto, @CurrentExchange() exchange: Exchange) {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const question = questionOf(query, asking);
    const { asOf, effectiveAt } = query;
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const answer = await this.bus.execute(
      new SatisfactionQuery(asking.tenant, question, times, reading),
    );
    if (answer.refused !== undefined) throw rejected(answer.refused);
    const { position } = answer;
    return sendAt(exchange.reply, { position, ...satisfactionBody(question, answer) });
  }
}
