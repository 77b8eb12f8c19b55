// Brings a log to Kafka through every kind of death, and has Kafka's own console consumer look for
// what was lost, doubled or put out of order.
//
//   node test/distributed/relay-rounds.mjs [--facts N] [--rounds N] [--seed TEXT]
//
// Needs the built packages. Writes one line of JSON at the end.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomFrom } from '../crash/random.mjs';
import { startKafka } from '../support/servers/kafka.mjs';
import { buildLog, createInspection, topicOf } from './relay-log.mjs';

const program = join(dirname(fileURLToPath(import.meta.url)), 'relay-child.mjs');
const prefix = 'plumbline';
const stepMsMax = 120_000;
/** How many transactions the log takes, about: there has to be something to be killed in. */
const transactionsAbout = 300;

/** Facts through deaths. Every round has one death of each kind. */
export async function relayRounds({ facts = 10_000, rounds = 2, seed = 'relay' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-relay-'));
  const random = randomFrom(seed);
  const kafka = await startKafka({ folder: join(folder, 'kafka') });
  const path = join(folder, 'log.sqlite');
  const { expected, head } = await buildLog(path, facts);
  const batchFacts = Math.min(500, Math.max(10, Math.ceil(facts / transactionsAbout)));
  const start = (env = {}) => startChild([path, kafka.url, prefix, String(batchFacts)], env);
  const counts = {};
  let relay = start();
  try {
    const kinds = Object.keys(deaths);
    const steps = Array.from({ length: rounds }, () => kinds).flat();
    const positions = [...expected.values()].map(({ position }) => position);
    for (const [no, kind] of steps.entries()) {
      // Deaths are spread over the log, so that each of them finds the relay at work.
      const share = Math.floor(((no + 0.5) / steps.length) * positions.length);
      await relay.reaches(positions[share]);
      await new Promise((resolve) => setTimeout(resolve, random(30)));
      const left = await deaths[kind]({ relay, start, kafka, random });
      // Whoever was killed at the end of the log has found nothing to be killed in.
      counts[kind] = (counts[kind] ?? 0) + 1;
      process.stderr.write(`${kind} at ${relay.at()} of ${head}\n`);
      relay = left;
    }
    await relay.reaches(head);
    // The markers that are owed come a moment after the facts.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await relay.stop();
    const inspection = createInspection(expected);
    await kafka.consoleConsumer({ topic: topicOf(prefix), onLine: inspection.take });
    return { ...inspection.end(head), deaths: counts, published: expected.size };
  } finally {
    await relay.kill();
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each takes the relay at work, and answers the one that is at work afterwards. */
const deaths = {
  'relay killed': async ({ relay, start }) => {
    await relay.kill();
    return start();
  },
  'broker killed': async ({ relay, kafka }) => {
    await kafka.kill();
    await kafka.restart();
    return relay;
  },
  'relay killed before the commit': ({ relay, start, random }) =>
    killedAt('relay:before-commit', { relay, start, random }),
  'relay killed after the commit': ({ relay, start, random }) =>
    killedAt('relay:after-commit', { relay, start, random }),
  'relay killed once it has taken over': ({ relay, start }) =>
    killedAt('relay:fenced', { relay, start, random: () => 0 }),
  'two relays at once': async ({ relay, start }) => {
    const other = start();
    if ((await relay.ended) !== 'fenced') throw new Error('The former owner was not fenced.');
    return other;
  },
  'relay asleep while another takes over': async ({ relay, start }) => {
    relay.signal('SIGSTOP');
    const other = start();
    await other.reaches('');
    relay.signal('SIGCONT');
    if ((await relay.ended) !== 'fenced') throw new Error('The sleeper was not fenced.');
    return other;
  },
  'broker and relay killed': async ({ relay, start, kafka }) => {
    await Promise.all([kafka.kill(), relay.kill()]);
    await kafka.restart();
    return start();
  },
};

async function killedAt(point, { relay, start, random }) {
  await relay.kill();
  const env = { PLUMBLINE_CRASH_POINT: point, PLUMBLINE_CRASH_AFTER: String(random(3)) };
  const doomed = start(env);
  const how = await doomed.ended;
  if (how !== 'SIGKILL') throw new Error(`It was to be killed at ${point}, but ended with ${how}.`);
  return start();
}

function startChild(args, env) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  let [at, ended] = [null, undefined];
  const waiting = new Set();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [kind, value] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
    if (kind === 'at') at = value;
    if (kind === 'ended') ended = value;
    if (kind === 'error') process.stderr.write(`relay: ${value}\n`);
    for (const look of waiting) look();
  });
  const gone = new Promise((resolve) => {
    child.once('close', (code, signal) => {
      process.off('exit', end);
      resolve(ended ?? signal ?? `exit code ${code}`);
      for (const look of waiting) look();
    });
  });
  return {
    at: () => at,
    ended: gone,
    signal: (signal) => child.kill(signal),
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
    /** Settles when a transaction has gone as far as that. */
    reaches: (position) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`It stands at ${at}.`)), stepMsMax);
        const look = () => {
          const isThere = at !== null && at >= position;
          if (!isThere && child.exitCode === null && child.signalCode === null) return;
          clearTimeout(late);
          waiting.delete(look);
          if (isThere) resolve();
          else reject(new Error(`The relay ended at ${at}, before ${position}.`));
        };
        waiting.add(look);
        look();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { facts: text, rounds: text, seed: text } });
  const { facts, rounds, seed } = values;
  const asNumber = (value) => (value === undefined ? undefined : Number(value));
  const found = await relayRounds({ facts: asNumber(facts), rounds: asNumber(rounds), seed });
  process.stdout.write(`${JSON.stringify(found)}\n`);
  process.exit(found.failures.length === 0 ? 0 : 1);
}
