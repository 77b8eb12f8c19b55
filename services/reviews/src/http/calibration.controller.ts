import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import type { CalibrationAsked } from '../calibration.handler.ts';
import type { InsteadAsked } from '../calibration.queries.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { CalibrationAsking } from './calibration.asking.ts';
import { AddMembersDto, AddReviewsDto, AdjustmentIdDto } from './calibration.dto.ts';
import { ConveneSessionDto, DecideAdjustmentDto, ExcuseMemberDto } from './calibration.dto.ts';
import { LockSessionDto, ProposeAdjustmentDto, ReplaceModeratorDto } from './calibration.dto.ts';
import { SessionFiguresQueryDto, SessionIdDto, SessionsQueryDto } from './calibration.dto.ts';
import { boardRow, figuresDetail, sessionDetail } from './calibration.present.ts';

/** Calibration sessions: shape in, command out; question in, view out. */
@Controller('calibration-sessions')
export class CalibrationController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
    @Inject(CalibrationAsking) private readonly calibration: CalibrationAsking,
  ) {}

  @Post()
  @Asks('calibration/convene')
  async convene(@Body() body: ConveneSessionDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.ports.clock, {});
    const { moderator = call.by.sub, ...told } = body;
    const sessionId = derivedId(call.by.tenant, 'calibration-session', call.act);
    const command = { type: 'ConveneSession', ...told, moderator } as const;
    const result = await this.#send(call, sessionId, command);
    const location = `/calibration-sessions/${sessionId}`;
    return sendReceipt(exchange.reply, result, { id: sessionId, location });
  }

  @Post(':sessionId/members')
  @Asks('calibration/convene')
  async addMembers(
    @Param() { sessionId }: SessionIdDto,
    @Body() { members }: AddMembersDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#change(exchange, sessionId, { type: 'AddMembers', members });
  }

  @Post(':sessionId/excuse')
  @Asks('calibration/convene')
  async excuse(
    @Param() { sessionId }: SessionIdDto,
    @Body() { member, reason }: ExcuseMemberDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#change(exchange, sessionId, { type: 'ExcuseMember', member, reason });
  }

  @Post(':sessionId/moderator')
  @Asks('calibration/convene')
  async replaceModerator(
    @Param() { sessionId }: SessionIdDto,
    @Body() { to, reason }: ReplaceModeratorDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#change(exchange, sessionId, { type: 'ReplaceModerator', to, reason });
  }

  @Post(':sessionId/reviews')
  @Asks('calibration/convene')
  async addReviews(
    @Param() { sessionId }: SessionIdDto,
    @Body() { reviews }: AddReviewsDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#change(exchange, sessionId, { type: 'AddReviews', reviews });
  }

  @Post(':sessionId/adjustments')
  @Asks('calibration/take-part')
  async propose(
    @Param() { sessionId }: SessionIdDto,
    @Body() body: ProposeAdjustmentDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, {});
    const { reviewId, to, reasonCode, note } = body;
    const proposed = { reviewId, to, reasonCode, note };
    const result = await this.#send(call, sessionId, { type: 'ProposeAdjustment', ...proposed });
    const location = `/calibration-sessions/${sessionId}/board`;
    return sendReceipt(exchange.reply, result, { id: call.act, location });
  }

  @Post(':sessionId/adjustments/:adjustmentId/decide')
  @Asks('calibration/take-part')
  async decide(
    @Param() { sessionId, adjustmentId }: AdjustmentIdDto,
    @Body() { accepted, note }: DecideAdjustmentDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const decided = { adjustmentId, accepted, ...present({ note }) };
    return this.#change(exchange, sessionId, { type: 'DecideAdjustment', ...decided });
  }

  @Post(':sessionId/lock')
  @Asks('calibration/take-part')
  async lock(
    @Param() { sessionId }: SessionIdDto,
    @Body() { note }: LockSessionDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#change(exchange, sessionId, { type: 'LockSession', ...present({ note }) });
  }

  @Get()
  @Asks('calibration/take-part')
  async list(@Query() query: SessionsQueryDto, @CurrentExchange() exchange: Exchange) {
    const { cycle, stage } = query;
    const answer = await this.calibration.ask(exchange, query, {
      ...{ ask: 'sessions', filter: present({ cycle, stage }), page: pageOf(query) },
    });
    const { sessions = [], next } = answer;
    const items = sessions.map(sessionDetail);
    return this.calibration.answer(exchange, answer, { items, ...present({ next }) });
  }

  @Get(':sessionId')
  @Asks('calibration/take-part')
  async one(
    @Param() { sessionId }: SessionIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.calibration.ask(exchange, query, { ask: 'session', sessionId });
    const [seen] = answer.sessions ?? [];
    if (seen === undefined) throw missing();
    exchange.reply.header('etag', entityTag(seen.revision));
    return this.calibration.answer(exchange, answer, { session: sessionDetail(seen) });
  }

  @Get(':sessionId/board')
  @Asks('calibration/take-part')
  async board(
    @Param() { sessionId }: SessionIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.calibration.ask(exchange, query, { ask: 'board', sessionId });
    const { sessions: [seen] = [], rows = [], withheld = 0 } = answer;
    if (seen === undefined) throw missing();
    exchange.reply.header('etag', entityTag(seen.revision));
    const items = rows.map((row) => boardRow(row, sessionId));
    return this.calibration.answer(exchange, answer, { items, withheld });
  }

  @Get(':sessionId/figures')
  @Asks('calibration/take-part')
  async figures(
    @Param() { sessionId }: SessionIdDto,
    @Query() query: SessionFiguresQueryDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const instead = insteadOf(query);
    const question = { ask: 'figures', sessionId, ...present({ instead }) } as const;
    const answer = await this.calibration.ask(exchange, query, question);
    if (answer.figures === undefined) throw missing();
    const figures = figuresDetail(answer.figures, query.instead);
    return this.calibration.answer(exchange, answer, { figures });
  }

  async #change(exchange: Exchange, sessionId: string, command: Told) {
    const result = await this.#send(asked(exchange, this.ports.clock, {}), sessionId, command);
    return sendReceipt(exchange.reply, result);
  }

  /** A session is held now: what is done in it holds from the moment in which it is done. */
  #send({ act, now: at, by, context, ifMatch }: Asked, sessionId: string, told: Told) {
    const command = { ...told, act, sessionId, at, by: by.sub } as CalibrationAsked;
    return this.bus.execute(new ReviewsEnvelope(command, context, by, ifMatch));
  }
}

type Told = CalibrationAsked extends infer One
  ? One extends CalibrationAsked
    ? Omit<One, 'act' | 'sessionId' | 'at' | 'by'>
    : never
  : never;

function insteadOf(query: SessionFiguresQueryDto): InsteadAsked | undefined {
  const { instead, moderator, pack = '', version = '' } = query;
  if (instead === undefined) return undefined;
  if (instead === 'rule-pack') return { under: 'rule-pack', pack, version: Number(version) };
  if (instead === 'without-session') return { without: 'session' };
  return { without: 'moderator', ...present({ moderator }) };
}

function missing(): NotFound {
  return new NotFound('There is no such calibration session at this point.');
}
