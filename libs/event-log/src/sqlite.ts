import type { Clock } from '@plumbline/kernel';
import { openSqliteFile, type SqliteFile } from '@plumbline/sqlite';
import { checkAppend, checkReadAll, checkRestore } from './checks.ts';
import { LogUnavailable, type Append, type Receipt, type RestorableLog } from './event-log.ts';
import { checkLog, type LogCheck } from './sqlite-check.ts';
import { createReader } from './sqlite-reader.ts';
import { createRecent } from './sqlite-recent.ts';
import { readingOf, unavailable } from './sqlite-reading.ts';
import { logFormat, createStatements } from './sqlite-schema.ts';
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

export interface SqliteLog extends RestorableLog {
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
  const recent = createRecent();
  const writer = createWriter(db, statements, { clock, crashPoint, onFacts: recent.add });
  const reader = createReader(statements);
  const reading = readingOf(statements, reader, () => !closed);
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
    const outcomes = settled<readonly Outcome[]>(() =>
      writer.commit(batch.map((one) => one.append)),
    );
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
    restore: async (commands) => {
      open();
      checkRestore(commands);
      const added = settled(() => writer.restore(commands));
      if (added instanceof Error) throw added;
      if (added > 0) for (const listener of listeners) listener();
      return added;
    },
    ...reading,
    readAll: async (after, options) => {
      checkReadAll(options.limit);
      return recent.page(after, options, await reading.head()) ?? reading.readAll(after, options);
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

function settled<Result>(work: () => Result): Result | Error {
  try {
    return work();
  } catch (cause) {
    return unavailable(cause) as Error;
  }
}

function closeFile(db: SqliteFile): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

export type { LogCheck } from './sqlite-check.ts';
export { openSqliteLogReader } from './sqlite-reading.ts';
