import type { Clock } from '@plumbline/kernel';
import { openSqliteFile, sqliteCode, type SqliteFile } from '@plumbline/sqlite';
import { checkAppend, checkReadAll } from './checks.ts';
import { LogUnavailable } from './event-log.ts';
import type { Append, EventLog, RecalledCommand, Receipt } from './event-log.ts';
import { checkLog, type LogCheck } from './sqlite-check.ts';
import { createReader } from './sqlite-reader.ts';
import { logFormat, createStatements, positionOf, type Statements } from './sqlite-schema.ts';
import { createWriter, type Outcome } from './sqlite-writer.ts';

/** One commit, as the log's metrics see it. */
export interface CommitSample {
  readonly appends: number;
  readonly facts: number;
  /** From BEGIN to the end of COMMIT, sync included; milliseconds. */
  readonly ms: number;
}

export interface SqliteLogOptions {
  readonly clock: Clock;
  readonly onSample?: (sample: CommitSample) => void;
  /** Named points at which tests let the process die. */
  readonly crashPoint?: (name: string) => void;
}

export interface SqliteLog extends EventLog {
  /** Looks through the whole file; for the doctor and for tests. */
  check(): Promise<LogCheck>;
}

/** How many waiting appends share one commit. */
export const groupAppendsMax = 256;
/** How long a turn waits, at most, for as many as came the last time. */
export const gatherMsMax = 3;
/** A turn begins once this share of the last group is there: some clients pause. */
const groupShareAwaited = 0.75;

/**
 * The event log in an SQLite file. One connection and one queue: each turn takes the appends that
 * wait, writes them in one transaction, syncs once, and answers only then. The position is
 * assigned inside that transaction, so that position order is commit order.
 */
export function openSqliteLog({
  path,
  ...options
}: SqliteLogOptions & { readonly path: string }): SqliteLog {
  return sqliteLogOn(openSqliteFile(path, logFormat), options);
}

/** The same on a connection that is open already; the log owns it from then on. */
export function sqliteLogOn(db: SqliteFile, options: SqliteLogOptions): SqliteLog {
  const { clock, onSample, crashPoint = () => undefined } = options;
  const statements = createStatements(db);
  const writer = createWriter(db, statements, { clock, crashPoint });
  const reader = createReader(statements);
  const listeners = new Set<() => void>();
  const waiting: Waiting[] = [];
  let lastGroup = 1;
  let gathering: NodeJS.Timeout | undefined;
  let closed = false;

  const open = () => {
    if (closed) throw new LogUnavailable('The log is closed.');
  };

  /**
   * One who is alone waits for nobody: the turn comes after what is readable now. When many came
   * together the last time, the turn waits a moment for as many again: a sync costs the same for
   * one and for all, and those who are answered sooner would only wait for the next one.
   */
  const gather = (): void => {
    if (waiting.length >= lastGroup) {
      clearTimeout(gathering);
      gathering = undefined;
      if (waiting.length === lastGroup) setImmediate(flush);
      return;
    }
    gathering ??= setTimeout(flush, gatherMsMax);
  };

  const flush = (): void => {
    clearTimeout(gathering);
    gathering = undefined;
    const batch = waiting.splice(0, groupAppendsMax);
    // The turn of those whom an earlier one, or `close`, has answered already.
    if (batch.length === 0) return;
    lastGroup = Math.max(1, Math.floor(batch.length * groupShareAwaited));
    if (waiting.length > 0) setImmediate(flush);
    const started = performance.now();
    const outcomes = settled(() => writer.commit(batch.map((one) => one.append)));
    let facts = 0;
    batch.forEach(({ append, resolve, reject }, index) => {
      const outcome = Array.isArray(outcomes) ? outcomes[index] : outcomes;
      if (outcome instanceof Error) reject(outcome);
      else if (outcome !== undefined) resolve(outcome);
      facts += append.facts.length;
    });
    if (!Array.isArray(outcomes)) return;
    onSample?.({ appends: batch.length, facts, ms: performance.now() - started });
    for (const listener of listeners) listener();
  };

  return {
    append: (append) =>
      new Promise((resolve, reject) => {
        open();
        checkAppend(append);
        waiting.push({ append, resolve, reject });
        gather();
      }),
    read: async (stream, range) => {
      open();
      return guarded(() => reader.stream(stream, range));
    },
    readAll: async (after, options) => {
      open();
      checkReadAll(options.limit);
      return guarded(() => reader.all(after, options));
    },
    recall: async (stream, commandId) => {
      open();
      return guarded(() => recalled(statements, stream, commandId));
    },
    head: async () => {
      open();
      return guarded(() => reader.head());
    },
    positionAt: async (instant) => {
      open();
      return guarded(() => reader.positionAt(instant));
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check: async () => {
      open();
      return checkLog(db, statements, reader);
    },
    close: async () => {
      if (closed) return;
      while (waiting.length > 0) flush();
      closed = true;
      closeFile(db);
    },
  };
}

interface Waiting {
  readonly append: Append;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (cause: unknown) => void;
}

/** What the engine cannot do now is a fault of the log, with the engine's own word for it. */
export function unavailable(cause: unknown): unknown {
  const code = sqliteCode(cause);
  if (code === undefined) return cause;
  return new LogUnavailable(`The log's file cannot be used now (${code}).`, { cause });
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw unavailable(cause);
  }
}

function settled(work: () => readonly Outcome[]): readonly Outcome[] | Error {
  try {
    return work();
  } catch (cause) {
    return unavailable(cause) as Error;
  }
}

export function recalled(
  { recall }: Statements,
  stream: string,
  commandId: string,
): RecalledCommand | undefined {
  const row = recall.get(stream, commandId) as
    { fingerprint: string; revision: number; position: number } | undefined;
  if (row === undefined) return undefined;
  const { fingerprint, revision } = row;
  const receipt = { stream, revision, position: positionOf(row.position), replayed: false };
  return { fingerprint, receipt };
}

function closeFile(db: SqliteFile): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

export type { LogCheck } from './sqlite-check.ts';
