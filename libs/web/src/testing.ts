import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { systemClock, type Clock } from '@plumbline/kernel';
import type { JWK } from 'jose';
import { Registry } from 'prom-client';
import { createWebApp, type WebApp } from './app.ts';
import type { Refuses } from './edge.ts';
import { createTokenVerifier, type Issuer, type TokenVerifier } from './auth.ts';
import { localIssuer } from './issuers.ts';
import { generateLocalKey, signLocalToken } from './local-token.ts';
import type { WebLogger } from './logging.ts';

export { figureFindings, figureRoutes } from './figures.testing.ts';

/** A local issuer for tests, with its keys in memory. */
export interface TestIssuer {
  readonly issuer: Issuer;
  readonly privateKey: JWK;
  readonly publicKey: JWK;
  token(sub: string, claims?: TestClaims): Promise<string>;
}

export interface TestClaims {
  readonly tenant?: string;
  readonly roles?: readonly string[];
  readonly ttlSeconds?: number;
}

export async function testIssuer(clock: Clock = systemClock): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateLocalKey();
  return {
    issuer: localIssuer(publicKey),
    publicKey,
    privateKey,
    token: (sub, { tenant = 'acme', roles = [], ttlSeconds = 3_600 } = {}) => {
      return signLocalToken(privateKey, { sub, tenant, roles, ttlSeconds, nowMs: clock.now() });
    },
  };
}

/** A logger that keeps its lines, to be looked at. */
export interface KeptLogger extends WebLogger {
  readonly lines: { readonly level: string; readonly fields: object; readonly message: string }[];
}

export function keptLogger(): KeptLogger {
  const lines: KeptLogger['lines'] = [];
  const keep = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return {
    lines,
    error: keep('error'),
    warn: keep('warn'),
    info: keep('info'),
    debug: keep('debug'),
  };
}

export interface TestWebApp extends WebApp {
  readonly app: NestFastifyApplication;
  readonly issuer: TestIssuer;
  readonly logger: KeptLogger;
  readonly registry: Registry;
}

/** A real application with the whole edge, initialised, to be asked with `app.inject()`. */
export async function webAppWith(options: {
  readonly modules: readonly (DynamicModule | Type<unknown>)[];
  readonly clock?: Clock;
  readonly verifier?: TokenVerifier;
  readonly slowRequestMs?: number;
  readonly refuses?: Refuses;
}): Promise<TestWebApp> {
  const { clock = systemClock, slowRequestMs, refuses } = options;
  const issuer = await testIssuer(clock);
  const logger = keptLogger();
  const registry = new Registry();
  const verifier =
    options.verifier ?? createTokenVerifier({ issuers: [issuer.issuer], clock, logger });
  const web = await createWebApp({
    modules: options.modules,
    ...{ logger, registry, verifier, clock },
    ...(slowRequestMs === undefined ? {} : { slowRequestMs }),
    ...(refuses === undefined ? {} : { refuses }),
  });
  await web.app.init();
  await web.app.getHttpAdapter().getInstance().ready();
  return { ...web, issuer, logger, registry };
}
