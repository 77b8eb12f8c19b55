import { endOfDay, msPerDay, readInstant, toInstant } from '@plumbline/kernel';
import type { Clock, EpochMs, Instant, Position } from '@plumbline/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerProblem } from './command.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Set before any request is taken. */
    clock: Clock;
  }
}

/** The two times of a question, and the write that it must see. */
export interface QueryTimes {
  readonly asOf?: Instant | Position;
  readonly effectiveAt?: Instant;
  readonly readAfter?: Position;
}

/** Positions are opaque; what can be said of one at the edge is its alphabet and its length. */
const positionPattern = /^[0-9A-Za-z/_.-]{1,64}$/;

/**
 * Reads `asOf` (an instant, a day, or a position), `effectiveAt` (an instant or a day) and the
 * header `Read-After`. A time that does not exist, or at which nobody knows what will be recorded,
 * is a problem that names its parameter.
 */
export function timesOf(
  request: FastifyRequest,
  query: { readonly asOf?: string | undefined; readonly effectiveAt?: string | undefined },
): QueryTimes {
  const readAfter = request.headers['read-after'];
  return {
    ...(query.asOf === undefined ? {} : { asOf: asOf(query.asOf, request.server.clock.now()) }),
    ...(query.effectiveAt === undefined
      ? {}
      : { effectiveAt: instantParameter('effectiveAt', query.effectiveAt) }),
    ...(readAfter === undefined ? {} : { readAfter: readAfterOf(readAfter) }),
  };
}

/** Answers a query with the position that it was taken at, in the header as in the body. */
export function sendAt<Body extends { readonly position: Position | null }>(
  reply: FastifyReply,
  body: Body,
): Body {
  if (body.position !== null) reply.header('plumbline-position', body.position);
  return body;
}

/** An instant or a day in a query parameter; a problem that names it when there is no such time. */
export function instantParameter(name: string, text: string): Instant {
  const instant = readInstant(text);
  if (instant === undefined) throw noTime(name);
  return instant;
}

function asOf(text: string, now: EpochMs): Instant | Position {
  const instant = readInstant(text);
  if (instant !== undefined && instant > asOfMax(now)) throw notYet();
  if (instant !== undefined) return instant;
  // What looks like a date and is none must not pass as a position.
  if (/^\d{4}-/.test(text) || !positionPattern.test(text)) throw noTime('asOf');
  return text as Position;
}

/** The end of tomorrow: somewhere it is that day already. */
function asOfMax(now: EpochMs): Instant {
  return endOfDay(toInstant(now + msPerDay).slice(0, 10));
}

/** An answer of now must not pass as one of a time that is to come: that one would be another. */
function notYet(): ProblemError {
  const remedy = 'Send a day that has begun; for what will hold later, send effectiveAt.';
  return new ProblemError('request/invalid-parameter', `asOf: ${remedy}`, [
    { field: '?asOf', rule: 'to-come', remedy },
  ]);
}

function readAfterOf(header: string | readonly string[]): Position {
  if (typeof header !== 'string' || !positionPattern.test(header)) {
    throw headerProblem('Read-After', 'format', 'Send the Plumbline-Position of your own write.');
  }
  return header as Position;
}

function noTime(name: string): ProblemError {
  const remedy =
    'Send an instant that exists, as in 2026-07-01T09:00:00Z, or a day, as in 2026-07-01.';
  return new ProblemError('request/invalid-parameter', `${name}: ${remedy}`, [
    { field: `?${name}`, rule: 'instant', remedy },
  ]);
}
