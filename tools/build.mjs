// Builds packages with SWC: src/**/*.ts → dist/**/*.js, only where the content has changed; what is
// run of them (src/main.ts, src/thread.ts) is put together with all that it imports (bundle.mjs).
// Run at the root it builds all of them, run inside a package that one. The console is built by
// Vite, into its own dist.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle, entryOf } from './bundle.mjs';
import { locked, root } from './ready.mjs';

const stampName = '.build.json';

/** Builds every package, or those named by their folders. Answers how many files were written. */
export function build(folders = packageFolders()) {
  return locked(join(root, '.building.lock'), () => buildAll(folders));
}

async function buildAll(folders) {
  const { transform } = await import('@swc/core');
  let written = 0;
  for (const folder of folders) {
    written += existsSync(join(folder, 'vite.config.ts'))
      ? await buildConsole(folder)
      : await buildPackage(folder, transform);
  }
  // Once all that they are made of is there.
  for (const folder of folders) written += await bundle(folder, buildHash);
  return written;
}

function packageFolders() {
  return ['libs', 'services'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(root, group, entry.name, 'src')))
      .map((entry) => join(root, group, entry.name)),
  );
}

async function buildPackage(folder, transform) {
  const source = join(folder, 'src');
  const target = join(folder, 'dist');
  const before = readStamp(target);
  const after = {};
  let written = 0;
  for (const file of filesIn(source)) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts') || file.endsWith('.d.ts')) continue;
    const name = relative(source, file);
    const text = readFileSync(file, 'utf8');
    const hash = hashOf(text, buildHash);
    const out = join(target, outputOf(name));
    after[name] = hash;
    if (before[name] === hash && existsSync(out)) continue;
    const { code, map } = await transform(text, optionsFor(file));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, `${code}\n//# sourceMappingURL=${basename(out)}.map\n`);
    writeFileSync(`${out}.map`, map);
    written += 1;
  }
  for (const name of Object.keys(before)) {
    if (name in after) continue;
    const out = join(target, outputOf(name));
    rmSync(out, { force: true });
    rmSync(`${out}.map`, { force: true });
  }
  if (Object.keys(after).length > 0) writeStamp(target, after);
  return written;
}

function outputOf(name) {
  return entryOf(name) ?? name.replace(/\.ts$/, '.js');
}

async function buildConsole(folder) {
  const inputs = filesIn(folder).filter((file) => !/\/(dist|node_modules)\//.test(file));
  const hash = hashOf(
    ...inputs.sort().map((file) => `${relative(folder, file)}\n${readFileSync(file)}`),
  );
  const target = join(folder, 'dist');
  if (readStamp(target).console === hash && existsSync(join(target, 'index.html'))) return 0;
  const vite = await import('vite');
  await vite.build({ root: folder, logLevel: 'warn' });
  writeStamp(target, { console: hash });
  return 1;
}

function optionsFor(file) {
  return {
    filename: file,
    swcrc: false,
    sourceMaps: true,
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
      rewriteRelativeImportExtensions: true,
    },
  };
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function readStamp(target) {
  try {
    return JSON.parse(readFileSync(join(target, stampName), 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(target, stamp) {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, stampName), JSON.stringify(stamp));
}

function hashOf(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

// A change of this script, or of the compiler, builds everything anew.
const buildHash = hashOf(
  readFileSync(fileURLToPath(import.meta.url), 'utf8'),
  existsSync(join(root, 'package-lock.json'))
    ? readFileSync(join(root, 'package-lock.json'), 'utf8')
    : '',
);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const here = process.cwd();
  const isPackage = here !== root && existsSync(join(here, 'src'));
  const written = await build(isPackage ? [here] : undefined);
  process.stderr.write(`built ${written} ${written === 1 ? 'file' : 'files'}\n`);
}
