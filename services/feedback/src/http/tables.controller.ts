import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus, type Query as Asked } from '@nestjs/cqrs';
import { createReading, type Reading } from '@plumbline/access';
import { answerFigures, type FiguresAsked } from '@plumbline/exports';
import { present, type Rejection } from '@plumbline/kernel';
import { Asks, CurrentExchange, rejected, type Exchange } from '@plumbline/web';
import type { FastifyReply } from 'fastify';
import { CasesQuery } from '../cases.queries.ts';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import {
  attainmentRows,
  attainmentTable,
  recognitionRows,
  recognitionTable,
} from '../feedback.tables.ts';
import { RecognitionQuery } from '../recognition.queries.ts';
import { AttainmentTableDto, RecognitionTableDto } from './tables.dto.ts';

/** Live figures as files: asked for as on their routes, and with the same rows hidden. */
@Controller('exports')
export class TablesController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
  ) {}

  @Get('service-levels')
  @Asks('table/export', { lasting: true })
  async attainment(
    @Query() query: AttainmentTableDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { from, until, unit, sla } = query;
    const filter = { from, until, ...present({ unit, sla }) };
    const asked = { table: attainmentTable, query, filter };
    await answerFigures(this.ports, { ...exchange, reply }, asked, async (at) => {
      const question = { ask: 'attainment', filter } as const;
      const ask = (reading: Reading) => new CasesQuery(at.tenant, question, at.times, reading);
      const { attainment } = await this.#answered(ask, at);
      return attainment === undefined ? [] : attainmentRows(filter, attainment);
    });
  }

  @Get('recognition')
  @Asks('table/export', { lasting: true })
  async recognition(
    @Query() query: RecognitionTableDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { unit, from, until } = query;
    const filter = present({ unit, from, until });
    const asked = { table: recognitionTable, query, filter };
    await answerFigures(this.ports, { ...exchange, reply }, asked, async (at) => {
      const question = { ask: 'unit-figures', of: filter } as const;
      const ask = (reading: Reading) =>
        new RecognitionQuery(at.tenant, question, at.times, reading);
      const { byUnit } = await this.#answered(ask, at);
      return byUnit === undefined ? [] : recognitionRows(byUnit);
    });
  }

  async #answered<Answer extends { readonly refused?: Rejection }>(
    ask: (reading: Reading) => Asked<Answer>,
    { asking }: FiguresAsked,
  ): Promise<Answer> {
    const answer = await this.bus.execute(ask(createReading(this.ports.access, asking)));
    if (answer.refused !== undefined) throw rejected(answer.refused);
    return answer;
  }
}
