import { Controller, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Access } from '@plumbline/access';
import { isPermitted } from '@plumbline/organization';
import { answerLines, Asks, callerOf, checkedBody, CurrentExchange } from '@plumbline/web';
import { problemOf, rejected, type Exchange } from '@plumbline/web';
import { ImportQueryDto } from '@plumbline/web/shapes';
import type { FastifyReply } from 'fastify';
import { CustomersImport, type Importing, type ImportOutcome } from '../customers.import.ts';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { ImportResponseDto } from './customers.dto.ts';

/** A line in, a line out. Who may import is asked once, before the first line. */
@Controller()
export class ResponsesImportController {
  readonly #imports: CustomersImport;

  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {
    this.#imports = new CustomersImport(bus, ports);
  }

  @Post('customer-responses/import')
  @Asks('response/record')
  @HttpCode(200)
  responses(
    @Query() query: ImportQueryDto,
    @CurrentExchange() exchange: Exchange,
    // The answer is written by the lines, and not by Nest.
    @Res() reply: FastifyReply,
  ): void {
    const importing = importingOf(this.ports.access, exchange, query);
    answerLines(exchange.request, reply, {
      check: (line) => checkedBody(ImportResponseDto, line),
      serialBy: (line) => this.#imports.idOf(line, importing),
      work: async (line) => answerOf(line.key, await this.#imports.response(line, importing)),
    });
  }
}

function importingOf(access: Access, exchange: Exchange, { dryRun }: ImportQueryDto): Importing {
  const asking = callerOf(exchange);
  for (const action of ['response/record', 'response/attribute'] as const) {
    const answer = access.permit(asking, action, {});
    if (!isPermitted(answer)) throw rejected(answer);
  }
  return { tenant: asking.tenant, sub: asking.sub, dryRun: dryRun === 'true' };
}

function answerOf(key: string, outcome: ImportOutcome): object {
  if (outcome.status !== 'refused') return { key, ...outcome };
  const { problem } = problemOf(outcome.rejection);
  return { key, status: outcome.status, problem };
}
