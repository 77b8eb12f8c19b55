import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refusalOf } from '@plumbline/access';
import { msPerDay, NotFound, present, reject, toInstant, type Day } from '@plumbline/kernel';
import { Asks, callerOf, CurrentExchange, rejected, sendAt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { engagementDaysMax, engagementSurveysMax } from '../engagement.queries.ts';
import { EngagementQuery, type EngagementQuestion } from '../engagement.queries.ts';
import { EngagementQueryDto, SurveyIdDto, TrendQueryDto } from './engagement.dto.ts';
import { surveyFigures, trendOf } from './engagement.present.ts';

const yearDays = 365;

/** What surveys came to, as it was released. Nothing is counted here. */
@Controller()
export class EngagementController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Get('surveys/:surveyId/results')
  @Asks('survey/read')
  async results(
    @Param() { surveyId }: SurveyIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, { ask: 'survey', surveyId });
    const [survey] = answer.surveys;
    if (survey === undefined) throw new NotFound('There is no such survey at this point.');
    return sendAt(exchange.reply, { position: answer.position, results: surveyFigures(survey) });
  }

  @Get('engagement')
  @Asks('survey/read')
  async engagement(@Query() query: EngagementQueryDto, @CurrentExchange() exchange: Exchange) {
    const { position, surveys, next } = await this.#ask(exchange, query, this.#spanOf(query));
    const { unit, question } = query;
    const items = surveys.map((one) => surveyFigures(one, present({ unit, question })));
    return sendAt(exchange.reply, { position, items, ...present({ next }) });
  }

  @Get('engagement/trend')
  @Asks('survey/read')
  async trend(@Query() query: TrendQueryDto, @CurrentExchange() exchange: Exchange) {
    const { position, surveys, next } = await this.#ask(exchange, query, this.#spanOf(query));
    const items = trendOf(surveys, query.question, query.unit);
    return sendAt(exchange.reply, { position, items, ...present({ next }) });
  }

  async #ask(exchange: Exchange, { asOf, effectiveAt }: TimesDto, question: EngagementQuestion) {
    const asking = callerOf(exchange);
    const refused = refusalOf(this.ports, asking, 'survey/read', {});
    if (refused !== undefined) throw rejected(refused);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    return this.bus.execute(new EngagementQuery(asking.tenant, question, times));
  }

  #spanOf(query: EngagementQueryDto): EngagementQuestion {
    const now = this.ports.clock.now();
    const until = query.until ?? dayOf(now + yearDays * msPerDay);
    const from = query.from ?? dayOf(Date.parse(until) - 2 * yearDays * msPerDay);
    const days = (Date.parse(until) - Date.parse(from)) / msPerDay;
    if (days < 0) {
      throw rejected(reject('engagement/ends-before-it-begins', 'Give an earlier day.', '?from'));
    }
    if (days >= engagementDaysMax) {
      const detail = `At most ${engagementDaysMax} days. Give a later first day.`;
      throw rejected(reject('engagement/span-too-long', detail, '?from'));
    }
    const { limit = String(engagementSurveysMax), after } = query;
    return { ask: 'surveys', from, until, page: pageOf({ limit, ...present({ after }) }) };
  }
}

function dayOf(ms: number): Day {
  return toInstant(ms).slice(0, 10);
}
