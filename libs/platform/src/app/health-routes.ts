import type { Access } from '@plumbline/access';
import { isPermitted } from '@plumbline/organization';
import { principalOf, readiness, rejected, type HealthCheck } from '@plumbline/web';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

export interface HealthOptions {
  readonly access: Access;
  readonly checks: readonly HealthCheck[];
  readonly registry: Registry;
  /** `token`: asks for `system/observe`; `open`: for nothing; `off`: there is no such route. */
  readonly metrics: 'token' | 'open' | 'off';
}

const isPublic = { config: { public: true, asks: 'health/read' } };

/**
 * `/health/live` (the process answers), `/health/ready` (it may be sent requests; each check by
 * its name) and `/metrics`. Metrics tell who uses what and how much: they ask for a token unless
 * the configuration opens them.
 */
export function mountHealth(fastify: FastifyInstance, options: HealthOptions): void {
  const { access, checks, registry, metrics } = options;
  fastify.get('/health/live', isPublic, () => ({ status: 'live' }));
  fastify.get('/health/ready', isPublic, async (_, reply) => {
    const result = await readiness(checks);
    return reply.code(result.status === 'ready' ? 200 : 503).send(result);
  });
  if (metrics === 'off') return;
  const config = { public: metrics === 'open', asks: 'system/observe' };
  fastify.get('/metrics', { config }, async (request, reply) => {
    if (metrics === 'token') {
      const answer = access.permit(access.asking(principalOf(request)), 'system/observe', {});
      if (!isPermitted(answer)) throw rejected(answer);
    }
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}
