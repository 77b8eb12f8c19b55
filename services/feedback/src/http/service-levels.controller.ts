import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { PageDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import type { ServiceLevelCommand } from '../service-level/service-level.commands.ts';
import type { OpeningTimes, Targets } from '../service-level/service-level.ts';
import { answerCases, askCases } from './cases.asking.ts';
import { DefineServiceLevelDto, ReviseServiceLevelDto, ServiceLevelIdDto } from './cases.dto.ts';
import type { OpeningDto, TargetsDto } from './cases.dto.ts';
import { SlaAttainmentQueryDto } from './cases.dto.ts';
import { levelDetail } from './cases.present.ts';

/** What customers are promised: shape in, command out; and how often it was kept. */
@Controller()
export class ServiceLevelsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) readonly bus: QueryBus,
    @Inject(feedbackPorts) readonly ports: FeedbackPorts,
  ) {}

  @Post('service-levels')
  @Asks('service-level/define')
  async define(@Body() body: DefineServiceLevelDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.ports.clock, body);
    const serviceLevelId = derivedId(call.by.tenant, 'service-level', call.act);
    const result = await this.#send(call, {
      type: 'DefineServiceLevel',
      ...{ serviceLevelId, ...told(call), words: { name: body.name } },
      ...{ targets: targetsOf(body.targets), opening: openingOf(body.opening) },
    });
    const location = `/service-levels/${serviceLevelId}`;
    return sendReceipt(exchange.reply, result, { id: serviceLevelId, location });
  }

  @Post('service-levels/:serviceLevelId/revise')
  @Asks('service-level/define')
  async revise(
    @Param() { serviceLevelId }: ServiceLevelIdDto,
    @Body() body: ReviseServiceLevelDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { reason, name, targets, opening } = body;
    const result = await this.#send(call, {
      type: 'ReviseServiceLevel',
      ...{ serviceLevelId, ...told(call), words: { reason, ...present({ name }) } },
      ...present({
        targets: targets && targetsOf(targets),
        opening: opening && openingOf(opening),
      }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get('service-levels')
  @Asks('service-level/read')
  async levels(@Query() query: PageDto, @CurrentExchange() exchange: Exchange) {
    const question = { ask: 'levels', page: pageOf(query) } as const;
    const answer = await askCases(this, exchange, query, question);
    const { levels = [], next } = answer;
    const items = levels.map(levelDetail);
    return answerCases(this, exchange, answer, { items, ...present({ next }) });
  }

  @Get('service-levels/:serviceLevelId')
  @Asks('service-level/read')
  async level(
    @Param() { serviceLevelId }: ServiceLevelIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await askCases(this, exchange, query, { ask: 'level', serviceLevelId });
    const [sheet] = answer.levels ?? [];
    if (sheet === undefined) throw new NotFound('There is no such service level at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return answerCases(this, exchange, answer, { serviceLevel: levelDetail(sheet) });
  }

  @Get('sla-attainment')
  @Asks('service-level/read')
  async attainment(@Query() query: SlaAttainmentQueryDto, @CurrentExchange() exchange: Exchange) {
    const { from, until, unit, sla } = query;
    const filter = { from, until, ...present({ unit, sla }) };
    const answer = await askCases(this, exchange, query, { ask: 'attainment', filter });
    return answerCases(this, exchange, answer, { from, until, ...answer.attainment });
  }

  #send({ context, ifMatch, by }: Asked, command: ServiceLevelCommand) {
    return this.commands.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}

function targetsOf({ firstResponse, resolution }: TargetsDto): Targets {
  return { firstResponse: firstResponse ?? null, resolution: resolution ?? null };
}

function openingOf({ zone, week, holidays = [] }: OpeningDto): OpeningTimes {
  return { zone, week: week.map(({ from, until }) => ({ from, until })), holidays };
}
