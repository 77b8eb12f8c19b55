import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { DynamicModule, OnModuleDestroy } from '@nestjs/common';
import { accessParts } from '@plumbline/access';
import { sourceOf } from '@plumbline/feed/cloud-event';
import type { Position } from '@plumbline/kernel';
import { isPermitted } from '@plumbline/organization';
import { Asks, CurrentExchange, headerProblem, ndjsonMediaType, rejected } from '@plumbline/web';
import { ProblemError, tokenEndsAt, type Exchange } from '@plumbline/web';
import { Optional, pageLimitDefault } from '@plumbline/web/shapes';
import { Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Engine } from '../engine.ts';
import { createFactReader, positionWithin } from '../fact-reader.ts';
import { awaitedBatch, eventsIn, exportedLines, heartbeatMs } from '../fact-stream.ts';
import { serverSentEvents, type StreamGround, type StreamTerms } from '../fact-stream.ts';
import { watchHead } from '../head-watch.ts';
import { openStreams, type OpenStreams, type StreamLimits } from '../open-streams.ts';

export const batchMediaType = 'application/cloudevents-batch+json';
export const eventsMediaType = 'text/event-stream';

/** Positions are opaque; what can be said of one here is its alphabet and its length. */
const positionPattern = /^[0-9A-Za-z/_.-]{1,64}$/;

const SentPosition = (): PropertyDecorator =>
  Matches(positionPattern, { message: '$property must be a position as it was given' });

/** How far the caller has read. */
export class AfterDto {
  @Optional() @SentPosition() after?: string;
}

export class BatchQueryDto extends AfterDto {
  @Optional()
  @Matches(/^([1-9]\d{0,2}|1000)$/, { message: '$property must be a number from 1 to 1000' })
  limit?: string;
  /** Seconds. */
  @Optional()
  @Matches(/^([12]?\d|30)$/, { message: '$property must be a number of seconds from 0 to 30' })
  wait?: string;
}

export class ExportQueryDto extends AfterDto {
  @Optional() @SentPosition() until?: string;
}

/** What tests may have otherwise. */
export interface FactsOptions {
  readonly limits?: Partial<StreamLimits>;
  readonly heartbeatMs?: number;
}

interface Ground extends StreamGround {
  readonly engine: Pick<Engine, 'access' | 'logger'>;
  readonly streams: OpenStreams;
}

const groundPort = Symbol('FactsGround');

/** The published facts of this process's contexts, by position, for who has no Kafka. */
@Controller('facts')
export class FactsController implements OnModuleDestroy {
  constructor(@Inject(groundPort) private readonly ground: Ground) {}

  @Get(':context')
  @Asks('stream/read', { lasting: true })
  async batch(
    @Param('context') context: string,
    @Query() { after, limit, wait = '0' }: BatchQueryDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { terms, asked } = await this.#begin(exchange, context, after);
    const question = { ...asked, limit: limit === undefined ? pageLimitDefault : Number(limit) };
    const ms = Number(wait) * 1_000;
    const stream = ms === 0 ? undefined : this.#open('poll', exchange);
    const signal = stream?.signal ?? new AbortController().signal;
    const batch = await awaitedBatch(this.ground, question, { ...terms, ms, signal }).finally(() =>
      stream?.end(),
    );
    terms.allow();
    const events = eventsIn(batch.facts, this.ground.sourceOf(context));
    const { position } = batch;
    if (position !== null) reply.header('plumbline-position', position);
    void reply
      .header('link', `<${addressOf(context, { after: position, limit, wait })}>; rel="next"`)
      .header('content-type', `${batchMediaType}; charset=utf-8`)
      .send(`[${events.join(',\n')}]`);
  }

  @Get(':context/events')
  @Asks('stream/read', { lasting: true })
  async events(
    @Param('context') context: string,
    @Query() { after }: AfterDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Who connects again asks as at first, and has got further since.
    const from = lastEventIdOf(exchange) ?? after;
    const { terms, asked } = await this.#begin(exchange, context, from);
    const stream = this.#open('events', exchange);
    const { signal } = stream;
    const events = serverSentEvents(this.ground, asked, { ...terms, signal });
    reply.header('content-type', `${eventsMediaType}; charset=utf-8`);
    await this.#send(reply, context, stream.taken(events));
  }

