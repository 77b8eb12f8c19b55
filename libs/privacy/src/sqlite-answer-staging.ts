import { randomBytes } from 'node:crypto';
import { openSqliteFile, sqliteCode, type FileFormat, type SqliteFile } from '@plumbline/sqlite';
import { StagingUnavailable } from './answer-staging.ts';
import type { AnswerStaging, NewBatch, StagedSurvey, Staging } from './answer-staging.ts';

export const stagingFormat: FileFormat = {
  name: 'staging of answers',
  applicationId: 0x506c6d73, // Plms
  version: 1,
  schema: `CREATE TABLE surveys (
    survey TEXT NOT NULL PRIMARY KEY,
    tenant TEXT NOT NULL,
    keys BLOB,
    next INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE tickets (
    survey TEXT NOT NULL,
    ticket TEXT NOT NULL,
    PRIMARY KEY (survey, ticket)
  ) WITHOUT ROWID;
  CREATE TABLE answers (
    survey TEXT NOT NULL,
    id TEXT NOT NULL,
    batch INTEGER,
    sealed BLOB NOT NULL,
    PRIMARY KEY (survey, id)
  ) WITHOUT ROWID;
  CREATE TABLE drawn (
    survey TEXT NOT NULL,
    batch INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (survey, batch)
  ) WITHOUT ROWID;`,
};

interface Waiting {
  readonly survey: string;
  readonly ticket: string;
  readonly answer: Uint8Array;
  readonly resolve: (staging: Staging) => void;
  readonly reject: (cause: unknown) => void;
}

type Bytes = Uint8Array | ArrayBuffer;

interface SurveyRow {
  readonly survey: string;
  readonly tenant: string;
  readonly keys: Bytes | null;
  readonly next: number;
}

/**
 * Staging in an SQLite file of its own. Rows have random ids and no row numbers; but a table also
 * tells by where it puts things. Within a page the bytes of a row lie where there was room when it
 * came, and the write-ahead log has each page as it was after each commit: both are the order in
 * which answers came. So after every change the file is written anew (`VACUUM`, which goes by the
 * ids) and the log is copied back and cut off (`wal_checkpoint(TRUNCATE)`). What was not cut off
 * before a crash is at the next opening. A change takes time in proportion to the file; those that
 * come together share one.
 *
 * Not in this file's hands are copies of it: blocks that the file system gave back and has not
 * written over, snapshots, and backups of two moments, whose difference is what came in between.
 * That is what the seal is for: without the keys, which are destroyed with the survey, they are
 * bytes.
 */
export function openSqliteAnswerStaging({ path }: { path: string }): AnswerStaging {
  return sqliteAnswerStagingOn(openSqliteFile(path, stagingFormat));
}

