// The relay beside a bare transactional producer of the same client, which sends the same messages
// in the same batches: what reading, gates, headers and progress cost. And how long a fact takes
// from its commit in the log to a reader of the topic.
//
//   node test/bench/relay.mjs [BROKERS]     starts a Kafka when no broker is named
//
// Needs the built packages.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { openGateOf } from '../support/open-gate.mjs';
import { startKafka } from '../support/servers/kafka.mjs';
import { clock, folder, median, percentile, root } from './ground.mjs';

const lib = (path) => import(join(root, path));
const { openSqliteLog } = await lib('libs/event-log/dist/sqlite.js');
const { kafkaFeed } = await lib('libs/feed/dist/kafka.js');
const { startRelay } = await lib('libs/feed/dist/relay.js');
const { toCloudEvent } = await lib('libs/feed/dist/cloud-event.js');
const { partitionOf } = await lib('libs/feed/dist/kafka-partition.js');

const partitions = 6;
const batchFacts = 500;
const tenants = Array.from({ length: 12 }, (_, no) => `tenant-${no}`);
const gate = openGateOf('bench');
const quiet = (brokers) => new Kafka({ brokers, logLevel: logLevel.NOTHING });
const freshNames = (brokers) => ({ brokers, partitions, prefix: `b${randomUUID().slice(0, 8)}` });

async function logOf(facts) {
  const log = openSqliteLog({ path: join(folder('relay'), 'log.sqlite'), clock });
  let no = 0;
  const write = async (writer) => {
    for (let part = 0; no < facts; part += 1) await append(log, writer, part, (no += 10) - 10, 10);
  };
  await Promise.all(Array.from({ length: 64 }, (_, writer) => write(writer)));
  return log;
}

async function append(log, writer, part, no, count) {
  const tenant = tenants[writer % tenants.length];
  const stream = `bench.ledger-${tenant}.${writer}-${part}`;
  const facts = Array.from({ length: count }, (_, one) => ({
    id: `fact-${no + one}`,
    type: 'bench.Counted.v1',
    body: JSON.stringify({ no: no + one, at: performance.now(), words: 'x'.repeat(350) }),
  }));
  const [commandId, fingerprint] = [facts[0].id, 'f'.repeat(64)];
  await log.append({ tenant, stream, expected: 'none', facts, commandId, fingerprint });
}

/** The messages of the log, ready to send, in the batches that the relay makes of it. */
async function batchesOf(log, topic) {
  const batches = [];
  for (let [after, atHead] = [null, false]; !atHead;) {
    const page = await log.readAll(after, { limit: batchFacts });
    const messages = page.facts.map((stored) => ({
      ...toCloudEvent(gate.publish(stored), 'urn:bench'),
      partition: partitionOf(stored.tenant, partitions),
    }));
    batches.push([{ topic, messages }]);
    ({ next: after, atHead } = page);
  }
  return batches;
}

/** Facts a second of the bare producer: messages that are ready, and a transaction a batch. */
async function barePerSecond(names, log, facts) {
  const topic = `${names.prefix}.bare`;
  const kafka = quiet(names.brokers);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: partitions }] });
  await admin.disconnect();
  const batches = await batchesOf(log, topic);
  const producer = kafka.producer({
    ...{ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 },
    retry: { initialRetryTime: 15, retries: 20 },
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  await sendAll(producer, [[{ topic, messages: [{ value: 'warm', partition: 0 }] }]]);
  const started = performance.now();
  await sendAll(producer, batches);
  const rate = facts / ((performance.now() - started) / 1_000);
  await producer.disconnect();
  return rate;
}

async function sendAll(producer, batches) {
  for (const topicMessages of batches) {
    const transaction = await producer.transaction();
    await transaction.sendBatch({ topicMessages, acks: -1 });
    await transaction.commit();
  }
}

/** Facts a second of the relay, from its first position to the head of the log. */
async function relayPerSecond(names, log, facts) {
  const head = await log.head();
  let started;
  let done;
  const ended = new Promise((resolve) => (done = resolve));
  const options = { log, gates: [gate], kafka: names, environment: 'bench', batchFacts };
  const relay = startRelay({
    ...options,
    onError: (cause) => process.stderr.write(`relay: ${cause}\n`),
    crashPoint: (name) => {
      if (name === 'relay:fenced') started = performance.now();
      if (name === 'relay:after-commit') setImmediate(look);
    },
  });
  const look = () => relay.progress().position === head && done(performance.now());
  const rate = facts / (((await ended) - started) / 1_000);
  await relay.close();
  return rate;
}

/** Rounds of both over one log, and the median of their ratios; one round of each goes before. */
export async function relayRate({ brokers, facts = 30_000, rounds = 3 }) {
  const log = await logOf(facts);
  const [bare, ours] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const names = freshNames(brokers);
    bare.push(await barePerSecond(names, log, facts));
    ours.push(await relayPerSecond(names, log, facts));
  }
  await log.close();
  const ratios = ours.map((rate, round) => rate / bare[round]).slice(1);
  const [barePer, per] = [median(bare.slice(1)), median(ours.slice(1))];
  return { barePerSecond: barePer, perSecond: per, ratio: median(ratios) };
}

/** Milliseconds from before the append to the handler of a group, at a steady rate of commits. */
export async function relayLag({ brokers, perSecond = 100, seconds = 10 }) {
  const names = freshNames(brokers);
  const log = openSqliteLog({ path: join(folder('lag'), 'log.sqlite'), clock });
  const relay = startRelay({ log, gates: [gate], kafka: names, environment: 'bench' });
  const feed = kafkaFeed({ kafka: names, contexts: ['bench'] });
  const lags = [];
  const subscription = feed.subscribe('lag', async ({ facts }) => {
    for (const { data } of facts) lags.push(performance.now() - data.at);
  });
  const warm = 50;
  const total = perSecond * seconds + warm;
  for (let no = 0; no < total; no += 1) {
    await append(log, no, no, no, 1);
    if (no === warm) await until(() => lags.length > warm);
    await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond));
  }
  await until(() => lags.length >= total);
  await subscription.close();
  await feed.close();
  await relay.close();
  await log.close();
  const measured = lags.slice(warm + 1);
  return { p50: percentile(measured, 0.5), p99: percentile(measured, 0.99) };
}

async function until(holds) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = process.argv[2] === undefined ? await startKafka() : undefined;
  const brokers = server === undefined ? process.argv[2].split(',') : [server.url];
  const found = { rate: await relayRate({ brokers }), lag: await relayLag({ brokers }) };
  process.stdout.write(`${JSON.stringify(found)}\n`);
  await server?.stop();
}
