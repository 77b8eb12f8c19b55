import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '@plumbline/kernel';
import { openSqliteFile, pragma, type SqliteFile } from '@plumbline/sqlite';
import { anAppend, eventLogContract } from './event-log.contract.ts';
import { eventLogModel } from './event-log.model.testing.ts';
import { CommandReused, LogUnavailable } from './event-log.ts';
import { restoreContract } from './restore.contract.ts';
import { groupAppendsMax, openSqliteLog, sqliteLogOn, type CommitSample } from './sqlite.ts';
import { passedOverMax } from './sqlite-reader.ts';
import { logFormat } from './sqlite-schema.ts';

eventLogContract('sqlite', (clock) => openSqliteLog({ path: ':memory:', clock }));

restoreContract('sqlite', (clock) => openSqliteLog({ path: ':memory:', clock }));

eventLogModel('sqlite', (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-model-'));
  const path = join(folder, 'log.db');
  let log = openSqliteLog({ path, clock });
  return {
    log,
    reopen: async () => {
      await log.close();
      log = openSqliteLog({ path, clock });
      return log;
    },
    done: () => rmSync(folder, { recursive: true }),
  };
});

describe('the event log in a file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-log-'));
    path = join(folder, 'log.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (onSample?: (sample: CommitSample) => void) =>
    openSqliteLog({ path, clock: systemClock, ...(onSample === undefined ? {} : { onSample }) });
  const stream = (index: number) => `goals.goal-acme.${index}`;

  it('is there again after a restart, and goes on where it was', async () => {
    const first = open();
    await first.append(anAppend({ commandId: 'once' }));
    await first.close();
    const second = open();
    expect(await second.append(anAppend({ commandId: 'once' }))).toMatchObject({ replayed: true });
    expect(await second.append(anAppend({ expected: 0 }))).toMatchObject({ revision: 1 });
    expect((await second.readAll(null, { limit: 10 })).facts).toHaveLength(2);
    await second.close();
  });

  it('shares commits among those who wait, at most so many, and delays nobody', async () => {
    const samples: CommitSample[] = [];
    const log = open((sample) => samples.push(sample));
    const appends = Array.from({ length: groupAppendsMax + 1 }, (_, index) =>
      log.append(anAppend({ stream: stream(index) })),
    );
    await Promise.all(appends);
    expect(samples.map((one) => one.appends)).toEqual([groupAppendsMax, 1]);
    await log.append(anAppend({ expected: 0, stream: stream(0) }));
    expect(samples.at(-1)).toMatchObject({ appends: 1, facts: 1 });
    await log.close();
  });

  it('lets a conflict fail alone among those who share a commit', async () => {
    const log = open();
    await log.append(anAppend({}));
    const outcomes = await Promise.allSettled([
      log.append(anAppend({ stream: stream(2) })),
      log.append(anAppend({ expected: 'none' })),
      log.append(anAppend({ stream: stream(3) })),
    ]);
    expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await log.check()).findings).toEqual([]);
    await log.close();
  });

  it('answers a command that was recorded before alone among those who share a commit', async () => {
    const log = open();
    const first = await log.append(anAppend({ commandId: 'once' }));
    const again = { commandId: 'once', expected: first.revision };
    const [before, repeat, other, reused, after] = await Promise.allSettled([
      log.append(anAppend({ stream: stream(2) })),
      log.append(anAppend(again)),
      log.append(anAppend({ expected: 0 })),
      log.append(anAppend({ ...again, expected: 1, fingerprint: 'other' })),
      log.append(anAppend({ stream: stream(3) })),
    ]);
    expect(repeat).toMatchObject({ value: { ...first, replayed: true } });
    expect(reused).toMatchObject({ reason: expect.any(CommandReused) });
    for (const [index, one] of [before, other, after].entries()) {
      expect(one).toMatchObject({ value: { position: `0000000000000000000${index + 2}` } });
    }
    expect(await log.check()).toEqual({ facts: 4, findings: [] });
    await log.close();
  });

  describe.each([
    ['is full', (db: SqliteFile) => limitPages(db, pragma(db, 'page_count') + 1)],
    ['is read-only', (db: SqliteFile) => db.exec('PRAGMA query_only = ON')],
  ])('on a disk that %s', (_, break_) => {
    it('fails closed, loses nothing, and goes on when it is mended', async () => {
      const db = openSqliteFile(path, logFormat);
      const log = sqliteLogOn(db, { clock: systemClock });
      await log.append(anAppend({}));
      const large = () => {
        return anAppend({ stream: stream(9), bodies: [JSON.stringify('y'.repeat(99_999))] });
      };
      break_(db);
      const outcomes = await Promise.allSettled([log.append(large()), log.append(large())]);
      for (const outcome of outcomes) {
        const reason = expect.any(LogUnavailable);
        expect(outcome).toMatchObject({ status: 'rejected', reason });
      }
      expect(await log.read(stream(9))).toEqual([]);
      expect(await log.read(stream(1))).toHaveLength(1);
      limitPages(db, 1_000_000);
      db.exec('PRAGMA query_only = OFF');
      expect(await log.append(large())).toMatchObject({ revision: 0 });
      expect(await log.check()).toEqual({ facts: 2, findings: [] });
      await log.close();
    });
  });

  it('finds what was changed behind its back', async () => {
    const log = open();
    await log.append(anAppend({ bodies: ['{"rating":3}', '{}', '{}'] }));
    expect(await log.check()).toEqual({ facts: 3, findings: [] });
    await log.close();
    const tamper = async (sql: string) => {
      const db = openSqliteFile(path, logFormat);
      db.exec(sql);
      db.close();
      const again = open();
      const { findings } = await again.check();
      await again.close();
      return findings.join(' ');
    };
    expect(await tamper(`UPDATE facts SET body = '{"rating":5}' WHERE position = 1`)).toContain(
      'is not the one that was recorded',
    );
    expect(await tamper(`UPDATE facts SET id = 'x' WHERE position = 2`)).toContain('another leaf');
    expect(await tamper('DELETE FROM facts WHERE position = 2')).toContain('has a gap');
  });

  it(`goes on over ${passedOverMax} facts at most that it leaves out`, async () => {
    const log = open();
    const bodies = Array.from({ length: 200 }, () => '{}');
    for (let command = 0; command <= passedOverMax / bodies.length; command += 1) {
      await log.append(anAppend({ stream: stream(command), bodies }));
    }
    const without = new Set(['goals.Happened.v1']);
    const first = await log.readAll(null, { limit: 10, without });
    expect(first).toMatchObject({ facts: [], atHead: false });
    const second = await log.readAll(first.next, { limit: 10, without });
    expect(second).toEqual({ facts: [], next: await log.head(), atHead: true });
    await log.close();
  });

  it('keeps tenants apart to the byte', async () => {
    const log = open();
    const rowsOf = async (tenant: string) =>
      JSON.stringify((await log.readAll(null, { limit: 100, tenant })).facts);
    await log.append(anAppend({ tenant: 'b', stream: 'goals.goal-b.1' }));
    const before = await rowsOf('b');
    for (let index = 0; index < 5; index += 1) {
      await log.append(anAppend({ stream: stream(index) }));
    }
    expect(await rowsOf('b')).toBe(before);
    await log.close();
  });
});

/** Stands in for a full disk: the engine answers SQLITE_FULL beyond so many pages. */
function limitPages(db: SqliteFile, pages: number): void {
  db.exec(`PRAGMA max_page_count = ${pages}`);
}
