import type { DynamicModule, Type } from '@nestjs/common';
import { manualClock, type ManualClock } from '@plumbline/kernel';
import { createTokenVerifier } from '@plumbline/web/auth';
import { localIssuer } from '@plumbline/web/issuers';
import { signLocalToken } from '@plumbline/web/local-token';
import { webAppWith, type TestClaims, type TestWebApp } from '@plumbline/web/testing';
import type { Engine, ServiceParts } from './engine.ts';
import { createLogger } from './logger.ts';
import { openEngine } from './open-engine.ts';
import { startPolicies } from './policies.ts';

/** A real application over memory adapters. */
export interface TestApp extends Omit<TestWebApp, 'issuer' | 'registry'> {
  readonly engine: Engine;
  /** Stands still until a test moves it. */
  readonly clock: ManualClock;
  /** A token of the application's own local issuer; tenant `acme` unless told. */
  token(sub: string, claims?: TestClaims): Promise<string>;
  /** One request as somebody: JSON in, JSON out. A POST gets an idempotency key unless given. */
  as(token: string): (request: TestRequest) => Promise<TestAnswer>;
  close(): Promise<void>;
}

export interface TestRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed, when it is JSON. */
  readonly body: unknown;
  readonly text: string;
}

export interface TestAppOptions {
  readonly modules: (engine: Engine) => readonly (DynamicModule | Type<unknown>)[];
  readonly parts: readonly ServiceParts[];
  /** Where the clock stands. */
  readonly at?: string;
}

/**
 * The application of a service's tests: `appWith({ modules: (engine) => [GoalsModule.with(engine)],
 * … })`.
 */
export async function appWith({ modules, parts, at }: TestAppOptions): Promise<TestApp> {
  const clock = manualClock(at ?? '2026-07-01T09:00:00.000Z');
  const config = { store: 'memory', dataDir: '', tenant: 'acme', cachedStreamsMax: 1_000 } as const;
  const logger = createLogger('silent');
  const { engine, localKey } = await openEngine({ config, parts, logger, clock });
  const issuers = [localIssuer(localKey.publicKey)];
  const verifier = createTokenVerifier({ issuers, clock, logger });
  const web = await webAppWith({ modules: modules(engine), clock, verifier });
  await startPolicies(web.app, engine);
  await engine.projector.start();
  let keys = 0;
  return {
    ...web,
    ...{ engine, clock },
    token: (sub, { tenant = 'acme', roles = [], ttlSeconds = 3_600 } = {}) => {
      const claims = { sub, tenant, roles, ttlSeconds, nowMs: clock.now() };
      return signLocalToken(localKey.privateKey, claims);
    },
    as: (token) => async (request) => {
      const { method = 'GET', url, body } = request;
      keys += 1;
      const answer = await web.app.inject({
        ...{ method, url },
        headers: {
          authorization: `Bearer ${token}`,
          ...(method === 'POST' ? { 'idempotency-key': `key-${keys}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...request.headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      const isJson = /json\b/.test(String(answer.headers['content-type']));
      const isOne = isJson && !String(answer.headers['content-type']).includes('ndjson');
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: isOne ? (answer.json() as unknown) : undefined,
        text: answer.body,
      };
    },
    close: async () => {
      await web.app.close();
      await engine.close();
    },
  };
}
