import { openSqliteReader, sqliteCode } from '@plumbline/sqlite';
import { checkReadAll } from './checks.ts';
import { LogUnavailable, type ReadableLog, type RecalledCommand } from './event-log.ts';
import { createReader, type Reader } from './sqlite-reader.ts';
import { createStatements, logFormat, positionOf, type Statements } from './sqlite-schema.ts';

/** Reads a log whose writer is in another thread; what that one has committed is seen at once. */
export function openSqliteLogReader({ path }: { readonly path: string }): ReadableLog {
  const db = openSqliteReader(path, logFormat);
  const statements = createStatements(db);
  let closed = false;
  return {
    ...readingOf(statements, createReader(statements), () => !closed),
    close: async () => {
      if (!closed) db.close();
      closed = true;
    },
  };
}

/** The reading half of the port. */
export function readingOf(
  statements: Statements,
  reader: Reader,
  isOpen: () => boolean,
): Omit<ReadableLog, 'close'> {
  const reading = <Result>(work: () => Result): Result => {
    if (!isOpen()) throw new LogUnavailable('The log is closed.');
    try {
      return work();
    } catch (cause) {
      throw unavailable(cause);
    }
  };
  return {
    read: async (stream, range) => reading(() => reader.stream(stream, range)),
    readAll: async (after, options) => {
      checkReadAll(options.limit);
      return reading(() => reader.all(after, options));
    },
    recall: async (stream, commandId) => reading(() => recalled(statements, stream, commandId)),
    head: async () => reading(() => reader.head()),
    positionAt: async (instant) => reading(() => reader.positionAt(instant)),
  };
}

/** What the engine cannot do now is a fault of the log, with the engine's own word for it. */
export function unavailable(cause: unknown): unknown {
  const code = sqliteCode(cause);
  if (code === undefined) return cause;
  return new LogUnavailable(`The log's file cannot be used now (${code}).`, { cause });
}

function recalled(
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
