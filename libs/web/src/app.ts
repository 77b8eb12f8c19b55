import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '@plumbline/kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { guardRequests, type Closing, type Refuses } from './edge.ts';
import type { TokenVerifier } from './auth.ts';
import { httpMetrics } from './http-metrics.ts';
import { readJson } from './json-body.ts';
import type { WebLogger } from './logging.ts';
import { answerOf, ProblemFilter, sendProblem } from './problem-filter.ts';
import { formMediaType, ndjsonMediaType } from './media-types.ts';
import { RouteTable } from './route-table.ts';
import { NoStrayParameters } from './stray-parameters.ts';
import { CheckedInput } from './validation.ts';

/** Larger commands are no commands; bulk routes stream. */
export const bodyBytesMax = 256 * 1024;
export const headerBytesMax = 16 * 1024;
export const headersTimeoutMs = 10_000;
/** A bulk request may take long to arrive; no body is read of anybody who has no token. */
export const requestTimeoutMs = 600_000;
export const keepAliveTimeoutMs = 72_000;
/** Connections at once; further ones are closed, so that files and memory stay bounded. */
export const connectionsMax = 2_048;
export const requestsPerSocketMax = 0;
export const pathSegmentLengthMax = 512;

export interface WebAppOptions {
  readonly modules: readonly (DynamicModule | Type<unknown>)[];
  readonly logger: WebLogger;
  readonly registry: Registry;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  /** Requests slower than this are logged. */
  readonly slowRequestMs?: number;
  /** A rejection for a caller who could be permitted an action in no record whatsoever. */
  readonly refuses?: Refuses;
}

export interface WebApp {
  readonly app: NestFastifyApplication;
  readonly routes: RouteTable;
  /** From now on every new request is answered with 503, and connections close. */
  startClosing(): void;
}

/** A Nest application with the whole edge around the given modules; not yet initialised. */
export async function createWebApp(options: WebAppOptions): Promise<WebApp> {
  const { logger, registry, verifier, clock } = options;
  const routes = new RouteTable();
  const closing: Closing = { started: false };
  const adapter = adapterWith(logger);
  const fastify = adapter.getInstance();
  fastify.decorate('clock', clock);
  fastify.addHook('onRoute', (route) => {
    routes.add(route.method, route.url, () => route.config ?? {});
  });
  guardRequests(fastify, {
    verifier,
    logger,
    closing,
    observe: httpMetrics(registry),
    slowRequestMs: options.slowRequestMs ?? 1_000,
    refuses: options.refuses ?? (() => undefined),
  });
  readBodies(adapter);
  class Root {}
  const root = { module: Root, imports: [...options.modules] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.useGlobalGuards(new NoStrayParameters());
  app.useGlobalPipes(new CheckedInput());
  app.useGlobalFilters(new ProblemFilter(logger, (path) => routes.methodsOf(path)));
  const server = app.getHttpServer();
  server.maxConnections = connectionsMax;
  return {
    app,
    routes,
    startClosing: () => {
      closing.started = true;
    },
  };
}

function adapterWith(logger: WebLogger): FastifyAdapter {
  const options = {
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    maxRequestsPerSocket: requestsPerSocketMax,
    http: { maxHeaderSize: headerBytesMax, headersTimeout: headersTimeoutMs },
    routerOptions: { maxParamLength: pathSegmentLengthMax },
    logger: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    skipMiddie: true,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(request, reply, error, logger);
    },
  };
  return new FastifyAdapter(options as never);
}

/** What is wrong before there is a request is answered on the bare connection. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  // An answer that has begun cannot become another one.
  const { _httpMessage: answering } = socket as Socket & {
    readonly _httpMessage?: { readonly headersSent: boolean } | null;
  };
  if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent === true) {
    socket.destroy();
    return;
  }
  const malformed = Object.assign(new Error(error.message), { code: 'FST_ERR_BAD_URL' });
  const known = answerOf(error);
  const { problem } = known.problem.status === 500 ? answerOf(malformed) : known;
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n` +
      'content-type: application/problem+json; charset=utf-8\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** JSON is read whole and checked; lines of JSON and forms stay streams, for routes to read. */
function readBodies(adapter: FastifyAdapter): void {
  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => {
    try {
      done(null, readJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  const streamed = [ndjsonMediaType, formMediaType];
  fastify.addContentTypeParser(streamed, (_, payload, done) => done(null, payload));
}
