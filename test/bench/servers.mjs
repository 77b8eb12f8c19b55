// The distributed way beside the bare clients in the same run: the relay and what readers get of
// it, the projector into MongoDB, and commands on the wire of EventStoreDB.
//
//   node test/bench/servers.mjs [--json FILE] [--markdown FILE] [--quick]
//
// Servers that KAFKA_BROKERS, MONGODB_URL and EVENTSTORE_URL do not name are started: the real
// Kafka, mongo-java-server and the double of EventStoreDB, on the machine that is measured.
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EventStoreDBClient, binaryEvent } from '@eventstore/db-client';
import { startServers } from '../support/installation.mjs';
import { clock, fill, folder, median, root } from './ground.mjs';
import { relayLag, relayRate } from './relay.mjs';

const lib = (path) => import(join(root, path));
const { openMemoryLog } = await lib('libs/event-log/dist/memory.js');
const { createTransactor } = await lib('libs/event-log/dist/index.js');
const { openEventStoreLog } = await lib('libs/event-log/dist/eventstoredb.js');
const { openMemorySealedParts } = await lib('libs/event-log/dist/memory.js');
const { createSealer } = await lib('libs/privacy/dist/index.js');
const { openMemoryKeyStore } = await lib('libs/privacy/dist/memory.js');
const { openMongo, collectionOf } = await lib('libs/mongo/dist/index.js');
const { openMongoViewStore } = await lib('libs/views/dist/mongo.js');
const { createProjector } = await lib('libs/views/dist/index.js');
const { goalsParts } = await lib('services/goals/dist/goals.parts.js');
const { goalAggregate } = await lib('services/goals/dist/facts.js');

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    markdown: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);
const callers = 64;

/** Facts a second into views, beside plain writes of documents of the same size and number. */
async function projection(mongoUrl, facts) {
  const log = openMemoryLog({ clock });
  await fill(log, facts, { goals: facts / 5 });
  const connection = await openMongo(databaseOf(mongoUrl));
  const store = openMongoViewStore({ connection });
  const projector = createProjector({ log, store, clock, views: goalsParts.views });
  const perSecond = await rate(facts, () => projector.catchUp());
  const docs = await store.scan(await store.live('goal-sheet'), null, facts);
  const plain = collectionOf(connection, 'plain');
  const barePerSecond = await rate(docs.length, async () => {
    for (let from = 0; from < docs.length; from += 500) {
      const page = docs.slice(from, from + 500);
      await plain.insertMany(page.map(({ body }) => ({ _id: randomUUID(), body })));
    }
  });
  await connection.getClient().db(connection.name).dropDatabase();
  await connection.close();
  return { facts, perSecond, docs: docs.length, bareDocsPerSecond: barePerSecond };
}

/** Check-ins a second, decided, sealed and appended, beside appends of the bare client. */
async function commands(url, count) {
  const log = openEventStoreLog({ url, parts: openMemorySealedParts(), namespace: 'bench.' });
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  const transactor = createTransactor({ log, sealer });
  const run = randomUUID().slice(0, 8);
  const send = (goalId, command) => {
    const act = randomUUID();
    const at = new Date().toISOString();
    const ids = { commandId: act, correlationId: act, causationId: act };
    return transactor.transact(goalAggregate, {
      stream: `goals.goal-acme.${goalId}`,
      command: { ...command, goalId, act, at, now: at },
      context: {
        ...{ tenant: 'acme', actor: { sub: 'ada', via: 'bench' }, effectiveAt: at },
        ...{ ...ids, fingerprint: 'f'.repeat(64) },
      },
    });
  };
  const goals = Array.from({ length: 200 }, (_, no) => `${run}-${no}`);
  await together(goals.length, async (no) => {
    const measure = { kind: 'increase', start: 0, target: 1_000 };
    const period = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
    const keyResults = [{ id: 'kr1', weight: 1, measure }];
    const plan = { period, measuredBy: 'key-results', cadenceDays: 30, keyResults };
    const words = { title: 'A goal' };
    await send(goals[no], { type: 'DraftGoal', owner: 'person:ada', ...plan, words });
    await send(goals[no], { type: 'ActivateGoal', kind: 'committed' });
  });
  const progress = { type: 'CheckInProgress', keyResultId: 'kr1', done: null, source: 'person' };
  const perSecond = await rate(count, () =>
    together(count, (no) =>
      send(goals[no % goals.length], { ...progress, value: no % 1_000, confidence: 0.5 }),
    ),
  );
  await log.close();
  const client = EventStoreDBClient.connectionString(url);
  const data = Buffer.from(JSON.stringify({ data: 'x'.repeat(700) }));
  const barePerSecond = await rate(count, () =>
    together(count, (no) =>
      client.appendToStream(`bare-${run}.${no % 200}`, binaryEvent({ type: 'bench', data })),
    ),
  );
  await client.dispose();
  return { perSecond, barePerSecond, ratio: perSecond / barePerSecond };
}

async function together(count, work) {
  let next = 0;
  const caller = async () => {
    for (let no = (next += 1) - 1; no < count; no = (next += 1) - 1) await work(no);
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

async function rate(count, work) {
  const started = performance.now();
  await work();
  return count / ((performance.now() - started) / 1_000);
}

function databaseOf(url) {
  const own = new URL(url);
  own.pathname = `/bench-${randomUUID().slice(0, 8)}`;
  return own.href;
}

const servers = await startServers(folder('servers'));
const size = values.quick ? 0.2 : 1;
say('the relay beside the bare producer…');
const relay = await relayRate({ brokers: servers.kafka.url.split(','), facts: 30_000 * size });
say('how long a fact takes to a reader of Kafka…');
const lag = await relayLag({ brokers: servers.kafka.url.split(',') });
say('the projector into MongoDB…');
const projected = await projection(servers.mongo.url, 10_000 * size);
say("commands on EventStoreDB's wire beside the bare client…");
const rounds = [];
for (let round = 0; round < 3; round += 1) {
  rounds.push(await commands(servers.eventStore.url, 6_000 * size));
}
const commanded = rounds.find(({ ratio }) => ratio === median(rounds.map((one) => one.ratio)));
await servers.stop();

const report = {
  at: new Date().toISOString(),
  relay,
  lag,
  projection: projected,
  commands: commanded,
};
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
const number = (value, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits });
const share = (value) => `${Math.round(value * 100)} %`;
const lines = [
  ['figure', 'value', 'beside', 'must'],
  ['---', '---', '---', '---'],
  [
    'relay to Kafka, transactional, beside the bare producer',
    share(relay.ratio),
    `${number(relay.perSecond)}/s beside ${number(relay.barePerSecond)}/s`,
    '≥ 50 %',
  ],
  [
    'from the log to a reader of Kafka, p99',
    `${number(lag.p99)} ms`,
    `p50 ${number(lag.p50)} ms`,
    '',
  ],
  [
    'projector into MongoDB',
    `${number(projected.perSecond)} facts/s`,
    `${number(projected.docs)} documents; plain inserts ${number(projected.bareDocsPerSecond)} docs/s`,
    '',
  ],
  [
    "commands on EventStoreDB's wire, beside the bare client",
    share(commanded.ratio),
    `${number(commanded.perSecond)}/s beside ${number(commanded.barePerSecond)}/s`,
    '',
  ],
];
const text = `${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;
if (values.markdown !== undefined) writeFileSync(values.markdown, text);
process.stdout.write(text);
process.exit(0);
