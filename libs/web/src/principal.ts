import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** Who calls, as a verified token says. Lives on the request once the token is checked. */
export interface Principal {
  readonly tenant: string;
  /** Opaque subject; the owner of own records is `person:<sub>`. */
  readonly sub: string;
  readonly roles: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler of a route that is not `@Public()`. */
    principal?: Principal;
  }
  interface FastifyContextConfig {
    /** No token is asked for. */
    public?: boolean;
    /** Serves a file of a page, and is no part of the API. */
    file?: boolean;
  }
}

/** A route that needs no token: health and documents, nothing else. */
export const Public = (): MethodDecorator => RouteConfig({ public: true }) as MethodDecorator;

/** The caller, as a handler's argument. */
export const CurrentPrincipal = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal => {
    return principalOf(context.switchToHttp().getRequest<FastifyRequest>());
  },
);

/** The caller of a request that has passed the token check. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === undefined) {
    throw new Error('A public route has no principal.');
  }
  return request.principal;
}
