import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendAt, sendReceipt } from '@plumbline/web';
import type { Asked, Caller, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import type { CustomerResponseCommand } from '../customer-response/customer-response.commands.ts';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { askCustomers, revealed } from './customers.asking.ts';
import { AttributeResponseDto, CloseLoopDto, DisputeAttributionDto } from './customers.dto.ts';
import { RecordResponseDto, ResponseIdDto, ResponsesQueryDto } from './customers.dto.ts';
import { SettleAttributionDto, WithdrawResponseDto } from './customers.dto.ts';
import { personOf, recordingOf, responseIdOf, sharesOf } from './customers.map.ts';
import { responseDetail } from './customers.present.ts';

/** Customers' responses one by one: shape in, command out; no rule is decided here. */
@Controller('customer-responses')
export class ResponsesController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) readonly bus: QueryBus,
    @Inject(feedbackPorts) readonly ports: FeedbackPorts,
  ) {}

  @Post()
  @Asks('response/record')
  async record(@Body() body: RecordResponseDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.ports.clock, body);
    const id = responseIdOf(call.by.tenant, body, call.act);
    const result = await this.#send(call, {
      type: 'RecordResponse',
      ...{ responseId: id, ...recordingOf(body), ...told(call) },
    });
    return sendReceipt(exchange.reply, result, { id, location: `/customer-responses/${id}` });
  }

  @Post(':responseId/attribute')
  @Asks('response/attribute')
  async attribute(
    @Param() { responseId }: ResponseIdDto,
    @Body() body: AttributeResponseDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'AttributeResponse',
      ...{ responseId, shares: sharesOf(body.shares), ...told(call) },
      ...present({ reason }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':responseId/dispute')
  @Asks('response/dispute')
  async dispute(
    @Param() { responseId }: ResponseIdDto,
    @Body() body: DisputeAttributionDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'DisputeAttribution',
      ...{ responseId, by: actingFor(call.by), reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':responseId/settle')
  @Asks('response/settle')
  async settle(
    @Param() { responseId }: ResponseIdDto,
    @Body() body: SettleAttributionDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { person, outcome, shares, reason } = body;
    const result = await this.#send(call, {
      type: 'SettleAttribution',
      ...{ responseId, person, by: call.by.sub, outcome, reason, ...told(call) },
      ...(shares === undefined ? {} : { shares: sharesOf(shares) }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':responseId/close')
  @Asks('response/close')
  async close(
    @Param() { responseId }: ResponseIdDto,
    @Body() body: CloseLoopDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { cause, reason } = body;
    const result = await this.#send(call, {
      type: 'CloseLoop',
      ...{ responseId, cause, by: actingFor(call.by), reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':responseId/withdraw')
  @Asks('response/record')
  async withdraw(
    @Param() { responseId }: ResponseIdDto,
    @Body() body: WithdrawResponseDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'WithdrawResponse',
      ...{ responseId, reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get()
  @Asks('response/read')
  async list(@Query() query: ResponsesQueryDto, @CurrentExchange() exchange: Exchange) {
    const { location, touchpoint, channel, source, unit, loop } = query;
    const person = personOf(query.person, exchange);
    const answer = await askCustomers(this, exchange, query, {
      ask: 'responses',
      filter: present({ location, touchpoint, channel, source, unit, person, loop }),
      page: pageOf(query),
    });
    const { position, responses = [], next } = answer;
    const items = responses.map(responseDetail);
    const body = { position, items, ...present({ next }) };
    return sendAt(exchange.reply, await revealed(this.ports, exchange, body));
  }

  @Get(':responseId')
  @Asks('response/read')
  async one(
    @Param() { responseId }: ResponseIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = { ask: 'response', responseId } as const;
    const answer = await askCustomers(this, exchange, query, question);
    const { position, responses = [] } = answer;
    const [shown] = responses;
    if (shown === undefined) throw new NotFound('There is no such response at this point.');
    exchange.reply.header('etag', entityTag(shown.sheet.revision));
    const response = responseDetail(shown);
    const body = { position, response };
    return sendAt(exchange.reply, await revealed(this.ports, exchange, body));
  }

  #send({ context, ifMatch, by }: Asked, command: CustomerResponseCommand) {
    return this.commands.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}

/** Whose the act is: the caller's, or that of the one in whose place they act. */
function actingFor({ sub, onBehalfOf }: Caller): string {
  return onBehalfOf ?? sub;
}
