import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendAt, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { PageDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { builtInMetrics } from '../metric-definition/built-in.ts';
import type { MetricDefinitionCommand } from '../metric-definition/metric-definition.commands.ts';
import { ReleasesEnvelope } from '../releases.handler.ts';
import { askReleases } from './releases.asking.ts';
import { DefineMetricDto, MetricNameDto, ReviseMetricDto } from './releases.dto.ts';
import { builtInDetail, metricDetail } from './releases.present.ts';

/** How figures are counted: shape in, command out; and what there is. */
@Controller('metric-definitions')
export class MetricsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) readonly bus: QueryBus,
    @Inject(analyticsPorts) readonly ports: AnalyticsPorts,
  ) {}

  @Post()
  @Asks('metric/define')
  async define(@Body() body: DefineMetricDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.ports.clock, body);
    const { name, formula, question = null, minN, dimensions = null } = body;
    const result = await this.#send(call, {
      type: 'DefineMetric',
      ...{ name, formula, question, dimensions, ...told(call), ...present({ minN }) },
    });
    return sendReceipt(exchange.reply, result, {
      id: name,
      location: `/metric-definitions/${name}`,
    });
  }

  @Post(':name/revise')
  @Asks('metric/define')
  async revise(
    @Param() { name }: MetricNameDto,
    @Body() body: ReviseMetricDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { formula, question, minN, dimensions } = body;
    const result = await this.#send(call, {
      ...{ type: 'ReviseMetric', name, ...told(call) },
      ...present({ formula, question, minN, dimensions }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get()
  @Asks('release/read')
  async metrics(@Query() query: PageDto, @CurrentExchange() exchange: Exchange) {
    const answer = await askReleases(this, exchange, query, {
      ask: 'metrics',
      page: pageOf(query),
    });
    const { position, metrics = [], next } = answer;
    // Those that are always there come first, and on the first page.
    const first = query.after === undefined ? [...builtInMetrics.keys()].map(builtInDetail) : [];
    const items = [...first, ...metrics.map(metricDetail)];
    return sendAt(exchange.reply, { position, items, ...present({ next }) });
  }

  @Get(':name')
  @Asks('release/read')
  async metric(
    @Param() { name }: MetricNameDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await askReleases(this, exchange, query, { ask: 'metric', name });
    const { position, metrics: [sheet] = [] } = answer;
    if (builtInMetrics.has(name)) {
      return sendAt(exchange.reply, { position, metric: builtInDetail(name) });
    }
    if (sheet === undefined) throw new NotFound('There is no such metric at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return sendAt(exchange.reply, { position, metric: metricDetail(sheet) });
  }

  #send({ context, ifMatch, by }: Asked, command: MetricDefinitionCommand) {
    return this.commands.execute(new ReleasesEnvelope(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}
