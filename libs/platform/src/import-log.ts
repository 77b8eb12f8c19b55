import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreCommandsMax, type RestorableLog } from '@plumbline/event-log';
import { canUnwrap, type KeyEntry, type KeyStore } from '@plumbline/privacy';
import { damaged, readLines } from './export-files.ts';
import { commandOf, createTally, emptyTally, examined, isOneCommand } from './export-format.ts';
import { manifestName, TransferRefused } from './export-format.ts';
import type { ExportedFact, Manifest } from './export-format.ts';
import { readFactLine, readKeyLine, readManifest } from './export-lines.ts';

export interface ImportOptions {
  readonly log: Pick<RestorableLog, 'restore'>;
  readonly keys: Pick<KeyStore, 'find' | 'create' | 'destroy'>;
  /** An export that has its manifest. */
  readonly folder: string;
  /** The one in force here. The keys of the export must be wrapped under it. */
  readonly rootKey: Uint8Array;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops between two commits; the same call goes on from there. */
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  /** Everything is looked at once before the first write. */
  readonly phase: 'checking' | 'restoring';
  readonly facts: number;
  readonly total: number;
}

/** What was there already is not counted as added. */
export interface Imported {
  readonly facts: number;
  readonly commands: number;
  readonly commandsAdded: number;
  readonly keysAdded: number;
  /** Keys that were kept here, and are destroyed in the export. */
  readonly keysDestroyed: number;
}

/** Commands that are restored together have no more text than this, but for the last of them. */
const batchBytesMax = 4 * 1024 * 1024;
const batchKeysMax = 256;

/**
 * Brings an export into a log and a key store; undefined when it was stopped. All of it is checked
 * before the first write. Keys come first: a fact is never there before the word that its subject
 * is erased. What is there already is left; what is there and differs is refused by name.
 */
export async function importInstallation(options: ImportOptions): Promise<Imported | undefined> {
  const { folder, signal } = options;
  const manifest = await manifestIn(folder);
  if (!(await checkFacts(options, manifest))) return undefined;
  // Once to its end first: what a changed file says of its keys would mislead.
  for await (const entry of keysOf(folder, manifest)) void entry;
  for await (const entry of keysOf(folder, manifest)) await checkKey(entry, options);
  if (signal?.aborted === true) return undefined;
  const keys = await restoreKeys(options, manifest);
  const commandsAdded = await restoreFacts(options, manifest);
  if (commandsAdded === undefined) return undefined;
  return { facts: manifest.facts, commands: manifest.commands, commandsAdded, ...keys };
}

