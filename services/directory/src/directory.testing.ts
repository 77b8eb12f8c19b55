import { randomBytes, randomUUID } from 'node:crypto';
import { createAccess, type Access } from '@plumbline/access';
import { createTransactor, type EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { memoryDesk, memoryPlaces, type Feed, type Subscription } from '@plumbline/feed';
import type { PublishedFact } from '@plumbline/feed';
import { FeedStrategy } from '@plumbline/feed/strategy';
import { tailFeed } from '@plumbline/feed/tail';
import { manualClock, present, type ManualClock, type Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import type { Postbox } from '@plumbline/mail';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { createProjector, createViews } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { webAppWith, type TestWebApp } from '@plumbline/web/testing';
import { DirectoryModule } from './directory.module.ts';
import { directoryParts } from './directory.parts.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /* The body of an answer is whatever the test looks for; it fails where that is not there. */
  readonly body: Body;
}
export type Body = Readonly<Record<string, unknown>>;

export interface TestDirectory {
  readonly log: EventLog;
  readonly clock: ManualClock;
  readonly web: TestWebApp;
  readonly access: Access;
  as(sub: string, claims?: { tenant?: string; roles?: string[] }): Caller;
  /** What has passed the gates so far, of one type. */
  published(type: string): Promise<readonly PublishedFact[]>;
  /** Ends when views, policies and the organisation have taken in all that is recorded. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface Caller {
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Reads what holds this own write. */
  after(write: Answer, path: string): Promise<Answer>;
  lines(path: string, lines: readonly unknown[]): Promise<Body[]>;
}

export interface DirectoryOptions {
  readonly instant?: string;
  /** Whether policies follow by themselves; else a test carries them out. */
  readonly reacts?: boolean;
  readonly postbox?: Postbox;
  /** How long reads wait for a write: by itself as long as a busy machine may take. */
  readonly readsWaitMsMax?: number;
}

/** The real service on memory adapters, with access over its own gates and a clock that stands. */
export async function directoryApp(options: DirectoryOptions = {}): Promise<TestDirectory> {
  const {
    instant = '2026-04-01T09:00:00.000Z',
    reacts = true,
    postbox,
    readsWaitMsMax = 60_000,
  } = options;
  const clock = manualClock(instant);
  const log = openMemoryLog({ clock });
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  const transactor = createTransactor({ log, sealer });
  const store = openMemoryViewStore();
  const projector = createProjector({ log, store, clock, views: directoryParts.views });
  const onApplied = (listener: () => void) => projector.onApplied(listener);
  const views = createViews({
    ...{ log, store, views: directoryParts.views, onApplied },
    readAfterWaitMsMax: readsWaitMsMax,
  });
  const { feed, subscriptions } = feedOver(log);
  const access = createAccess({ log, feed, transactor, clock, afterWaitMsMax: readsWaitMsMax });
  await access.ready();
  const web = await webAppWith({
    modules: [
      DirectoryModule.with({ transactor, views, sealer, clock, access, ...present({ postbox }) }),
    ],
    clock,
  });
  const desk = memoryDesk();
  if (reacts) {
    web.app.connectMicroservice({
      strategy: new FeedStrategy({ group: 'directory', feed, desk, clock }),
    });
    await web.app.startAllMicroservices();
  }
  await projector.start();
  return {
    ...{ log, clock, web, access },
    as: (sub, claims) => callerOf(web, sub, claims),
    published: (type) => publishedOf(log, type),
    settled: async () => {
      for (let before = ''; before !== (await log.head());) {
        before = (await log.head()) ?? '';
        await until(() => subscriptions.every((one) => (one.progress().position ?? '') >= before));
        await until(() => access.passed(before as Position));
        await projector.catchUp();
      }
    },
    close: async () => {
      await web.app.close();
      await access.close();
      await projector.stop();
    },
  };
}

/** The stream of everything that is published here, with a list of those who read it. */
function feedOver(log: EventLog) {
  const { gates } = directoryParts;
  const tail = tailFeed({ log, gates, places: memoryPlaces(), pollMs: 5 });
  const subscriptions: Subscription[] = [];
  const feed: Feed = {
    ...tail,
    subscribe: (...asked) => {
      const subscription = tail.subscribe(...asked);
      subscriptions.push(subscription);
      return subscription;
    },
  };
  return { feed, subscriptions };
}

async function publishedOf(log: EventLog, type: string): Promise<readonly PublishedFact[]> {
  const { facts } = await log.readAll(null, { limit: 5_000 });
  const passed = facts.map((stored) => {
    const [context] = stored.type.split('.');
    return directoryParts.gates.find((gate) => gate.context === context)?.publish(stored) ?? null;
  });
  return passed.filter((fact) => fact?.type === type) as PublishedFact[];
}

function callerOf(web: TestWebApp, sub: string, claims: object = {}): Caller {
  const send = async (method: 'GET' | 'POST', url: string, payload?: string, more: object = {}) => {
    const authorization = `Bearer ${await web.issuer.token(sub, claims)}`;
    const headers = { authorization, ...more };
    const body = payload === undefined ? {} : { payload };
    return web.app.inject({ method, url, headers, ...body });
  };
  const answerOf = (response: Awaited<ReturnType<typeof send>>): Answer => ({
    status: response.statusCode,
    headers: response.headers as Answer['headers'],
    body: JSON.parse(response.body) as Body,
  });
  return {
    post: async (path, body, headers = {}) => {
      const json = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      return answerOf(await send('POST', path, JSON.stringify(body), { ...json, ...headers }));
    },
    get: async (path, headers) => answerOf(await send('GET', path, undefined, headers)),
    after: async ({ headers }, path) => {
      const position = headers['plumbline-position'] ?? '';
      return answerOf(await send('GET', path, undefined, { 'read-after': position }));
    },
    lines: async (path, lines) => {
      const text = lines.map((line) => JSON.stringify(line)).join('\n');
      const type = { 'content-type': 'application/x-ndjson' };
      const { body } = await send('POST', path, text, type);
      return body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Body);
    },
  };
}
