import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerOf, unauthenticated, type TokenVerifier } from './auth.ts';
import type { ObserveHttp } from './http-metrics.ts';
import type { WebLogger } from './logging.ts';
import type { Rejection } from '@plumbline/kernel';
import type { Principal } from './principal.ts';
import { ProblemError, rejected } from './problem.ts';
import { sendProblem } from './problem-filter.ts';
import { traceOf } from './trace.ts';

export interface Closing {
  started: boolean;
}

/** Whether a caller can be told no before the record is known. */
export type Refuses = (principal: Principal, action: string) => Rejection | undefined;

interface Guarding {
  readonly verifier: TokenVerifier;
  readonly logger: WebLogger;
  readonly observe: ObserveHttp;
  readonly closing: Closing;
  readonly slowRequestMs: number;
  readonly refuses: Refuses;
}

/** Set on every answer; a page adds what only pages need (`documentHeaders`). */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Set on pages: an answer that no browser shows as one has no use for them. */
export const documentHeaders: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * What happens to every request before its handler, in this order: headers that are always set,
 * a server that is closing says so, addresses that no id can have are refused, the token is
 * checked, and whether its bearer could be permitted what the route asks for. All of it comes
 * before the body is read: who has no business here cannot make the server read.
 */
export function guardRequests(fastify: FastifyInstance, guarding: Guarding): void {
  const { verifier, logger, closing, refuses } = guarding;
  fastify.decorateRequest('principal');
  fastify.decorateRequest('trace');
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeaders);
    if (closing.started) {
      reply.header('connection', 'close');
      return refuse(request, reply, new ProblemError('request/closing', 'Try the next server.'));
    }
    if (request.url.includes('%00')) {
      return refuse(request, reply, new ProblemError('request/malformed', 'NUL is in no address.'));
    }
    if (request.is404 || request.routeOptions.config.public === true) return done();
    const token = tokenOf(request);
    if (token === undefined) return refuse(request, reply, unauthenticated('missing'));
    const known = verifier.recall(token);
    if (known !== undefined) return admit(request, reply, known, done);
    verifier.verify(token).then(
      (principal) => admit(request, reply, principal, done),
      (error: unknown) => refuse(request, reply, error),
    );
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    observe(request, reply, guarding);
    // Kept alive, a connection whose answer began before the closing would hold the end up.
    if (closing.started) request.raw.socket.end();
    done();
  });

  function admit(request: FastifyRequest, reply: FastifyReply, by: Principal, done: () => void) {
    request.principal = by;
    const rejection = rejectionOf(request, by, refuses);
    if (rejection === undefined) done();
    else refuse(request, reply, rejected(rejection));
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
    sendProblem(request, reply, error, logger);
  }
}

/**
 * Tokens as they came last on each connection. The next request mostly brings the same one, which
 * need not be taken out of its header, nor be hashed, again.
 */
const lastTokens = new WeakMap<object, { readonly header: string; readonly token: string }>();

function tokenOf({ headers, raw: { socket } }: FastifyRequest): string | undefined {
  const header = headers.authorization;
  const last = lastTokens.get(socket);
  if (last?.header === header) return last?.token;
  const token = bearerOf(header);
  if (header !== undefined && token !== undefined) lastTokens.set(socket, { header, token });
  return token;
}

function rejectionOf(request: FastifyRequest, by: Principal, refuses: Refuses) {
  const { asks } = request.routeOptions.config;
  return asks === undefined ? undefined : refuses(by, asks);
}

function observe(request: FastifyRequest, reply: FastifyReply, guarding: Guarding): void {
  const { logger, slowRequestMs } = guarding;
  const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
  const { method } = request;
  const { statusCode: status, elapsedTime: ms } = reply;
  guarding.observe(method, route, status, ms / 1_000);
  const { unnamed, lasting } = request.routeOptions.config;
  if (ms > slowRequestMs && unnamed !== true && lasting !== true) {
    const { traceId } = traceOf(request);
    logger.warn({ method, route, status, ms: Math.round(ms), traceId }, 'slow request');
  }
}
