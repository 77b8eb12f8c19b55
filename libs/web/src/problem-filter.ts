import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebLogger } from './logging.ts';
import { problemMediaType } from './media-types.ts';
import { ProblemError, problemOf, type ProblemAnswer } from './problem.ts';
import { traceOf } from './trace.ts';

/** The framework's own errors, by the codes of Fastify and of Node, as codes of ours. */
const frameworkCodes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request/body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request/unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request/broken-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request/broken-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request/malformed',
  FST_ERR_BAD_URL: 'request/malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'request/uri-too-long',
  FST_ERR_PARAM_LENGTH: 'request/uri-too-long',
  HPE_HEADER_OVERFLOW: 'request/headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request/timeout',
};

const frameworkDetails: Readonly<Record<string, string>> = {
  'request/body-too-large': 'Send less at once, or use a bulk route.',
  'request/unsupported-media-type':
    'Send Content-Type: application/json, or application/x-ndjson where a bulk route reads it.',
  'request/broken-json': 'The body is empty, or it is not JSON.',
  'request/malformed': 'The address or a header does not follow HTTP.',
  'request/uri-too-long': 'A segment of the address is longer than any id.',
  'request/headers-too-large': 'Send fewer or shorter headers.',
  'request/timeout': 'Send the whole request sooner.',
};

/** By status, for framework errors that come without a code of their own. */
const codeOfStatus: Readonly<Record<number, string>> = {
  400: 'request/malformed',
  404: 'request/no-such-route',
  408: 'request/timeout',
  413: 'request/body-too-large',
  414: 'request/uri-too-long',
  415: 'request/unsupported-media-type',
  431: 'request/headers-too-large',
};

/** The answer to anything that was thrown on the way of a request. */
export function answerOf(error: unknown): ProblemAnswer {
  if (error instanceof ProblemError) return problemOf(error);
  const cause = error instanceof HttpException && error.cause ? error.cause : error;
  const own = typeof cause === 'object' && cause !== null ? (cause as ErrorLike) : {};
  const code = frameworkCodes[own.code ?? ''] ?? codeOfFramework(error, own);
  if (code === undefined) return problemOf(error);
  const detail = frameworkDetails[code] ?? 'The request does not follow HTTP.';
  return problemOf(new ProblemError(code, detail));
}

interface ErrorLike {
  readonly code?: string;
  readonly statusCode?: number;
}

function codeOfFramework(error: unknown, cause: ErrorLike): string | undefined {
  if (error instanceof HttpException) return codeOfStatus[error.getStatus()];
  if (cause.code?.startsWith('FST_') !== true) return undefined;
  return codeOfStatus[cause.statusCode ?? 0];
}

/** Writes the problem of an error as the answer of its request. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  logger: WebLogger,
): void {
  const { problem, headers } = answerOf(error);
  const { traceId } = traceOf(request);
  if (problem.status >= 500 && problem.status !== 503) {
    const isUnnamed = request.routeOptions?.config.unnamed === true;
    const trace = isUnnamed ? {} : { traceId };
    logger.error({ err: error, ...trace, route: request.routeOptions?.url }, 'request failed');
  }
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const path = request.url.split('?', 1)[0];
  void reply
    .code(problem.status)
    .headers(headers)
    .header('content-type', problemMediaType)
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ ...problem, instance: path, traceId }));
}

/** The one place where what is thrown becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: WebLogger,
    private readonly methodsOf: (path: string) => readonly string[],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    sendProblem(request, reply, this.noRoute(request, error) ?? error, this.logger);
  }

  /** Our own code throws no HTTP exception: a 404 of the framework is about the address. */
  private noRoute(request: FastifyRequest, error: unknown): ProblemError | undefined {
    if (!(error instanceof HttpException) || error.getStatus() !== 404) return undefined;
    const methods = this.methodsOf(request.url.split('?', 1)[0] ?? '/');
    if (methods.length === 0) {
      return new ProblemError('request/no-such-route', 'No route has this address.');
    }
    const allow = methods.join(', ');
    return new ProblemError('request/method-not-allowed', `Use ${allow}.`, [], {
      headers: { allow },
    });
  }
}
