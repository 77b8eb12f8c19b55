// A crash at every point that the code names. The points are read from the sources, so that none is
// forgotten, and a point that the process never passes is a failure.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findings } from './checks.mjs';
import { startChild } from './process.mjs';

const libs = resolve(dirname(fileURLToPath(import.meta.url)), '../../libs');
const passMsMax = 30_000;
/** At the first passing, and once the process is well under way. */
const passings = [0, 3];

export async function namedPoints({ folder, seed, report }) {
  const points = namedInSources();
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
  const folders = readdirSync(libs, { withFileTypes: true }).filter((one) => one.isDirectory());
  for (const { name: lib } of folders) {
    const source = join(libs, lib, 'src');
    for (const file of readdirSync(source)) {
      if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
      const text = readFileSync(join(source, file), 'utf8');
      for (const [, point] of text.matchAll(/\bcrashPoint\('([a-z:-]+)'\)/g)) points.add(point);
    }
  }
  return [...points].sort();
}
