// A crash at every point that the code names. The points are read from the sources, so that none is
// forgotten, and a point that the process never passes is a failure.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findings } from './checks.mjs';
import { startChild } from './process.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const libs = join(root, 'libs');
/** Points of adapters to servers: the tests that have the servers die there. */
const onServers = /^(mongo|relay):/;
const passMsMax = 120_000;
/** At the first passing, and once the process is well under way. */
const passings = [0, 3];

export async function namedPoints({ folder, seed, report }) {
  const all = namedInSources();
  const dying = diedAtOnServers();
  for (const point of all.filter((one) => onServers.test(one) && !dying.includes(`'${one}'`))) {
    report.fail(`no test on servers dies at ${point}`);
  }
  const points = all.filter((one) => !onServers.test(one));
  if (points.length < 8) report.fail(`only ${points.length} crash points are named in the sources`);
  for (const point of points) {
    const own = join(folder, point.replace(':', '-'));
    mkdirSync(own, { recursive: true });
    const acked = new Map();
    for (const [round, after] of passings.entries()) {
      const child = startChild({ folder: own, round, seed, point, after });
      const timer = setTimeout(() => {
        report.fail(`${point} was not passed ${after + 1} times in ${passMsMax} ms`);
        child.kill();
      }, passMsMax);
      const signal = await child.gone;
      clearTimeout(timer);
      if (signal !== 'SIGKILL') report.fail(`${point}: the process ended by itself (${signal})`);
      for (const [commandId, one] of child.acked) acked.set(commandId, one);
      const { facts, findings: found } = await findings(own, acked);
      for (const one of found.slice(0, 10)) report.fail(`${point}, passing ${after + 1}: ${one}`);
      report.step(`${point}, passing ${after + 1}: ${acked.size} acknowledged, ${facts} facts`);
    }
  }
  report.count('points crashed at', points.length);
}

function namedInSources() {
  const points = new Set();
  for (const text of textsIn(libs, (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
    for (const [, point] of text.matchAll(/\bcrashPoint\('([a-z:-]+)'\)/g)) points.add(point);
  }
  return [...points].sort();
}

/** What the tests on servers say, in one text. */
function diedAtOnServers() {
  const isOne = (name) => name.endsWith('.distributed.spec.ts') || name.endsWith('.mjs');
  return [
    ...textsIn(libs, (name) => name.endsWith('.distributed.spec.ts')),
    ...textsIn(join(root, 'test/distributed'), isOne),
  ].join('\n');
}

function textsIn(folder, isWanted) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && isWanted(one.name))
    .filter((one) => !/[/\\](dist|node_modules)([/\\]|$)/.test(one.parentPath))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'));
}
