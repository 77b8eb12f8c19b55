import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, ProblemError } from '@plumbline/web';
import { sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import type { ReviewAsked } from '../reviewing.handler.ts';
import type { ReviewFilter } from '../reviewing.queries.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { hearerOf, toldRevision } from '../views/review-revision.ts';
import { meOf, ReviewingAsking } from './reviewing.asking.ts';
import { AcknowledgeReviewDto, ApproveDto, DeclineInvitationDto } from './reviewing.dto.ts';
import { FinaliseReviewDto, InviteReviewerDto, NotRatedDto } from './reviewing.dto.ts';
import { OverrideRatingDto, ReasonDto, ResolveDisputeDto, ReviewIdDto } from './reviewing.dto.ts';
import { ReviewsQueryDto, StepDto, SubmitSectionDto } from './reviewing.dto.ts';
import { reviewDetail, reviewLine } from './reviewing.present.ts';

/** Reviews: shape in, command out; question in, view out. */
@Controller('reviews')
export class ReviewsController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(reviewsPorts) ports: ReviewsPorts,
    @Inject(ReviewingAsking) private readonly reviewing: ReviewingAsking,
  ) {
    this.#clock = ports.clock;
  }

  @Get()
  @Asks('review/read-written')
  async list(@Query() query: ReviewsQueryDto, @CurrentExchange() exchange: Exchange) {
    const filter = filterOf(query, exchange);
    const question = { ask: 'reviews', filter, page: pageOf(query) } as const;
    const answer = await this.reviewing.ask(exchange, query, question);
    const { reviews = [], next } = answer;
    const items = reviews.map((seen) => reviewLine(seen, meOf(exchange)));
    return this.reviewing.answer(exchange, answer, { items, ...present({ next }) });
  }

  @Get(':reviewId')
  @Asks('review/read-written')
  async one(
    @Param() { reviewId }: ReviewIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.reviewing.ask(exchange, query, { ask: 'review', reviewId });
    const [seen] = answer.reviews ?? [];
    if (seen === undefined) throw new NotFound('There is no such review at this point.');
    const review = reviewDetail(seen, meOf(exchange));
    const hearer = hearerOf(seen.eyes, meOf(exchange));
    exchange.reply.header('etag', entityTag(toldRevision(seen.sheet.told, hearer)));
    return this.reviewing.answer(exchange, answer, { review });
  }

  @Post(':reviewId/invitations')
  @Asks('review/lead')
  invite(
    @Param() id: ReviewIdDto,
    @Body() { role, reviewer, due }: InviteReviewerDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const invited = { role, reviewer, ...present({ due }) };
    return this.#take(exchange, id, (by) => ({ type: 'InviteReviewer', ...by, ...invited }));
  }

  @Post(':reviewId/invitations/decline')
  @Asks('review/write')
  decline(
    @Param() id: ReviewIdDto,
    @Body() { role, reason }: DeclineInvitationDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const reviewer = meOf(exchange);
    const declined = { role, reviewer, ...present({ reason }) };
    return this.#take(exchange, id, (by) => ({ type: 'DeclineInvitation', ...by, ...declined }));
  }

  @Post(':reviewId/sections')
  @Asks('review/write')
  submit(
    @Param() id: ReviewIdDto,
    @Body() { role, ratings, texts: words, evidence = [] }: SubmitSectionDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const written = { role, words, evidence, ratings: ratings.map((one) => ({ ...one })) };
    return this.#take(exchange, id, (by) => ({ type: 'SubmitSection', ...by, ...written }));
  }

  @Post(':reviewId/override')
  @Asks('review/lead')
  override(
    @Param() id: ReviewIdDto,
    @Body() { from, to, reasonCode, reason }: OverrideRatingDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const put = { from, to, reasonCode, reason };
    return this.#take(exchange, id, (by) => ({ type: 'OverrideRating', ...by, ...put }));
  }

  @Post(':reviewId/finalise')
  @Asks('review/lead')
  finalise(
    @Param() id: ReviewIdDto,
    @Body() { rating }: FinaliseReviewDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, (by) => ({ type: 'FinaliseReview', ...by, rating }));
  }

  @Post(':reviewId/not-rated')
  @Asks('review/administer')
  notRated(
    @Param() id: ReviewIdDto,
    @Body() { cause }: NotRatedDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, (by) => ({ type: 'DeclareNotRated', ...by, cause }));
  }

  @Post(':reviewId/share')
  @Asks('review/lead')
  share(@Param() id: ReviewIdDto, @Body() body: StepDto, @CurrentExchange() exchange: Exchange) {
    return this.#take(exchange, id, (by) => ({ type: 'ShareReview', ...by }), body);
  }

  @Post(':reviewId/acknowledge')
  @Asks('review/write')
  acknowledge(
    @Param() id: ReviewIdDto,
    @Body() { comment: reason }: AcknowledgeReviewDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, (by) => {
      return { type: 'AcknowledgeReview', ...by, ...present({ reason }) };
    });
  }

  @Post(':reviewId/dispute')
  @Asks('review/write')
  dispute(
    @Param() id: ReviewIdDto,
    @Body() { reason }: ReasonDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, (by) => ({ type: 'DisputeReview', ...by, reason }));
  }

  @Post(':reviewId/resolve')
  @Asks('review/resolve')
  resolve(
    @Param() id: ReviewIdDto,
    @Body() { outcome, reason }: ResolveDisputeDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, (by) => ({ type: 'ResolveDispute', ...by, outcome, reason }));
  }

  @Post(':reviewId/close')
  @Asks('review/lead')
  close(@Param() id: ReviewIdDto, @Body() body: StepDto, @CurrentExchange() exchange: Exchange) {
    return this.#take(exchange, id, (by) => ({ type: 'CloseReview', ...by }), body);
  }

  @Post(':reviewId/withdraw')
  @Asks('review/administer')
  withdraw(
    @Param() id: ReviewIdDto,
    @Body() { reason }: ReasonDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, (by) => ({ type: 'WithdrawReview', ...by, reason }));
  }

  @Post(':reviewId/reopen')
  @Asks('review/reopen')
  reopen(
    @Param() id: ReviewIdDto,
    @Body() { askedBy, reason }: ApproveDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, ({ by: approver, ...told }) => {
      return { type: 'ReopenReview', ...told, approver, askedBy, reason };
    });
  }

  @Post(':reviewId/repin')
  @Asks('review/reopen')
  repin(
    @Param() id: ReviewIdDto,
    @Body() { askedBy, reason }: ApproveDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    return this.#take(exchange, id, ({ by: approver, ...told }) => {
      return { type: 'RepinReview', ...told, approver, askedBy, reason };
    });
  }

  async #take(
    exchange: Exchange,
    { reviewId }: ReviewIdDto,
    commandOf: (by: ReturnType<typeof toldBy> & { readonly reviewId: string }) => ReviewAsked,
    body: StepDto = {},
  ) {
    const call = asked(exchange, this.#clock, body);
    const { context, ifMatch, by } = call;
    const command = commandOf({ reviewId, ...toldBy(call) });
    const result = await this.bus.execute(new ReviewsEnvelope(command, context, by, ifMatch));
    return sendReceipt(exchange.reply, result);
  }
}

