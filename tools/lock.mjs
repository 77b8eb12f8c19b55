// Completes package-lock.json: a registry that does not show packages of other platforms leaves
// them out of the lock, and then `npm ci` refuses it everywhere. Each exact optional dependency
// that has no entry gets one with its version. Also takes out download addresses: the lock names
// packages, not hosts.
//
//   node tools/lock.mjs [--check] [FILE]     to be run after each change of dependencies
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './ready.mjs';

const platforms = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'android',
  'openharmony',
  'wasm32',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const cpus = [
  'x64',
  'arm64',
  'ia32',
  'arm',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

/** The lock with what was missing, and how many entries that were. Pure. */
export function completed(lock) {
  const packages = { ...lock.packages };
  let added = 0;
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+/.test(version) || isFound(lock.packages, path, name)) continue;
      packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
      added += 1;
    }
  }
  for (const [path, { resolved, ...entry }] of Object.entries(packages)) {
    packages[path] = resolved === undefined || entry.link ? { ...packages[path] } : entry;
  }
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return { lock: { ...lock, packages: sorted }, added };
}

/** Whether a package that `from` asks for has an entry: beside it, or in any folder above. */
function isFound(packages, from, name) {
  const folders = [`${from}/`, ''];
  for (let at = from; at.includes('/node_modules/');) {
    at = at.slice(0, at.lastIndexOf('/node_modules/'));
    folders.push(`${at}/`);
  }
  return folders.some((folder) => `${folder}node_modules/${name}` in packages);
}

function platformOf(name) {
  const words = name.split(/[/@-]/);
  const os = platforms.filter(
    (one) => words.includes(one) || (one === 'win32' && words.includes('windows')),
  );
  const cpu = cpus.filter((one) => words.includes(one));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return {
    ...(os.length > 0 && os[0] !== 'wasm32' ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [path = join(root, 'package-lock.json')] = positionals;
  const before = readFileSync(path, 'utf8');
  const { lock, added } = completed(JSON.parse(before));
  const after = `${JSON.stringify(lock, null, 2)}\n`;
  if (values.check !== true) writeFileSync(path, after);
  process.stdout.write(`${added} entries ${values.check === true ? 'missing' : 'added'}\n`);
  if (values.check === true && after !== before) process.exitCode = 1;
}
