import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { unknownParameters } from './validation.ts';

/** Where Nest keeps the arguments of a handler, and the kind of those from the query string. */
const routeArguments = '__routeArguments__';
const queryKind = '4:';

/**
 * Refuses query parameters on a route that takes none: a misspelt or misplaced parameter would
 * otherwise change nothing, and the caller would believe the answer.
 */
export class NoStrayParameters implements CanActivate {
  private readonly takesQuery = new WeakMap<object, boolean>();

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.url.includes('?')) return true;
    const names = Object.keys(request.query as object);
    if (names.length === 0 || this.takes(context)) return true;
    throw unknownParameters(names);
  }

  private takes(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    let known = this.takesQuery.get(handler);
    if (known === undefined) {
      const found: unknown = Reflect.getMetadata(routeArguments, context.getClass(), handler.name);
      known = Object.keys(found ?? {}).some((key) => key.startsWith(queryKind));
      this.takesQuery.set(handler, known);
    }
    return known;
  }
}
