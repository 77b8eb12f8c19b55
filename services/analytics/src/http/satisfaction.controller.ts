import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { present } from '@plumbline/kernel';
import { Asks, callerOf, CurrentExchange, rejected, sendAt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import type { SatisfactionQuestion } from '../satisfaction.figures.ts';
import { SatisfactionQuery } from '../satisfaction.queries.ts';
import { SatisfactionQueryDto, scaleOf } from './satisfaction.dto.ts';
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
    const question = questionOf(query, asking.onBehalfOf ?? asking.sub);
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

function questionOf(query: SatisfactionQueryDto, me: string): SatisfactionQuestion {
  const { metric, from, until, by, scale } = query;
  const { location, touchpoint, channel, source, unit } = query;
  const person = query.person === 'me' ? me : query.person;
  return {
    ...{ metric, from, until },
    ...present({ by }),
    ...(scale === undefined ? {} : { scale: scaleOf(scale) }),
    filter: present({ location, touchpoint, channel, source, unit, person }),
  };
}
