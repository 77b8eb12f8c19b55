import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading, type Reading } from '@plumbline/access';
import { answerFigures, answerTable, noSuchPlace, readPlaceWithin } from '@plumbline/exports';
import type { AskedTable, PlaceWithin } from '@plumbline/exports';
import { present, type Position } from '@plumbline/kernel';
import type { ViewReader } from '@plumbline/views';
import { Asks, callerOf, CurrentExchange, rejected, type Exchange } from '@plumbline/web';
import type { FastifyReply } from 'fastify';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { cellId } from '../metric-release/counting.ts';
import { findReleases, segmentsSeen, type ReleaseFilter } from '../releases.queries.ts';
import { figuresAfter, releaseTable, type ReleasedItem } from '../releases.table.ts';
import { SatisfactionQuery } from '../satisfaction.queries.ts';
import { satisfactionRows, satisfactionTable } from '../satisfaction.table.ts';
import { releaseSheet, type ReleaseSheet } from '../views/release-sheet.ts';
import { questionOf } from './satisfaction.asking.ts';
import { ReleaseTableDto, SatisfactionTableDto } from './tables.dto.ts';

/** Releases that are read together: one may have thousands of figures. */
const releasesTogetherMax = 20;

/** Figures as files: those that the caller may see, without a word of text. */
@Controller('exports')
export class TablesController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Get('satisfaction')
  @Asks('table/export', { lasting: true })
  async satisfaction(
    @Query() query: SatisfactionTableDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = questionOf(query, callerOf(exchange));
    const { metric, from, until, by, scale } = query;
    const filter = { metric, from, until, ...present({ by, scale }), ...question.filter };
    const asked = { table: satisfactionTable, query, filter };
    await answerFigures(this.ports, { ...exchange, reply }, asked, async (at) => {
      const reading = createReading(this.ports.access, at.asking);
      const answer = await this.bus.execute(
        new SatisfactionQuery(at.tenant, question, at.times, reading),
      );
      if (answer.refused !== undefined) throw rejected(answer.refused);
      return satisfactionRows(question, answer);
    });
  }

  @Get('metric-releases')
  @Asks('table/export', { lasting: true })
  async releases(
    @Query() query: ReleaseTableDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { metric, question, from, until } = query;
    const filter = present({ metric, question, from, until });
    const asked = { table: releaseTable, query, filter };
    await answerTable(this.ports, { ...exchange, reply }, asked, (at) => this.#rows(at, filter));
  }

  /**
   * What a release shows never changes, so that it is read as it is now, however early the point:
   * those that were whole by then are the table. That one of them was restated is told of by then.
   */
  async *#rows(
    { asking, tenant, position, ...asked }: AskedTable,
    filter: ReleaseFilter,
  ): AsyncGenerator<readonly ReleasedItem[]> {
    const { views, access } = this.ports;
    const reader = await views.of(releaseSheet, tenant, { readAfter: position });
    const after = asked.after === undefined ? undefined : readPlaceWithin(asked.after);
    if (after !== undefined) {
      const { figures = [] } = (await reader.get(after.id)) ?? {};
      if (after.index >= figures.length) throw noSuchPlace();
    }
    // The release of the last row may have more of them: it is looked at again, and none before it.
    const first = after?.id ?? '';
    let key: string | undefined = first.slice(0, -1);
    while (key !== undefined) {
      const page = { limit: releasesTogetherMax, ...(key === '' ? {} : { after: key }) };
      const { releases, next } = await findReleases(reader, filter, page);
      const whole = releases.filter(({ releaseId, releasedAt }) => {
        return releaseId >= first && isBy(releasedAt, position);
      });
      const reading = createReading(access, asking);
      const items: ReleasedItem[] = [];
      for (const now of whole) {
        const sheet = { ...now, restatedBy: await restatedThen(reader, now, position) };
        items.push(...this.#figures(sheet, reading, after));
      }
      await reading.recorded();
      yield items;
      key = next;
    }
  }

  #figures(sheet: ReleaseSheet, reading: Reading, after: PlaceWithin | undefined) {
    const seen = segmentsSeen(this.ports, sheet, reading);
    return figuresAfter(sheet, after).filter(({ figure }) => seen.has(cellId(figure.of)));
  }
}

function isBy(at: Position | null, position: Position): boolean {
  return at !== null && at <= position;
}

async function restatedThen(
  reader: ViewReader<ReleaseSheet>,
  { restatedBy }: ReleaseSheet,
  position: Position,
): Promise<string | null> {
  if (restatedBy === null) return null;
  const later = await reader.get(restatedBy);
  return isBy(later?.releasedAt ?? null, position) ? restatedBy : null;
}
