import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { present } from '@plumbline/kernel';
import { Asks, CurrentExchange, type Exchange } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { WhatIfDto } from './alignments.dto.ts';
import { reparentingOf } from './alignments.map.ts';
import { lagBody, latencyBody, mapBody, mapNodes } from './figures.present.ts';
import { nodeTitles, whatIfBody } from './figures.present.ts';
import { CountedQueryDto, MapQueryDto, ReplanLatencyQueryDto, UnitsQueryDto } from './params.ts';
import { ownerOf, PlansAsking } from './plans.asking.ts';

/** Figures over goals, alignments, strategies and ideas at one point. None of them is stored. */
@Controller()
export class FiguresController {
  constructor(@Inject(PlansAsking) private readonly plans: PlansAsking) {}

  @Get('alignment-map')
  @Asks('strategy/read')
  async map(@Query() query: MapQueryDto, @CurrentExchange() exchange: Exchange) {
    const { strategy, theme } = query;
    const filter = { ...countedBy(query, exchange), ...present({ strategy, theme }) };
    const answer = await this.plans.ask(exchange, query, { ask: 'map', filter });
    const { map } = answer;
    if (map === undefined) return this.plans.answer(exchange, answer, {});
    // Titles alone are revealed of thousands of nodes: the rest of them has no words.
    const nodes = mapNodes(map, await this.plans.reveal(exchange, nodeTitles(map)));
    return this.plans.answer(exchange, answer, mapBody(map), { nodes });
  }

  /** A question, though it has a body: nothing is recorded. */
  @Post('alignment-map/what-if')
  @Asks('strategy/read')
  @HttpCode(200)
  async whatIf(
    @Query() query: TimesDto,
    @Body() { moves }: WhatIfDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = { ask: 'what-if', moves: moves.map(reparentingOf) } as const;
    const answer = await this.plans.ask(exchange, query, question);
    const body = answer.whatIf === undefined ? {} : whatIfBody(answer.whatIf);
    return this.plans.answer(exchange, answer, { on: answer.on, ...body });
  }

  @Get('unit-progress')
  @Asks('strategy/read')
  async units(@Query() query: UnitsQueryDto, @CurrentExchange() exchange: Exchange) {
    const { unit, period } = query;
    const filter = present({ unit, period });
    const answer = await this.plans.ask(exchange, query, { ask: 'units', filter });
    return this.plans.answer(exchange, answer, { on: answer.on, ...answer.units });
  }

  @Get('amendment-lag')
  @Asks('strategy/read')
  async lag(@Query() query: CountedQueryDto, @CurrentExchange() exchange: Exchange) {
    const question = { ask: 'lag', filter: countedBy(query, exchange) } as const;
    const answer = await this.plans.ask(exchange, query, question);
    const body = answer.lag === undefined ? {} : lagBody(answer.lag);
    return this.plans.answer(exchange, answer, body);
  }

  @Get('innovation-funnel')
  @Asks('idea/read')
  async funnel(@Query() query: TimesDto, @CurrentExchange() exchange: Exchange) {
    const answer = await this.plans.ask(exchange, query, { ask: 'funnel' });
    return this.plans.answer(exchange, answer, { ...answer.funnel });
  }

  @Get('replan-latency')
  @Asks('strategy/read')
  async latency(@Query() query: ReplanLatencyQueryDto, @CurrentExchange() exchange: Exchange) {
    const { strategy: strategyId } = query;
    const question = { ask: 'latency', ...present({ strategyId }) } as const;
    const answer = await this.plans.ask(exchange, query, question);
    const body = answer.latency === undefined ? {} : latencyBody(answer.latency);
    return this.plans.answer(exchange, answer, body);
  }
}

function countedBy({ owner, unit, period }: CountedQueryDto, exchange: Exchange) {
  return present({ owner: ownerOf(owner, exchange), unit, period });
}
