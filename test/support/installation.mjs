// An installation on servers, as processes of this machine: EventStoreDB (its double, unless
// EVENTSTORE_URL names one), Kafka, MongoDB, and any number of processes of each service.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/free-port.mjs';
import { startGateway } from '../../tools/gateway.mjs';
import { startKafka } from './servers/kafka.mjs';
import { startMongo } from './servers/mongo.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const services = ['directory', 'goals', 'feedback', 'analytics', 'reviews'];
const startMsMax = 120_000;
const stopMsMax = 20_000;

/**
 * Starts the servers that the environment does not name. What they keep lies in the folder, and is
 * there again the next time.
 */
export async function startServers(folder, environment = process.env) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const starting = [
    environment.EVENTSTORE_URL
      ? given(environment.EVENTSTORE_URL)
      : startEventStoreProcess(join(folder, 'eventstoredb.journal')),
    environment.KAFKA_BROKERS
      ? given(environment.KAFKA_BROKERS)
      : startKafka({ folder: join(folder, 'kafka') }),
    environment.MONGODB_URL
      ? given(environment.MONGODB_URL)
      : startMongo({ file: join(folder, 'mongodb') }),
  ];
  const started = await Promise.allSettled(starting);
  const failed = started.find(({ status }) => status === 'rejected');
  if (failed !== undefined) {
    await Promise.all(started.map(({ value }) => value?.stop()));
    throw failed.reason;
  }
  const [eventStore, kafka, mongo] = started.map(({ value }) => value);
  return {
    ...{ eventStore, kafka, mongo },
    /** The settings of a process that is to use them. */
    settings: {
      PLUMBLINE_STORE: 'servers',
      EVENTSTORE_URL: eventStore.url,
      KAFKA_BROKERS: kafka.url,
      MONGODB_URL: mongo.url,
    },
    stop: () => Promise.all([eventStore, kafka, mongo].map((server) => server.stop())),
  };
}

async function given(url) {
  return { url, stop: async () => undefined };
}

/** The double of EventStoreDB as a process of its own, which can be killed and started again. */
export async function startEventStoreProcess(file, port) {
  const own = port ?? (await freePort());
  const start = async () => {
    const program = join(root, 'test/support/eventstoredb/main.mjs');
    const args = [program, '--port', String(own), '--file', file];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    killAtExit(child);
    watched(child, 'EventStoreDB');
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => {
        throw new Error('The double of EventStoreDB did not start.');
      }),
    ]);
    return child;
  };
  let child = await start();
  return {
    url: `esdb://127.0.0.1:${own}?tls=false`,
    get pid() {
      return child.pid;
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    restart: async () => {
      await end(child, 'SIGKILL');
      child = await start();
    },
  };
}

/** One address for services: the proxy of machines without nginx, which routes alike. */
export async function startEntry(processes) {
  const upstreams = {};
  for (const { name, port } of processes) upstreams[name] = [...(upstreams[name] ?? []), port];
  return startGateway({ port: await freePort(), upstreams, kind: 'node' });
}

/** One process of a service, ready for requests. Its log goes to a file in the folder. */
export async function startService(name, { folder, settings, port, log = 'process' }) {
  const own = port ?? (await freePort());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const out = openSync(join(folder, `${log}-${own}.log`), 'a', 0o600);
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME };
  const child = spawn(process.execPath, [join(root, `services/${name}/dist/main.js`)], {
    env: { ...environment, DATA_DIR: folder, ...settings, PORT: String(own) },
    stdio: ['ignore', out, out],
  });
  killAtExit(child);
  watched(child, `${name} on port ${own}`);
  const url = `http://127.0.0.1:${own}`;
  const deadline = Date.now() + startMsMax;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      const said = readFileSync(join(folder, `${log}-${own}.log`), 'utf8');
      throw new Error(`${name} did not start:\n${said.slice(-4_000)}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    ...{ name, url, port: own, pid: child.pid },
    /** Stands still, and goes on: a process that others take for dead. */
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

/** The administrator's token of an installation whose first process has started. */
export function adminToken(folder) {
  return readFileSync(join(folder, 'admin-token'), 'utf8').trim();
}

async function isReady(url) {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Says so when a process ends that nobody told to. */
function watched(child, name) {
  child.once('exit', (code, signal) => {
    if (!told.has(child)) process.stderr.write(`${name} has ended (${code ?? signal}).\n`);
  });
}
const told = new WeakSet();

async function end(child, signal) {
  told.add(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  // A process that was frozen hears nothing else.
  if (signal === 'SIGTERM') child.kill('SIGCONT');
  const late = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
  await exited;
  clearTimeout(late);
}

process.setMaxListeners(50);
function killAtExit(child) {
  process.on('exit', () => child.kill('SIGKILL'));
}
