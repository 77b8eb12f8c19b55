import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { derivedId, NotFound, present } from '@plumbline/kernel';
import { reveal } from '@plumbline/privacy';
import { asked, Asks, callerOf, CurrentExchange, entityTag } from '@plumbline/web';
import { sendAt, sendReceipt, timesOf, type Asked, type Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { ChartEnvelope, type ChartAsked } from '../charts.handler.ts';
import { ChartsQuery, type ChartsAnswer, type ChartsQuestion } from '../charts.queries.ts';
import { ChartIdDto, ChartsQueryDto, DrawChartDto, ExplainSignalDto } from './charts.dto.ts';
import { RebaselineChartDto, SignalsQueryDto } from './charts.dto.ts';
import { chartedOf } from './charts.map.ts';
import { chartDetail, chartSummary, signalDetail } from './charts.present.ts';

/** Of a chart that is drawn without saying so. */
const rulesDefault = ['beyond-limit', 'run-of-8'] as const;
const latenessDaysDefault = 3;

/** Control charts and their signals: shape in, command out, view back. */
@Controller()
export class ChartsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Post('control-charts')
  @Asks('control-chart/draw')
  async draw(@Body() body: DrawChartDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.ports.clock, body);
    const chartId = derivedId(call.by.tenant, 'control-chart', call.act);
    const { name, place, period, chart, baseline, rules = rulesDefault } = body;
    const { latenessDays = latenessDaysDefault, owner = meOf(call.by) } = body;
    const result = await this.#send(call, {
      type: 'BaselineChart',
      ...{ chartId, ...told(call), charted: chartedOf(body), period, latenessDays, owner },
      place: place === undefined ? null : { by: place.by, is: place.is },
      ...{ chart, baseline: spanOf(baseline), rules, words: { name } },
    });
    const location = `/control-charts/${chartId}`;
    return sendReceipt(exchange.reply, result, { id: chartId, location });
  }

  @Post('control-charts/:chartId/rebaseline')
  @Asks('control-chart/draw')
  async rebaseline(
    @Param() { chartId }: ChartIdDto,
    @Body() body: RebaselineChartDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { reason, name, chart, baseline, rules, owner } = body;
    const result = await this.#send(call, {
      type: 'RebaselineChart',
      ...{ chartId, ...told(call), baseline: spanOf(baseline) },
      ...{ words: { reason, ...present({ name }) }, ...present({ chart, rules, owner }) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post('control-charts/:chartId/explain')
  @Asks('control-chart/explain')
  async explain(
    @Param() { chartId }: ChartIdDto,
    @Body() body: ExplainSignalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { signal: signalId, cause, note } = body;
    const result = await this.#send(call, {
      type: 'ExplainSignal',
      ...{ chartId, ...told(call), signalId, cause, by: meOf(call.by), words: { note } },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get('control-charts')
  @Asks('control-chart/read')
  async charts(@Query() query: ChartsQueryDto, @CurrentExchange() exchange: Exchange) {
    const { unit, location, touchpoint } = query;
    const filter = present({ owner: meant(query.owner, exchange), unit, location, touchpoint });
    const answer = await this.#ask(exchange, query, { ask: 'charts', filter, page: pageOf(query) });
    const { charts = [], next } = answer;
    return this.#answer(exchange, answer, {
      items: charts.map(chartSummary),
      ...present({ next }),
    });
  }

  @Get('control-charts/:chartId')
  @Asks('control-chart/read')
  async chart(
    @Param() { chartId }: ChartIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, { ask: 'chart', chartId });
    const [sheet] = answer.charts ?? [];
    if (sheet === undefined) throw new NotFound('There is no such control chart at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return this.#answer(exchange, answer, { chart: chartDetail(sheet) });
  }

  @Get('signals')
  @Asks('control-chart/read')
  async signals(@Query() query: SignalsQueryDto, @CurrentExchange() exchange: Exchange) {
    const { chart, stage } = query;
    const overdue = query.overdue === undefined ? undefined : query.overdue === 'true';
    const filter = present({ chart, owner: meant(query.owner, exchange), stage, overdue });
    const page = pageOf(query);
    const answer = await this.#ask(exchange, query, { ask: 'signals', filter, page });
    const items = (answer.signals ?? []).map((one) => signalDetail(one, answer.on));
    return this.#answer(exchange, answer, { items, ...present({ next: answer.next }) });
  }

  #send({ context, ifMatch, by }: Asked, command: ChartAsked) {
    return this.commands.execute(new ChartEnvelope(command, context, by, ifMatch));
  }

  async #ask(
    exchange: Exchange,
    { asOf, effectiveAt }: TimesDto,
    question: ChartsQuestion,
  ): Promise<ChartsAnswer> {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    return this.queries.execute(new ChartsQuery(asking.tenant, question, times, reading));
  }

  /** What people wrote is opened here, after the permission check. */
  async #answer({ by, reply }: Exchange, { position }: ChartsAnswer, body: object) {
    const revealed = (await reveal(this.ports.sealer, by.tenant, body)) as object;
    return sendAt(reply, { position, ...revealed });
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}

function spanOf({ from, until }: { readonly from: string; readonly until: string }) {
  return { from, until };
}

function meant(person: string | undefined, exchange: Exchange): string | undefined {
  return person === 'me' ? meOf(callerOf(exchange)) : person;
}

function meOf({ sub, onBehalfOf }: Asked['by']): string {
  return onBehalfOf ?? sub;
}
