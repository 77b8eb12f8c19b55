import { existsSync, mkdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readAllFactsMax, type EventLog } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { listKeysMax, type KeyEntry, type KeyStore } from '@plumbline/privacy';
import { readLines, writeLines, writeWhole } from './export-files.ts';
import { createTally, emptyTally, examined, exportFileBytesMax } from './export-format.ts';
import { exportFormat, exportVersion, keysName } from './export-format.ts';
import { manifestName, progressName, release, TransferRefused } from './export-format.ts';
import type { ExportedFact, ExportFile, Manifest, Tally } from './export-format.ts';
import { factLine, factsName, keyLine } from './export-lines.ts';

export interface ExportOptions {
  readonly log: Pick<EventLog, 'readAll' | 'read' | 'recall' | 'head'>;
  readonly keys: Pick<KeyStore, 'list'>;
  /** Made when it is not there. One that holds an export begun before is gone on with. */
  readonly folder: string;
  readonly onProgress?: (progress: TransferProgress) => void;
  /** Stops at the next page; the same call goes on at the last whole file. */
  readonly signal?: AbortSignal;
  readonly fileBytesMax?: number;
}

export interface TransferProgress {
  readonly facts: number;
  readonly total: number;
}

/** The facts of a page are checked and written together. */
const pageFacts = 256;

/**
 * Writes all that a log and a key store hold into a folder, each fact checked on the way: see
 * `docs/format/export.md`. Up to the newest fact at the beginning; undefined when it was stopped.
 * The keys come last, so that there is one for every fact, and then the manifest, without which the
 * folder is no export.
 */
export async function exportInstallation(options: ExportOptions): Promise<Manifest | undefined> {
  const { log, keys, folder } = options;
  if (existsSync(join(folder, manifestName))) {
    throw new TransferRefused(
      'export/already-complete',
      `${folder} holds a whole export already; name another folder.`,
    );
  }
  mkdirSync(dirname(join(folder, keysName)), { recursive: true, mode: 0o700 });
  const before = await begunIn(folder, log);
  const until = await log.head();
  const begun = until === null ? before : await writeAllFacts(options, before, until);
  if (begun === undefined) return undefined;
  const file = await writeKeys(keys, folder);
  const about = { format: exportFormat, version: exportVersion, release } as const;
  const manifest: Manifest = { ...about, ...begun.tally, keys: file };
  await writeWhole(folder, manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
  await rm(join(folder, progressName), { force: true });
  return manifest;
}

/** Where an export stands after a whole file. */
interface Begun {
  readonly tally: Tally;
  readonly last: LastFact | null;
}

interface LastFact {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly leaf: string;
  readonly commandId: string;
  /** The revision at which its command ends. */
  readonly end: number;
}

const nothing: Begun = { tally: emptyTally, last: null };

/** Goes on with what is in the folder, once it is sure that it is there, and of this log. */
async function begunIn(folder: string, log: ExportOptions['log']): Promise<Begun> {
  let text: string;
  try {
    text = await readFile(join(folder, progressName), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw cause;
  }
  const begun = JSON.parse(text) as Begun;
  for (const file of begun.tally.files) {
    for await (const line of readLines(folder, file)) void line;
  }
  if (begun.last === null) return begun;
  const { stream, revision, position, leaf } = begun.last;
  const [there] = await log.read(stream, { from: revision, to: revision });
  const found = there && examined(there);
  const isFound = typeof found === 'object' && found.leaf === leaf;
  if (isFound && found.fact.position === position) return begun;
  throw new TransferRefused(
    'export/other-log',
    `${folder} holds the beginning of an export of another log; name another folder.`,
  );
}

async function countFacts(log: ExportOptions['log'], until: Position): Promise<number> {
  let facts = 0;
  let after: Position | null = null;
  for (;;) {
    const page = await log.readAll(after, { limit: readAllFactsMax, until });
    facts += page.facts.length;
    if (page.atHead) return facts;
    after = page.next;
  }
}

async function writeAllFacts(options: ExportOptions, before: Begun, until: Position) {
  const { log, folder } = options;
  const total = await countFacts(log, until);
  let begun = before;
  // Positions sort as text.
  while ((begun.tally.last ?? '') < until) {
    const next = await writeFacts(options, begun, { until, total });
    if (next === undefined) return undefined;
    begun = next;
    await writeWhole(folder, progressName, JSON.stringify(begun));
  }
  return begun;
}

/** Writes the next file of facts; undefined when it was stopped. */
async function writeFacts(
  { log, folder, onProgress, signal, fileBytesMax = exportFileBytesMax }: ExportOptions,
  begun: Begun,
  { until, total }: { readonly until: Position; readonly total: number },
): Promise<Begun | undefined> {
  const tally = createTally(begun.tally);
  const file = await writeLines(folder, factsName(begun.tally.files.length + 1));
  let { last } = begun;
  let after = begun.tally.last;
  try {
    while (file.bytes < fileBytesMax && after !== until) {
      if (signal?.aborted === true) return undefined;
      const page = await log.readAll(after, { limit: pageFacts, until });
      for (const fact of page.facts) {
        const one = examined(fact);
        if (typeof one === 'string') throw logDamaged(fact.position, one);
        const end = await commandEnd(log, one, last);
        tally.add(one, last === null || last.revision === last.end);
        const { stream, revision, position } = fact;
        last = { stream, revision, position, leaf: one.leaf, commandId: one.commandId, end };
        await file.add(factLine(one));
        after = position;
        if (file.bytes >= fileBytesMax) break;
      }
      if (page.facts.length === 0) {
        if (page.atHead) throw logDamaged(until, 'it cannot be read');
        after = page.next;
      }
      onProgress?.({ facts: tally.now().facts, total });
    }
    tally.addFile(await file.close());
  } finally {
    await file.drop();
  }
  return { tally: tally.now(), last };
}

/** Where the command of a fact ends; the facts of one command lie together. */
async function commandEnd(
  log: ExportOptions['log'],
  { fact, commandId, fingerprint }: ExportedFact,
  last: LastFact | null,
): Promise<number> {
  const { stream, revision, position } = fact;
  if (last !== null && last.revision < last.end) {
    const goesOn = last.stream === stream && last.commandId === commandId;
    if (goesOn && revision === last.revision + 1) return last.end;
    throw logDamaged(position, 'it lies within another command');
  }
  const recalled = await log.recall(stream, commandId);
  if (recalled?.fingerprint !== fingerprint || recalled.receipt.revision < revision) {
    throw logDamaged(position, 'the log has recorded another command than its body says');
  }
  return recalled.receipt.revision;
}

async function writeKeys(keys: ExportOptions['keys'], folder: string): Promise<ExportFile> {
  const file = await writeLines(folder, keysName);
  try {
    let after: KeyEntry | null = null;
    for (;;) {
      const page: readonly KeyEntry[] = await keys.list(after, listKeysMax);
      for (const entry of page) await file.add(keyLine(entry));
      if (page.length < listKeysMax) return await file.close();
      after = page.at(-1) ?? null;
    }
  } finally {
    await file.drop();
  }
}

function logDamaged(position: Position, why: string): TransferRefused {
  return new TransferRefused('export/log-damaged', `The fact at ${position} is not sound: ${why}.`);
}
