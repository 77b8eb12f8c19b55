import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { present } from '@plumbline/kernel';
import { Asks, CurrentExchange, sendAt, type Exchange } from '@plumbline/web';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { askCustomers } from './customers.asking.ts';
import { SatisfactionQueryDto } from './customers.dto.ts';
import { personOf, scaleOf } from './customers.map.ts';
import { satisfactionBody } from './customers.present.ts';

/** How satisfied customers are, in figures. None of them is stored. */
@Controller()
export class SatisfactionController {
  constructor(
    @Inject(QueryBus) readonly bus: QueryBus,
    @Inject(feedbackPorts) readonly ports: FeedbackPorts,
  ) {}

  @Get('satisfaction')
  @Asks('satisfaction/read')
  async satisfaction(@Query() query: SatisfactionQueryDto, @CurrentExchange() exchange: Exchange) {
    const { metric, from, until, by, scale } = query;
    const { location, touchpoint, channel, source, unit } = query;
    const person = personOf(query.person, exchange);
    const of = {
      ...{ metric, from, until },
      ...present({ by }),
      ...(scale === undefined ? {} : { scale: scaleOf(scale) }),
      filter: present({ location, touchpoint, channel, source, unit, person }),
    };
    const answer = await askCustomers(this, exchange, query, { ask: 'satisfaction', of });
    const { position, satisfaction } = answer;
    const body = satisfaction === undefined ? {} : satisfactionBody(of, satisfaction);
    return sendAt(exchange.reply, { position, ...body });
  }
}
