import { Controller, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import type { Access } from '@plumbline/access';
import { isPermitted } from '@plumbline/organization';
import { answerLines, Asks, callerOf, checkedBody, CurrentExchange } from '@plumbline/web';
import { problemOf, rejected, type Exchange } from '@plumbline/web';
import { ImportQueryDto } from '@plumbline/web/shapes';
import type { FastifyReply } from 'fastify';
import { goalsPorts, type GoalsPorts } from '../goals.ports.ts';
import { GoalsImport, type Importing, type ImportOutcome } from '../goals.import.ts';
import { ImportGoalDto } from './goals.dto.ts';
import { ImportMeasurementDto } from './kpis.dto.ts';

/** Bulk routes: a line in, a line out. Who may import is asked once, before the first line. */
@Controller()
export class ImportController {
  constructor(
    @Inject(GoalsImport) private readonly imports: GoalsImport,
    @Inject(goalsPorts) private readonly ports: GoalsPorts,
  ) {}

  @Post('goals/import')
  @Asks('goal/import')
  @HttpCode(200)
  goals(
    @Query() query: ImportQueryDto,
    @CurrentExchange() exchange: Exchange,
    // The answer is written by the lines, and not by Nest.
    @Res() reply: FastifyReply,
  ): void {
    const importing = importingOf(this.ports.access, exchange, query);
    answerLines(exchange.request, reply, {
      check: (line) => checkedBody(ImportGoalDto, line),
      serialBy: (line) => line.goal.reference,
      work: async (line) => answerOf(line.key, await this.imports.goal(line, importing)),
    });
  }

  @Post('kpis/import')
  @Asks('goal/import')
  @HttpCode(200)
  measurements(
    @Query() query: ImportQueryDto,
    @CurrentExchange() exchange: Exchange,
    // The answer is written by the lines, and not by Nest.
    @Res() reply: FastifyReply,
  ): void {
    const importing = importingOf(this.ports.access, exchange, query);
    answerLines(exchange.request, reply, {
      check: (line) => checkedBody(ImportMeasurementDto, line),
      serialBy: (line) => line.kpi.reference,
      work: async (line) => answerOf(line.key, await this.imports.measurement(line, importing)),
    });
  }
}

function importingOf(access: Access, exchange: Exchange, { dryRun }: ImportQueryDto): Importing {
  const asking = callerOf(exchange);
  const answer = access.permit(asking, 'goal/import', {});
  if (!isPermitted(answer)) throw rejected(answer);
  return { tenant: asking.tenant, sub: asking.sub, dryRun: dryRun === 'true' };
}

function answerOf(key: string, outcome: ImportOutcome): object {
  if (outcome.status !== 'refused') return { key, ...outcome };
  const { problem } = problemOf(outcome.rejection);
  return { key, status: outcome.status, problem };
}
