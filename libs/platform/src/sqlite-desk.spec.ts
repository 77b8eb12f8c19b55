import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unchangedCommandsContract } from '@plumbline/event-log/unchanged.contract';
import { anEntry, deskContract, placesContract } from '@plumbline/feed/desk.contract';
import type { Position } from '@plumbline/kernel';
import { openSqliteDesk, type SqliteDesk } from './sqlite-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const close = (desk: SqliteDesk) => () => desk.close();
deskContract('in a file', async () => {
  const port = openSqliteDesk({ path: join(folder, 'desk.sqlite') });
  return { port, close: close(port) };
});
placesContract('on a desk in a file', async () => {
  const port = openSqliteDesk({ path: join(folder, 'desk.sqlite') });
  return { port, close: close(port) };
});

unchangedCommandsContract('on a desk', () => {
  const desk = openSqliteDesk({ path: ':memory:' });
  return { commands: desk.unchanged, close: () => desk.close() };
});

describe('a desk in a file', () => {
  it('is there again after the process ends', async () => {
    const path = join(folder, 'desk.sqlite');
    const before = openSqliteDesk({ path });
    await before.park(anEntry('one'));
    await before.savePlace('feed:goals', '4' as Position);
    const at = { tenant: 'acme', stream: 's', revision: 0, position: null };
    await before.unchanged.keep({ ...at, commandId: 'c1', fingerprint: 'f' });
    before.close();
    const after = openSqliteDesk({ path });
    expect(await after.list('policies')).toEqual([anEntry('one')]);
    expect(await after.place('feed:goals')).toBe('4');
    expect(after.unchanged.find('s', 'c1')).toEqual({ ...at, commandId: 'c1', fingerprint: 'f' });
    after.close();
  });
});
