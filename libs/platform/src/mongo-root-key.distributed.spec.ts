import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@plumbline/mongo/testing';
import { dataFolder, FolderError, makeFolder } from './data-folder.ts';
import { openSharedSecrets } from './mongo-root-key.ts';

let database: TestDatabase;
let parent: string;
beforeEach(async () => {
  database = await openTestDatabase();
  parent = mkdtempSync(join(tmpdir(), 'plumbline-root-key-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(parent, { recursive: true, force: true });
});

const folderOf = (name: string) => {
  const folder = dataFolder(join(parent, name));
  makeFolder(folder);
  return folder;
};
const open = (name: string) => openSharedSecrets(database.connection, folderOf(name));

describe('the root key of an installation on servers', () => {
  it('is made once, and is the same for all who share the folder', async () => {
    const all = await Promise.all([open('one'), open('one'), open('one')]);
    expect(new Set(all.map(({ rootKey }) => Buffer.from(rootKey).toString('hex'))).size).toBe(1);
  });

  it('is not made anew by a process that lacks it', async () => {
    await open('one');
    const opening = open('other');
    await expect(opening).rejects.toBeInstanceOf(FolderError);
    await expect(opening).rejects.toThrow('root.key is missing');
  });

  it('is refused when it is another one', async () => {
    await open('one');
    const { rootKey } = folderOf('other');
    writeFileSync(rootKey, '0'.repeat(64), { mode: 0o600 });
    await expect(open('other')).rejects.toThrow('is not the root key that this installation has');
  });
});
