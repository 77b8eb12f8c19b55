import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading, refusalOf } from '@plumbline/access';
import { NotFound } from '@plumbline/kernel';
import { Asks, callerOf, CurrentExchange, rejected, sendAt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { PastQuery } from '../past.queries.ts';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { PastCycleDto } from './past.dto.ts';
import { pastCycleDetail } from './past.present.ts';

/** How many were rated how in a cycle that was finished elsewhere. */
@Controller('past-cycles')
export class PastCyclesController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  @Get(':cycle')
  @Asks('past-review/read-figures')
  async cycle(
    @Param() { cycle: name }: PastCycleDto,
    @Query() { asOf, effectiveAt }: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const asking = callerOf(exchange);
    const refused = refusalOf(this.ports, asking, 'past-review/read-figures', {});
    if (refused !== undefined) throw rejected(refused);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const reading = createReading(this.ports.access, asking);
    const question = { ask: 'past-cycle', cycle: name } as const;
    const query = new PastQuery(asking.tenant, question, times, reading);
    const { position, cycle } = await this.bus.execute(query);
    if (cycle === undefined) throw new NotFound('There is no such past cycle at this point.');
    return sendAt(exchange.reply, { position, pastCycle: pastCycleDetail(cycle) });
  }
}
