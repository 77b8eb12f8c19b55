import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openMemoryViewStore } from './memory.ts';
import { openSqliteViewStore } from './sqlite.ts';
import { at, viewStoreContract } from './view-store.contract.ts';
import { Fenced } from './view-store.ts';

viewStoreContract('memory', openMemoryViewStore);
viewStoreContract('sqlite', () => openSqliteViewStore({ path: ':memory:' }));

describe('a view store in a file', () => {
  it('is told when another connection has taken a generation over, or written further', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-views-'));
    const path = join(folder, 'views.sqlite');
    const generation = { view: 'goals', version: 1, build: 1 };
    const [first, second] = [openSqliteViewStore({ path }), openSqliteViewStore({ path })];
    try {
      const claim = await first.claim(generation);
      await first.apply([{ claim, docs: [], checkpoint: at(1) }]);
      const newer = await second.claim(generation);
      expect(newer).toMatchObject({ checkpoint: at(1), fence: claim.fence + 1 });
      await second.apply([{ claim: newer, docs: [], checkpoint: at(3) }]);
      await expect(first.apply([{ claim, docs: [], checkpoint: at(4) }])).rejects.toThrow(Fenced);
      expect(await first.checkpoint(generation)).toBe(at(3));
    } finally {
      await first.close();
      await second.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
