import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { asyncApi } from '@plumbline/contracts/asyncapi';
import { appendFactsMax, factCodec } from '@plumbline/event-log';
import { gate, type PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { manualClock, type ManualClock, type Position, type Text } from '@plumbline/kernel';
import { projected } from '@plumbline/views';
import { localIssuer, type HealthCheck, type WebApp } from '@plumbline/web';
import { signLocalToken } from '@plumbline/web/local-token';
import { buildOpenApi, routeDrift } from '@plumbline/web/openapi';
import { systemCodec } from '../discards.ts';
import type { Engine, ServiceParts } from '../engine.ts';
import { createLogger } from '../logger.ts';
import { openEngine, type OpenedEngine } from '../open-engine.ts';
import { createApp } from './app.ts';
import { factsOpenApi } from './facts.openapi.ts';
import { operationsOpenApi } from './operations.openapi.ts';
import { systemOpenApi } from './system.openapi.ts';

interface Noted {
  readonly type: 'Noted';
  readonly key: string;
  readonly text?: Text;
}
const codec = factCodec<Noted>({ context: 'notes', versions: { Noted: 1 } });
let isBroken = false;
const notes = projected<{ count: number }, Noted>(
  {
    name: 'notes',
    version: 1,
    context: 'notes',
    keys: ({ fact }) => [fact.key],
    fold: (doc) => {
      if (isBroken) throw new Error('The fold is broken.');
      return { count: (doc?.count ?? 0) + 1 };
    },
    index: () => ({}),
  },
  codec,
);
const noted = gate(codec, ({ key }) => ({ type: 'notes.Noted.v1', data: { key } }));
const parts: ServiceParts = { context: 'notes', views: [notes], gates: [noted] };

let refusedByPolicy: string | undefined;
const reacted: string[] = [];

@Policies()
class Reactions {
  @EventPattern('notes.Noted.v1')
  noted(@Payload() facts: readonly PublishedFact<{ readonly key: string }>[]): void {
    for (const { data } of facts) {
      if (data.key === refusedByPolicy) throw new Error('The policy is broken.');
      reacted.push(data.key);
    }
  }
}

@Module({ controllers: [Reactions] })
class ReactingModule {}

let opened: OpenedEngine;
let engine: Engine;
let web: WebApp;
let clock: ManualClock;
let unready: string | undefined;

beforeAll(async () => {
  clock = manualClock('2026-07-01T09:00:00Z');
  const config = {
    store: 'memory',
    servers: undefined,
    dataDir: '',
    tenant: 'acme',
    cachedStreamsMax: 10,
  } as const;
  const logger = createLogger('silent');
  opened = await openEngine({ config, parts: [parts], logger, clock });
  ({ engine } = opened);
  const checks: HealthCheck[] = [{ name: 'mood', check: async () => unready }];
  const checkLog = async () => ({ facts: 3, findings: [] });
  web = await createApp(engine, {
    modules: [ReactingModule],
    documents: [],
    issuers: [localIssuer(opened.localKey.publicKey)],
    ...{ metrics: 'token', slowRequestMs: 60_000, checks, checkLog },
    readerFolder: resolve('node_modules/swagger-ui-dist'),
  });
});
afterAll(async () => {
  await web.app.close();
  await engine.close();
});

const tokenOf = (sub: string, ...roles: string[]) =>
  signLocalToken(opened.localKey.privateKey, {
    ...{ sub, roles, tenant: 'acme', ttlSeconds: 60, nowMs: clock.now() },
  });

async function ask(url: string, more: { token?: string; body?: object } = {}) {
  const { token, body } = more;
  const answer = await web.app.inject({
    url,
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'idempotency-key': 'k', 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}

async function note(key: string, revision: number): Promise<Position> {
  const stream = `notes.note-acme.${key}`;
  const commandId = `c-${key}-${revision}`;
  const context = {
    ...{ tenant: 'acme', actor: { sub: 'ada', via: 'test' }, commandId, fingerprint: 'f' },
    ...{ effectiveAt: '2026-07-01T09:00:00.000Z', correlationId: 'x', causationId: 'x', stream },
  };
  const facts = await codec.encode([{ type: 'Noted', key }], context, engine.sealer);
  const receipt = await engine.log.append({
    ...{ tenant: 'acme', stream, commandId, fingerprint: 'f', facts },
    expected: revision === 0 ? 'none' : revision - 1,
  });
  return receipt.position;
}

describe('health', () => {
  it('answers without a token', async () => {
    expect(await ask('/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' });
    const ready = await ask('/health/ready');
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.text)).toEqual({
      status: 'ready',
      checks: [{ name: 'mood', ok: true }],
    });
  });

  it('names the check that fails', async () => {
    unready = 'Not today.';
    const { status, text } = await ask('/health/ready');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      status: 'not-ready',
      checks: [{ name: 'mood', ok: false, detail: 'Not today.' }],
    });
    unready = undefined;
  });
});

