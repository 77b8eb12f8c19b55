import Database from 'libsql';

export type SqliteFile = Database.Database;

export interface FileFormat {
  /** What the file holds, for messages: `event log`. */
  readonly name: string;
  /** Four ASCII letters as a number: tells one kind of file from another, and from foreign ones. */
  readonly applicationId: number;
  readonly version: number;
  /** Statements that make version `version` in an empty file. */
  readonly schema: string;
  /** 4,096 unless told otherwise. Larger pages suit files that mostly take large new rows. */
  readonly pageBytes?: number;
  /**
   * How far the write-ahead log grows before it is copied back; 32 MiB unless told otherwise. The
   * more often the same pages change, the more is saved by a long one.
   */
  readonly walBytes?: number;
}

/**
 * So long an opening waits for others to let go of the file. Whoever has closed it may hold it once
 * more for a moment: the engine closes a connection when the last of its statements is collected.
 */
export const openingMsMax = 5_000;
const walBytesDefault = 32 * 1024 * 1024;
const pageBytesDefault = 4_096;

/** The file is of another kind or version, and is left as it was. */
export class WrongFile extends Error {
  constructor(path: string, { name, version }: FileFormat) {
    super(`${path} is not a Plumbline ${name} of version ${version}; it was left as it is.`);
    this.name = 'WrongFile';
  }
}

/**
 * Opens an SQLite file, or makes it. One connection a file writes, for its life: the engine
 * (3.45.1 in libsql) may reset a write-ahead log under a second one that writes or copies it back.
 * `synchronous=FULL` syncs the log at every commit, memory mapping stays off, and what is deleted
 * is overwritten.
 */
export function openSqliteFile(path: string, format: FileFormat): SqliteFile {
  const db = new Database(path);
  try {
    db.exec(`PRAGMA busy_timeout = ${openingMsMax}`);
    const id = pragma(db, 'application_id');
    const version = pragma(db, 'user_version');
    const isEmpty = id === 0 && version === 0 && pragma(db, 'page_count') === 0;
    const isOurs = id === format.applicationId && version === format.version;
    if (!isEmpty && !isOurs) throw new WrongFile(path, format);
    const { pageBytes = pageBytesDefault, walBytes = walBytesDefault } = format;
    if (isEmpty) db.exec(`PRAGMA page_size = ${pageBytes}`);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0');
    db.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF');
    db.exec(`PRAGMA wal_autocheckpoint = ${walBytes / pageBytes}; PRAGMA cache_size = -16000`);
    if (isEmpty) create(db, format);
    db.exec('PRAGMA busy_timeout = 0');
    return db;
  } catch (cause) {
    db.close();
    if (isNotADatabase(cause)) throw new WrongFile(path, format);
    throw cause;
  }
}

/**
 * A further connection to a file that is open already, for another thread to read by. It never
 * writes and never copies the write-ahead log back. Close it before the one that writes.
 */
export function openSqliteReader(path: string, format: FileFormat): SqliteFile {
  const db = new Database(path);
  db.exec(`PRAGMA busy_timeout = ${openingMsMax}; PRAGMA query_only = ON`);
  db.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA mmap_size = 0');
  db.exec('PRAGMA cache_size = -16000');
  const id = pragma(db, 'application_id');
  db.exec('PRAGMA busy_timeout = 0');
  if (id === format.applicationId) return db;
  db.close();
  throw new WrongFile(path, format);
}

/** A file for what need not outlast the process: nothing of it is synced, and nothing undone. */
export function openScratchFile(path: string): SqliteFile {
  const db = new Database(path);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA mmap_size = 0');
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16000');
  return db;
}

/** A pragma that gives one number. */
export function pragma(db: SqliteFile, name: string): number {
  const [row] = db.pragma(name) as readonly Record<string, unknown>[];
  const value = Object.values(row ?? {})[0];
  return Number(value);
}

/** The code of an engine error, as in `SQLITE_FULL`; undefined for anything else. */
export function sqliteCode(cause: unknown): string | undefined {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

function create(db: SqliteFile, { schema, applicationId, version }: FileFormat): void {
  db.exec(
    `BEGIN IMMEDIATE; ${schema}; PRAGMA application_id = ${applicationId};
     PRAGMA user_version = ${version}; COMMIT`,
  );
}

function isNotADatabase(cause: unknown): boolean {
  return sqliteCode(cause) === 'SQLITE_NOTADB';
}
