import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScratchFile } from '@plumbline/sqlite';

/** Where a name stood first, and what with. */
export interface Stood {
  readonly line: number;
  readonly content: string;
}

/** Names that have stood in a file which is read, and how often. */
export interface SeenNames {
  /** One time more; `count` is 1 the first time. `first` is what it was given then. */
  add(kind: string, name: string, stood: Stood): { readonly count: number; readonly first: Stood };
  count(kind: string, name: string): number;
  close(): void;
}

/** They lie in a file of their own, made with the first of them: a file may have any number. */
export function openSeenNames(): SeenNames {
  let table: ReturnType<typeof makeTable> | undefined;
  return {
    add: (kind, name, { line, content }) => {
      table ??= makeTable();
      const row = table.add.get(kind, name, line, content) as { count: number } & Stood;
      return { count: row.count, first: { line: row.line, content: row.content } };
    },
    count: (kind, name) => {
      const row = table?.count.get(kind, name) as { count: number } | undefined;
      return row?.count ?? 0;
    },
    close: () => {
      table?.close();
      table = undefined;
    },
  };
}

function makeTable() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-import-'));
  const db = openScratchFile(join(folder, 'seen.sqlite'));
  db.exec(
    `CREATE TABLE seen (kind TEXT NOT NULL, name TEXT NOT NULL, line INTEGER NOT NULL,
       content TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID`,
  );
  // It is open, and needs no name any more: a process that is killed leaves nothing behind.
  rmSync(folder, { recursive: true });
  return {
    add: db.prepare(
      `INSERT INTO seen VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1
       RETURNING line, content, count`,
    ),
    count: db.prepare('SELECT count FROM seen WHERE kind = ? AND name = ?'),
    close: () => void db.close(),
  };
}
