import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import type { CycleAsked } from '../cycles.handler.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { ReviewingAsking } from './reviewing.asking.ts';
import { CycleIdDto, CyclesQueryDto, LateJoinerDto, PlanCycleDto } from './reviewing.dto.ts';
import { ReasonDto, StepDto } from './reviewing.dto.ts';
import { cycleDetail } from './reviewing.present.ts';

/** Review cycles: shape in, command out; question in, view out. */
@Controller('review-cycles')
export class ReviewCyclesController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(reviewsPorts) ports: ReviewsPorts,
    @Inject(ReviewingAsking) private readonly reviewing: ReviewingAsking,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('review-cycle/run')
  async plan(@Body() body: PlanCycleDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, {});
    const cycleId = derivedId(call.by.tenant, 'review-cycle', call.act);
    const { title, period, template, pack, population, peers, due } = body;
    // Of their shapes only what is in them is stored.
    const planned = {
      ...{ title, period: { ...period }, peers: { ...peers }, due: { ...due } },
      ...{ template: { ...template }, pack: { ...pack } },
    };
    const result = await this.#send(call, {
      type: 'PlanCycle',
      ...{ cycleId, ...planned, population: { units: population?.units ?? null } },
      ...toldBy(call),
    });
    const location = `/review-cycles/${cycleId}`;
    return sendReceipt(exchange.reply, result, { id: cycleId, location });
  }

  @Post(':cycleId/launch')
  @Asks('review-cycle/run')
  launch(
    @Param() { cycleId }: CycleIdDto,
    @Body() body: StepDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, body, (by) => ({ type: 'LaunchCycle', cycleId, ...by }));
  }

  @Post(':cycleId/late-joiners')
  @Asks('review-cycle/run')
  join(
    @Param() { cycleId }: CycleIdDto,
    @Body() { person }: LateJoinerDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, {}, (by) => ({ type: 'AddLateJoiner', cycleId, person, ...by }));
  }

  @Post(':cycleId/collect')
  @Asks('review-cycle/run')
  collect(
    @Param() { cycleId }: CycleIdDto,
    @Body() body: StepDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, body, (by) => ({ type: 'BeginCollecting', cycleId, ...by }));
  }

  @Post(':cycleId/calibrate')
  @Asks('review-cycle/run')
  calibrate(
    @Param() { cycleId }: CycleIdDto,
    @Body() body: StepDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, body, (by) => ({ type: 'BeginCalibrating', cycleId, ...by }));
  }

  @Post(':cycleId/lock')
  @Asks('review-cycle/run')
  lock(
    @Param() { cycleId }: CycleIdDto,
    @Body() body: StepDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, body, (by) => ({ type: 'LockCycle', cycleId, ...by }));
  }

  @Post(':cycleId/release')
  @Asks('review-cycle/run')
  release(
    @Param() { cycleId }: CycleIdDto,
    @Body() body: StepDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, body, (by) => ({ type: 'ReleaseCycle', cycleId, ...by }));
  }

  @Post(':cycleId/close')
  @Asks('review-cycle/run')
  close(
    @Param() { cycleId }: CycleIdDto,
    @Body() body: StepDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, body, (by) => ({ type: 'CloseCycle', cycleId, ...by }));
  }

  @Post(':cycleId/cancel')
  @Asks('review-cycle/run')
  cancel(
    @Param() { cycleId }: CycleIdDto,
    @Body() { reason }: ReasonDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, {}, (by) => ({ type: 'CancelCycle', cycleId, reason, ...by }));
  }

  @Get()
  @Asks('review-cycle/read')
  async list(@Query() query: CyclesQueryDto, @CurrentExchange() exchange: Exchange) {
    this.reviewing.open(exchange, 'review-cycle/read');
    const { stage } = query;
    const question = { ask: 'cycles', page: pageOf(query), ...present({ stage }) } as const;
    const answer = await this.reviewing.ask(exchange, query, question);
    const { cycles = [], next } = answer;
    const items = cycles.map(cycleDetail);
    return this.reviewing.answer(exchange, answer, { items, ...present({ next }) });
  }

  @Get(':cycleId')
  @Asks('review-cycle/read')
  async one(
    @Param() { cycleId }: CycleIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    this.reviewing.open(exchange, 'review-cycle/read');
    const answer = await this.reviewing.ask(exchange, query, { ask: 'cycle', cycleId });
    const [sheet] = answer.cycles ?? [];
    if (sheet === undefined) throw new NotFound('There is no such review cycle at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return this.reviewing.answer(exchange, answer, { reviewCycle: cycleDetail(sheet) });
  }

  async #take(
    exchange: Exchange,
    body: StepDto,
    commandOf: (by: ReturnType<typeof toldBy>) => CycleAsked,
  ) {
    const call = asked(exchange, this.#clock, body);
    return sendReceipt(exchange.reply, await this.#send(call, commandOf(toldBy(call))));
  }

  #send({ context, ifMatch, by }: Asked, command: CycleAsked) {
    return this.bus.execute(new ReviewsEnvelope(command, context, by, ifMatch));
  }
}

function toldBy({ act, at, now, by }: Asked) {
  return { act, at, now, by: by.sub };
}