  @Get(':context/export')
  @Asks('stream/read', { lasting: true })
  async export(
    @Param('context') context: string,
    @Query() { after, until }: ExportQueryDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { terms, asked, head } = await this.#begin(exchange, context, after);
    const end = until === undefined ? head : positionWithin(until, head);
    if (end !== null && asked.after !== null && asked.after > end) throw endsBeforeItBegins();
    const stream = this.#open('export', exchange);
    const { signal } = stream;
    const lines = exportedLines(this.ground, { ...asked, until: end }, { ...terms, signal });
    if (end !== null) reply.header('plumbline-position', end);
    reply.header('content-type', ndjsonMediaType);
    await this.#send(reply, context, stream.taken(lines));
  }

  onModuleDestroy(): void {
    this.ground.streams.close();
    this.ground.watch.close();
  }

  /** Who may not read is not told what there is to be read. */
  async #begin({ by, onBehalfOf, request }: Exchange, context: string, after: string | undefined) {
    const { engine, reader } = this.ground;
    const { access } = engine;
    // Who has looked at what is no figure that an analyst would need.
    const action = context === accessParts.context ? 'stream/read-access' : 'stream/read';
    const allow = (): void => {
      const answer = access.permit(access.asking(by, onBehalfOf), action, {});
      if (!isPermitted(answer)) throw rejected(answer);
    };
    allow();
    reader.demand(context);
    const head = await reader.head();
    const from = after === undefined ? null : positionWithin(after, head);
    const endsAt = tokenEndsAt(request.headers.authorization);
    const terms: Omit<StreamTerms, 'signal'> = { allow, endsAt };
    return { terms, head, asked: { tenant: by.tenant, context, after: from } };
  }

  #open(kind: 'poll' | 'events' | 'export', { by, reply }: Exchange) {
    return this.ground.streams.open(kind, `${by.tenant}\u001f${by.sub}`, reply.raw);
  }

  /** What fails before its first piece is refused as any request is. */
  async #send(reply: FastifyReply, context: string, pieces: AsyncGenerator<string>): Promise<void> {
    const answer = Readable.from(begunWith(await pieces.next(), pieces));
    answer.on('error', (err) => {
      this.ground.engine.logger.warn({ err, context }, 'a stream of facts was cut');
    });
    // Proxies that hold answers back would hold back for ever what does not end.
    void reply.code(200).header('x-accel-buffering', 'no').send(answer);
  }
}

export const FactsModule = {
  with: (engine: Engine, options: FactsOptions = {}): DynamicModule => {
    const { log, gates, clock, environment, metrics } = engine;
    const ground: Ground = {
      ...{ engine, clock, heartbeatMs: options.heartbeatMs ?? heartbeatMs },
      reader: createFactReader({ log, gates }),
      watch: watchHead(log),
      streams: openStreams(metrics, options.limits),
      sourceOf: (context) => sourceOf(environment, context),
    };
    return {
      module: class FactsModule {},
      controllers: [FactsController],
      providers: [{ provide: groundPort, useValue: ground }],
    };
  },
};

async function* begunWith(first: IteratorResult<string>, rest: AsyncGenerator<string>) {
  if (first.done !== true) yield first.value;
  yield* rest;
}

function lastEventIdOf({ request }: Exchange): string | undefined {
  const header = request.headers['last-event-id'];
  if (header === undefined || header === '') return undefined;
  if (typeof header === 'string' && positionPattern.test(header)) return header;
  throw headerProblem('Last-Event-ID', 'format', 'Send the id of an event as it was given.');
}

function endsBeforeItBegins(): ProblemError {
  const remedy = 'Send an until that is not before after.';
  return new ProblemError('request/invalid-parameter', `until: ${remedy}`, [
    { field: '?until', rule: 'order', remedy },
  ]);
}

function addressOf(
  context: string,
  { after, limit, wait }: { after: Position | null; limit: string | undefined; wait: string },
): string {
  const parameters = new URLSearchParams({
    ...(after === null ? {} : { after }),
    ...(limit === undefined ? {} : { limit }),
    ...(wait === '0' ? {} : { wait }),
  });
  return `/facts/${context}${parameters.size === 0 ? '' : `?${parameters.toString()}`}`;
}
