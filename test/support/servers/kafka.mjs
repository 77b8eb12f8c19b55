// A real Kafka broker for tests, on this machine alone.
//
//   node test/support/servers/kafka.mjs [--port N] [--folder F]
//
// says in one line of JSON where it listens, and runs until it is told to stop. With --consume
// TOPIC and --port it is no server, but Kafka's own console consumer over the one that listens
// there: a reader that shares no code with ours.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from '../../../tools/free-port.mjs';
import { installKafka, runJava, startJava } from './kafka-java.mjs';

const clusterId = 'MkU3OEVBNTcwNTJENDM2Qk';
const readyMsMax = 90_000;
const stopMsMax = 10_000;
const consumeMsDefault = 8_000;
/** ApiVersions, version 0, without a client id: the smallest question that Kafka answers. */
const askVersions = Buffer.from('0000000a0012000000000001ffff', 'hex');

/**
 * Starts a broker. Without a folder its data are gone when it stops; without a port it takes a free
 * one. `kill` is a `kill -9`; `restart` starts again over the same folder, at the same port.
 */
export async function startKafka({ port, folder } = {}) {
  await installKafka((flags) => withThrowAway((at) => rehearse(at, flags)));
  const data = folder ?? mkdtempSync(join(tmpdir(), 'plumbline-kafka-'));
  const listens = port ?? (await freePort());
  await format(data, listens);
  let running = await started(data, listens);
  const url = `127.0.0.1:${listens}`;
  const ended = async (signal) => {
    running.child.kill(signal);
    const late = setTimeout(() => running.child.kill('SIGKILL'), stopMsMax);
    await running.gone;
    clearTimeout(late);
  };
  return {
    ...{ url, port: listens, folder: data },
    get pid() {
      return running.child.pid;
    },
    /** Settles when the broker has ended, for whatever reason. */
    gone: () => running.gone,
    kill: () => ended('SIGKILL'),
    restart: async () => {
      await ended('SIGTERM');
      running = await started(data, listens);
    },
    stop: async () => {
      await ended('SIGTERM');
      if (folder === undefined) rmSync(data, { recursive: true, force: true });
    },
    consoleConsumer: (options) => consoleConsumer({ url, ...options }),
    openTransactions: (topic, partition) => openTransactions({ url, topic, partition }),
  };
}

/**
 * Every message of a topic as Kafka's own console consumer prints it: partition, offset, headers,
 * key and value, with tabs between, headers with `|` between. Ends once nothing has come for a
 * while. With `onLine` the lines are handed over as they come, and not kept.
 */
export async function consoleConsumer({
  url,
  topic,
  isolation = 'read_committed',
  timeoutMs = consumeMsDefault,
  onLine,
}) {
  const lines = [];
  const take = onLine ?? ((line) => lines.push(line));
  const printed = ['partition', 'offset', 'headers', 'key'].map((one) => `print.${one}=true`);
  const properties = [...printed, 'headers.separator=|'];
  const args = [
    ...['--bootstrap-server', url, '--topic', topic, '--from-beginning'],
    ...['--isolation-level', isolation, '--timeout-ms', String(timeoutMs)],
    ...properties.flatMap((one) => ['--formatter-property', one]),
  ];
  const program = 'org.apache.kafka.tools.consumer.ConsoleConsumer';
  const { code, errors } = await runJava(program, args, (line) => {
    if (line.startsWith('Partition:')) take(line);
  });
  if (!/Processed a total of/.test(errors)) {
    throw new Error(`The console consumer ended with ${code}: ${errors}`);
  }
  return lines;
}

/** How many transactions of a partition are open, as Kafka's own tool tells. */
async function openTransactions({ url, topic, partition }) {
  const where = ['--topic', topic, '--partition', String(partition)];
  const args = ['--bootstrap-server', url, 'describe-producers', ...where];
  const rows = [];
  const { code, errors } = await runJava(
    'org.apache.kafka.tools.TransactionsCommand',
    args,
    (line) => rows.push(line.trim().split(/\s+/)),
  );
  if (code !== 0) throw new Error(`The producers could not be listed: ${errors}`);
  // The last column: where the transaction in hand begins, or `None`.
  return rows.filter((row) => /^\d+$/.test(row[0]) && /^\d+$/.test(row.at(-1))).length;
}

async function withThrowAway(work) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-kafka-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One start and stop, at whose end Java writes down the classes that it has loaded. */
async function rehearse(folder, flags) {
  const port = await freePort();
  await format(folder, port);
  const { child, gone } = await started(folder, port, flags);
  child.kill('SIGTERM');
  await gone;
}

async function format(folder, port) {
  const file = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, settings(folder, port, await freePort()));
  if (existsSync(join(folder, 'data', 'meta.properties'))) return;
  const args = ['format', '-t', clusterId, '-c', file];
  const { code, errors } = await runJava('kafka.tools.StorageTool', args);
  if (code !== 0) throw new Error(`Kafka's storage could not be formatted: ${errors}`);
}

function settings(folder, port, controller) {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(folder, 'data'),
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // A killed broker may come back only once its session is over: 9 s unless told otherwise.
    'broker.heartbeat.interval.ms': 500,
    'broker.session.timeout.ms': 3_000,
    'auto.create.topics.enable': false,
    'message.max.bytes': 10_485_760,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** The broker over a folder, once it answers: that the port is open does not say so. */
async function started(folder, port, flags = []) {
  const running = startJava('kafka.Kafka', [join(folder, 'server.properties')], { flags });
  let ended;
  void running.gone.then((how) => (ended = how));
  for (const began = performance.now(); !(await answers(port));) {
    if (ended !== undefined) throw new Error(`Kafka ended with ${ended} before it was ready.`);
    if (performance.now() - began > readyMsMax) {
      running.child.kill('SIGKILL');
      throw new Error('Kafka did not become ready.');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return running;
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(askVersions));
    const done = (isReady) => {
      socket.destroy();
      resolve(isReady);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('data', () => done(true));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}

async function main() {
  const text = { type: 'string' };
  const options = { port: text, folder: text, consume: text, isolation: text, timeout: text };
  const { port, folder, consume, isolation, timeout } = parseArgs({ options }).values;
  if (consume !== undefined) {
    const timeoutMs = timeout === undefined ? consumeMsDefault : Number(timeout);
    const url = `127.0.0.1:${port}`;
    const lines = await consoleConsumer({ url, topic: consume, isolation, timeoutMs });
    for (const line of lines) process.stdout.write(`${line}\n`);
    return;
  }
  const server = await startKafka({ port: port === undefined ? undefined : Number(port), folder });
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void server.stop());
  process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`);
  await server.gone();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void main();
