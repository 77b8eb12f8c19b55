import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteFile, pragma, type SqliteFile } from '@plumbline/sqlite';
import { answerStagingContract } from './answer-staging.contract.ts';
import { openMemoryAnswerStaging } from './memory-answer-staging.ts';
import { openSqliteAnswerStaging, sqliteAnswerStagingOn } from './sqlite-answer-staging.ts';
import { stagingFormat } from './sqlite-answer-staging.ts';
import { StagingUnavailable, type AnswerStaging } from './answer-staging.ts';

answerStagingContract('memory', openMemoryAnswerStaging);
answerStagingContract('sqlite', () => openSqliteAnswerStaging({ path: ':memory:' }));

describe('staging in a file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-staging-'));
    path = join(folder, 'staging.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const place = { tenant: 'acme', survey: 's1' };
  const marked = (no: number) => Buffer.from(`answer-number-${String(no).padStart(3, '0')}`);
  const files = () =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  /** The answers as they lie in the files, from the first byte to the last. */
  const layout = () =>
    files()
      .toString('latin1')
      .match(/answer-number-\d{3}/g) ?? [];

  it('lies in the order of the ids, and of nothing else', async () => {
    const staging = openSqliteAnswerStaging({ path });
    await staging.open(place, Buffer.from('keys'));
    for (let no = 0; no < 40; no += 1) await staging.stage('s1', `t${no}`, marked(no));
    const byId = (await staging.waiting('s1')).map(({ sealed }) => Buffer.from(sealed).toString());
    // A page is filled from its end: in the order of ids, back to front, and each answer once.
    expect(layout()).toEqual(byId.toReversed());
    await staging.close();
  });

  it('tells the order in which they came, without being written anew: what is found would be', () => {
    const db = openSqliteFile(path, stagingFormat);
    const keep = db.prepare('INSERT INTO answers (survey, id, sealed) VALUES (?, ?, ?)');
    const ids = ['7', '1', '9', '3', '5', '2', '8'];
    for (const [no, id] of ids.entries()) keep.run('s1', id, marked(no));
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(layout().toReversed()).toEqual(ids.map((_, no) => marked(no).toString()));
    db.close();
  });

  it('has nothing in it any more of what is released, or destroyed', async () => {
    const staging = openSqliteAnswerStaging({ path });
    await staging.open(place, Buffer.from('canary-of-keys'));
    for (let no = 0; no < 6; no += 1) await staging.stage('s1', `canary-ticket-${no}`, marked(no));
    const ids = (await staging.waiting('s1')).map(({ id }) => id);
    await staging.draw('s1', 1, [{ of: ids.slice(0, 3), sealed: Buffer.from('canary-batch') }]);
    expect(files().includes('canary-batch')).toBe(true);
    await staging.released('s1', 1);
    expect([layout().length, files().includes('canary-batch')]).toEqual([3, false]);
    await staging.end('s1');
    expect(files().includes('canary-of-keys')).toBe(false);
    await staging.destroy('s1');
    expect([layout().length, files().includes('canary-ticket')]).toEqual([0, false]);
    await staging.close();
  });

  it('on a disk that is full keeps nothing, says so, and goes on when it is mended', async () => {
    const db = openSqliteFile(':memory:', stagingFormat);
    const staging = sqliteAnswerStagingOn(db);
    await staging.open(place, Buffer.alloc(60));
    db.exec(`PRAGMA max_page_count = ${pragma(db, 'page_count')}`);
    const stage = () => staging.stage('s1', 't', Buffer.alloc(20_000));
    await expect(stage()).rejects.toThrow(StagingUnavailable);
    expect([await staging.isSpent('s1', 't'), await staging.count('s1')]).toEqual([false, 0]);
    db.exec('PRAGMA max_page_count = 100000');
    expect(await stage()).toBe('staged');
    await staging.close();
  });

  it('loses nothing and doubles nothing, wherever the process ends', async () => {
    let ends = 0;
    for (let at = 0; ; at += 1) {
      const before = join(folder, `before-${at}.sqlite`);
      const db = openSqliteFile(before, stagingFormat);
      const isOver = await journey(sqliteAnswerStagingOn(dyingAt(db, at))).then(
        () => true,
        () => false,
      );
      // What a process that is killed leaves on the disk.
      const file = join(folder, `after-${at}.sqlite`);
      for (const end of ['', '-wal']) {
        if (existsSync(before + end)) copyFileSync(before + end, file + end);
      }
      if (db.inTransaction) db.exec('ROLLBACK');
      db.close();
      if (isOver) break;
      ends += 1;
      const again = openSqliteAnswerStaging({ path: file });
      const [held, drawn] = [await again.count('s1'), await again.drawn('s1')];
      const spent = await Promise.all([0, 1, 2].map((no) => again.isSpent('s1', `t${no}`)));
      const next = (await again.find('s1'))?.next ?? 1;
      // An answer is there for each ticket, until its batch is released; then it is gone whole.
      const isReleased = next > 1 && drawn.length === 0;
      expect(held).toBe(spent.filter(Boolean).length - (isReleased ? 2 : 0));
      expect((await again.waiting('s1')).length).toBe(held - (drawn.length > 0 ? 2 : 0));
      await again.close();
    }
    expect(ends).toBeGreaterThan(20);
  });

  const journey = async (staging: AnswerStaging) => {
    await staging.open(place, Buffer.from('keys'));
    for (const no of [0, 1, 2]) await staging.stage('s1', `t${no}`, marked(no));
    const ids = (await staging.waiting('s1')).map(({ id }) => id);
    await staging.draw('s1', 1, [{ of: ids.slice(0, 2), sealed: Buffer.from('batch') }]);
    await staging.released('s1', 1);
  };
});

/** A connection on which one statement that writes is the last: it and all after it throw. */
function dyingAt(db: SqliteFile, last: number): SqliteFile {
  let done = 0;
  const step = <Result>(work: () => Result): Result => {
    done += 1;
    // The first two are the order that every opening makes.
    if (done - 3 > last) throw new Error('The process has ended.');
    return work();
  };
  return {
    get inTransaction() {
      return false;
    },
    exec: (sql: string) => step(() => db.exec(sql)),
    pragma: (sql: string) => step(() => db.pragma(sql)),
    prepare: (sql: string) => {
      const statement = db.prepare(sql);
      if (sql.startsWith('SELECT')) return statement;
      return { run: (...values: unknown[]) => step(() => statement.run(...values)) };
    },
    close: () => db.close(),
  } as unknown as SqliteFile;
}
