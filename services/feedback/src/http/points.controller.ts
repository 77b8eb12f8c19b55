import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import type { PointsAsked } from '../recognition.handler.ts';
import { emptyPoints } from '../views/points-account.ts';
import { personOf, RecognitionAsking } from './recognition.asking.ts';
import { DecideRewardDto, RedeemRewardDto, RedemptionIdDto } from './recognition.dto.ts';
import { RedemptionsQueryDto } from './recognition.dto.ts';
import { ledgerBody, pointsDetail, redemptionDetail } from './recognition.present.ts';

/** Points and what they are redeemed for. */
@Controller()
export class PointsController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(RecognitionAsking) private readonly recognition: RecognitionAsking,
    @Inject(feedbackPorts) ports: FeedbackPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Get('points')
  @Asks('points/read')
  async points(@Query() query: TimesDto, @CurrentExchange() exchange: Exchange) {
    const person = personOf(exchange);
    const answer = await this.recognition.ask(exchange, query, { ask: 'points', person });
    const { points: sheet = emptyPoints(person), programme, until } = answer;
    exchange.reply.header('etag', entityTag(sheet.revision));
    const points = pointsDetail(sheet, programme, until);
    return this.recognition.answer(exchange, answer, { points });
  }

  @Get('points/ledger')
  @Asks('ledger/read')
  async ledger(@Query() query: TimesDto, @CurrentExchange() exchange: Exchange) {
    const answer = await this.recognition.ask(exchange, query, { ask: 'ledger' });
    return this.recognition.answer(exchange, answer, ledgerBody(answer.ledger ?? []));
  }

  @Post('redemptions')
  @Asks('points/redeem')
  async redeem(@Body() body: RedeemRewardDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const redemptionId = derivedId(call.by.tenant, 'redemption', call.act);
    const person = personOf(exchange);
    const { reward } = body;
    const redeemed = { type: 'RedeemReward', redemptionId, person, reward } as const;
    const result = await this.#send(call, { ...redeemed, ...handed(call) });
    const made = { id: redemptionId, location: `/redemptions/${redemptionId}` };
    return sendReceipt(exchange.reply, result, made);
  }

  @Post('redemptions/:redemptionId/decide')
  @Asks('redemption/decide')
  async decide(
    @Param() { redemptionId }: RedemptionIdDto,
    @Body() body: DecideRewardDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { outcome, reason = '' } = body;
    const decision = outcome === 'decline' ? { outcome, reason } : { outcome };
    const decided = { type: 'DecideReward', redemptionId, decision } as const;
    const result = await this.#send(call, { ...decided, ...handed(call) });
    return sendReceipt(exchange.reply, result);
  }

  @Get('redemptions')
  @Asks('redemption/read')
  async redemptions(@Query() query: RedemptionsQueryDto, @CurrentExchange() exchange: Exchange) {
    const page = pageOf(query);
    const question =
      query.open === 'true'
        ? ({ ask: 'open-redemptions', page } as const)
        : ({ ask: 'own-redemptions', person: personOf(exchange), page } as const);
    const answer = await this.recognition.ask(exchange, query, question);
    const details = (answer.redemptions ?? []).map(redemptionDetail);
    const items = await this.recognition.reveal(exchange, details);
    const { next } = answer;
    return this.recognition.answer(exchange, answer, { items, ...present({ next }) });
  }

  @Get('redemptions/:redemptionId')
  @Asks('redemption/read')
  async redemption(
    @Param() { redemptionId }: RedemptionIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = { ask: 'redemption', redemptionId } as const;
    const answer = await this.recognition.ask(exchange, query, question);
    const [sheet] = answer.redemptions ?? [];
    if (sheet === undefined) throw new NotFound('There is no such redemption at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    const redemption = await this.recognition.reveal(exchange, redemptionDetail(sheet));
    return this.recognition.answer(exchange, answer, { redemption });
  }

  #send({ context, ifMatch, by }: Asked, command: PointsAsked) {
    return this.bus.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

/** When, and by whose hand. */
function handed({ act, at, by: { sub, onBehalfOf } }: Asked) {
  return { act, at, by: sub, ...present({ onBehalfOf }) };
}