describe('metrics', () => {
  it('ask for a token, and for a role', async () => {
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', { token: await tokenOf('ada') })).status).toBe(403);
  });

  it('tell of requests by route, of views and of the process', async () => {
    await ask('/health/live');
    const { text } = await ask('/metrics', { token: await tokenOf('ada', 'operator') });
    expect(text).toMatch(/request_duration_seconds_count\{method="GET",route="\/health\/live"/);
    expect(text).toMatch(/plumbline_view_lag_facts\{view="notes"\} \d/);
    expect(text).toMatch(/plumbline_policy_parked \d/);
    expect(text).toMatch(/plumbline_organization_lag_seconds \d/);
    expect(text).toContain('process_resident_memory_bytes');
  });
});

describe('the documents', () => {
  it('hold exactly the routes there are', () => {
    const document = buildOpenApi([operationsOpenApi, factsOpenApi, systemOpenApi('token')]);
    expect(routeDrift(document, web.routes.list())).toEqual({ undocumented: [], unrouted: [] });
  });

  it('tell of the stream what the contract says, without a token', async () => {
    const answer = await ask('/asyncapi.json');
    expect(JSON.parse(answer.text)).toEqual(JSON.parse(JSON.stringify(asyncApi())));
    const { headers } = await ask('/openapi.json');
    const caching = (of: typeof headers) => [of['content-type'], of['cache-control']];
    expect([answer.status, caching(answer.headers)]).toEqual([200, caching(headers)]);
    expect(caching(headers)).toEqual(['application/json; charset=utf-8', 'no-cache']);
  });

  it('are served with their reader, all from here', async () => {
    expect((await ask('/openapi.json')).text).toContain('"openapi":"3.1.0"');
    const page = await ask('/docs');
    expect(page.headers).toMatchObject({ 'cross-origin-opener-policy': 'same-origin' });
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/https?:/);
    for (const [, path = ''] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    }
    expect((await ask('/docs/files/index.html')).status).toBe(404);
  });
});

