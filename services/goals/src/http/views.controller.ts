import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { permit, type Action } from '@plumbline/organization';
import { reveal } from '@plumbline/privacy';
import { CurrentPrincipal, entityTag, rejected, sendAt, timesOf } from '@plumbline/web';
import type { Principal } from '@plumbline/web';
import { NotFound } from '@plumbline/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { goalsPorts, type GoalsPorts } from '../goals.handler.ts';
import { GoalsQuery, staleFirst, type GoalFilter, type GoalsQuestion } from '../goals.queries.ts';
import { forecastHonesty, staleness } from '../views/figures.ts';
import type { GoalSheet } from '../views/goal-sheet.ts';
import { goalDetail, goalSummary, historyItems, kpiDetail, staleGoal } from './goals.present.ts';
import { present } from './goals.map.ts';
import { GoalIdDto, GoalsQueryDto, KpiIdDto, KpisQueryDto, PageDto, TimesDto } from './params.ts';

export const pageLimitDefault = 100;
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
  async goals(
    @Query() query: GoalsQueryDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const question = { ask: 'goals', filter: filterOf(query, by), page: pageOf(query) } as const;
    const { goals = [], until, position, next } = await this.#ask(request, query, by, question);
    const items = goals.map((one) => goalSummary(one, until));
    return sendAt(reply, await this.#revealed(by, { position, items, ...present({ next }) }));
  }

  @Get('goals/:goalId')
  async goal(
    @Param() { goalId }: GoalIdDto,
    @Query() query: TimesDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { goals = [], ...answer } = await this.#ask(request, query, by, { ask: 'goal', goalId });
    const [sheet] = goals;
    if (sheet === undefined) throw new NotFound('There is no such goal at this point.');
    reply.header('etag', entityTag(sheet.revision));
    const goal = goalDetail(sheet, answer.until);
    return sendAt(reply, await this.#revealed(by, { position: answer.position, goal }));
  }

  @Get('goals/:goalId/history')
  async history(
    @Param() { goalId }: GoalIdDto,
    @Query() query: TimesDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.#ask(request, query, by, { ask: 'history', goalId });
    if (answer.history === undefined) throw new NotFound('There is no such goal at this point.');
    const items = historyItems(answer.history);
    return sendAt(reply, await this.#revealed(by, { position: answer.position, items }));
  }

  @Get('stale-goals')
  async stale(
    @Query() query: GoalsQueryDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const filter = { ...filterOf(query, by), stage: 'active' };
    const { goals, until, position } = await this.#all(request, query, by, filter);
    const items = staleFirst(goals, until)
      .slice(0, pageOf(query).limit)
      .map((one) => staleGoal(one, until));
    const body = { position, staleness: staleness(goals, until), items };
    return sendAt(reply, await this.#revealed(by, body));
  }

  @Get('forecast-honesty')
  async honesty(
    @Query() query: GoalsQueryDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const filter = { ...filterOf(query, by), stage: 'closed' };
    const { goals, position } = await this.#all(request, query, by, filter);
    const owners = [...new Set(goals.map((one) => one.owner))].toSorted();
    const items = owners
      .map((owner) => ({
        owner,
        brier: forecastHonesty(goals.filter((one) => one.owner === owner)),
      }))
      .filter(({ brier }) => brier.n > 0);
    return sendAt(reply, { position, brier: forecastHonesty(goals), items });
  }

  @Get('periods')
  async periods(
    @Query() query: PageDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const question = { ask: 'periods', page: pageOf(query) } as const;
    const { periods = [], position, next } = await this.#ask(request, query, by, question);
    return sendAt(reply, { position, items: periods, ...present({ next }) });
  }

  @Get('kpis')
  async kpis(
    @Query() query: KpisQueryDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const filter = present({ goal: query.goal, owner: ownerOf(query.owner, by) });
    const question = { ask: 'kpis', filter, page: pageOf(query) } as const;
    const { kpis = [], until, position, next } = await this.#ask(request, query, by, question);
    const items = kpis.map((one) => kpiDetail(one, until));
    return sendAt(reply, await this.#revealed(by, { position, items, ...present({ next }) }));
  }

  @Get('kpis/:kpiId')
  async kpi(
    @Param() { kpiId }: KpiIdDto,
    @Query() query: TimesDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { kpis = [], ...answer } = await this.#ask(request, query, by, { ask: 'kpi', kpiId });
    const [sheet] = kpis;
    if (sheet === undefined) throw new NotFound('There is no such KPI at this point.');
    reply.header('etag', entityTag(sheet.revision));
    const kpi = kpiDetail(sheet, answer.until);
    return sendAt(reply, await this.#revealed(by, { position: answer.position, kpi }));
  }

  #ask(request: FastifyRequest, query: TimesDto, by: Principal, question: GoalsQuestion) {
    const action: Action =
      question.ask === 'kpis' || question.ask === 'kpi' ? 'kpi/read' : 'goal/read';
    const refused = permit(by, action);
    if (refused !== undefined) throw rejected(refused);
    return this.bus.execute(new GoalsQuery(by.tenant, question, timesOf(request, query)));
  }

  /** Every goal of a filter, page by page, at one position. */
  async #all(request: FastifyRequest, query: TimesDto, by: Principal, filter: GoalFilter) {
    const goals: GoalSheet[] = [];
    let page: { limit: number; after?: string } = reportPage;
    for (;;) {
      const answer = await this.#ask(request, query, by, { ask: 'goals', filter, page });
      goals.push(...(answer.goals ?? []));
      if (answer.next === undefined) return { ...answer, goals };
      page = { ...reportPage, after: answer.next };
    }
  }

  async #revealed<Body>(by: Principal, body: Body): Promise<Body> {
    return (await reveal(this.ports.sealer, by.tenant, body)) as Body;
  }
}

function pageOf({ limit, after }: PageDto) {
  return { limit: limit === undefined ? pageLimitDefault : Number(limit), ...present({ after }) };
}

function filterOf({ owner, period, stage }: GoalsQueryDto, by: Principal): GoalFilter {
  return present({ owner: ownerOf(owner, by), period, stage });
}

function ownerOf(owner: string | undefined, by: Principal): string | undefined {
  return owner === 'me' ? `person:${by.sub}` : owner;
}
