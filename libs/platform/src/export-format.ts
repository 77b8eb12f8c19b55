import { hash } from 'node:crypto';
import { leafHash, type Envelope, type RecordedCommand } from '@plumbline/event-log';
import type { NewFact, StoredFact } from '@plumbline/event-log';
import { Fault, type EpochMs, type Position } from '@plumbline/kernel';

/** `docs/format/export.md` has it member by member. */
export const exportFormat = 'plumbline-export';
export const exportVersion = 1;
/** Of this program, as `package.json` has it. */
export const release = '0.1.0';

export const manifestName = 'manifest.json';
export const progressName = 'progress.json';
export const keysName = 'keys/keys.ndjson';

/** A file of facts is ended by the first fact with which it is as large as this. */
export const exportFileBytesMax = 16 * 1024 * 1024;
/** A body doubles at most when it is quoted; a sealed part grows by a third. */
export const exportLineBytesMax = 4 * 1024 * 1024;

/** Why an export or an import is refused. `code` is stable; the message names file and line. */
export class TransferRefused extends Fault {
  readonly retriable = false;
  constructor(
    readonly code: TransferCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

export type TransferCode =
  | 'export/already-complete'
  | 'export/other-log'
  | 'export/log-damaged'
  | 'import/not-complete'
  | 'import/foreign-format'
  | 'import/file-missing'
  | 'import/file-damaged'
  | 'import/other-root-key'
  | 'import/other-key';

export interface ExportFile {
  readonly name: string;
  readonly bytes: number;
  readonly lines: number;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
}

/** What an export says of itself; written last. */
export interface Manifest extends Tally {
  readonly format: typeof exportFormat;
  readonly version: typeof exportVersion;
  /** Of the program that wrote it. */
  readonly release: string;
  readonly keys: ExportFile;
}

/** What is exported so far. */
export interface Tally {
  readonly files: readonly ExportFile[];
  readonly facts: number;
  readonly commands: number;
  readonly factsByTenant: Readonly<Record<string, number>>;
  readonly first: Position | null;
  readonly last: Position | null;
  readonly recordedFrom: EpochMs | null;
  readonly recordedTo: EpochMs | null;
  /** See `chained`. */
  readonly chain: string;
}

export const emptyTally: Tally = {
  ...{ files: [], facts: 0, commands: 0, factsByTenant: {} },
  ...{ first: null, last: null, recordedFrom: null, recordedTo: null, chain: '0'.repeat(64) },
};

/** A fact with the command that recorded it, and its leaf's hash in hex. */
export interface ExportedFact {
  readonly fact: StoredFact;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly leaf: string;
}

/** One more leaf on the chain: SHA-256 of the chain so far and the leaf's hash, as bytes. */
export function chained(chain: string, leaf: string): string {
  return hash('sha256', Buffer.from(chain + leaf, 'hex'), 'hex');
}

/** Counts facts on, from what was counted before. */
export function createTally(start: Tally) {
  let tally = start;
  const tenants = new Map(Object.entries(start.factsByTenant));
  return {
    /** `isNewCommand`: the fact is the first of its command. */
    add: ({ fact, leaf }: ExportedFact, isNewCommand: boolean): void => {
      const { tenant, position, recordedAt } = fact;
      tenants.set(tenant, (tenants.get(tenant) ?? 0) + 1);
      tally = {
        ...tally,
        facts: tally.facts + 1,
        commands: tally.commands + (isNewCommand ? 1 : 0),
        first: tally.first ?? position,
        last: position,
        recordedFrom: tally.recordedFrom ?? recordedAt,
        recordedTo: recordedAt,
        chain: chained(tally.chain, leaf),
      };
    },
    addFile: (file: ExportFile): void => {
      tally = { ...tally, files: [...tally.files, file] };
    },
    now: (): Tally => ({ ...tally, factsByTenant: Object.fromEntries(tenants) }),
  };
}

/**
 * Checks a fact against what its body says: hash, id, type, tenant, stream, sealed part. Answers
 * what is wrong in a sentence, or the fact with its command and its leaf.
 */
export function examined(fact: StoredFact): ExportedFact | string {
  if (hash('sha256', fact.body, 'hex') !== fact.bodyHash) return 'its body has another hash';
  const envelope = envelopeOf(fact.body);
  if (envelope === undefined) return 'its body is no fact';
  for (const name of ['id', 'type', 'tenant', 'stream'] as const) {
    if (envelope[name] !== fact[name]) return `its body has another ${name}`;
  }
  const { commandId, fingerprint, sealed } = envelope;
  if (typeof commandId !== 'string' || typeof fingerprint !== 'string') {
    return 'its body names no command';
  }
  if (fact.sealed !== undefined && hash('sha256', fact.sealed, 'hex') !== sealed?.hash) {
    return 'its sealed part has another hash';
  }
  return { fact, commandId, fingerprint, leaf: leafHash(fact).toString('hex') };
}

function envelopeOf(body: string): Partial<Envelope> | undefined {
  try {
    const envelope: unknown = JSON.parse(body);
    return typeof envelope === 'object' && envelope !== null ? envelope : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a fact belongs to the command of the one before it. */
export function isOneCommand(one: ExportedFact, other: ExportedFact): boolean {
  return one.fact.stream === other.fact.stream && one.commandId === other.commandId;
}

/** The command of its facts, as a log takes it. */
export function commandOf(facts: readonly [ExportedFact, ...ExportedFact[]]): RecordedCommand {
  const [{ fact, commandId, fingerprint }] = facts;
  const { tenant, stream, revision, recordedAt } = fact;
  const expected = revision === 0 ? 'none' : revision - 1;
  const news = facts.map(({ fact: { id, type, body, sealed } }): NewFact => {
    return sealed === undefined ? { id, type, body } : { id, type, body, sealed };
  });
  return { tenant, stream, expected, recordedAt, commandId, fingerprint, facts: news };
}
