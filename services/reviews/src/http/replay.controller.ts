import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { NotFound, present } from '@plumbline/kernel';
import { reveal } from '@plumbline/privacy';
import { Asks, CurrentExchange, rejected, sendAt, type Exchange } from '@plumbline/web';
import { pageLimitDefault } from '@plumbline/web/shapes';
import { withRefs } from '@plumbline/views';
import { manifestFor, noteReaderOf } from '../evidence.sight.ts';
import { htmlOf, renderedPagePolicy } from '../rendered.html.ts';
import { explainedTo, evidenceTo } from '../rendered.model.ts';
import { documentOf, type OpenedReview } from '../rendered.page.ts';
import { pdfOf, refusePdf } from '../rendered.pdf.ts';
import { Replay, revisionsTold, type Replayed } from '../replay.ts';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { toldStory } from '../story.ts';
import { shownTo } from '../views/review-shown.ts';
import { ReplayAsking } from './replay.asking.ts';
import { DifferenceDto, EvidenceFactsDto, PointDto, RenderedDto } from './replay.dto.ts';
import { factLine, storyLine } from './replay.present.ts';
import { ReviewIdDto } from './reviewing.dto.ts';

/** A review replayed: what it was made of, why it came out so, and everything that happened. */
@Controller('reviews/:reviewId')
export class ReplayController {
  constructor(
    @Inject(ReplayAsking) private readonly asking: ReplayAsking,
    @Inject(Replay) private readonly replay: Replay,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  @Get('evidence')
  @Asks('review/read-written')
  async evidence(
    @Param() { reviewId }: ReviewIdDto,
    @Query() query: PointDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { replayed, reader, found } = await this.#evidence(exchange, reviewId, query);
    const { sheet, position } = replayed;
    const { pin, manifest } = sheet.review;
    const pinned = { asOf: pin.asOf, hash: manifestFor(manifest, found, reader).hash };
    const evidence = { pinned, ...evidenceTo({ sheet, evidence: found }, reader) };
    return sendAt(exchange.reply, { position, evidence });
  }

  @Get('evidence/facts')
  @Asks('review/read-written')
  async facts(
    @Param() { reviewId }: ReviewIdDto,
    @Query() query: EvidenceFactsDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { replayed, reader, found } = await this.#evidence(exchange, reviewId, query);
    const { line: name, after = -1, limit = pageLimitDefault } = query;
    const line = found.lines.find(({ stream }) => stream === name);
    // Of feedback it is said note by note who may know of it.
    if (line === undefined || (line.source === 'feedback' && reader !== 'auditor')) {
      throw new NotFound('There is no such line in this evidence, or it is not for you.');
    }
    const rest = line.facts.filter(({ place }) => place > after);
    const items = rest.slice(0, limit).map(factLine);
    const next = rest.length > limit ? String(items.at(-1)?.place) : undefined;
    return sendAt(exchange.reply, { position: replayed.position, items, ...present({ next }) });
  }

  @Get('score')
  @Asks('review/read-written')
  async score(
    @Param() { reviewId }: ReviewIdDto,
    @Query() query: PointDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const replayed = await this.asking.at(exchange, reviewId, query);
    const { sheet, eyes, me, record, position } = replayed;
    const shown = shownTo(sheet, eyes, me);
    const evidence = await this.replay.evidence(replayed);
    const revisions = revisionsTold(replayed);
    const why = explainedTo({ shown, items: record.items, revisions, evidence });
    const rating = shown.result?.rating ?? null;
    return sendAt(exchange.reply, { position, why, rating });
  }

  @Get('story')
  @Asks('review/read-written')
  async story(
    @Param() { reviewId }: ReviewIdDto,
    @Query() query: PointDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const replayed = await this.asking.at(exchange, reviewId, query);
    const listener = await this.asking.listener(exchange, reviewId, replayed);
    const items = toldStory(replayed.record.items, listener).map(storyLine);
    const body = { items: withRefs(items, replayed.record.texts) };
    return this.#send(exchange, replayed, body);
  }

  @Get('difference')
  @Asks('review/read-written')
  async difference(
    @Param() { reviewId }: ReviewIdDto,
    @Query() query: DifferenceDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const from = await this.asking.atPoint(exchange, reviewId, query, 'from');
    const to = await this.asking.atPoint(exchange, reviewId, query, 'to');
    const listener = await this.asking.listener(exchange, reviewId, to);
    const changes = await this.replay.difference(from, to, listener);
    const texts = { ...from.record.texts, ...to.record.texts };
    const between = { from: from.position, to: to.position };
    return this.#send(exchange, to, { ...between, changes: withRefs(changes, texts) });
  }

  @Get('rendered')
  @Asks('review/read-written')
  async rendered(
    @Param() { reviewId }: ReviewIdDto,
    @Query() { format = 'json', language, ...query }: RenderedDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const replayed = await this.asking.at(exchange, reviewId, query);
    const { review, texts } = await this.replay.rendered(replayed, language);
    const body = { review: withRefs(review, texts) };
    if (format === 'json') return this.#send(exchange, replayed, body);
    const opened = (await reveal(this.ports.sealer, replayed.tenant, body)) as {
      readonly review: OpenedReview;
    };
    const { reply } = exchange;
    sendAt(reply, { position: replayed.position });
    const document = documentOf(opened.review);
    if (format === 'html') {
      void reply
        .header('content-security-policy', renderedPagePolicy)
        .header('content-type', 'text/html; charset=utf-8');
      return htmlOf(document);
    }
    const refused = refusePdf(document);
    if (refused !== undefined) throw rejected(refused);
    void reply
      .header('content-disposition', `attachment; filename="review-${reviewId}.pdf"`)
      .header('content-type', 'application/pdf');
    return pdfOf(document);
  }

  async #evidence(exchange: Exchange, reviewId: string, query: PointDto) {
    const replayed = await this.asking.at(exchange, reviewId, query);
    const { eyes, sheet, me } = replayed;
    const reader = noteReaderOf(eyes, sheet.review, me);
    // Who is only asked to write in it is shown nothing of whom it is about.
    if (reader === null) throw new NotFound('Its evidence is not for you.');
    return { replayed, reader, found: await this.replay.evidence(replayed) };
  }

  /** What people wrote is opened here, after the permission check. */
  async #send(exchange: Exchange, { tenant, position }: Replayed, body: object) {
    const opened = (await reveal(this.ports.sealer, tenant, body)) as object;
    return sendAt(exchange.reply, { position, ...opened });
  }
}
