import { joined, type Desk, type ParkedFacts } from '@plumbline/feed';
import { openSqliteFile, type FileFormat } from '@plumbline/sqlite';

const format: FileFormat = {
  name: 'desk of parked facts',
  // "PLDK"
  applicationId: 0x50_4c_44_4b,
  version: 1,
  schema: `CREATE TABLE parked (
    reader TEXT NOT NULL, key TEXT NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (reader, key)
  ) WITHOUT ROWID`,
};

/**
 * A desk in an SQLite file. An entry is on the disk before the place of its group moves on, so
 * that a policy's facts are never skipped by a crash. (Facts on it are published ones: they hold
 * no personal text.)
 */
export function openSqliteDesk({ path }: { readonly path: string }): Desk & { close(): void } {
  const db = openSqliteFile(path, format);
  const all = db.prepare('SELECT entry FROM parked WHERE reader = ? ORDER BY key');
  const one = db.prepare('SELECT entry FROM parked WHERE reader = ? AND key = ?');
  const keep = db.prepare('INSERT OR REPLACE INTO parked (reader, key, entry) VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM parked WHERE reader = ? AND key = ?');
  const parse = (row: unknown): ParkedFacts => {
    return JSON.parse((row as { readonly entry: string }).entry) as ParkedFacts;
  };
  return {
    list: async (group) => all.all(group).map(parse),
    park: async (entry) => {
      const { group, key } = entry;
      const row: unknown = one.get(group, key);
      const next = row === undefined ? entry : joined(parse(row), entry);
      keep.run(group, key, JSON.stringify(next));
    },
    settle: async (group, key) => {
      drop.run(group, key);
    },
    close: () => {
      db.close();
    },
  };
}