/** The same on a connection that is open already; the staging owns it from then on. */
export function sqliteAnswerStagingOn(db: SqliteFile): AnswerStaging {
  db.exec('PRAGMA temp_store = MEMORY');
  const sql = statements(db);

  const compact = () => {
    try {
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch (cause) {
      // What was asked is done and kept; a disk without room for more is put in order later.
      if (sqliteCode(cause) === undefined) throw cause;
    }
  };
  compact();

  /** All of it or nothing; then the file is put in order. */
  const change = <Result>(work: () => Result): Result => {
    let result: Result;
    try {
      db.exec('BEGIN IMMEDIATE');
      result = work();
      db.exec('COMMIT');
    } catch (cause) {
      // The engine may have ended the transaction itself, as it does when the disk is full.
      if (db.inTransaction) db.exec('ROLLBACK');
      throw cause;
    }
    compact();
    return result;
  };

  const found = (survey: string): StagedSurvey | undefined => {
    const row = sql.survey.get(survey) as SurveyRow | undefined;
    if (row === undefined) return undefined;
    const { tenant, keys, next } = row;
    return { tenant, survey, keys: keys === null ? null : new Uint8Array(keys), next };
  };

  const stageOne = ({ survey, ticket, answer }: Waiting): Staging => {
    const place = found(survey);
    if (place === undefined || place.keys === null) return 'closed';
    if (sql.ticket.get(survey, ticket) !== undefined) return 'spent';
    sql.spend.run(survey, ticket);
    sql.keep.run(survey, randomBytes(16).toString('hex'), Buffer.from(answer));
    return 'staged';
  };

  const drawAll = (survey: string, next: number, batches: readonly NewBatch[]): boolean => {
    if (found(survey)?.next !== next || sql.drawn.all(survey).length > 0) return false;
    const waits = (id: string) =>
      (sql.answer.get(survey, id) as { batch: number | null } | undefined)?.batch === null;
    if (!batches.every(({ of }) => of.every(waits))) return false;
    for (const [index, { of, sealed }] of batches.entries()) {
      sql.note.run(survey, next + index, Buffer.from(sealed));
      for (const id of of) sql.mark.run(next + index, survey, id);
    }
    sql.advance.run(next + batches.length, survey);
    return true;
  };

  const ask = async <Result>(work: () => Result): Promise<Result> => guarded(work);
  const stager = stageTogether((batch) => change(() => batch.map(stageOne)));
  return {
    open: (of, keys) =>
      ask(() =>
        change(() => {
          sql.open.run(of.survey, of.tenant, Buffer.from(keys));
          return found(of.survey) as StagedSurvey;
        }),
      ),
    find: (survey) => ask(() => found(survey)),
    list: () =>
      ask(() =>
        (sql.surveys.all() as unknown as SurveyRow[]).map(({ tenant, survey }) => {
          return { tenant, survey };
        }),
      ),
    stage: stager.stage,
    isSpent: (survey, ticket) => ask(() => sql.ticket.get(survey, ticket) !== undefined),
    waiting: (survey) =>
      ask(() => (sql.waiting.all(survey) as unknown as { id: string; sealed: Bytes }[]).map(bytes)),
    count: (survey) => ask(() => (sql.count.get(survey) as { n: number }).n),
    end: (survey) => ask(() => change(() => void sql.end.run(survey))),
    draw: (survey, next, batches) => ask(() => change(() => drawAll(survey, next, batches))),
    drawn: (survey) =>
      ask(() =>
        (sql.drawn.all(survey) as unknown as { batch: number; sealed: Bytes }[]).map(bytes),
      ),
    released: (survey, batch) =>
      ask(() =>
        change(() => {
          sql.removeAnswers.run(survey, batch);
          sql.removeDrawn.run(survey, batch);
        }),
      ),
    undraw: (survey) =>
      ask(() =>
        change(() => {
          const next = (found(survey)?.next ?? 1) - sql.drawn.all(survey).length;
          sql.advance.run(next, survey);
          sql.unmark.run(survey);
          sql.removeAllDrawn.run(survey);
        }),
      ),
    destroy: (survey) =>
      ask(() => change(() => sql.destroy.forEach((statement) => statement.run(survey)))),
    close: async () => {
      stager.flush();
      db.close();
    },
  };
}

function statements(db: SqliteFile) {
  return {
    open: db.prepare(
      'INSERT INTO surveys (survey, tenant, keys, next) VALUES (?, ?, ?, 1) ON CONFLICT DO NOTHING',
    ),
    survey: db.prepare('SELECT survey, tenant, keys, next FROM surveys WHERE survey = ?'),
    surveys: db.prepare('SELECT survey, tenant FROM surveys ORDER BY survey'),
    end: db.prepare('UPDATE surveys SET keys = NULL WHERE survey = ?'),
    advance: db.prepare('UPDATE surveys SET next = ? WHERE survey = ?'),
    ticket: db.prepare('SELECT 1 FROM tickets WHERE survey = ? AND ticket = ?'),
    spend: db.prepare('INSERT INTO tickets (survey, ticket) VALUES (?, ?)'),
    keep: db.prepare('INSERT INTO answers (survey, id, batch, sealed) VALUES (?, ?, NULL, ?)'),
    answer: db.prepare('SELECT batch FROM answers WHERE survey = ? AND id = ?'),
    waiting: db.prepare(
      'SELECT id, sealed FROM answers WHERE survey = ? AND batch IS NULL ORDER BY id',
    ),
    count: db.prepare('SELECT count(*) AS n FROM answers WHERE survey = ?'),
    mark: db.prepare('UPDATE answers SET batch = ? WHERE survey = ? AND id = ?'),
    unmark: db.prepare('UPDATE answers SET batch = NULL WHERE survey = ?'),
    note: db.prepare('INSERT INTO drawn (survey, batch, sealed) VALUES (?, ?, ?)'),
    drawn: db.prepare('SELECT batch, sealed FROM drawn WHERE survey = ? ORDER BY batch'),
    removeAnswers: db.prepare('DELETE FROM answers WHERE survey = ? AND batch = ?'),
    removeDrawn: db.prepare('DELETE FROM drawn WHERE survey = ? AND batch = ?'),
    removeAllDrawn: db.prepare('DELETE FROM drawn WHERE survey = ?'),
    destroy: ['answers', 'drawn', 'tickets', 'surveys'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE survey = ?`),
    ),
  };
}

/** Answers that come in the same turn of the process are kept in one transaction. */
function stageTogether(keep: (batch: readonly Waiting[]) => readonly Staging[]) {
  let waiting: Waiting[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      const staged = keep(batch);
      for (const [index, one] of batch.entries()) one.resolve(staged[index] ?? 'closed');
    } catch (cause) {
      for (const one of batch) one.reject(unavailable(cause));
    }
  };
  return {
    flush,
    stage: (survey: string, ticket: string, answer: Uint8Array) =>
      new Promise<Staging>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ survey, ticket, answer, resolve, reject });
      }),
  };
}

function bytes<Row extends { readonly sealed: Bytes }>(row: Row) {
  return { ...row, sealed: new Uint8Array(row.sealed) };
}

function unavailable(cause: unknown): unknown {
  const code = sqliteCode(cause);
  if (code === undefined) return cause;
  const message = `The file of answers that wait cannot be used now (${code}).`;
  return new StagingUnavailable(message, { cause });
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw unavailable(cause);
  }
}
