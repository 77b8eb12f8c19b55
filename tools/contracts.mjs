// The contract with readers of the stream, as files: docs/contracts.
//
//   node tools/contracts.mjs                writes them
//   node tools/contracts.mjs --check        1 when they differ, or break a released version
//   node tools/contracts.mjs --release      keeps them as the released version that they name
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ready, root } from './ready.mjs';

const home = join(root, 'docs/contracts');
const { values } = parseArgs({
  options: { check: { type: 'boolean' }, release: { type: 'boolean' } },
});

await ready();
const { build } = await import('./build.mjs');
await build([join(root, 'libs/contracts')]);
const { contractFaults, contractVersion, keptFiles } =
  await import('../libs/contracts/dist/kept.js');

if (values.check !== true) await write(home, keptFiles());
const faults = contractFaults(filesIn(home, ['asyncapi.json', 'schemas']), released());
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
else if (values.release === true) await release();
else process.stdout.write(`Contract ${contractVersion}: the files agree, and no reader breaks.\n`);

async function release() {
  const folder = join(home, 'released', contractVersion);
  if (!existsSync(folder)) await write(folder, keptFiles());
  process.stdout.write(`Contract ${contractVersion} is released.\n`);
}

/** Writes files as the formatter of this tree wants them, and takes away what is left over. */
async function write(folder, files) {
  const { format } = await import('prettier');
  rmSync(join(folder, 'schemas'), { recursive: true, force: true });
  for (const [path, value] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    const text = JSON.stringify(value, null, 2);
    writeFileSync(target, await format(text, { parser: 'json', printWidth: 100 }));
  }
}

function released() {
  const folder = join(home, 'released');
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((version) => [version, filesIn(join(folder, version))]),
  );
}

/** The files of a folder, parsed, by their path in it; only some of its entries where said. */
function filesIn(folder, only = readdirSync(folder)) {
  const paths = only.map((name) => join(folder, name)).filter((path) => existsSync(path));
  const all = paths.flatMap((path) => (path.endsWith('.json') ? [path] : jsonIn(path)));
  return Object.fromEntries(
    all.map((path) => [
      relative(folder, path).replaceAll('\\', '/'),
      JSON.parse(readFileSync(path, 'utf8')),
    ]),
  );
}

function jsonIn(folder) {
  return readdirSync(folder).map((name) => join(folder, name));
}
