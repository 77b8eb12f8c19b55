import type { DynamicModule, Type } from '@nestjs/common';
import type { FeedStrategy } from '@plumbline/feed/strategy';
import type { Action } from '@plumbline/organization';
import { createTokenVerifier, createWebApp, type Issuer, type OpenApiPart } from '@plumbline/web';
import type { HealthCheck, WebApp } from '@plumbline/web';
import { recordDiscard } from '../discards.ts';
import type { Engine } from '../engine.ts';
import { startPolicies } from '../policies.ts';
import { mountDocuments } from './documents.ts';
import { FactsModule, type FactsOptions } from './facts.ts';
import { factsOpenApi } from './facts.openapi.ts';
import { serveFiles } from './files.ts';
import { mountHealth } from './health-routes.ts';
import { OperationsModule, type CheckLog } from './operations.ts';
import { operationsOpenApi } from './operations.openapi.ts';
import { createParkedDesk } from './parked.ts';
import { honourReadAfter } from './read-after.ts';
import { systemOpenApi } from './system.openapi.ts';
import { refuseUnasked } from './unasked.ts';

export interface AppOptions {
  readonly modules: readonly (DynamicModule | Type<unknown>)[];
  readonly documents: readonly OpenApiPart[];
  readonly issuers: readonly Issuer[];
  readonly metrics: 'token' | 'open' | 'off';
  readonly slowRequestMs: number;
  readonly checks: readonly HealthCheck[];
  readonly checkLog: CheckLog | undefined;
  readonly facts?: FactsOptions;
  /** The built console; not served when it is not built. */
  readonly consoleFolder?: string | undefined;
  /** The reader of `/docs`. */
  readonly readerFolder?: string | undefined;
}

export const version = '0.1.0';

/** The whole application over an engine, with its policies running, but not listening. */
export async function createApp(engine: Engine, options: AppOptions): Promise<WebApp> {
  const { clock, logger, metrics: registry } = engine;
  const { issuers, checks, checkLog, metrics } = options;
  const policies: { strategy?: FeedStrategy } = {};
  const parked = createParkedDesk({
    ...{ projector: engine.projector, desk: engine.desk, policyGroup: engine.policyGroup },
    strategy: () => policies.strategy,
    recordDiscard: (discarded) => recordDiscard(engine.log, engine.sealer, discarded),
    now: () => clock.now(),
  });
  const web = await createWebApp({
    modules: [
      ...options.modules,
      OperationsModule.with({ engine, version, checkLog, parked }),
      FactsModule.with(engine, options.facts),
    ],
    verifier: createTokenVerifier({ issuers, clock, logger }),
    ...{ clock, logger, registry, slowRequestMs: options.slowRequestMs },
    refuses: (principal, action) => engine.access.refuses(principal, action as Action),
  });
  const fastify = web.app.getHttpAdapter().getInstance();
  honourReadAfter(fastify, engine);
  mountHealth(fastify, { access: engine.access, checks, registry, metrics });
  mountDocuments(fastify, {
    parts: [...options.documents, operationsOpenApi, factsOpenApi, systemOpenApi(metrics)],
    readerFolder: options.readerFolder,
  });
  if (options.consoleFolder !== undefined) {
    serveFiles(fastify, { prefix: '/', folder: options.consoleFolder });
  }
  await web.app.init();
  await fastify.ready();
  refuseUnasked(web.routes);
  policies.strategy = await startPolicies(web.app, engine);
  return web;
}
