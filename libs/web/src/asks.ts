import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The action of the policy table that decides who may use the route. */
    asks?: string;
    /** Nothing that is logged of a request may tell it from others. */
    unnamed?: boolean;
    /** Its answer takes as long as its caller likes: that is not slow. */
    lasting?: boolean;
  }
}

/**
 * A route that answers without a token, and that nothing is to link to anybody: the policy table
 * opens the action to everybody; a token that is sent is not looked at, and the log has no trace.
 */
export const Unnamed = (action: string): MethodDecorator =>
  RouteConfig({ asks: action, public: true, unnamed: true }) as MethodDecorator;

/**
 * The action that a route asks the policy table about. An application does not start with a route
 * that names none; who could never be permitted is refused before the body is read; whether this
 * caller may, with this record, is asked by the handler, who alone knows the record.
 */
export const Asks = (action: string, how: { readonly lasting?: true } = {}): MethodDecorator =>
  RouteConfig({ asks: action, ...how }) as MethodDecorator;
