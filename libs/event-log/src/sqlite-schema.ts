import type { Position } from '@plumbline/kernel';
import type { FileFormat, SqliteFile } from '@plumbline/sqlite';

/**
 * Names are kept once and referred to by number. `facts` is the log; `leaves` has, for each
 * tenant, the hash of each fact's leaf in the order of the log, and serves as the tenant's index;
 * `sealed` lies beside the log, so that a part can be erased while its fact stays.
 */
export const logFormat: FileFormat = {
  name: 'event log',
  applicationId: 0x506c6d6c, // Plml
  version: 1,
  schema: `
    CREATE TABLE tenants (tenant_no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
      leaves INTEGER NOT NULL);
    CREATE TABLE types (type_no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE streams (stream_no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
      tenant_no INTEGER NOT NULL, head INTEGER NOT NULL);
    CREATE TABLE facts (position INTEGER PRIMARY KEY, stream_no INTEGER NOT NULL,
      revision INTEGER NOT NULL, type_no INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
      id TEXT NOT NULL, body_hash BLOB NOT NULL, body TEXT NOT NULL);
    CREATE UNIQUE INDEX facts_by_stream ON facts (stream_no, revision);
    CREATE TABLE commands (stream_no INTEGER NOT NULL, command_id TEXT NOT NULL,
      fingerprint TEXT NOT NULL, revision INTEGER NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY (stream_no, command_id)) WITHOUT ROWID;
    CREATE TABLE leaves (tenant_no INTEGER NOT NULL, position INTEGER NOT NULL,
      leaf_no INTEGER NOT NULL, hash BLOB NOT NULL,
      PRIMARY KEY (tenant_no, position)) WITHOUT ROWID;
    CREATE TABLE sealed (position INTEGER PRIMARY KEY, part BLOB NOT NULL)`,
};

const factColumns = `
  f.position, f.stream_no AS streamNo, f.revision, f.type_no AS typeNo,
  f.recorded_at AS recordedAt, f.id, f.body_hash AS bodyHash, f.body, s.part`;

/** Prepared once and kept for the life of the connection. */
export function createStatements(db: SqliteFile) {
  const from = `SELECT ${factColumns} FROM`;
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
    stream: db.prepare('SELECT stream_no AS no, head FROM streams WHERE name = ?'),
    streamName: db.prepare(
      `SELECT streams.name, tenants.name AS tenant FROM streams
       JOIN tenants USING (tenant_no) WHERE stream_no = ?`,
    ),
    tenant: db.prepare('SELECT tenant_no AS no, leaves FROM tenants WHERE name = ?'),
    type: db.prepare('SELECT type_no AS no FROM types WHERE name = ?'),
    typeName: db.prepare('SELECT name FROM types WHERE type_no = ?'),
    recall: db.prepare(
      `SELECT fingerprint, revision, position FROM commands
       WHERE stream_no = (SELECT stream_no FROM streams WHERE name = ?) AND command_id = ?`,
    ),
    addTenant: db.prepare('INSERT INTO tenants (name, leaves) VALUES (?, 0)'),
    addType: db.prepare('INSERT INTO types (name) VALUES (?)'),
    addStream: db.prepare('INSERT INTO streams (name, tenant_no, head) VALUES (?, ?, ?)'),
    moveStream: db.prepare('UPDATE streams SET head = ? WHERE stream_no = ?'),
    countLeaves: db.prepare('UPDATE tenants SET leaves = ? WHERE tenant_no = ?'),
    addFact: db.prepare(
      `INSERT INTO facts (position, stream_no, revision, type_no, recorded_at, id, body_hash, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addCommand: db.prepare(
      `INSERT INTO commands (stream_no, command_id, fingerprint, revision, position)
       VALUES (?, ?, ?, ?, ?)`,
    ),
    addLeaf: db.prepare(
      'INSERT INTO leaves (tenant_no, position, leaf_no, hash) VALUES (?, ?, ?, ?)',
    ),
    addSealed: db.prepare('INSERT INTO sealed (position, part) VALUES (?, ?)'),
    readStream: db.prepare(
      `${from} facts f LEFT JOIN sealed s USING (position)
       WHERE f.stream_no = (SELECT stream_no FROM streams WHERE name = ?)
         AND f.revision BETWEEN ? AND ? ORDER BY f.revision`,
    ),
    readAll: db.prepare(
      `${from} facts f LEFT JOIN sealed s USING (position)
       WHERE f.position > ? AND f.position <= ? ORDER BY f.position LIMIT ?`,
    ),
    readTenant: db.prepare(
      `${from} leaves l JOIN facts f USING (position) LEFT JOIN sealed s USING (position)
       WHERE l.tenant_no = (SELECT tenant_no FROM tenants WHERE name = ?)
         AND l.position > ? AND l.position <= ? ORDER BY l.position LIMIT ?`,
    ),
    recordedAt: db.prepare('SELECT recorded_at AS recordedAt FROM facts WHERE position = ?'),
  };
}

export type Statements = ReturnType<typeof createStatements>;

/** 20 digits, so that positions sort as text. */
export function positionOf(number: number): Position {
  return String(number).padStart(20, '0') as Position;
}
