// Makes a tree ready to run, with nothing but Node: checks the version, and installs packages when
// the lock file or Node has changed since the last time. Two starts at once do not install into
// each other.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.plumbline-ready');
const lock = join(root, '.installing.lock');
const lockOldMs = 10 * 60_000;

/** Installs when it must. Says so on standard error, so that output stays the program's own. */
export async function ready() {
  checkNode();
  const wanted = fingerprint();
  if (isReady(wanted)) return;
  await locked(() => {
    if (isReady(wanted)) return;
    process.stderr.write('Installing packages…\n');
    install();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isEnough =
    major >= 24 || major === 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (isEnough) return;
  process.stderr.write(
    `Plumbline needs Node 20.19 or newer, 22.12 or newer, or 24; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function isReady(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function install() {
  const flags = [
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  if (npm(['ci', ...flags]) === 0) return;
  process.stderr.write(
    'The lock file does not fit this machine: installing without it (npm install).\n',
  );
  if (npm(['install', '--no-save', ...flags]) !== 0) process.exit(1);
}

function npm(args) {
  const path = process.env.npm_execpath;
  const [command, ...first] = path === undefined ? ['npm'] : [process.execPath, path];
  const options = {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: path === undefined && process.platform === 'win32',
  };
  return spawnSync(command, [...first, ...args], options).status;
}

async function locked(work) {
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'));
      break;
    } catch (cause) {
      if (cause.code !== 'EEXIST') throw cause;
      // A lock that somebody left behind must not block for ever.
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > lockOldMs)
        rmSync(lock, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}
