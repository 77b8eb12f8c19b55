import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryDesk, type Desk, type ParkedFacts, type PublishedFact } from '@plumbline/feed';
import { openSqliteDesk } from './sqlite-desk.ts';

const fact = (id: string): PublishedFact => ({ id, type: 'x.Y.v1' }) as PublishedFact;
const entry = (key: string, more: Partial<ParkedFacts> = {}): ParkedFacts => ({
  ...{ group: 'policies', key, reason: 'It broke.', attempts: 5, since: 1, facts: [fact('a')] },
  ...more,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const desks: [string, () => Desk][] = [
  ['in memory', () => memoryDesk()],
  ['in a file', () => openSqliteDesk({ path: join(folder, 'desk.sqlite') })],
];

describe.each(desks)('a desk %s', (_, open) => {
  it('keeps what is parked by group and key, and adds to it once', async () => {
    const desk = open();
    await desk.park(entry('one'));
    await desk.park(entry('two'));
    await desk.park(entry('one', { group: 'others' }));
    const after = entry('one', { reason: 'Later.', attempts: 0, facts: [fact('a'), fact('b')] });
    await desk.park(after);
    expect(await desk.list('policies')).toEqual([
      entry('one', { facts: [fact('a'), fact('b')] }),
      entry('two'),
    ]);
    await desk.settle('policies', 'one');
    expect(await desk.list('policies')).toEqual([entry('two')]);
    expect(await desk.list('others')).toHaveLength(1);
  });
});

describe('a desk in a file', () => {
  it('is there again after the process ends', async () => {
    const path = join(folder, 'desk.sqlite');
    const before = openSqliteDesk({ path });
    await before.park(entry('one'));
    before.close();
    expect(await openSqliteDesk({ path }).list('policies')).toEqual([entry('one')]);
  });
});
