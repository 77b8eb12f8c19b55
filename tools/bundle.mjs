// Puts together what a process runs: dist/main.js and dist/thread.js of a service, with all that
// they import in few files beside them. Of some three thousand modules one by one, a start took
// more than twice the processor time, and an idle server 45 MB more. The modules stay in dist, too,
// for those who import a service into an application of their own.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './ready.mjs';

const entries = ['main', 'thread'];
/** Files that several of them share, or that are loaded when they are needed. */
const partsFolder = 'process';
const stampName = '.process.json';

/** What is loaded from its own package: machine code, and what looks for files beside its own. */
const external = [
  ...[/^libsql$/, /^pino$/, /^kafkajs(\/|$)/, /^mongoose$/, /^mongodb$/, /^@eventstore\//],
  ...[/^pdfkit$/, /^fontkit$/, /^dejavu-fonts-ttf/],
];

/** Where a module that is run is built to, before it is put together: `main.entry.js`. */
export function entryOf(name) {
  const entry = entries.find((one) => name === `${one}.ts`);
  return entry && `${entry}.entry.js`;
}

/** Answers how many files were written: none where nothing has changed. */
export async function bundle(folder, buildHash) {
  const dist = join(folder, 'dist');
  const input = Object.fromEntries(
    entries
      .map((name) => [name, join(dist, `${name}.entry.js`)])
      .filter(([, file]) => existsSync(file)),
  );
  if (input.main === undefined) return 0;
  const stamp = join(dist, stampName);
  if (isNew(dist, stamp, buildHash)) return 0;
  const { rolldown } = await import('rolldown');
  const bundled = await rolldown({ input, platform: 'node', external, onLog: heed });
  rmSync(join(dist, partsFolder), { recursive: true, force: true });
  const { output } = await bundled.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: `${partsFolder}/[name]-[hash].js`,
    keepNames: true,
  });
  await bundled.close();
  const modules = output
    .flatMap(({ moduleIds = [] }) => moduleIds)
    .filter((id) => existsSync(id) && !id.includes('node_modules'))
    .map((id) => relative(root, id));
  writeFileSync(stamp, JSON.stringify({ modules, hash: hashOf(modules, buildHash) }));
  return output.length;
}

/** Packages ask for others that are not there, and do without; what is ours must all be found. */
function heed(level, { code, id, message }, handle) {
  if (id?.includes('node_modules')) return;
  if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
  handle(level, message);
}

/** What was put together is what its own modules are now; packages are known by the lock file. */
function isNew(dist, stamp, buildHash) {
  if (!existsSync(stamp) || !existsSync(join(dist, 'main.js'))) return false;
  const { modules, hash } = JSON.parse(readFileSync(stamp, 'utf8'));
  return hash === hashOf(modules, buildHash);
}

function hashOf(modules, buildHash) {
  const hash = createHash('sha256').update(buildHash);
  hash.update(readFileSync(new URL(import.meta.url)));
  for (const module of modules) {
    const file = join(root, module);
    hash.update(module).update(existsSync(file) ? readFileSync(file) : '');
  }
  return hash.digest('hex');
}
