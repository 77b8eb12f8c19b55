import type { Position } from '@plumbline/kernel';
import type { FileFormat, SqliteFile } from '@plumbline/sqlite';

/**
 * Names are kept once and referred to by number. A row of `facts` holds the fact, its leaf in the
 * tenant's tree, and, on the last fact of a command, the command's id: what belongs to one append
 * is one row, because each further statement would cost more than the row. `sealed` lies beside
 * the log, so that a part can be erased while its fact stays.
 */
export const logFormat: FileFormat = {
  name: 'event log',
  applicationId: 0x506c6d6c, // Plml
  version: 1,
  pageBytes: 8_192,
  schema: `
    CREATE TABLE tenants (tenant_no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE types (type_no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE streams (stream_no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
      tenant_no INTEGER NOT NULL);
    CREATE TABLE facts (position INTEGER PRIMARY KEY, stream_no INTEGER NOT NULL,
      revision INTEGER NOT NULL, tenant_no INTEGER NOT NULL, leaf_no INTEGER NOT NULL,
      type_no INTEGER NOT NULL, recorded_at INTEGER NOT NULL, id TEXT NOT NULL,
      body_hash BLOB NOT NULL, leaf_hash BLOB NOT NULL, command_id TEXT, fingerprint TEXT,
      body TEXT NOT NULL);
    CREATE UNIQUE INDEX facts_by_stream ON facts (stream_no, revision);
    CREATE UNIQUE INDEX facts_by_command ON facts (stream_no, command_id)
      WHERE command_id IS NOT NULL;
    CREATE INDEX facts_by_tenant ON facts (tenant_no);
    CREATE TABLE sealed (position INTEGER PRIMARY KEY, part BLOB NOT NULL)`,
};

const factColumns = `
  f.position, f.stream_no AS streamNo, f.revision, f.type_no AS typeNo,
  f.recorded_at AS recordedAt, f.id, f.body_hash AS bodyHash, f.body, s.part`;

/** Prepared once and kept for the life of the connection. */
export function createStatements(db: SqliteFile) {
  const from = `SELECT ${factColumns} FROM facts f LEFT JOIN sealed s USING (position)`;
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    savepoint: db.prepare('SAVEPOINT one'),
    release: db.prepare('RELEASE one'),
    undo: db.prepare('ROLLBACK TO one'),
    last: db.prepare(
      'SELECT position, recorded_at AS recordedAt FROM facts ORDER BY position DESC LIMIT 1',
    ),
    lastStream: db.prepare('SELECT COALESCE(MAX(stream_no), 0) AS no FROM streams'),
    stream: db.prepare(
      `SELECT stream_no AS no, tenant_no AS tenantNo, (SELECT MAX(revision) FROM facts f
         WHERE f.stream_no = streams.stream_no) AS head FROM streams WHERE name = ?`,
    ),
    streamName: db.prepare(
      `SELECT streams.name, tenants.name AS tenant FROM streams
       JOIN tenants USING (tenant_no) WHERE stream_no = ?`,
    ),
    tenant: db.prepare(
      `SELECT tenant_no AS no, (SELECT leaf_no + 1 FROM facts f
         WHERE f.tenant_no = tenants.tenant_no ORDER BY position DESC LIMIT 1) AS leaves
       FROM tenants WHERE name = ?`,
    ),
    type: db.prepare('SELECT type_no AS no FROM types WHERE name = ?'),
    typeName: db.prepare('SELECT name FROM types WHERE type_no = ?'),
    recall: db.prepare(
      `SELECT fingerprint, revision, position FROM facts
       WHERE stream_no = (SELECT stream_no FROM streams WHERE name = ?) AND command_id = ?`,
    ),
    addTenant: db.prepare('INSERT INTO tenants (name) VALUES (?)'),
    addType: db.prepare('INSERT INTO types (name) VALUES (?)'),
    readStream: db.prepare(
      `${from} WHERE f.stream_no = (SELECT stream_no FROM streams WHERE name = ?)
         AND f.revision BETWEEN ? AND ? ORDER BY f.revision`,
    ),
    readAll: db.prepare(
      `${from} WHERE f.position > ? AND f.position <= ? ORDER BY f.position LIMIT ?`,
    ),
    readAllWithout: (types: readonly number[]) =>
      db.prepare(
        `${from} WHERE f.position > ? AND f.position <= ? AND f.type_no NOT IN (${types.join(',')})
         ORDER BY f.position LIMIT ?`,
      ),
    readTenant: db.prepare(
      `${from} WHERE f.tenant_no = (SELECT tenant_no FROM tenants WHERE name = ?)
         AND f.position > ? AND f.position <= ? ORDER BY f.position LIMIT ?`,
    ),
    recordedAt: db.prepare('SELECT recorded_at AS recordedAt FROM facts WHERE position = ?'),
    leaf: db.prepare('SELECT leaf_hash AS hash FROM facts WHERE position = ?'),
  };
}

export type Statements = ReturnType<typeof createStatements>;

/** 20 digits, so that positions sort as text. */
export function positionOf(number: number): Position {
  const digits = String(number);
  return (zeros.slice(digits.length) + digits) as Position;
}

const zeros = '0'.repeat(20);
