import type { UnchangedCommands } from '@plumbline/event-log';
import { joined, type Desk, type ParkedFacts, type Places } from '@plumbline/feed';
import type { Position } from '@plumbline/kernel';
import { openSqliteFile, type FileFormat } from '@plumbline/sqlite';
import { unchangedIn, unchangedTable } from './sqlite-unchanged.ts';

const format: FileFormat = {
  name: 'desk of parked facts',
  // "PLDK"
  applicationId: 0x50_4c_44_4b,
  version: 1,
  schema: `CREATE TABLE parked (
    reader TEXT NOT NULL, key TEXT NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (reader, key)
  ) WITHOUT ROWID;
  CREATE TABLE places (reader TEXT PRIMARY KEY, position TEXT NOT NULL) WITHOUT ROWID;
  ${unchangedTable}`,
};

export interface SqliteDesk extends Desk, Places {
  readonly unchanged: UnchangedCommands;
  close(): void;
}

/**
 * A desk in an SQLite file, with the places of its groups, and the commands that changed nothing:
 * what a process keeps beside log and views. An entry is on the disk before the place of its group
 * moves on, so that a policy's facts are never skipped by a crash. (Facts on it are published
 * ones: they hold no personal text.)
 */
export function openSqliteDesk({ path }: { readonly path: string }): SqliteDesk {
  const db = openSqliteFile(path, format);
  const all = db.prepare('SELECT entry FROM parked WHERE reader = ? ORDER BY key');
  const one = db.prepare('SELECT entry FROM parked WHERE reader = ? AND key = ?');
  const keep = db.prepare('INSERT OR REPLACE INTO parked (reader, key, entry) VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM parked WHERE reader = ? AND key = ?');
  const where = db.prepare('SELECT position FROM places WHERE reader = ?');
  const move = db.prepare('INSERT OR REPLACE INTO places (reader, position) VALUES (?, ?)');
  const parse = (row: unknown): ParkedFacts => {
    return JSON.parse((row as { readonly entry: string }).entry) as ParkedFacts;
  };
  return {
    unchanged: unchangedIn(db),
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
    place: async (reader) =>
      (where.get(reader) as { position: Position } | undefined)?.position ?? null,
    savePlace: async (reader, position) => {
      move.run(reader, position);
    },
    close: () => {
      db.close();
    },
  };
}
