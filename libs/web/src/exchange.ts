import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf, type Principal } from './principal.ts';

/** One request with its answer and its caller: what most handlers need besides the checked body. */
export interface Exchange {
  readonly by: Principal;
  readonly request: FastifyRequest;
  /** For status and headers; what the handler returns is the body. */
  readonly reply: FastifyReply;
}

/** The exchange, as a handler's argument. */
export const CurrentExchange = createParamDecorator(
  (_: unknown, context: ExecutionContext): Exchange => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    return { by: principalOf(request), request, reply: http.getResponse<FastifyReply>() };
  },
);
