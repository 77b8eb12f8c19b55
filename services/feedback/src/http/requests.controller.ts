import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import type { RequestFilter } from '../people.queries.ts';
import type { RequestCommand } from '../request/request.commands.ts';
import { meOf, PeopleAsking } from './people.asking.ts';
import { AskFeedbackDto, DeclineRequestDto } from './people.dto.ts';
import { told, topicOf } from './people.map.ts';
import { RequestIdDto, RequestsQueryDto } from './people.params.ts';
import { requestDetail } from './people.present.ts';

/** Requests for feedback: shape in, command out; question in, view out. */
@Controller('feedback/requests')
export class RequestsController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(feedbackPorts) ports: FeedbackPorts,
    @Inject(PeopleAsking) private readonly people: PeopleAsking,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('feedback/ask')
  async ask(@Body() body: AskFeedbackDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const requestId = derivedId(call.by.tenant, 'request', call.act);
    const by = meOf(exchange);
    const { subject = by, from, due, topic, question } = body;
    const result = await this.#send(call, {
      type: 'AskFeedback',
      ...{ requestId, by, subject, from, due, question, ...told(call) },
      ...present({ topic: topic && topicOf(topic) }),
    });
    const location = `/feedback/requests/${requestId}`;
    return sendReceipt(exchange.reply, result, { id: requestId, location });
  }

  @Post(':requestId/decline')
  @Asks('feedback/answer')
  async decline(
    @Param() { requestId }: RequestIdDto,
    @Body() body: DeclineRequestDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'DeclineRequest',
      ...{ requestId, by: call.by.sub, ...told(call) },
      ...present({ reason }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get()
  @Asks('feedback/read-request')
  async list(@Query() query: RequestsQueryDto, @CurrentExchange() exchange: Exchange) {
    this.people.open(exchange, ['feedback/read-request']);
    const filter = filterOf(query, exchange);
    const question = { ask: 'requests', filter, page: pageOf(query) } as const;
    const answer = await this.people.ask(exchange, query, question);
    const { requests = [], next } = answer;
    return this.people.answer(exchange, answer, {
      items: requests.map(requestDetail),
      ...present({ next }),
    });
  }

  @Get(':requestId')
  @Asks('feedback/read-request')
  async one(
    @Param() { requestId }: RequestIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    this.people.open(exchange, ['feedback/read-request']);
    const answer = await this.people.ask(exchange, query, { ask: 'request', requestId });
    const [sheet] = answer.requests ?? [];
    if (sheet === undefined) throw new NotFound('There is no such request at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return this.people.answer(exchange, answer, { request: requestDetail(sheet) });
  }

  #send({ context, ifMatch, by }: Asked, command: RequestCommand) {
    return this.bus.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

function filterOf({ to, by, stage }: RequestsQueryDto, exchange: Exchange): RequestFilter {
  const me = meOf(exchange);
  const isReceived = to !== undefined || by === undefined;
  const [from, asker] = [isReceived ? me : undefined, by === undefined ? undefined : me];
  return present({ from, by: asker, stage });
}
