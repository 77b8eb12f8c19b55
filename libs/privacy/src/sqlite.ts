import { openSqliteFile, type FileFormat } from '@plumbline/sqlite';
import type { KeyStore, StoredKey } from './key-store.ts';

const format: FileFormat = {
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
  /** Null once the key is destroyed. */
  readonly wrapped: Uint8Array | null;
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
  const db = openSqliteFile(path, format);
  const select = db.prepare('SELECT wrapped FROM keys WHERE tenant = ? AND subject = ?');
  const insert = db.prepare(
    'INSERT INTO keys (tenant, subject, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const forget = db.prepare(
    `INSERT INTO keys (tenant, subject, wrapped) VALUES (?, ?, NULL)
     ON CONFLICT (tenant, subject) DO UPDATE SET wrapped = NULL`,
  );
  let waiting: Waiting[] = [];

  const read = (tenant: string, subject: string): StoredKey | undefined => {
    const row = select.get(tenant, subject) as Row | undefined;
    if (row === undefined) return undefined;
    return row.wrapped === null
      ? { state: 'destroyed' }
      : { state: 'kept', wrapped: Uint8Array.from(row.wrapped) };
  };

  const flush = () => {
    const batch = waiting;
    waiting = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const one of batch) insert.run(one.tenant, one.subject, Buffer.from(one.wrapped));
      db.exec('COMMIT');
    } catch (cause) {
      if (db.inTransaction) db.exec('ROLLBACK');
      for (const one of batch) one.reject(cause);
      return;
    }
    for (const one of batch) one.resolve(read(one.tenant, one.subject) as StoredKey);
  };

  return {
    find: async (tenant, subject) => read(tenant, subject),
    create: (tenant, subject, wrapped) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ tenant, subject, wrapped, resolve, reject });
      }),
    destroy: async (tenant, subject) => {
      const had = read(tenant, subject)?.state === 'kept';
      forget.run(tenant, subject);
      // The old page must not survive in the write-ahead log either.
      db.pragma('wal_checkpoint(TRUNCATE)');
      return had;
    },
    close: async () => {
      if (waiting.length > 0) flush();
      db.close();
    },
  };
}
