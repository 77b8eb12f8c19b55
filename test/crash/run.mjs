// Lets processes die in every way that a process can, and looks at what they leave behind.
//
//   npm run test:crash -- [--rounds N] [--seed TEXT] [--only kill,engine,cut,points] [--keep]
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const roundsDefault = 25;
const failuresSaidMax = 50;
const program = join(dirname(fileURLToPath(import.meta.url)), 'scenario.mjs');
const titles = {
  kill: 'kill -9 of the server under load',
  engine: 'kill -9 of the engine alone, where writers collide all the time',
  cut: 'the write-ahead log damaged past the last acknowledged commit',
  points: 'a crash at every named point',
};
/** What runs at the same time: each lane is about as long as the other. */
const lanes = [['kill'], ['points', 'engine', 'cut']];

const { rounds, seed, chosen, keep } = asked();
const root = mkdtempSync(join(tmpdir(), 'plumbline-crash-'));
const failures = [];
const counts = [];
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    process.exit(1);
  });
}

console.log(`Seed ${seed}, ${rounds} rounds, in ${root}`);
await Promise.all(lanes.map((lane) => runLane(lane.filter((name) => chosen.includes(name)))));
for (const one of failures.slice(0, failuresSaidMax)) console.error(one);
console.log('');
for (const one of counts) console.log(one);
// What has failed is kept to be looked at.
if (failures.length === 0 && !keep) rmSync(root, { recursive: true, force: true });
else console.log(`Kept in ${root}`);
if (failures.length === 0) console.log(`Nothing lost, seed ${seed}.`);
else console.log(`${failures.length} failures, seed ${seed}: it draws the same numbers again.`);
process.exit(failures.length === 0 ? 0 : 1);

function asked() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: String(roundsDefault) },
      seed: { type: 'string', default: String(Date.now()) },
      only: { type: 'string', default: Object.keys(titles).join(',') },
      keep: { type: 'boolean', default: false },
    },
  });
  const { seed: text, keep: isKept } = values;
  const number = Number(values.rounds);
  const names = values.only.split(',');
  if (!Number.isInteger(number) || number < 1 || names.some((name) => !(name in titles))) {
    console.error('--rounds takes a whole number from 1; --only takes names, with commas:');
    for (const [name, title] of Object.entries(titles)) console.error(`  ${name}  ${title}`);
    process.exit(64);
  }
  return { rounds: number, seed: text, chosen: names, keep: isKept };
}

async function runLane(names) {
  for (const name of names) {
    const began = performance.now();
    await runScenario(name);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.error(`${name}: ended after ${seconds} s`);
  }
}

/** A scenario that ends without saying so has failed, whatever it said before. */
async function runScenario(name) {
  console.error(`${name}: ${titles[name]}`);
  const folder = join(root, name);
  mkdirSync(folder);
  const child = fork(program, [name, folder, String(rounds), seed]);
  children.add(child);
  let isEnded = false;
  const fail = (text) => {
    failures.push(`${titles[name]}: ${text}`);
    console.error(`${name}: FAILED: ${text}`);
  };
  child.on('message', ({ kind, told: [text, number] }) => {
    if (kind === 'step') console.error(`${name}: ${text}`);
    else if (kind === 'count') counts.push(`${name}: ${number} ${text}`);
    else if (kind === 'fail') fail(text);
    else isEnded = true;
  });
  await new Promise((done) => child.on('close', done));
  children.delete(child);
  if (!isEnded) fail('it ended before it was done');
}
