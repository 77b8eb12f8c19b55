import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { keyStoreContract } from './key-store.contract.ts';
import { openMemoryKeyStore } from './memory.ts';
import { openSqliteKeyStore } from './sqlite.ts';

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
