import { Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { permit } from '@plumbline/organization';
import { answerLines, checkedBody, CurrentPrincipal, problemOf, rejected } from '@plumbline/web';
import type { Principal } from '@plumbline/web';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GoalsImport, type Importing, type ImportOutcome } from '../goals.import.ts';
import { ImportGoalDto } from './goals.dto.ts';
import { ImportMeasurementDto } from './kpis.dto.ts';
import { ImportQueryDto } from './params.ts';

/** Bulk routes: a line in, a line out. Who may import is asked once, before the first line. */
@Controller()
export class ImportController {
  constructor(@Inject(GoalsImport) private readonly imports: GoalsImport) {}

  @Post('goals/import')
  @HttpCode(200)
  goals(
    @Query() query: ImportQueryDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const importing = importingOf(by, query);
    answerLines(request, reply, {
      check: (line) => checkedBody(ImportGoalDto, line),
      serialBy: (line) => line.goal.reference,
      work: async (line) => answerOf(line.key, await this.imports.goal(line, importing)),
    });
  }

  @Post('kpis/import')
  @HttpCode(200)
  measurements(
    @Query() query: ImportQueryDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const importing = importingOf(by, query);
    answerLines(request, reply, {
      check: (line) => checkedBody(ImportMeasurementDto, line),
      serialBy: (line) => line.kpi.reference,
      work: async (line) => answerOf(line.key, await this.imports.measurement(line, importing)),
    });
  }
}

function importingOf(by: Principal, { dryRun }: ImportQueryDto): Importing {
  const refused = permit(by, 'goal/import');
  if (refused !== undefined) throw rejected(refused);
  return { tenant: by.tenant, sub: by.sub, dryRun: dryRun === 'true' };
}

function answerOf(key: string, outcome: ImportOutcome): object {
  if (outcome.status !== 'refused') return { key, ...outcome };
  const { problem } = problemOf(outcome.rejection);
  return { key, status: outcome.status, problem };
}
