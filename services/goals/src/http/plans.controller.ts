import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { NotFound, present } from '@plumbline/kernel';
import { Asks, CurrentExchange, entityTag, type Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { GoalIdDto, IdeaIdDto, IdeasQueryDto } from './params.ts';
import { StrategiesQueryDto, StrategyIdDto } from './params.ts';
import { ownerOf, PlansAsking } from './plans.asking.ts';
import { goalAlignments, ideaDetail, strategyDetail } from './plans.present.ts';

/** Questions on strategies, alignments and ideas: shape in, view out. */
@Controller()
export class PlansController {
  constructor(@Inject(PlansAsking) private readonly plans: PlansAsking) {}

  @Get('strategies')
  @Asks('strategy/read')
  async strategies(@Query() query: StrategiesQueryDto, @CurrentExchange() exchange: Exchange) {
    const answer = await this.plans.ask(exchange, query, {
      ...{ ask: 'strategies', page: pageOf(query) },
      ...present({ owner: ownerOf(query.owner, exchange) }),
    });
    const { strategies = [], on, next } = answer;
    const items = strategies.map((one) => strategyDetail(one, on));
    return this.plans.answer(exchange, answer, { items, ...present({ next }) });
  }

  @Get('strategies/:strategyId')
  @Asks('strategy/read')
  async strategy(
    @Param() { strategyId }: StrategyIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.plans.ask(exchange, query, { ask: 'strategy', strategyId });
    const [sheet] = answer.strategies ?? [];
    if (sheet === undefined) throw new NotFound('There is no such strategy at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    const strategy = strategyDetail(sheet, answer.on);
    return this.plans.answer(exchange, answer, { strategy });
  }

  @Get('goals/:goalId/alignments')
  @Asks('goal/read')
  async alignments(
    @Param() { goalId }: GoalIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.plans.ask(exchange, query, { ask: 'alignments', goalId });
    const { alignments = { parents: [], children: [] }, on } = answer;
    return this.plans.answer(exchange, answer, { on, ...goalAlignments(alignments, on) });
  }

  @Get('ideas')
  @Asks('idea/read')
  async ideas(@Query() query: IdeasQueryDto, @CurrentExchange() exchange: Exchange) {
    const { credited, signal, state } = query;
    const filter = present({ owner: ownerOf(query.owner, exchange), credited, signal, state });
    const question = { ask: 'ideas', filter, page: pageOf(query) } as const;
    const answer = await this.plans.ask(exchange, query, question);
    const { ideas = [], next } = answer;
    const items = ideas.map(ideaDetail);
    return this.plans.answer(exchange, answer, { items, ...present({ next }) });
  }

  @Get('ideas/:ideaId')
  @Asks('idea/read')
  async idea(
    @Param() { ideaId }: IdeaIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.plans.ask(exchange, query, { ask: 'idea', ideaId });
    const [sheet] = answer.ideas ?? [];
    if (sheet === undefined) throw new NotFound('There is no such idea at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return this.plans.answer(exchange, answer, { idea: ideaDetail(sheet) });
  }
}
