import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openSqliteFile, pragma } from '@plumbline/sqlite';
import { keyStoreContract } from './key-store.contract.ts';
import { openMemoryKeyStore } from './memory.ts';
import { KeysUnavailable } from './key-store.ts';
import { keysFormat, openSqliteKeyStore, sqliteKeyStoreOn } from './sqlite.ts';

keyStoreContract('memory', openMemoryKeyStore);
keyStoreContract('sqlite', () => openSqliteKeyStore({ path: ':memory:' }));

it('a destroyed key is in no file any more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-keys-'));
  const path = join(folder, 'keys.db');
  const canary = Buffer.from('canary-canary-canary-canary');
  const first = openSqliteKeyStore({ path });
  await first.create('acme', 'person:ada', canary);
  await first.close();
  const holds = () =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(canary));
  expect(holds()).toBe(true);
  const second = openSqliteKeyStore({ path });
  await second.destroy('acme', 'person:ada');
  expect(holds()).toBe(false);
  await second.close();
  rmSync(folder, { recursive: true });
});

it('on a disk that is full keeps nothing, says so, and goes on when it is mended', async () => {
  const db = openSqliteFile(':memory:', keysFormat);
  const keys = sqliteKeyStoreOn(db);
  await keys.create('acme', 'person:ada', Buffer.alloc(60));
  db.exec(`PRAGMA max_page_count = ${pragma(db, 'page_count')}`);
  const many = Array.from({ length: 200 }, (_, no) => `person:${no}`);
  const create = () => Promise.allSettled(many.map((one) => keys.create('acme', one, wrapped)));
  const wrapped = Buffer.alloc(60);
  for (const outcome of await create()) {
    expect(outcome).toMatchObject({ reason: expect.any(KeysUnavailable) });
  }
  expect(await keys.find('acme', 'person:7')).toBeUndefined();
  expect(await keys.find('acme', 'person:ada')).toMatchObject({ state: 'kept' });
  db.exec('PRAGMA max_page_count = 100000');
  for (const outcome of await create()) expect(outcome).toMatchObject({ status: 'fulfilled' });
  await keys.close();
});

it('creates many keys with one sync', async () => {
  const db = openSqliteFile(':memory:', keysFormat);
  const commits: string[] = [];
  const counting = Object.create(db, {
    exec: { value: (sql: string) => commits.push(sql) && db.exec(sql) },
    inTransaction: { get: () => db.inTransaction },
  }) as typeof db;
  const keys = sqliteKeyStoreOn(counting);
  const many = Array.from({ length: 50 }, (_, no) => `person:${no}`);
  await Promise.all(many.map((one) => keys.create('acme', one, Buffer.alloc(60))));
  expect(commits).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  await keys.close();
});
