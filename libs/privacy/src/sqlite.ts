import { openSqliteFile, sqliteCode, type FileFormat, type SqliteFile } from '@plumbline/sqlite';
import { KeysUnavailable } from './key-store.ts';
import type { KeyName, KeyStore, StoredKey } from './key-store.ts';

export const keysFormat: FileFormat = {
  name: 'key store',
  applicationId: 0x506c6d6b, // Plmk
  version: 1,
  schema: `CREATE TABLE keys (
    tenant TEXT NOT NULL,
    subject TEXT NOT NULL,
    wrapped BLOB,
    PRIMARY KEY (tenant, subject)
  ) WITHOUT ROWID`,
};

interface Row {
  /** Null once the key is destroyed. The engine gives one row and many in different shapes. */
  readonly wrapped: Uint8Array | ArrayBuffer | null;
}

interface Waiting {
  readonly tenant: string;
  readonly subject: string;
  readonly wrapped: Uint8Array;
  readonly resolve: (key: StoredKey) => void;
  readonly reject: (cause: unknown) => void;
}

/** A key store in an SQLite file of its own. Keys that are asked for together share one sync. */
export function openSqliteKeyStore({ path }: { path: string }): KeyStore {
  return sqliteKeyStoreOn(openSqliteFile(path, keysFormat));
}

/** The same on a connection that is open already; the store owns it from then on. */
export function sqliteKeyStoreOn(db: SqliteFile): KeyStore {
  const select = db.prepare('SELECT wrapped FROM keys WHERE tenant = ? AND subject = ?');
  const insert = db.prepare(
    'INSERT INTO keys (tenant, subject, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const forget = db.prepare(
    `INSERT INTO keys (tenant, subject, wrapped) VALUES (?, ?, NULL)
     ON CONFLICT (tenant, subject) DO UPDATE SET wrapped = NULL`,
  );
  const next = db.prepare(
    `SELECT tenant, subject, wrapped FROM keys WHERE (tenant, subject) > (?, ?)
     ORDER BY tenant, subject LIMIT ?`,
  );
  let waiting: Waiting[] = [];

  const read = (tenant: string, subject: string): StoredKey | undefined => {
    const row = select.get(tenant, subject) as Row | undefined;
    return row && keyOf(row);
  };

  const flush = () => {
    const batch = waiting;
    waiting = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const one of batch) insert.run(one.tenant, one.subject, Buffer.from(one.wrapped));
      db.exec('COMMIT');
    } catch (cause) {
      // The engine may have ended the transaction itself, as it does when the disk is full.
      if (db.inTransaction) db.exec('ROLLBACK');
      for (const one of batch) one.reject(unavailable(cause));
      return;
    }
    for (const one of batch) one.resolve(read(one.tenant, one.subject) as StoredKey);
  };

  return {
    find: async (tenant, subject) => guarded(() => read(tenant, subject)),
    create: (tenant, subject, wrapped) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ tenant, subject, wrapped, resolve, reject });
      }),
    list: async (after, limit) =>
      guarded(() => {
        const rows = next.all(after?.tenant ?? '', after?.subject ?? '', limit);
        return (rows as unknown as (KeyName & Row)[]).map((row) => {
          return { tenant: row.tenant, subject: row.subject, key: keyOf(row) };
        });
      }),
    destroy: async (tenant, subject) =>
      guarded(() => {
        const had = read(tenant, subject)?.state === 'kept';
        forget.run(tenant, subject);
        // The old page must not survive in the write-ahead log either.
        db.pragma('wal_checkpoint(TRUNCATE)');
        return had;
      }),
    close: async () => {
      if (waiting.length > 0) flush();
      db.close();
    },
  };
}

function keyOf({ wrapped }: Row): StoredKey {
  return wrapped === null
    ? { state: 'destroyed' }
    : { state: 'kept', wrapped: new Uint8Array(wrapped) };
}

function unavailable(cause: unknown): unknown {
  const code = sqliteCode(cause);
  if (code === undefined) return cause;
  return new KeysUnavailable(`The file of keys cannot be used now (${code}).`, { cause });
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw unavailable(cause);
  }
}
