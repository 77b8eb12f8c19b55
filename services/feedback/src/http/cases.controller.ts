import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import type { CaseAsked } from '../cases.handler.ts';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { answerCases, askCases } from './cases.asking.ts';
import { CaseChangeDto, CaseIdDto, CasesQueryDto, OpenCaseDto } from './cases.dto.ts';
import { PauseCaseDto, ReopenCaseDto } from './cases.dto.ts';
import { caseDetail, caseSummary } from './cases.present.ts';

/** Cases of customers: shape in, command out, view back; no rule is decided here. */
@Controller('cases')
export class CasesController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) readonly bus: QueryBus,
    @Inject(feedbackPorts) readonly ports: FeedbackPorts,
  ) {}

  @Post()
  @Asks('case/open')
  async open(@Body() body: OpenCaseDto, @CurrentExchange() exchange: Exchange) {
    const call = this.#asked(exchange, body);
    const caseId = derivedId(call.by.tenant, 'case', call.act);
    const { slaRef, unit, customer, summary, touchpoint, response } = body;
    const { sub, onBehalfOf: openedBy = sub } = call.by;
    const words = { customer, ...present({ summary }) };
    const result = await this.#send(call, {
      type: 'OpenCase',
      ...{ caseId, slaRef, unit, openedBy, ...told(call), words },
      ...present({ touchpoint, response }),
    });
    return sendReceipt(exchange.reply, result, { id: caseId, location: `/cases/${caseId}` });
  }

  @Post(':caseId/respond')
  @Asks('case/work')
  async respond(
    @Param() { caseId }: CaseIdDto,
    @Body() body: CaseChangeDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = this.#asked(exchange, body);
    const result = await this.#send(call, { type: 'RespondToCase', caseId, ...told(call) });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':caseId/pause')
  @Asks('case/work')
  async pause(
    @Param() { caseId }: CaseIdDto,
    @Body() body: PauseCaseDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = this.#asked(exchange, body);
    const { cause } = body;
    const result = await this.#send(call, { type: 'PauseClock', caseId, cause, ...told(call) });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':caseId/resume')
  @Asks('case/work')
  async resume(
    @Param() { caseId }: CaseIdDto,
    @Body() body: CaseChangeDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = this.#asked(exchange, body);
    const result = await this.#send(call, { type: 'ResumeClock', caseId, ...told(call) });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':caseId/resolve')
  @Asks('case/work')
  async resolve(
    @Param() { caseId }: CaseIdDto,
    @Body() body: CaseChangeDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = this.#asked(exchange, body);
    const result = await this.#send(call, { type: 'ResolveCase', caseId, ...told(call) });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':caseId/reopen')
  @Asks('case/work')
  async reopen(
    @Param() { caseId }: CaseIdDto,
    @Body() body: ReopenCaseDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = this.#asked(exchange, body);
    const { reason } = body;
    const result = await this.#send(call, { type: 'ReopenCase', caseId, reason, ...told(call) });
    return sendReceipt(exchange.reply, result);
  }

  @Get()
  @Asks('case/read')
  async cases(@Query() query: CasesQueryDto, @CurrentExchange() exchange: Exchange) {
    const { unit, sla, stage, overdue } = query;
    const filter = {
      ...present({ unit, sla, stage }),
      ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
    };
    const question = { ask: 'cases', filter, page: pageOf(query) } as const;
    const answer = await askCases(this, exchange, query, question);
    const { cases = [], until, next } = answer;
    const items = cases.map((sheet) => caseSummary(sheet, until));
    return answerCases(this, exchange, answer, { items, ...present({ next }) });
  }

  @Get(':caseId')
  @Asks('case/read')
  async case(
    @Param() { caseId }: CaseIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await askCases(this, exchange, query, { ask: 'case', caseId });
    const [sheet] = answer.cases ?? [];
    if (sheet === undefined) throw new NotFound('There is no such case at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return answerCases(this, exchange, answer, { case: caseDetail(sheet, answer.until) });
  }

  #asked(exchange: Exchange, body: { readonly effectiveAt?: string }): Asked {
    return asked(exchange, this.ports.clock, body);
  }

  #send({ context, ifMatch, by }: Asked, command: CaseAsked) {
    return this.commands.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}
