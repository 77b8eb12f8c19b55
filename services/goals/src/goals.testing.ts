import { randomBytes, randomUUID } from 'node:crypto';
import { createAccess } from '@plumbline/access';
import { directoryGate, recorder } from '@plumbline/access/testing';
import { createTransactor, type EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { exporterOn } from '@plumbline/exports/testing';
import { memoryDesk, memoryPlaces, type Feed, type Subscription } from '@plumbline/feed';
import { FeedStrategy } from '@plumbline/feed/strategy';
import { tailFeed } from '@plumbline/feed/tail';
import { manualClock, type ManualClock, type Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { createProjector, createViews } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { webAppWith, type TestWebApp } from '@plumbline/web/testing';
import { GoalsModule } from './goals.module.ts';
import { goalsParts } from './goals.parts.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /* The body of an answer is whatever the test looks for; it fails where that is not there. */
  readonly body: Body;
}
export type Body = Readonly<Record<string, unknown>>;

export interface TestGoals {
  readonly log: EventLog;
  readonly clock: ManualClock;
  readonly web: TestWebApp;
  /** Records what the directory would publish, as in `directory.PersonJoined.v1`. */
  directory(type: string, data: object): Promise<void>;
  as(sub: string, claims?: { tenant?: string; roles?: string[] }): Caller;
  /** Ends when views and policies have taken in all that is recorded. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface Caller {
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  lines(path: string, lines: readonly unknown[]): Promise<Body[]>;
}

/** Reads wait for a write as long as a busy machine may take. */
const readsWaitMsMax = 60_000;

/** The real service on memory adapters, with a clock that stands still. */
export async function goalsApp(instant = '2026-04-01T09:00:00.000Z'): Promise<TestGoals> {
  const clock = manualClock(instant);
  const log = openMemoryLog({ clock });
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  const transactor = createTransactor({ log, sealer });
  const store = openMemoryViewStore();
  const projector = createProjector({ log, store, clock, views: goalsParts.views });
  const onApplied = (listener: () => void) => projector.onApplied(listener);
  const views = createViews({
    ...{ log, store, views: goalsParts.views, onApplied },
    readAfterWaitMsMax: readsWaitMsMax,
  });
  const { feed, subscriptions } = feedOver(log);
  const access = createAccess({ log, feed, transactor, clock, afterWaitMsMax: readsWaitMsMax });
  await access.ready();
  const exporter = exporterOn({ transactor, clock });
  const web = await webAppWith({
    modules: [GoalsModule.with({ transactor, views, sealer, clock, access, exporter })],
    clock,
  });
  const desk = memoryDesk();
  web.app.connectMicroservice({
    strategy: new FeedStrategy({ group: 'goals', feed, desk, clock }),
  });
  await web.app.startAllMicroservices();
  await projector.start();
  const record = recorder(log);
  return {
    ...{ log, clock, web },
    directory: async (type, data) => {
      await record('acme', type, data);
      await until(async () => access.passed((await log.head()) ?? ('' as Position)));
    },
    as: (sub, claims) => callerOf(web, sub, claims),
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
  const gates = [...goalsParts.gates, directoryGate];
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
