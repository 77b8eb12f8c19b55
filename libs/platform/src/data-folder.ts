import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, mkdirSync } from 'node:fs';
import { openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a data folder. Backing up `keys/` apart is what makes erasure mean something. */
export interface DataFolder {
  readonly path: string;
  readonly log: string;
  readonly views: string;
  readonly desk: string;
  /** Answers of anonymous surveys that wait, sealed. */
  readonly staging: string;
  readonly subjectKeys: string;
  readonly rootKey: string;
  readonly localIssuerKey: string;
  readonly adminToken: string;
  readonly lock: string;
}

export function dataFolder(path: string): DataFolder {
  return {
    path,
    log: join(path, 'log.sqlite'),
    views: join(path, 'views.sqlite'),
    desk: join(path, 'desk.sqlite'),
    staging: join(path, 'staging.sqlite'),
    subjectKeys: join(path, 'keys', 'subjects.sqlite'),
    rootKey: join(path, 'keys', 'root.key'),
    localIssuerKey: join(path, 'keys', 'local-issuer.json'),
    adminToken: join(path, 'admin-token'),
    lock: join(path, 'lock'),
  };
}

/** The folder cannot be used; the message says why, in one line. */
export class FolderError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FolderError';
  }
}

/** Another process runs over the folder. */
export class FolderInUse extends FolderError {}

/** Makes the folder and `keys/` in it, for their owner alone. */
export function makeFolder({ path, rootKey }: DataFolder): void {
  try {
    makeFolders(path);
    const keys = dirname(rootKey);
    makeFolders(keys);
    chmodSync(keys, 0o700);
    // Whether one may write is known for sure only by writing.
    const probe = join(path, `.probe-${randomBytes(8).toString('hex')}`);
    closeSync(openSync(probe, 'w', 0o600));
    rmSync(probe);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new FolderError(`DATA_DIR ${path} cannot be written (${code}).`, { cause });
  }
}

/** A file that its owner alone may read, made when it is not there; what lies beside it follows. */
export function makeOwnFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

/** Step by step: Node's own recursive way never returns where a file system refuses a folder. */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (cause) {
    // Another process of the installation made it in the same moment.
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
}

/** Reads a secret that nobody but its owner may read; undefined when there is none. */
export function readSecret(path: string): string | undefined {
  let mode: number;
  try {
    ({ mode } = statSync(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new FolderError(`${path} can be read by others than its owner; run: chmod 600 ${path}`);
  }
  return readFileSync(path, 'utf8');
}

/**
 * Writes a secret that is not there yet, and gives back the one in force: that of another process
 * when it was first. It appears whole or not at all, also after a power cut.
 */
export function keepSecret(path: string, content: string): string {
  const draft = writeDraft(path, content);
  try {
    linkSync(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(path));
  return readSecret(path) ?? content;
}

/** Writes a secret in place of the one that is there, whole or not at all. */
export function replaceSecret(path: string, content: string): void {
  renameSync(writeDraft(path, content), path);
  syncFolder(dirname(path));
}

function writeDraft(path: string, content: string): string {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

function syncFolder(path: string): void {
  // Windows cannot open a folder; there the rename itself is all that can be had.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
