import { createHash } from 'node:crypto';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LimitExceeded } from '@plumbline/event-log';
import { exportLineBytesMax, TransferRefused, type ExportFile } from './export-format.ts';

/** Writes a file of lines, and knows its hash when it is closed. */
export interface LineFile {
  readonly bytes: number;
  add(line: string): Promise<void>;
  /** Whole and synced, or not there under its name. */
  close(): Promise<ExportFile>;
  /** Leaves the file unfinished. */
  drop(): Promise<void>;
}

const bufferBytes = 256 * 1024;

/** Begins a file of the export; readable by its owner alone, as it may hold keys. */
export async function writeLines(folder: string, name: string): Promise<LineFile> {
  const path = join(folder, name);
  const file = await open(draftOf(path), 'w', 0o600);
  const sha256 = createHash('sha256');
  const counts = { bytes: 0, lines: 0 };
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    sha256.update(bytes);
    await file.writeFile(bytes);
  };
  return {
    get bytes() {
      return counts.bytes;
    },
    add: async (line) => {
      const bytes = Buffer.from(`${line}\n`);
      if (bytes.length > exportLineBytesMax) {
        throw new LimitExceeded('exportLineBytesMax', exportLineBytesMax, bytes.length);
      }
      waiting.push(bytes);
      waitingBytes += bytes.length;
      counts.bytes += bytes.length;
      counts.lines += 1;
      if (waitingBytes >= bufferBytes) await flush();
    },
    close: async () => {
      await flush();
      await settle(file, path);
      return { name, ...counts, sha256: sha256.digest('hex') };
    },
    drop: () => file.close(),
  };
}

/** Writes a small file whole, or not at all. */
export async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  const file = await open(draftOf(path), 'w', 0o600);
  await file.writeFile(text);
  await settle(file, path);
}

const draftOf = (path: string): string => `${path}.part`;

async function settle(file: FileHandle, path: string): Promise<void> {
  await file.sync();
  await file.close();
  await rename(draftOf(path), path);
  // Windows cannot open a folder; there the rename itself is all that can be had.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
}

const lineEnd = 0x0a;

/**
 * The lines of a file, as it is hashed on the way. Throws at the end when it is not the file that
 * the export has: what was read before must not be used for more than looking, unless the file has
 * been read to its end once.
 */
export async function* readLines(folder: string, expected: ExportFile): AsyncGenerator<string> {
  const file = await opened(folder, expected.name);
  const sha256 = createHash('sha256');
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: bufferBytes })) {
      const read = chunk as Buffer;
      sha256.update(read);
      bytes += read.length;
      if (bytes > expected.bytes) throw damaged(expected.name, 'it is longer than it was');
      let from = 0;
      for (let end = read.indexOf(lineEnd); end >= 0; end = read.indexOf(lineEnd, from)) {
        yield Buffer.concat([rest, read.subarray(from, end)]).toString();
        rest = Buffer.alloc(0);
        from = end + 1;
      }
      rest = Buffer.concat([rest, read.subarray(from)]);
      if (rest.length > exportLineBytesMax) throw damaged(expected.name, 'a line is too long');
    }
  } finally {
    await file.close();
  }
  const isSame = bytes === expected.bytes && sha256.digest('hex') === expected.sha256;
  if (!isSame || rest.length > 0) throw damaged(expected.name, 'it is not as it was written');
}

async function opened(folder: string, name: string): Promise<FileHandle> {
  try {
    return await open(join(folder, name), 'r');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new TransferRefused('import/file-missing', `${name} is missing.`, { cause });
  }
}

export function damaged(name: string, why: string): TransferRefused {
  return new TransferRefused('import/file-damaged', `${name} is damaged: ${why}.`);
}
