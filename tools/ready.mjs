// Makes a tree ready to run, with nothing but Node: checks the version, and installs packages when
// the lock file or Node has changed since the last time, unless what lies there is what the lock
// names, as after `npm ci` by hand: a server may be running from it. Two starts at once do not
// install into each other.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(root, 'package-lock.json');
/** What npm has installed, as it writes it down itself when all of it is there. */
const installedFile = join(root, 'node_modules', '.package-lock.json');
const stamp = join(root, 'node_modules', '.plumbline-ready');
const lockAgainMs = 100;

/** Installs when it must. Says so on standard error, so that output stays the program's own. */
export async function ready() {
  checkNode();
  const wanted = fingerprint();
  if (isReady(wanted)) return;
  await locked(join(root, '.installing.lock'), () => {
    if (isReady(wanted)) return;
    if (!isInstalled()) {
      process.stderr.write('Installing packages…\n');
      install();
    }
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
  return hash.update(readFileSync(lockFile)).digest('hex');
}

function isReady(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Whether packages are there as the lock names them: all that this machine needs, and no other. */
export function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const [lock, installed] = [lockFile, installedFile].map(packagesIn);
  const isWanted = ({ optional, os, cpu, libc }) =>
    optional !== true ||
    ((os ?? cpu) !== undefined &&
      (os?.includes(process.platform) ?? true) &&
      (cpu?.includes(process.arch) ?? true) &&
      (libc?.includes(libcHere()) ?? true));
  const isSame = (one, other) =>
    one.version === other.version && (one.integrity ?? other.integrity) === other.integrity;
  return (
    Object.keys(installed).every((path) => path in lock) &&
    Object.entries(lock).every(([path, one]) =>
      path in installed ? isSame(one, installed[path]) : path === '' || !isWanted(one),
    )
  );
}

function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** As npm tells them apart: packages for both kinds of Linux are in the lock. */
function libcHere() {
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
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
  const { status, error } = spawnSync(command, [...first, ...args], options);
  if (error === undefined) return status;
  process.stderr.write(`npm cannot be started: ${error.message}\n`);
  process.exit(1);
}

/**
 * Does the work while no other process does work under the same lock. A lock whose owner has died
 * is taken over: an installation that was interrupted must not block the next one.
 */
export async function locked(path, work) {
  for (let isTold = false; !taken(path);) {
    const owner = ownerOf(path);
    if (owner !== undefined && !isAlive(owner)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!isTold) process.stderr.write(`Waiting for process ${owner ?? ''}, which does the same…\n`);
    isTold = true;
    await new Promise((resolve) => setTimeout(resolve, lockAgainMs));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function taken(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause.code !== 'EEXIST') throw cause;
    return false;
  }
}

/** Undefined when the lock is gone by now, or not written yet. */
function ownerOf(path) {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    return owner > 0 ? owner : undefined;
  } catch (cause) {
    if (cause.code !== 'ENOENT') throw cause;
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code !== 'ESRCH';
  }
}
