import type { DynamicModule, Type } from '@nestjs/common';
import type { Engine } from '@plumbline/platform';
import { createTokenVerifier, createWebApp, type Issuer, type OpenApiPart } from '@plumbline/web';
import type { HealthCheck, WebApp } from '@plumbline/web';
import { mountDocuments } from './documents.ts';
import { serveFiles } from './files.ts';
import { mountHealth } from './health-routes.ts';
import { operationsOpenApi } from './operations.openapi.ts';
import { systemOpenApi } from './system.openapi.ts';

export interface AppOptions {
  readonly modules: readonly (DynamicModule | Type<unknown>)[];
  readonly documents: readonly OpenApiPart[];
  readonly issuers: readonly Issuer[];
  readonly metrics: 'token' | 'open' | 'off';
  readonly slowRequestMs: number;
  readonly checks: readonly HealthCheck[];
  /** The built console; not served when it is not built. */
  readonly consoleFolder?: string | undefined;
  /** The reader of `/docs`. */
  readonly readerFolder?: string | undefined;
}

/** The whole application over an engine, initialised but not listening. */
export async function createApp(engine: Engine, options: AppOptions): Promise<WebApp> {
  const { clock, logger, metrics: registry } = engine;
  const { issuers, checks, metrics } = options;
  const web = await createWebApp({
    modules: options.modules,
    verifier: createTokenVerifier({ issuers, clock, logger }),
    ...{ logger, registry, slowRequestMs: options.slowRequestMs },
  });
  const fastify = web.app.getHttpAdapter().getInstance();
  mountHealth(fastify, { checks, registry, metrics });
  mountDocuments(fastify, {
    parts: [...options.documents, operationsOpenApi, systemOpenApi(metrics)],
    readerFolder: options.readerFolder,
  });
  if (options.consoleFolder !== undefined) {
    serveFiles(fastify, { prefix: '/', folder: options.consoleFolder });
  }
  await web.app.init();
  await fastify.ready();
  return web;
}