async function manifestIn(folder: string): Promise<Manifest> {
  try {
    return readManifest(await readFile(join(folder, manifestName), 'utf8'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    const message = `${folder} has no ${manifestName}: it is no export, or one that did not end.`;
    throw new TransferRefused('import/not-complete', message, { cause });
  }
}

/** The facts of an export in their order, each checked by itself. */
async function* factsOf(folder: string, { files }: Manifest): AsyncGenerator<ExportedFact> {
  for (const file of files) {
    let line = 0;
    for await (const text of readLines(folder, file)) {
      line += 1;
      const read = readFactLine(text);
      if (read === undefined) throw damaged(file.name, `line ${line} is no fact`);
      const one = examined(read.fact);
      if (typeof one === 'string') throw damaged(file.name, `line ${line}: ${one}`);
      if (one.leaf !== read.leaf) throw damaged(file.name, `line ${line}: it has another leaf`);
      yield one;
    }
  }
}

async function* keysOf(folder: string, { keys: file }: Manifest): AsyncGenerator<KeyEntry> {
  let line = 0;
  for await (const text of readLines(folder, file)) {
    line += 1;
    const entry = readKeyLine(text);
    if (entry === undefined) throw damaged(file.name, `line ${line} is no key`);
    yield entry;
  }
}

/** Whether the facts are those of the manifest, in order; false when it was stopped. */
async function checkFacts(options: ImportOptions, manifest: Manifest): Promise<boolean> {
  const { folder, onProgress, signal } = options;
  const tally = createTally(emptyTally);
  let last: ExportedFact | undefined;
  let facts = 0;
  for await (const one of factsOf(folder, manifest)) {
    tally.add(one, last === undefined || !isOneCommand(last, one));
    last = one;
    facts += 1;
    if (facts % restoreCommandsMax !== 0) continue;
    if (signal?.aborted === true) return false;
    onProgress?.({ phase: 'checking', facts, total: manifest.facts });
  }
  onProgress?.({ phase: 'checking', facts, total: manifest.facts });
  const { facts: count, commands, chain } = tally.now();
  const isWhole = count === manifest.facts && commands === manifest.commands;
  if (isWhole && chain === manifest.chain) return true;
  throw damaged(manifestName, 'the facts are not those that it counts');
}

async function checkKey({ tenant, subject, key }: KeyEntry, { keys, rootKey }: ImportOptions) {
  if (key.state === 'destroyed') return;
  if (!canUnwrap(rootKey, { tenant, subject }, key.wrapped)) {
    throw new TransferRefused(
      'import/other-root-key',
      'The keys of the export are wrapped under another root key; put that one into force first.',
    );
  }
  const here = await keys.find(tenant, subject);
  if (here?.state === 'kept' && !Buffer.from(here.wrapped).equals(key.wrapped)) {
    const message = `${subject} of tenant ${tenant} has another key here than in the export.`;
    throw new TransferRefused('import/other-key', message);
  }
}

async function restoreKeys({ keys, folder }: ImportOptions, manifest: Manifest) {
  let [keysAdded, keysDestroyed] = [0, 0];
  const restore = async ({ tenant, subject, key }: KeyEntry) => {
    if (key.state === 'destroyed') {
      if (await keys.destroy(tenant, subject)) keysDestroyed += 1;
      return;
    }
    if ((await keys.find(tenant, subject)) !== undefined) return;
    await keys.create(tenant, subject, key.wrapped);
    keysAdded += 1;
  };
  let batch: KeyEntry[] = [];
  for await (const entry of keysOf(folder, manifest)) {
    batch.push(entry);
    if (batch.length < batchKeysMax) continue;
    // Together, so that they share a sync.
    await Promise.all(batch.map(restore));
    batch = [];
  }
  await Promise.all(batch.map(restore));
  return { keysAdded, keysDestroyed };
}

/** How many commands were not there yet; undefined when it was stopped. */
async function restoreFacts(options: ImportOptions, manifest: Manifest) {
  const { log, folder, onProgress, signal } = options;
  const { facts: total } = manifest;
  const batch = createBatch();
  let [facts, added] = [0, 0];
  const restore = async () => {
    const { commands, facts: count } = batch.take();
    if (commands.length > 0) added += await log.restore(commands);
    facts += count;
    onProgress?.({ phase: 'restoring', facts, total });
  };
  for await (const one of factsOf(folder, manifest)) {
    if (batch.isFullBefore(one)) {
      if (signal?.aborted === true) return undefined;
      await restore();
    }
    batch.add(one);
  }
  await restore();
  return added;
}

/** Gathers facts into commands, and commands into what is restored at once. */
function createBatch() {
  let commands: [ExportedFact, ...ExportedFact[]][] = [];
  let bytes = 0;
  return {
    /** Whether what is gathered must go before a fact that begins another command. */
    isFullBefore: (one: ExportedFact): boolean => {
      const last = commands.at(-1)?.[0];
      if (last === undefined || isOneCommand(last, one)) return false;
      return commands.length === restoreCommandsMax || bytes >= batchBytesMax;
    },
    add: (one: ExportedFact): void => {
      const last = commands.at(-1);
      if (last !== undefined && isOneCommand(last[0], one)) last.push(one);
      else commands.push([one]);
      bytes += one.fact.body.length + (one.fact.sealed?.length ?? 0);
    },
    take: () => {
      const taken = commands;
      commands = [];
      bytes = 0;
      const facts = taken.reduce((sum, command) => sum + command.length, 0);
      return { commands: taken.map(commandOf), facts };
    },
  };
}
