import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import {
  collectRows,
  openScratchFile,
  openSqliteFile,
  openSqliteReader,
  pragma,
  sqliteCode,
  WrongFile,
  type FileFormat,
} from './index.ts';

const notes: FileFormat = {
  name: 'notebook',
  applicationId: 0x6e6f7465,
  version: 1,
  schema: 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT UNIQUE)',
};

/** Holds a file against everybody, and for a moment longer once it is told to let go. */
const holding = `
  const Database = require('libsql');
  const db = new Database(process.argv[1]);
  db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  const letGo = () => {
    console.log('letting go');
    setTimeout(() => process.exit(), 300);
  };
  process.stdin.on('end', letGo).resume();
  console.log('held');
`;

describe('an SQLite file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-sqlite-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made with its schema, synced at every commit, and opened again', () => {
    const path = join(folder, 'notes.db');
    const db = openSqliteFile(path, notes);
    db.exec("INSERT INTO notes (text) VALUES ('kept')");
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'secure_delete')).toBe(1);
    db.close();
    const again = openSqliteFile(path, notes);
    expect(again.prepare('SELECT text FROM notes').get()).toMatchObject({ text: 'kept' });
    again.close();
  });

  it('has the pages that its format asks for', () => {
    const small = openSqliteFile(join(folder, 'small.db'), notes);
    const large = openSqliteFile(join(folder, 'large.db'), { ...notes, pageBytes: 8_192 });
    expect([small, large].map((db) => pragma(db, 'page_size'))).toEqual([4_096, 8_192]);
    // The same bytes are copied back at once, however large the pages are.
    expect([small, large].map((db) => pragma(db, 'wal_autocheckpoint'))).toEqual([8_192, 4_096]);
    small.close();
    large.close();
  });

  it('of another version or kind is refused, and left as it was', () => {
    const path = join(folder, 'notes.db');
    openSqliteFile(path, notes).close();
    const before = readFileSync(path);
    expect(() => openSqliteFile(path, { ...notes, version: 2 })).toThrow(WrongFile);
    expect(() => openSqliteFile(path, { ...notes, applicationId: 1 })).toThrow(WrongFile);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that is no database at all is refused, and left as it was', () => {
    const path = join(folder, 'letter.txt');
    writeFileSync(path, 'Dear Ada, '.repeat(1_000));
    expect(() => openSqliteFile(path, notes)).toThrow('is not a Plumbline notebook');
    expect(readFileSync(path, 'utf8').startsWith('Dear Ada')).toBe(true);
  });

  it('has further readers, that see what is committed, and never write', () => {
    const path = join(folder, 'notes.db');
    const db = openSqliteFile(path, notes);
    const reader = openSqliteReader(path, notes);
    db.exec("INSERT INTO notes (text) VALUES ('kept')");
    expect(reader.prepare('SELECT text FROM notes').get()).toMatchObject({ text: 'kept' });
    expect(() => reader.exec("INSERT INTO notes (text) VALUES ('other')")).toThrow('readonly');
    expect(() => openSqliteReader(path, { ...notes, applicationId: 1 })).toThrow(WrongFile);
    reader.close();
    db.close();
  });

  it('is waited for while another process lets go of it', async () => {
    const path = join(folder, 'notes.db');
    const holder = spawn(process.execPath, ['-e', holding, path], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const gone = once(holder, 'close');
    const ended = gone.then(() => Promise.reject(new Error('It ended without a word.')));
    const said = () => Promise.race([once(holder.stdout, 'data'), ended]);
    await said();
    expect(() => new Database(path).exec('PRAGMA user_version')).toThrow('locked');
    holder.stdin.end();
    await said();
    const db = openSqliteFile(path, notes);
    db.exec("INSERT INTO notes (text) VALUES ('kept')");
    db.close();
    await expect(ended).rejects.toThrow('without a word');
  });

  it('for what need not last is of use without its name, too', () => {
    const db = openScratchFile(join(folder, 'scratch.db'));
    db.exec('CREATE TABLE rows (no INTEGER PRIMARY KEY, text TEXT)');
    rmSync(join(folder, 'scratch.db'));
    const insert = db.prepare('INSERT INTO rows (text) VALUES (?)');
    for (let no = 0; no < 2_000; no += 1) insert.run('x'.repeat(20_000));
    expect(db.prepare('SELECT count(*) AS rows FROM rows').get()).toMatchObject({ rows: 2_000 });
    db.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes collected rows together, however many, and none that were dropped', () => {
    const db = openSqliteFile(join(folder, 'notes.db'), notes);
    const rows = collectRows(db, 'notes (id, text)', 2, 'ON CONFLICT DO NOTHING');
    rows.add(0, 'dropped');
    rows.drop();
    // Two of sixty-four, one of sixteen, one of four, three of one.
    for (let no = 1; no <= 151; no += 1) rows.add(no, `note ${no}`);
    rows.flush();
    rows.add(7, 'there is one');
    rows.flush();
    rows.flush();
    const found = db.prepare('SELECT id, text FROM notes ORDER BY id').all();
    expect(found).toHaveLength(151);
    expect(found[6]).toMatchObject({ id: 7, text: 'note 7' });
    db.close();
  });

  it('says what went wrong by its code', () => {
    const db = openSqliteFile(join(folder, 'notes.db'), notes);
    const insert = db.prepare('INSERT INTO notes (text) VALUES (?)');
    insert.run('once');
    let code: string | undefined;
    try {
      insert.run('once');
    } catch (cause) {
      code = sqliteCode(cause);
    }
    expect(code).toBe('SQLITE_CONSTRAINT_UNIQUE');
    expect(sqliteCode(new Error('other'))).toBeUndefined();
    db.close();
  });
});
