import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { isPermitted } from '@plumbline/organization';
import { isRejection, present, reject } from '@plumbline/kernel';
import {
  Asks,
  askersOf,
  callerOf,
  CurrentExchange,
  rejected,
  sendAt,
  timesOf,
} from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { groupsOf } from '../review-figures.answers.ts';
import { ReviewFiguresQuery } from '../review-figures.queries.ts';
import type { AskedCycle, ReviewFiguresAnswer } from '../review-figures.queries.ts';
import type { ReviewFiguresQuestion } from '../review-figures.queries.ts';
import { AgreementQueryDto, DistributionQueryDto, ImpactDto } from './review-figures.dto.ts';
import { NineBoxQueryDto, ScenarioDto, type FairnessDto } from './review-figures.dto.ts';
import { agreementBody, distributionBody, impactBody } from './review-figures.present.ts';
import { nineBoxBody, scenarioBody } from './review-figures.present.ts';

/** How the people of a review cycle were rated, in figures. None of them is stored. */
@Controller()
export class ReviewFiguresController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Get('review-figures/distribution')
  @Asks('review-figures/read')
  async distribution(@Query() query: DistributionQueryDto, @CurrentExchange() exchange: Exchange) {
    const { by } = query;
    const of = askedCycle(query, '?');
    const question = { ask: 'distribution', ...of, ...present({ by }) } as const;
    return sendAt(exchange.reply, distributionBody(await this.#ask(exchange, query, question)));
  }

  @Get('review-figures/nine-box')
  @Asks('review-figures/read')
  async nineBox(@Query() query: NineBoxQueryDto, @CurrentExchange() exchange: Exchange) {
    const { cycle, potential = 'potential' } = query;
    const answer = await this.#ask(exchange, query, { ask: 'nine-box', cycle, potential });
    return sendAt(exchange.reply, nineBoxBody(answer, potential));
  }

  @Get('review-figures/agreement')
  @Asks('review-figures/read')
  async agreement(@Query() query: AgreementQueryDto, @CurrentExchange() exchange: Exchange) {
    const { cycle, part, item } = query;
    if ((part === undefined) === (item === undefined)) {
      const detail = 'Give either a part of the score or an item of the template.';
      throw rejected(reject('request/invalid-parameter', detail, '?part'));
    }
    const on = item === undefined ? { part: part ?? '' } : { item };
    const answer = await this.#ask(exchange, query, { ask: 'agreement', cycle, on });
    return sendAt(
      exchange.reply,
      agreementBody(answer, { part: part ?? null, item: item ?? null }),
    );
  }

  /** A question, though it has a body: who is in which group is held for the answer alone. */
  @Post('review-figures/impact')
  @Asks('review-figures/read')
  @HttpCode(200)
  async impact(
    @Query() query: TimesDto,
    @Body() body: ImpactDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { attribute, atLeast, threshold } = body;
    const { groupOf } = fairnessOf(body);
    const asked = { ...query, ...present({ threshold: threshold?.toString() }) };
    const of = askedCycle(body, '/');
    const answer = await this.#ask(exchange, asked, { ask: 'impact', ...of, groupOf, atLeast });
    return sendAt(exchange.reply, impactBody(answer, attribute, atLeast));
  }

  /**
   * A question, though it has a body. That it was asked is recorded, before anything is shown; its
   * answer is kept nowhere, and pay never follows from it.
   */
  @Post('review-figures/scenarios')
  @Asks('review-figures/read')
  @HttpCode(200)
  async scenario(
    @Query() query: TimesDto,
    @Body() body: ScenarioDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { cycle, pack, fairness: given, threshold } = body;
    const at = pack.lastIndexOf('@');
    const version = { id: pack.slice(0, at), version: Number(pack.slice(at + 1)) };
    const fairness = given === undefined ? null : fairnessOf(given);
    const asked = { ...query, ...present({ threshold: threshold?.toString() }) };
    const question = { ask: 'scenario', cycle, pack: version, fairness } as const;
    const answer = await this.#ask(exchange, asked, question);
    await this.#recorded(exchange, `review-cycle:${cycle}`, `scenario:${pack}`);
    return sendAt(exchange.reply, scenarioBody(answer, pack, given));
  }

  /** Who has looked at what of a cycle. It is of so many people that it is in nobody's own list. */
  async #recorded(exchange: Exchange, subject: string, record: string): Promise<void> {
    const asking = callerOf(exchange);
    const action = 'review-figures/read';
    const permission = this.ports.access.permit(asking, action, {});
    if (!isPermitted(permission)) throw rejected(permission);
    const { rule } = permission;
    await this.ports.access.record(asking, [{ subject, action, rule, record }]);
  }

  async #ask(
    exchange: Exchange,
    { asOf, effectiveAt, threshold }: TimesDto & { readonly threshold?: string },
    question: ReviewFiguresQuestion,
  ): Promise<ReviewFiguresAnswer> {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const of = 'pastCycle' in question ? question.pastCycle : question.cycle;
    const record = `review-figures:${of}`;
    const refused = reading.refusal('review-figures/read', {}, record);
    if (refused !== undefined) throw rejected(refused);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const limit = threshold === undefined ? {} : { threshold: Number(threshold) };
    const answer = await this.bus.execute(
      new ReviewFiguresQuery(asking.tenant, { ...question, ...limit }, times, askersOf(asking)),
    );
    if (isRejection(answer)) throw rejected(answer);
    return answer;
  }
}

function askedCycle(
  { cycle, pastCycle }: Pick<ImpactDto, 'cycle' | 'pastCycle'>,
  at: '?' | '/',
): AskedCycle {
  if (cycle !== undefined && pastCycle === undefined) return { cycle };
  if (pastCycle !== undefined && cycle === undefined) return { pastCycle };
  const detail = 'Give either a cycle or one that was finished elsewhere.';
  const field = `${at}${cycle === undefined ? 'cycle' : 'pastCycle'}`;
  const code = at === '?' ? 'request/invalid-parameter' : 'request/invalid-body';
  throw rejected(reject(code, detail, field));
}

function fairnessOf({ atLeast, groups }: Omit<FairnessDto, 'attribute'>) {
  const groupOf = groupsOf(groups);
  if (isRejection(groupOf)) throw rejected(groupOf);
  return { groupOf, atLeast };
}
