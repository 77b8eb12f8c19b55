import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onBehalfOfIn } from './command.ts';
import { principalOf, type Principal } from './principal.ts';

/** One request with its answer and its caller: what most handlers need besides the checked body. */
export interface Exchange {
  readonly by: Principal;
  /** For whom the caller says to act, when that is somebody else. The policy has the last word. */
  readonly onBehalfOf?: string;
  readonly request: FastifyRequest;
  /** For status and headers; what the handler returns is the body. */
  readonly reply: FastifyReply;
}

/** The exchange, as a handler's argument. */
export const CurrentExchange = createParamDecorator(
  (_: unknown, context: ExecutionContext): Exchange => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const by = principalOf(request);
    const onBehalfOf = onBehalfOfIn(request, by);
    return onBehalfOf === undefined ? { by, request, reply } : { by, onBehalfOf, request, reply };
  },
);
