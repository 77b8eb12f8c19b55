import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { refusalOf } from '@plumbline/access';
import { reveal } from '@plumbline/privacy';
import { asked, Asks, callerOf, CurrentExchange, entityTag, rejected } from '@plumbline/web';
import { sendAt, sendReceipt, timesOf, type Exchange } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { withRefs } from '@plumbline/views';
import { DraftQuery } from '../drafts.queries.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import type { DraftSheet } from '../views/draft-sheet.ts';
import { DraftOfReviewDto, SaveDraftDto } from './drafts.dto.ts';

/** What an author has not submitted yet: saved as often as they like, read by nobody else. */
@Controller('reviews/:reviewId/draft')
export class DraftsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  @Post()
  @Asks('review-draft/write')
  async save(
    @Param() { reviewId }: DraftOfReviewDto,
    @Body() { ratings, texts, ...body }: SaveDraftDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { act, at, now, by, context, ifMatch } = asked(exchange, this.ports.clock, body);
    const rated = ratings.map(({ item, rating }) => ({ item, rating }));
    const told = { act, reviewId, author: by.sub, at, now };
    const command = { type: 'SaveDraft', ...told, ratings: rated, words: texts } as const;
    const envelope = new ReviewsEnvelope(command, context, by, ifMatch);
    return sendReceipt(exchange.reply, await this.commands.execute(envelope));
  }

  @Get()
  @Asks('review-draft/write')
  async read(
    @Param() { reviewId }: DraftOfReviewDto,
    @Query() { asOf, effectiveAt }: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { tenant, sub } = exchange.by;
    const owner = `person:${sub}`;
    const refused = refusalOf(this.ports, callerOf(exchange), 'review-draft/write', { owner });
    if (refused !== undefined) throw rejected(refused);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const query = new DraftQuery(tenant, sub, reviewId, times);
    const { position, draft: sheet } = await this.queries.execute(query);
    // That nothing was saved yet is how every section begins, and no error.
    if (sheet === undefined) return sendAt(exchange.reply, { position, reviewDraft: null });
    exchange.reply.header('etag', entityTag(sheet.revision));
    const reviewDraft = await reveal(this.ports.sealer, tenant, draftDetail(sheet));
    return sendAt(exchange.reply, { position, reviewDraft: reviewDraft as object });
  }
}

function draftDetail({ reviewId, ratings, words, texts, savedAt, revision }: DraftSheet) {
  return { reviewId, ratings, texts: withRefs(words, texts), savedAt, revision };
}
