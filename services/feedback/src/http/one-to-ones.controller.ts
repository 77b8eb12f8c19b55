import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts } from '../feedback.ports.ts';
import type { FeedbackPorts, OneToOneAsked } from '../feedback.ports.ts';
import { meOf, PeopleAsking } from './people.asking.ts';
import { AgreeActionDto, CompleteActionDto, CorrectOneToOneDto } from './people.dto.ts';
import { DropActionDto, HoldOneToOneDto } from './people.dto.ts';
import { told } from './people.map.ts';
import { ActionIdDto, OneToOneIdDto, OneToOnesQueryDto } from './people.params.ts';
import { oneToOneDetail } from './people.present.ts';

/** Meetings of two: shape in, command out; question in, view out. */
@Controller('feedback/one-to-ones')
export class OneToOnesController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(feedbackPorts) ports: FeedbackPorts,
    @Inject(PeopleAsking) private readonly people: PeopleAsking,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('one-to-one/hold')
  async hold(@Body() body: HoldOneToOneDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const oneToOneId = derivedId(call.by.tenant, 'one-to-one', call.act);
    const { with: other, on, agenda = [] } = body;
    const result = await this.#send(call, {
      type: 'HoldOneToOne',
      ...{ oneToOneId, with: other, on, agenda, ...toldBy(call) },
    });
    const location = `/feedback/one-to-ones/${oneToOneId}`;
    return sendReceipt(exchange.reply, result, { id: oneToOneId, location });
  }

  @Post(':oneToOneId/correct')
  @Asks('one-to-one/hold')
  async correct(
    @Param() { oneToOneId }: OneToOneIdDto,
    @Body() body: CorrectOneToOneDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { on, reason } = body;
    const result = await this.#send(call, {
      type: 'CorrectOneToOne',
      ...{ oneToOneId, on, reason, ...toldBy(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':oneToOneId/actions')
  @Asks('one-to-one/hold')
  async agree(
    @Param() { oneToOneId }: OneToOneIdDto,
    @Body() body: AgreeActionDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { owner, due, action } = body;
    const result = await this.#send(call, {
      type: 'AgreeAction',
      ...{ oneToOneId, owner, due, action, ...toldBy(call) },
    });
    const location = `/feedback/one-to-ones/${oneToOneId}`;
    return sendReceipt(exchange.reply, result, { id: call.act, location });
  }

  @Post(':oneToOneId/actions/:actionId/complete')
  @Asks('one-to-one/hold')
  async complete(
    @Param() { oneToOneId, actionId }: ActionIdDto,
    @Body() body: CompleteActionDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const result = await this.#send(call, {
      type: 'CompleteAction',
      ...{ oneToOneId, actionId, ...toldBy(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':oneToOneId/actions/:actionId/drop')
  @Asks('one-to-one/hold')
  async drop(
    @Param() { oneToOneId, actionId }: ActionIdDto,
    @Body() body: DropActionDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'DropAction',
      ...{ oneToOneId, actionId, reason, ...toldBy(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get()
  @Asks('one-to-one/read')
  async list(@Query() query: OneToOnesQueryDto, @CurrentExchange() exchange: Exchange) {
    this.people.open(exchange, ['one-to-one/read']);
    const answer = await this.people.ask(exchange, query, {
      ...{ ask: 'one-to-ones', of: meOf(exchange), page: pageOf(query) },
      ...present({ with: query.with }),
    });
    const { meetings = [], next } = answer;
    return this.people.answer(exchange, answer, {
      items: meetings.map(oneToOneDetail),
      ...present({ next }),
    });
  }

  @Get(':oneToOneId')
  @Asks('one-to-one/read')
  async one(
    @Param() { oneToOneId }: OneToOneIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    this.people.open(exchange, ['one-to-one/read']);
    const answer = await this.people.ask(exchange, query, { ask: 'one-to-one', oneToOneId });
    const [sheet] = answer.meetings ?? [];
    if (sheet === undefined) throw new NotFound('There is no such one-to-one at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return this.people.answer(exchange, answer, { oneToOne: oneToOneDetail(sheet) });
  }

  #send({ context, ifMatch, by }: Asked, command: OneToOneAsked) {
    return this.bus.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

function toldBy(call: Asked) {
  return { ...told(call), by: call.by.sub };
}
