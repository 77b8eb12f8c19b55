import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openMemoryViewStore } from './memory.ts';
import { openSqliteViewStore } from './sqlite.ts';
import { at, viewStoreContract } from './view-store.contract.ts';
import { Fenced, type Generation } from './view-store.ts';

viewStoreContract('memory', openMemoryViewStore);
viewStoreContract('sqlite', () => openSqliteViewStore({ path: ':memory:' }));

describe('a view store in a file', () => {
  it('takes away a large generation a little at a time, and lets others have their turn', async () => {
    const store = openSqliteViewStore({ path: ':memory:' });
    const [old, next] = [1, 2].map((build) => ({ view: 'goals', version: 1, build }));
    const doc = (no: number) => ({
      ...{ tenant: 'acme', key: `k${no}`, body: '1', index: { tags: ['x', 'y'] } },
      ...{ reindex: true, watermark: { log: at(1) }, loaded: undefined },
    });
    const docs = Array.from({ length: 2_500 }, (_, no) => doc(no));
    const claims = [await store.claim(old as Generation), await store.claim(next as Generation)];
    for (const claim of claims) await store.apply([{ claim, docs, checkpoint: at(1) }]);
    let turns = 0;
    const others = setInterval(() => (turns += 1), 0);
    await store.drop(old as Generation);
    clearInterval(others);
    expect(turns).toBeGreaterThan(2);
    expect(await store.count(old as Generation)).toBe(0);
    expect(await store.count(next as Generation)).toBe(2_500);
    const tagged = { index: 'tags', value: 'y' };
    const found = await store.find(next as Generation, 'acme', tagged, { limit: 1_000 });
    expect(found.docs).toHaveLength(1_000);
    await store.close();
  });

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
