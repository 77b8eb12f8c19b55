import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { DynamicModule, OnModuleDestroy } from '@nestjs/common';
import { accessParts } from '@plumbline/access';
import { contextOf, publishedSchemas, type Schema } from '@plumbline/contracts/published';
import { sourceOf } from '@plumbline/feed/cloud-event';
import { present, type Position } from '@plumbline/kernel';
import { isPermitted } from '@plumbline/organization';
import { Asks, CurrentExchange, headerProblem, rejected } from '@plumbline/web';
import { ProblemError, tokenEndsAt, type Exchange } from '@plumbline/web';
import { pageLimitDefault } from '@plumbline/web/shapes';
import type { FastifyReply } from 'fastify';
import type { Engine } from '../engine.ts';
import { createFactReader, positionWithin } from '../fact-reader.ts';
import { awaitedBatch, eventsIn, exportedFacts, heartbeatMs } from '../fact-stream.ts';
import { serverSentEvents, type StreamGround, type StreamTerms } from '../fact-stream.ts';
import { factTable } from '../fact-table.ts';
import { watchHead } from '../head-watch.ts';
import { AfterDto, BatchQueryDto, ExportQueryDto, positionPattern } from './facts.dto.ts';

export const batchMediaType = 'application/cloudevents-batch+json';
export const eventsMediaType = 'text/event-stream';

/** What tests may have otherwise. */
export interface FactsOptions {
  readonly heartbeatMs?: number;
  /** The data of each type of facts that there is. */
  readonly schemas?: Readonly<Record<string, Schema>>;
}

interface Ground extends StreamGround {
  readonly engine: Pick<Engine, 'access' | 'exporter' | 'logger' | 'streams'>;
  readonly schemas: Readonly<Record<string, Schema>>;
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
    @Query() { after, until, type, ...asked }: ExportQueryDto,
    @CurrentExchange() exchange: Exchange,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const begun = await this.#begin(exchange, context, after);
    const end = until === undefined ? begun.head : positionWithin(until, begun.head);
    const { terms } = begun;
    if (end !== null && begun.asked.after !== null && begun.asked.after > end) {
      throw endsBeforeItBegins();
    }
    const { ground } = this;
    const schema = type === undefined ? undefined : this.#schemaOf(context, type);
    const named = present({ type });
    const question = { ...begun.asked, until: end, ...named };
    await ground.engine.exporter.answer({ ...exchange, reply }, asked, async (signal) => ({
      ...factTable(schema, ground.sourceOf(context)),
      ...{ what: `facts/${context}`, position: end },
      pinned: { ...named, ...present({ after }), ...(end === null ? {} : { until: end }) },
      batches: () => exportedFacts(ground, question, { ...terms, signal }),
      placeOf: ({ position }) => position,
      // Where to go on: the place of the last fact, where there is more than the file took.
      endOf: ({ rows, next = end }) => ({ position: next, facts: rows }),
    }));
  }

  #schemaOf(context: string, type: string): Schema {
    const schema = this.ground.schemas[type];
    if (schema !== undefined && contextOf(type) === context) return schema;
    const remedy = 'Name a type as facts of this context have it, with its version.';
    throw new ProblemError('request/invalid-parameter', `type: ${remedy}`, [
      { field: '?type', rule: 'known', remedy },
    ]);
  }

  onModuleDestroy(): void {
    this.ground.engine.streams.close();
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
    return { terms, head, asked: { tenant: by.tenant, context, reader: by.sub, after: from } };
  }

  #open(kind: 'poll' | 'events', { by, reply }: Exchange) {
    return this.ground.engine.streams.open(kind, `${by.tenant}\u001f${by.sub}`, reply.raw);
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
    const { log, gates, clock, environment } = engine;
    const ground: Ground = {
      ...{ engine, clock, heartbeatMs: options.heartbeatMs ?? heartbeatMs },
      schemas: options.schemas ?? publishedSchemas,
      reader: createFactReader({ log, gates }),
      watch: watchHead(log),
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
