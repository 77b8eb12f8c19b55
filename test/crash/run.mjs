// Lets processes die in every way that a process can, and looks at what they leave behind.
//
//   npm run test:crash -- [--rounds N] [--seed TEXT] [--only kill,engine,cut,points] [--keep]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds } from './kill-rounds.mjs';
import { namedPoints } from './named-points.mjs';
import { serverRounds } from './server-rounds.mjs';
import { walCuts } from './wal-cuts.mjs';

const roundsDefault = 25;
const scenarios = {
  kill: { title: 'kill -9 of the server under load', run: serverRounds },
  engine: {
    title: 'kill -9 of the engine alone, where writers collide all the time',
    run: killRounds,
  },
  cut: { title: 'the write-ahead log damaged past the last acknowledged commit', run: walCuts },
  points: { title: 'a crash at every named point', run: namedPoints },
};

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: String(roundsDefault) },
    seed: { type: 'string', default: String(Date.now()) },
    only: { type: 'string', default: Object.keys(scenarios).join(',') },
    keep: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const chosen = values.only.split(',');
const unknown = chosen.filter((name) => scenarios[name] === undefined);
if (!Number.isInteger(rounds) || rounds < 1 || unknown.length > 0) {
  console.error(
    '--rounds takes a whole number from 1; --only takes kill, engine, cut and points, with commas.',
  );
  process.exit(64);
}

// Children end with this process.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const root = mkdtempSync(join(tmpdir(), 'plumbline-crash-'));
const failures = [];
const counts = [];
console.log(`Seed ${values.seed}, ${rounds} rounds, in ${root}`);
for (const name of chosen) {
  const { title, run } = scenarios[name];
  const began = performance.now();
  console.log(`\n${title}`);
  const folder = join(root, name);
  mkdirSync(folder);
  const report = {
    step: (text) => console.error(`  ${text}`),
    count: (what, number) => counts.push(`${number} ${what}`),
    fail: (text) => {
      failures.push(`${title}: ${text}`);
      console.error(`  FAILED: ${text}`);
    },
  };
  try {
    await run({ folder, rounds, seed: values.seed, report });
  } catch (cause) {
    report.fail(cause.stack);
  }
  console.log(`  ${((performance.now() - began) / 1_000).toFixed(1)} s`);
}

console.log(
  `\n${counts.join(', ')}: ${failures.length === 0 ? 'nothing lost' : `${failures.length} failures`}`,
);
for (const one of failures.slice(0, 50)) console.error(one);
// What has failed is kept to be looked at.
if (failures.length === 0 && !values.keep) rmSync(root, { recursive: true, force: true });
else console.log(`Kept in ${root}; the same seed draws the same numbers again.`);
process.exit(failures.length === 0 ? 0 : 1);
