import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { createReading, refusalOf } from '@plumbline/access';
import { NotFound, present } from '@plumbline/kernel';
import { reveal } from '@plumbline/privacy';
import { answerLines, asked, Asks, callerOf, checkedBody, CurrentExchange } from '@plumbline/web';
import { entityTag, problemOf, rejected, sendAt, sendReceipt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { ImportQueryDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import type { FastifyReply } from 'fastify';
import { PastReviewsImport, type Importing, type ImportOutcome } from '../past.import.ts';
import { PastQuery, type PastQuestion } from '../past.queries.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { CorrectPastReviewDto, ImportPastReviewDto, PastReviewIdDto } from './past.dto.ts';
import { PastReviewsQueryDto } from './past.dto.ts';
import { pastLineIn } from './past.map.ts';
import { pastReviewDetail } from './past.present.ts';

/** Reviews that were finished elsewhere: lines in, corrections, and what there is. */
@Controller('past-reviews')
export class PastReviewsController {
  readonly #imports: PastReviewsImport;

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {
    this.#imports = new PastReviewsImport(commands, ports);
  }

  /** A line in, a line out. Who may import is asked once, before the first line. */
  @Post('import')
  @Asks('past-review/import')
  @HttpCode(200)
  import(
    @Query() { dryRun }: ImportQueryDto,
    @CurrentExchange() exchange: Exchange,
    // The answer is written by the lines, and not by Nest.
    @Res() reply: FastifyReply,
  ): void {
    const { tenant, sub } = exchange.by;
    const refused = refusalOf(this.ports, callerOf(exchange), 'past-review/import', {});
    if (refused !== undefined) throw rejected(refused);
    const importing: Importing = { tenant, sub, dryRun: dryRun === 'true' };
    answerLines(exchange.request, reply, {
      check: (line) => {
        const checked = checkedBody(ImportPastReviewDto, line);
        return { key: checked.key, past: pastLineIn(checked, tenant) };
      },
      serialBy: ({ past }) => past.pastReviewId,
      work: async ({ key, past }) => answerOf(key, await this.#imports.review(past, importing)),
    });
  }

  @Post(':pastReviewId/correct')
  @Asks('past-review/correct')
  async correct(
    @Param() { pastReviewId }: PastReviewIdDto,
    @Body() body: CorrectPastReviewDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { act, at, now, by, context, ifMatch } = asked(exchange, this.ports.clock, body);
    const { rating, reason } = body;
    const told = { pastReviewId, act, at, now, by: by.sub };
    const command = { type: 'CorrectPastReview', ...told, rating, reason } as const;
    const envelope = new ReviewsEnvelope(command, context, by, ifMatch);
    return sendReceipt(exchange.reply, await this.commands.execute(envelope));
  }

  @Get()
  @Asks('past-review/read')
  async list(@Query() query: PastReviewsQueryDto, @CurrentExchange() exchange: Exchange) {
    const { person, cycle } = query;
    const { position, reviews, next } = await this.#ask(exchange, query, {
      ...{ ask: 'past-reviews', filter: present({ person, cycle }), page: pageOf(query) },
    });
    return sendAt(exchange.reply, { position, items: reviews, ...present({ next }) });
  }

  @Get(':pastReviewId')
  @Asks('past-review/read')
  async read(
    @Param() { pastReviewId }: PastReviewIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = { ask: 'past-review', pastReviewId } as const;
    const { position, reviews } = await this.#ask(exchange, query, question);
    const [pastReview] = reviews;
    if (pastReview === undefined) {
      throw new NotFound('There is no such past review at this point, or it is not yours to read.');
    }
    exchange.reply.header('etag', entityTag(pastReview.revision));
    return sendAt(exchange.reply, { position, pastReview });
  }

  async #ask(exchange: Exchange, { asOf, effectiveAt }: TimesDto, question: PastQuestion) {
    const { tenant } = exchange.by;
    const reading = createReading(this.ports.access, callerOf(exchange));
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const answer = await this.queries.execute(new PastQuery(tenant, question, times, reading));
    const shown = (answer.reviews ?? []).map(pastReviewDetail);
    // What people wrote is opened here, after the permission check.
    const reviews = (await reveal(this.ports.sealer, tenant, shown)) as typeof shown;
    return { ...answer, reviews };
  }
}

function answerOf(key: string, outcome: ImportOutcome): object {
  if (outcome.status !== 'refused') return { key, ...outcome };
  const { problem } = problemOf(outcome.rejection);
  return { key, status: outcome.status, problem };
}
