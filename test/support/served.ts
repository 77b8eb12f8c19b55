import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueLocalToken } from '@plumbline/platform';
import { start } from '@plumbline/platform/start';
import { services } from '@plumbline/standalone';
import { freePort } from '../../tools/free-port.mjs';
import { startEntry, startEventStoreProcess, startService } from './installation.mjs';
import { buildProcess, startStandalone } from './process.ts';

/** The whole application, listening, on a folder of its own, or on `DATA_DIR`; which it removes. */
export interface Served {
  readonly url: string;
  readonly folder: string;
  /** Of the administrator. */
  readonly token: string;
  /** Of an analyst, who reads live figures of all. */
  readonly analyst: string;
  /** The position of the last fact. */
  head(): Promise<string | null>;
  /** Waits until the views of every service, and the organisation, hold all that is recorded. */
  caughtUp(): Promise<void>;
  /** Ends it, and leaves the folder for another one to be started on. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Where it runs on servers, a process is started for each of the contexts that the test names:
 * those that it asks. Positions are told by goals.
 */
export async function serve(
  environment: Readonly<Record<string, string>> = {},
  contexts: readonly Context[] = all,
): Promise<Served> {
  const folder = environment['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'plumbline-served-'));
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment };
  const onServers = process.env['E2E_ON'] === 'servers';
  const running = await (onServers ? startProcesses(settings, contexts) : startHere(settings));
  return servedAt(running, folder, contexts);
}

/**
 * The same on a folder as a process of its own, where much is asked of it: what jest runs is
 * slower, and shares a processor with the test. On servers these are processes anyway.
 */
export async function serveApart(
  environment: Readonly<Record<string, string>> = {},
): Promise<Served> {
  // The command line is one as well, wherever it plays.
  buildProcess();
  if (process.env['E2E_ON'] === 'servers') return serve(environment);
  const folder = environment['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'plumbline-served-'));
  return servedAt(await startStandalone(folder), folder, all);
}

async function servedAt(
  running: { readonly url: string; stop(): Promise<unknown> },
  folder: string,
  contexts: readonly Context[],
): Promise<Served> {
  const token = readFileSync(join(folder, 'admin-token'), 'utf8').trim();
  const analyst = await issueLocalToken({
    ...{ dataDir: folder, sub: 'ana', roles: ['analyst'], expiresInSeconds: 3_600 },
  });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const authorization = `Bearer ${path === ofCustomers ? analyst : token}`;
    const response = await fetch(`${running.url}${path}`, {
      headers: { authorization, ...headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const head = async (): Promise<string | null> => {
    const { position } = (await get('/operations/status')) as { position: string | null };
    return position;
  };
  const stop = async (): Promise<void> => {
    await running.stop();
  };
  return {
    ...{ url: running.url, folder, token, analyst, head, stop },
    caughtUp: async () => {
      const position = await head();
      if (position === null) return;
      const headers = { 'read-after': position };
      const paths = contexts.flatMap((context) => reads[context]);
      await Promise.all(paths.map((path) => until(() => get(path, headers))));
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Live figures, which are not for the administrator. */
const ofCustomers = '/satisfaction?metric=none&from=2026-01-01&until=2026-01-01';

/**
 * A read of a view of each context, which shows nothing that is recorded when it is read: every
 * read waits for the organisation as well.
 */
const reads = {
  directory: ['/people?limit=1', '/people/admin/readers'],
  goals: ['/goals?owner=person:nobody'],
  feedback: ['/recognitions?limit=1'],
  analytics: ['/metric-releases?limit=1', ofCustomers],
  reviews: ['/rule-packs?limit=1'],
} as const;
export type Context = keyof typeof reads;
const all = Object.keys(reads) as Context[];
const caughtUpMsMax = 60_000;

/** A read that says that it is behind is asked again: between processes it may take longer. */
async function until(ask: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + caughtUpMsMax;
  for (;;) {
    try {
      await ask();
      return;
    } catch (cause) {
      if (Date.now() > deadline || !(cause as Error).message.includes('views/behind')) throw cause;
    }
  }
}

type Settings = Readonly<Record<string, string>> & { readonly DATA_DIR: string };

function startHere(environment: Settings) {
  return start({ environment: { PORT: '0', ...environment }, services });
}

/** The services as processes of their own, on servers that the run has started. */
async function startProcesses(
  { DATA_DIR: folder, ...environment }: Settings,
  contexts: readonly Context[],
) {
  const { KAFKA_BROKERS = '', MONGODB_URL = '', E2E_EVENTSTORE } = process.env;
  // A log of its own: who begins in one that others have filled looks through all of theirs.
  const journal = join(folder, 'eventstoredb.journal');
  const own = E2E_EVENTSTORE === 'double' ? await startEventStoreProcess(journal) : undefined;
  const EVENTSTORE_URL = own?.url ?? process.env['EVENTSTORE_URL'] ?? '';
  // Tests share the servers: each folder has a name of its own there, the same one at its restart.
  const name = `e${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const database = new URL(MONGODB_URL);
  database.pathname = `/${name}`;
  const settings = {
    ...{ PLUMBLINE_STORE: 'servers', PLUMBLINE_ENVIRONMENT: name, PLUMBLINE_LEASE_MS: '1000' },
    ...{ EVENTSTORE_URL, KAFKA_BROKERS, MONGODB_URL: database.href },
    ...environment,
  };
  const processes = await Promise.all(
    contexts.map((context) => startService(context, { folder, settings })),
  );
  // The entry leads to every service: where nobody listens, it says that it is not there.
  const others = all.filter((context) => !contexts.includes(context));
  const absent = await Promise.all(others.map(async (name) => ({ name, port: await freePort() })));
  const gateway = await startEntry([...processes, ...absent]);
  const stop = async () => {
    await gateway.stop();
    await Promise.all(processes.map((one) => one.stop()));
    await own?.stop();
  };
  return { url: gateway.url, stop };
}
