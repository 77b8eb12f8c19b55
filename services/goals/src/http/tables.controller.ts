import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { createReading } from '@plumbline/access';
import { answerTable, noSuchPlace, readPlaceWithin } from '@plumbline/exports';
import type { AskedTable, TableFilter } from '@plumbline/exports';
import { present } from '@plumbline/kernel';
import { everyThen, type DocThen } from '@plumbline/views';
import { Asks, CurrentExchange, type Exchange } from '@plumbline/web';
import type { FastifyReply } from 'fastify';
import { aboutGoal, aboutKpi } from '../goals.permission.ts';
import { goalsPorts, type GoalsPorts } from '../goals.ports.ts';
import { kpiStream, streamsOfGoal } from '../goals.streams.ts';
import { goalTable, readingsOf, readingTable } from '../goals.tables.ts';
import type { GoalItem, ReadingItem } from '../goals.tables.ts';
import { goalSheet, type GoalSheet } from '../views/goal-sheet.ts';
import { kpiSheet, type KpiSheet } from '../views/kpi-sheet.ts';
import { GoalTableDto, ReadingTableDto } from './tables.dto.ts';

/** Goals and readings as files: the rows that the caller may see, without a word of text. */
@Controller('exports')
export class TablesController {
  constructor(@Inject(goalsPorts) private readonly ports: GoalsPorts) {}

  @Get('goals')
  @Asks('table/export', { lasting: true })
  async goals(
    @Query() query: GoalTableDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { owner, period, stage } = query;
    const filter = present({ owner, period, stage });
    const asked = { table: goalTable, query, filter };
    await answerTable(this.ports, { ...exchange, reply }, asked, (at) => this.#goals(at, filter));
  }

  @Get('kpi-readings')
  @Asks('table/export', { lasting: true })
  async readings(
    @Query() query: ReadingTableDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { owner, goal } = query;
    const filter = present({ owner, goal });
    const asked = { table: readingTable, query, filter };
    await answerTable(this.ports, { ...exchange, reply }, asked, (at) =>
      this.#readings(at, filter),
    );
  }

  async *#goals(asked: AskedTable, filter: TableFilter): AsyncGenerator<readonly GoalItem[]> {
    const { owner, period, stage } = filter;
    const isAsked = (sheet: GoalSheet) =>
      (owner === undefined || sheet.owner === owner) &&
      (period === undefined || sheet.period.name === period) &&
      (stage === undefined || sheet.stage === stage);
    const streamsOf = (sheet: GoalSheet) => streamsOfGoal(asked.tenant, sheet);
    const until = Date.parse(asked.effectiveAt);
    const { tenant, position, after } = asked;
    if (after !== undefined) {
      const now = await this.ports.views.of(goalSheet, tenant, { readAfter: position });
      if ((await now.get(after)) === undefined) throw noSuchPlace();
    }
    for await (const page of everyThen(this.ports.views, goalSheet, { ...asked, streamsOf })) {
      const found = page.filter(({ earlier }) => isAsked(earlier));
      const seen = await this.#seen(asked, found, (reading, { goalId, ...now }) =>
        reading.sees('goal/read', aboutGoal(now), `goal:${goalId}`),
      );
      yield seen.map((sheet) => ({ sheet, until }));
    }
  }

  async *#readings(asked: AskedTable, filter: TableFilter): AsyncGenerator<readonly ReadingItem[]> {
    const { owner, goal } = filter;
    const isAsked = (sheet: KpiSheet) =>
      (owner === undefined || sheet.owner === owner) &&
      (goal === undefined || sheet.goalId === goal);
    const { tenant, position } = asked;
    const after = asked.after === undefined ? undefined : readPlaceWithin(asked.after);
    if (after !== undefined) {
      const now = await this.ports.views.of(kpiSheet, tenant, { readAfter: position });
      const { readings = [] } = (await now.get(after.id)) ?? {};
      if (after.index >= readings.length) throw noSuchPlace();
    }
    const streamsOf = ({ kpiId }: KpiSheet) => [kpiStream(tenant, kpiId)];
    const goals = await this.ports.views.of(goalSheet, tenant, {});
    // The KPI of the last row may have more of them: it is looked at again, and none before it.
    const first = after?.id ?? '';
    const point = { ...asked, after: first.slice(0, -1), streamsOf };
    for await (const page of everyThen(this.ports.views, kpiSheet, point)) {
      const found = page.filter(({ key, earlier }) => key >= first && isAsked(earlier));
      const about = await Promise.all(
        found.map(async ({ now }) => (now.goalId === null ? undefined : goals.get(now.goalId))),
      );
      const seen = await this.#seen(asked, found, (reading, now, index) =>
        reading.sees('kpi/read', aboutKpi(now, about[index]), `kpi:${now.kpiId}`),
      );
      yield seen.flatMap((sheet) => readingsOf(sheet, after));
    }
  }

  /** Those that the caller may see, as they stand now; that they were seen is recorded first. */
  async #seen<Doc>(
    { asking }: AskedTable,
    found: readonly DocThen<Doc>[],
    sees: (reading: ReturnType<typeof createReading>, now: Doc, index: number) => boolean,
  ): Promise<readonly Doc[]> {
    const reading = createReading(this.ports.access, asking);
    const seen = found.filter(({ now }, index) => sees(reading, now, index));
    await reading.recorded();
    return seen.map(({ earlier }) => earlier);
  }
}
