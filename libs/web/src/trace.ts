import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Where a request belongs among others: W3C Trace Context. */
export interface Trace {
  readonly traceId: string;
  /** As the caller sent it; absent when it sent none, or none that is valid. */
  readonly traceparent?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    trace?: Trace;
  }
}

const traceparentPattern =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace of a request: the caller's when it sent a valid `traceparent`, otherwise a new one. */
export function traceOf(request: FastifyRequest): Trace {
  return (request.trace ??= readTrace(request.headers['traceparent']));
}

/**
 * The caller's own `traceparent`, when it sent a valid one. Makes up none: most calls need none.
 */
export function traceparentOf({ headers }: FastifyRequest): string | undefined {
  const { traceparent } = headers;
  return typeof traceparent === 'string' && traceparentPattern.test(traceparent)
    ? traceparent
    : undefined;
}

function readTrace(header: string | readonly string[] | undefined): Trace {
  const match = typeof header === 'string' ? traceparentPattern.exec(header) : null;
  if (typeof header === 'string' && match?.[1] !== undefined) {
    return { traceId: match[1], traceparent: header };
  }
  return { traceId: randomBytes(16).toString('hex') };
}
