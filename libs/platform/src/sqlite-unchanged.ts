import {
  LogUnavailable,
  memoryUnchangedCommands,
  unchangedCommandsMax,
} from '@plumbline/event-log';
import type { UnchangedCommand, UnchangedCommands } from '@plumbline/event-log';
import { sqliteCode, type SqliteFile } from '@plumbline/sqlite';

/** The table of `unchangedIn`, for the format of a file. */
export const unchangedTable = `CREATE TABLE unchanged (
    no INTEGER PRIMARY KEY AUTOINCREMENT, tenant TEXT NOT NULL, stream TEXT NOT NULL,
    command_id TEXT NOT NULL, fingerprint TEXT NOT NULL, revision INTEGER NOT NULL, position TEXT,
    UNIQUE (stream, command_id)
  )`;

/**
 * Commands that changed nothing, in a table. All of them are in memory too: every command asks
 * whether it is one of them, and hardly any is.
 */
export function unchangedIn(db: SqliteFile): UnchangedCommands {
  const columns = 'tenant, stream, command_id, fingerprint, revision, position';
  const insert = db.prepare(
    `INSERT INTO unchanged (${columns}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const forget = db.prepare(
    'DELETE FROM unchanged WHERE no <= (SELECT MAX(no) FROM unchanged) - ?',
  );
  const all = db.prepare(
    `SELECT tenant, stream, command_id AS commandId, fingerprint, revision, position
     FROM unchanged ORDER BY no`,
  );
  const known = memoryUnchangedCommands((all.all() as unknown as UnchangedCommand[]).map(plain));
  return {
    find: (stream, commandId) => known.find(stream, commandId),
    keep: async (command) => {
      const { tenant, stream, commandId, fingerprint, revision, position } = command;
      try {
        insert.run(tenant, stream, commandId, fingerprint, revision, position);
        forget.run(unchangedCommandsMax);
      } catch (cause) {
        const code = sqliteCode(cause);
        if (code === undefined) throw cause;
        throw new LogUnavailable(`The answer cannot be remembered now (${code}).`, { cause });
      }
      await known.keep(command);
    },
  };
}

function plain(row: UnchangedCommand): UnchangedCommand {
  const { tenant, stream, commandId, fingerprint, revision, position } = row;
  return { tenant, stream, commandId, fingerprint, revision, position };
}
