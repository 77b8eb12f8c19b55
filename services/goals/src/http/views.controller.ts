import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { reveal } from '@plumbline/privacy';
import { Asks, callerOf, CurrentExchange, entityTag, rejected, selfOf } from '@plumbline/web';
import { sendAt, timesOf, type Exchange } from '@plumbline/web';
import { NotFound, present } from '@plumbline/kernel';
import { goalsPorts, type GoalsPorts } from '../goals.ports.ts';
import { GoalsQuery, staleFirst, type GoalFilter, type GoalsQuestion } from '../goals.queries.ts';
import { forecastHonesty, staleness } from '../views/figures.ts';
import type { GoalSheet } from '../views/goal-sheet.ts';
import { goalDetail, goalSummary, historyItems, kpiDetail, staleGoal } from './goals.present.ts';
import { PageDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import { GoalIdDto, GoalsQueryDto, KpiIdDto, KpisQueryDto } from './params.ts';

/** Reports look at every goal of a filter, a page of this many at a time. */
const reportPage = { limit: 1_000 };

/** Questions on goals and KPIs: shape in, view out, revealed after the permission check. */
@Controller()
export class ViewsController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(goalsPorts) private readonly ports: GoalsPorts,
  ) {}

  @Get('goals')
  @Asks('goal/read')
  async goals(@Query() query: GoalsQueryDto, @CurrentExchange() exchange: Exchange) {
    const question = {
      ask: 'goals',
      filter: filterOf(query, exchange),
      page: pageOf(query),
    } as const;
    const { goals = [], until, position, next } = await this.#ask(exchange, query, question);
    const items = goals.map((one) => goalSummary(one, until));
    return sendAt(
      exchange.reply,
      await this.#revealed(exchange, { position, items, ...present({ next }) }),
    );
  }

  @Get('goals/:goalId')
  @Asks('goal/read')
  async goal(
    @Param() { goalId }: GoalIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { goals = [], ...answer } = await this.#ask(exchange, query, { ask: 'goal', goalId });
    const [sheet] = goals;
    if (sheet === undefined) throw new NotFound('There is no such goal at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    const goal = goalDetail(sheet, answer.until);
    return sendAt(
      exchange.reply,
      await this.#revealed(exchange, { position: answer.position, goal }),
    );
  }

  @Get('goals/:goalId/history')
  @Asks('goal/read')
  async history(
    @Param() { goalId }: GoalIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, { ask: 'history', goalId });
    if (answer.history === undefined) throw new NotFound('There is no such goal at this point.');
    const items = historyItems(answer.history);
    return sendAt(
      exchange.reply,
      await this.#revealed(exchange, { position: answer.position, items }),
    );
  }

  @Get('stale-goals')
  @Asks('goal/read')
  async stale(@Query() query: GoalsQueryDto, @CurrentExchange() exchange: Exchange) {
    const filter = { ...filterOf(query, exchange), stage: 'active' };
    const { goals, until, position } = await this.#all(exchange, query, filter);
    const items = staleFirst(goals, until)
      .slice(0, pageOf(query).limit)
      .map((one) => staleGoal(one, until));
    const body = { position, staleness: staleness(goals, until), items };
    return sendAt(exchange.reply, await this.#revealed(exchange, body));
  }

  @Get('forecast-honesty')
  @Asks('goal/read')
  async honesty(@Query() query: GoalsQueryDto, @CurrentExchange() exchange: Exchange) {
    const filter = { ...filterOf(query, exchange), stage: 'closed' };
    const { goals, position } = await this.#all(exchange, query, filter);
    const owners = [...new Set(goals.map((one) => one.owner))].toSorted();
    const items = owners
      .map((owner) => ({
        owner,
        brier: forecastHonesty(goals.filter((one) => one.owner === owner)),
      }))
      .filter(({ brier }) => brier.n > 0);
    return sendAt(exchange.reply, { position, brier: forecastHonesty(goals), items });
  }

  @Get('periods')
  @Asks('goal/read')
  async periods(@Query() query: PageDto, @CurrentExchange() exchange: Exchange) {
    const question = { ask: 'periods', page: pageOf(query) } as const;
    const { periods = [], position, next } = await this.#ask(exchange, query, question);
    return sendAt(exchange.reply, { position, items: periods, ...present({ next }) });
  }

  @Get('kpis')
  @Asks('kpi/read')
  async kpis(@Query() query: KpisQueryDto, @CurrentExchange() exchange: Exchange) {
    const filter = present({ goal: query.goal, owner: ownerOf(query.owner, exchange) });
    const question = { ask: 'kpis', filter, page: pageOf(query) } as const;
    const { kpis = [], until, position, next } = await this.#ask(exchange, query, question);
    const items = kpis.map((one) => kpiDetail(one, until));
    return sendAt(
      exchange.reply,
      await this.#revealed(exchange, { position, items, ...present({ next }) }),
    );
  }

  @Get('kpis/:kpiId')
  @Asks('kpi/read')
  async kpi(
    @Param() { kpiId }: KpiIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { kpis = [], ...answer } = await this.#ask(exchange, query, { ask: 'kpi', kpiId });
    const [sheet] = kpis;
    if (sheet === undefined) throw new NotFound('There is no such KPI at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    const kpi = kpiDetail(sheet, answer.until);
    return sendAt(
      exchange.reply,
      await this.#revealed(exchange, { position: answer.position, kpi }),
    );
  }

  async #ask(exchange: Exchange, query: TimesDto, question: GoalsQuestion) {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    // Whether one may stand in for another at all does not hang on what there is to be seen.
    const open = { kind: 'public', stage: 'active' } as const;
    const stranger = reading.refusal('goal/read', open, 'goals');
    if (stranger !== undefined) throw rejected(stranger);
    const times = timesOf(exchange.request, query);
    const answer = await this.bus.execute(new GoalsQuery(asking.tenant, question, times, reading));
    if (answer.refused !== undefined) throw rejected(answer.refused);
    return answer;
  }

  /** Every goal of a filter, page by page, at one position. */
  async #all(exchange: Exchange, query: TimesDto, filter: GoalFilter) {
    const goals: GoalSheet[] = [];
    let page: { limit: number; after?: string } = reportPage;
    for (;;) {
      const answer = await this.#ask(exchange, query, { ask: 'goals', filter, page });
      goals.push(...(answer.goals ?? []));
      if (answer.next === undefined) return { ...answer, goals };
      page = { ...reportPage, after: answer.next };
    }
  }

  async #revealed<Body>({ by }: Exchange, body: Body): Promise<Body> {
    return (await reveal(this.ports.sealer, by.tenant, body)) as Body;
  }
}

function filterOf({ owner, period, stage }: GoalsQueryDto, exchange: Exchange): GoalFilter {
  return present({ owner: ownerOf(owner, exchange), period, stage });
}

function ownerOf(owner: string | undefined, exchange: Exchange): string | undefined {
  return owner === 'me' ? selfOf(callerOf(exchange)) : owner;
}
