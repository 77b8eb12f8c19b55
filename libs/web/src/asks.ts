import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The action of the policy table that decides who may use the route. */
    asks?: string;
  }
}

/**
 * The action that a route asks the policy table about. An application does not start with a route
 * that names none; who could never be permitted is refused before the body is read; whether this
 * caller may, with this record, is asked by the handler, who alone knows the record.
 */
export const Asks = (action: string): MethodDecorator =>
  RouteConfig({ asks: action }) as MethodDecorator;
