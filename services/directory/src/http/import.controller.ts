import { Controller, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { isPermitted } from '@plumbline/organization';
import { answerLines, Asks, callerOf, checkedBody, CurrentExchange } from '@plumbline/web';
import { problemOf, rejected, type Exchange } from '@plumbline/web';
import { ImportQueryDto } from '@plumbline/web/shapes';
import type { FastifyReply } from 'fastify';
import { directoryPorts, type DirectoryPorts } from '../directory.handler.ts';
import { DirectoryImport, type Importing, type ImportOutcome } from '../directory.import.ts';
import { ImportPersonDto, ImportStructureDto } from './directory.dto.ts';

/** Bulk routes: a line in, a line out. Who may import is asked once, before the first line. */
@Controller()
export class ImportController {
  constructor(
    @Inject(DirectoryImport) private readonly imports: DirectoryImport,
    @Inject(directoryPorts) private readonly ports: DirectoryPorts,
  ) {}

  @Post('structure/import')
  @HttpCode(200)
  @Asks('directory/import')
  structure(
    @Query() query: ImportQueryDto,
    @CurrentExchange() exchange: Exchange,
    // The answer is written by the lines, and not by Nest.
    @Res() reply: FastifyReply,
  ): void {
    const importing = this.#importingOf(exchange, query);
    answerLines(exchange.request, reply, {
      check: (line) => checkedBody(ImportStructureDto, line),
      // One stream decides: its lines are gathered, and each is answered for itself.
      serialBy: (line) => line.key,
      work: async (line) => answerOf(line.key, await this.imports.structure(line, importing)),
    });
  }

  @Post('people/import')
  @HttpCode(200)
  @Asks('directory/import')
  people(
    @Query() query: ImportQueryDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): void {
    const importing = this.#importingOf(exchange, query);
    answerLines(exchange.request, reply, {
      check: (line) => checkedBody(ImportPersonDto, line),
      serialBy: (line) => line.person.person,
      work: async (line) => answerOf(line.key, await this.imports.person(line, importing)),
    });
  }

  #importingOf(exchange: Exchange, { dryRun }: ImportQueryDto): Importing {
    const asking = callerOf(exchange);
    const answer = this.ports.access.permit(asking, 'directory/import', {});
    if (!isPermitted(answer)) throw rejected(answer);
    return { tenant: asking.tenant, sub: asking.sub, dryRun: dryRun === 'true' };
  }
}

function answerOf(key: string, outcome: ImportOutcome): object {
  if (outcome.status !== 'refused') return { key, ...outcome };
  const { problem } = problemOf(outcome.rejection);
  return { key, status: outcome.status, problem };
}