describe('operations', () => {
  it('are for operators; looking is for auditors too', async () => {
    const [ada, auditor] = [await tokenOf('ada'), await tokenOf('max', 'auditor')];
    expect((await ask('/operations/status', { token: ada })).status).toBe(403);
    expect((await ask('/operations/status', { token: auditor })).status).toBe(200);
    const retry = '/operations/parked/x/retry';
    expect((await ask(retry, { token: auditor, body: {} })).status).toBe(403);
  });

  it('park, show, retry and discard, with the discard in the log', async () => {
    const token = await tokenOf('root', 'administrator');
    isBroken = true;
    await note('a', 0);
    await note('b', 0);
    await engine.projector.catchUp();
    const list = JSON.parse((await ask('/operations/parked', { token })).text) as {
      items: { id: string; key: string }[];
    };
    expect(list.items.map(({ key }) => key).sort()).toEqual(['a', 'b']);
    const idOf = (key: string) => list.items.find((one) => one.key === key)?.id ?? '';
    const path = (key: string) => `/operations/parked/${encodeURIComponent(idOf(key))}`;
    const shown = JSON.parse((await ask(path('a'), { token })).text) as object;
    expect(shown).toMatchObject({ reader: 'notes', key: 'a', facts: [{ type: 'notes.Noted.v1' }] });
    expect((await ask(`${path('a')}/retry`, { token, body: {} })).text).toContain(
      '"settled":false',
    );
    isBroken = false;
    expect((await ask(`${path('a')}/retry`, { token, body: {} })).text).toBe('{"settled":true}');
    expect((await ask(`${path('b')}/discard`, { token, body: {} })).status).toBe(422);
    const reason = 'A note of a test.';
    const discarded = await ask(`${path('b')}/discard`, { token, body: { reason } });
    expect(discarded).toMatchObject({ status: 200, text: '{"discarded":true}' });
    expect(JSON.parse((await ask('/operations/parked', { token })).text)).toEqual({ items: [] });
    expect((await ask(path('b'), { token })).status).toBe(404);
    const page = await engine.log.readAll(null, { limit: appendFactsMax, context: 'system' });
    const [fact] = page.facts;
    expect(fact?.body).not.toContain(reason);
    const recorded = fact === undefined ? undefined : systemCodec.decode(fact).fact;
    expect(recorded).toMatchObject({ type: 'ParkedDiscarded', view: 'notes', key: 'b' });
  });

  it('do not show what is parked of another tenant', async () => {
    isBroken = true;
    await note('c', 0);
    await engine.projector.catchUp();
    isBroken = false;
    const claims = { sub: 'eve', tenant: 'other', roles: ['administrator'], ttlSeconds: 60 };
    const nowMs = clock.now();
    const token = await signLocalToken(opened.localKey.privateKey, { ...claims, nowMs });
    expect(JSON.parse((await ask('/operations/parked', { token })).text)).toEqual({ items: [] });
    const [entry] = await engine.projector.parked.list();
    const path = `/operations/parked/${encodeURIComponent(entry?.id ?? '')}`;
    expect((await ask(path, { token })).status).toBe(404);
    expect((await ask(`${path}/retry`, { token, body: {} })).status).toBe(404);
  });

  it('settle what a policy could not take, in the same way', async () => {
    const token = await tokenOf('root', 'operator');
    const parkedOfPolicies = async () => {
      const { items } = JSON.parse((await ask('/operations/parked', { token })).text) as {
        items: { id: string; reader: string; key: string }[];
      };
      return items.filter(({ reader }) => reader === 'policies');
    };
    const until = async (holds: () => Promise<boolean>) => {
      while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    refusedByPolicy = 'p';
    await note('p', 0);
    await note('q', 0);
    await until(async () => (await parkedOfPolicies()).length === 1);
    expect(reacted).toContain('q');
    const [entry] = await parkedOfPolicies();
    expect(entry).toMatchObject({ key: 'notes.note-acme.p' });
    const path = `/operations/parked/${entry?.id ?? ''}`;
    expect((await ask(`${path}/retry`, { token, body: {} })).text).toContain('"settled":false');
    expect((await ask(`${path}/discard`, { token, body: { reason: 'Gone.' } })).status).toBe(200);
    expect(await parkedOfPolicies()).toEqual([]);
    refusedByPolicy = undefined;
    await note('p', 1);
    await until(async () => reacted.includes('p'));
  });

  it('rebuild a view, telling how far they are', async () => {
    const token = await tokenOf('root', 'operator');
    const { text } = await ask('/operations/views/notes/rebuild', { token, body: {} });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.at(-1)).toMatchObject({ finished: true, facts: 6 });
    const none = await ask('/operations/views/none/rebuild', { token, body: {} });
    expect(none.text).toContain('"code":"views/not-found"');
  });

  it('check the log', async () => {
    const token = await tokenOf('max', 'auditor');
    const { text } = await ask('/operations/check', { token, body: {} });
    expect(JSON.parse(text)).toEqual({
      ok: true,
      checks: [{ name: 'log', ok: true, facts: 3 }],
      problems: [],
    });
  });
});