/** Who acts, and for whom: both names stand in the fact. */
function toldBy({ act, at, now, by }: Asked) {
  return { act, at, now, by: by.sub, ...present({ onBehalfOf: by.onBehalfOf }) };
}

function filterOf(
  { subject, owedBy, ledBy, cycle }: ReviewsQueryDto,
  exchange: Exchange,
): ReviewFilter {
  const me = meOf(exchange);
  const whose = Object.entries({ subject, owedBy, ledBy }).filter(([, one]) => one !== undefined);
  const other = whose[1]?.[0];
  if (other !== undefined) throw eitherOr(other);
  const within = present({ cycle });
  if (owedBy !== undefined) return { by: 'owing', value: me, ...within };
  if (ledBy !== undefined) return { by: 'manager', value: me, ...within };
  if (subject !== undefined) return { by: 'subject', value: subject, ...within };
  return cycle === undefined ? { by: 'subject', value: me } : { by: 'cycle', value: cycle };
}

/** One of the two would be left out in silence. */
function eitherOr(name: string): ProblemError {
  const remedy = 'Ask by subject, by owedBy or by ledBy alone; cycle narrows each of them.';
  return new ProblemError('review/two-filters', remedy, [
    { field: `?${name}`, rule: 'either-or', remedy },
  ]);
}
