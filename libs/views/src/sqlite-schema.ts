import { collectRows, type FileFormat, type SqliteFile } from '@plumbline/sqlite';

export const viewFormat: FileFormat = {
  name: 'view store',
  applicationId: 0x506c6d76, // Plmv
  version: 1,
  // The documents that people work on are written again and again.
  walBytes: 128 * 1024 * 1024,
  schema: `
    CREATE TABLE generations (no INTEGER PRIMARY KEY, view TEXT NOT NULL,
      version INTEGER NOT NULL, build INTEGER NOT NULL, fence INTEGER NOT NULL,
      checkpoint TEXT, UNIQUE (view, version, build));
    CREATE TABLE live (view TEXT PRIMARY KEY, no INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE docs (no INTEGER NOT NULL, tenant TEXT NOT NULL, key TEXT NOT NULL,
      wm TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (no, tenant, key));
    CREATE TABLE doc_index (no INTEGER NOT NULL, tenant TEXT NOT NULL, name TEXT NOT NULL,
      value TEXT NOT NULL, key TEXT NOT NULL,
      PRIMARY KEY (no, tenant, name, value, key)) WITHOUT ROWID;
    CREATE INDEX doc_index_by_key ON doc_index (no, tenant, key);
    CREATE TABLE parked (id TEXT PRIMARY KEY, view TEXT NOT NULL, tenant TEXT NOT NULL,
      key TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, attempts INTEGER NOT NULL);
    CREATE TABLE parked_facts (id TEXT NOT NULL, position TEXT NOT NULL, fact TEXT NOT NULL,
      PRIMARY KEY (id, position)) WITHOUT ROWID`,
};

const columns = 'no, view, version, build, fence, checkpoint';
/** Looked up in the same statement: the number of one that was dropped may be another's by now. */
const numbered = '(SELECT no FROM generations WHERE view = ? AND version = ? AND build = ?)';

/** Prepared once and kept for the life of the connection. */
export function createViewStatements(db: SqliteFile) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    /** Another number when another connection has written the file. */
    others: db.prepare('PRAGMA data_version'),
    generation: db.prepare(
      `SELECT ${columns} FROM generations WHERE view = ? AND version = ? AND build = ?`,
    ),
    generations: db.prepare(`SELECT ${columns} FROM generations WHERE view = ? ORDER BY no`),
    live: db.prepare(
      `SELECT ${columns} FROM generations WHERE no = (SELECT no FROM live WHERE view = ?)`,
    ),
    claim: db.prepare(
      `INSERT INTO generations (view, version, build, fence) VALUES (?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET fence = fence + 1`,
    ),
    promote: db.prepare(
      'INSERT INTO live (view, no) VALUES (?, ?) ON CONFLICT DO UPDATE SET no = excluded.no',
    ),
    saveCheckpoints: db.prepare(
      'UPDATE generations SET checkpoint = ? WHERE no IN (SELECT value FROM json_each(?))',
    ),
    load: db.prepare('SELECT body, wm FROM docs WHERE no = ? AND tenant = ? AND key = ?'),
    get: db.prepare(`SELECT body FROM docs WHERE no = ${numbered} AND tenant = ? AND key = ?`),
    add: collectRows(db, 'docs (no, tenant, key, wm, body)', 5, 'ON CONFLICT DO NOTHING'),
    save: db.prepare(
      'UPDATE docs SET wm = ?, body = ? WHERE no = ? AND tenant = ? AND key = ? AND wm = ?',
    ),
    remove: db.prepare('DELETE FROM docs WHERE no = ? AND tenant = ? AND key = ? AND wm = ?'),
    index: collectRows(db, 'doc_index (no, tenant, name, value, key)', 5, 'ON CONFLICT DO NOTHING'),
    unindex: db.prepare('DELETE FROM doc_index WHERE no = ? AND tenant = ? AND key = ?'),
    findAll: db.prepare(
      `SELECT key, body AS doc FROM docs
       WHERE no = ${numbered} AND tenant = ? AND key > ? ORDER BY key LIMIT ?`,
    ),
    // From the later one of how the keys begin and the last key of the page before.
    findPrefixed: db.prepare(
      `SELECT key, body AS doc FROM docs WHERE no = ${numbered} AND tenant = ?
         AND key >= ? AND key <> ? AND key < ? ORDER BY key LIMIT ?`,
    ),
    findBy: db.prepare(
      `SELECT i.key, d.body AS doc FROM doc_index i JOIN docs d USING (no, tenant, key)
       WHERE i.no = ${numbered} AND i.tenant = ? AND i.name = ? AND i.value = ? AND i.key > ?
       ORDER BY i.key LIMIT ?`,
    ),
    scan: db.prepare(
      `SELECT tenant, key, body FROM docs WHERE no = ? AND (tenant, key) > (?, ?)
       ORDER BY tenant, key LIMIT ?`,
    ),
    count: db.prepare('SELECT count(*) AS docs FROM docs WHERE no = ?'),
    dropSome: [
      db.prepare('DELETE FROM docs WHERE rowid IN (SELECT rowid FROM docs WHERE no = ? LIMIT ?)'),
      db.prepare(
        `DELETE FROM doc_index WHERE (no, tenant, name, value, key) IN
           (SELECT no, tenant, name, value, key FROM doc_index WHERE no = ? LIMIT ?)`,
      ),
    ],
    drop: db.prepare('DELETE FROM generations WHERE no = ?'),
    ...parkedStatements(db),
  };
}

function parkedStatements(db: SqliteFile) {
  return {
    park: db.prepare(
      `INSERT INTO parked (id, view, tenant, key, reason, at, attempts)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET
         reason = CASE WHEN excluded.attempts > 0 THEN excluded.reason ELSE reason END,
         attempts = CASE WHEN excluded.attempts > 0 THEN excluded.attempts ELSE attempts END`,
    ),
    parkFact: db.prepare(
      'INSERT INTO parked_facts (id, position, fact) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    parked: db.prepare(
      `SELECT id, view, tenant, key, reason, at, attempts FROM parked
       WHERE view = COALESCE(?1, view) AND id = COALESCE(?2, id) ORDER BY at, id`,
    ),
    parkedFacts: db.prepare('SELECT fact FROM parked_facts WHERE id = ? ORDER BY position'),
    unpark: db.prepare('DELETE FROM parked WHERE id = ?'),
    unparkFacts: db.prepare('DELETE FROM parked_facts WHERE id = ?'),
  };
}

export type ViewStatements = ReturnType<typeof createViewStatements>;
