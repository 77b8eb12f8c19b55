import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAnswered, until } from '@plumbline/kernel/testing';
import { openMongo } from '@plumbline/mongo';
import { openTestDatabase, startTestServer, type TestDatabase } from '@plumbline/mongo/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyStoreContract } from './key-store.contract.ts';
import { KeysUnavailable } from './key-store.ts';
import { openMongoKeyStore } from './mongo.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());

keyStoreContract('mongo', () => openMongoKeyStore({ connection: database.connection }));

describe('a key store in MongoDB', () => {
  it('gives many that create one key at once, and over several connections, the same', async () => {
    const other = await openMongo(database.url);
    const mine = openMongoKeyStore({ connection: database.connection });
    const theirs = openMongoKeyStore({ connection: other });
    const created = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? mine : theirs).create('acme', 'person:ada', Uint8Array.of(index)),
      ),
    );
    const bytes = created.map((one) => one.state === 'kept' && one.wrapped[0]);
    expect(new Set(bytes).size).toBe(1);
    await other.close();
  });

  it('destroys a key once, however many ask', async () => {
    const keys = openMongoKeyStore({ connection: database.connection });
    await keys.create('acme', 'person:ada', Uint8Array.of(1));
    const had = await Promise.all(
      Array.from({ length: 10 }, () => keys.destroy('acme', 'person:ada')),
    );
    expect(had.filter(Boolean)).toHaveLength(1);
    expect(await keys.destroy('acme', 'person:nobody')).toBe(false);
    const late = await keys.create('acme', 'person:nobody', Uint8Array.of(1));
    expect(late).toEqual({ state: 'destroyed' });
  });

  it('says that it cannot be reached, and has what it answered for when it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-keys-'));
    const file = join(folder, 'keys.mv');
    const server = await startTestServer(file);
    const connection = await openMongo(server.url, { serverSelectionMs: 2_000 });
    const keys = openMongoKeyStore({ connection });
    await keys.create('acme', 'person:ada', Uint8Array.of(7));
    await server.kill();
    await expect(keys.find('acme', 'person:ada')).rejects.toThrow(KeysUnavailable);
    await expect(keys.create('acme', 'b', Uint8Array.of(1))).rejects.toThrow(KeysUnavailable);
    await expect(keys.destroy('acme', 'person:ada')).rejects.toThrow(KeysUnavailable);
    const again = await startTestServer(file, server.port);
    // The driver finds it again a moment later.
    await until(() => isAnswered(keys.find('acme', 'person:ada')));
    const found = await keys.find('acme', 'person:ada');
    expect(found?.state === 'kept' && [...found.wrapped]).toEqual([7]);
    expect(await keys.find('acme', 'b')).toBeUndefined();
    await connection.close();
    await again.kill();
    rmSync(folder, { recursive: true });
  });
});
