import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { Fenced, Stale } from './view-store.ts';
import type { ChangedDoc, Claim, ViewStore } from './view-store.ts';

const at = (number: number): Position => String(number).padStart(20, '0') as Position;
const mark = (number: number) => ({ log: at(number) });

/** What becomes of pages that come again, late, in part, or from a writer that was taken over. */
export function pagesContract(name: string, open: () => ViewStore | Promise<ViewStore>): void {
  describe(`pages in the view store contract: ${name}`, () => {
    let store: ViewStore;
    let claim: Claim;
    const generation = { view: 'goals', version: 1, build: 1 };
    const keys = ['a', 'b', 'c'].map((key) => ({ tenant: 'acme', key }));
    beforeEach(async () => {
      store = await open();
      claim = await store.claim(generation);
    });
    afterEach(() => store.close());

    /** A change of a document, from one watermark to another; 0 is no document. */
    const change = (key: string, from: number, to: number, body: string | null): ChangedDoc => ({
      ...{ tenant: 'acme', key, body, index: body === null ? {} : { last: body } },
      ...{ reindex: true, watermark: mark(to), loaded: from === 0 ? undefined : mark(from) },
    });
    const apply = (docs: readonly ChangedDoc[], to: number, by = claim) =>
      store.apply([{ claim: by, docs, checkpoint: at(to) }]);
    const bodies = async () => {
      const all = await store.find(generation, 'acme', 'all', { limit: 10 });
      return Object.fromEntries(all.docs.map(({ key, doc }) => [key, doc]));
    };
    const byLast = async (value: string) => {
      const by = { index: 'last', value };
      return (await store.find(generation, 'acme', by, { limit: 9 })).docs.map(({ key }) => key);
    };
    /** Everything that a reader or a writer could see. */
    const seen = async () => [
      await store.scan(generation, null, 10),
      await bodies(),
      await Promise.all(['1', '2', '3', '9'].map(byLast)),
      await Promise.all(keys.map(({ tenant, key }) => store.get(generation, tenant, key))),
      await store.checkpoint(generation),
    ];

    it('a page that comes again changes nothing, whatever it does', async () => {
      await apply([change('a', 0, 1, '1'), change('b', 0, 1, '1')], 1);
      const page = [change('a', 1, 2, '2'), change('b', 1, 2, null), change('c', 0, 2, '2')];
      await apply(page, 2);
      const once = await seen();
      expect(await bodies()).toEqual({ a: '2', c: '2' });
      await apply(page, 2);
      await apply(page, 2);
      expect(await seen()).toEqual(once);
    });

    it('a document from an old copy is refused, not written over', async () => {
      await apply([change('a', 0, 1, '1')], 1);
      await apply([change('a', 1, 3, '3')], 3);
      const before = await seen();
      for (const from of [0, 1, 2]) {
        await expect(apply([change('a', from, 4, '9')], 4)).rejects.toThrow(Stale);
      }
      expect(await seen()).toEqual(before);
      await apply([change('a', 3, 4, '9')], 4);
      expect(await bodies()).toEqual({ a: '9' });
    });

    it('a document that is not there any more is not written from an old copy', async () => {
      await apply([change('a', 0, 1, '1'), change('b', 0, 1, '1')], 1);
      await apply([change('a', 1, 2, null)], 2);
      await expect(apply([change('a', 1, 3, '3')], 3)).rejects.toThrow(Stale);
      await expect(apply([change('c', 1, 3, '3')], 3)).rejects.toThrow(Stale);
      expect(await bodies()).toEqual({ b: '1' });
    });

    it('a page that ends before the checkpoint is refused; what was deleted stays so', async () => {
      const first = [change('a', 0, 1, '1')];
      await apply(first, 1);
      await apply([change('a', 1, 2, null)], 2);
      await expect(apply(first, 1)).rejects.toThrow(Stale);
      expect(await bodies()).toEqual({});
      expect(await store.get(generation, 'acme', 'a')).toBeUndefined();
      expect(await store.scan(generation, null, 10)).toEqual([]);
      expect(await byLast('1')).toEqual([]);
      expect(await store.checkpoint(generation)).toBe(at(2));
    });

    it('a deleted document is made again by a later fact, from what is loaded then', async () => {
      await apply([change('a', 0, 1, '1')], 1);
      await apply([change('a', 1, 2, null)], 2);
      const [left] = await store.load(generation, keys);
      expect(left?.body ?? null).toBeNull();
      await apply([{ ...change('a', 0, 3, '3'), loaded: left?.watermark }], 3);
      expect(await bodies()).toEqual({ a: '3' });
      expect(await byLast('3')).toEqual(['a']);
      expect(await byLast('1')).toEqual([]);
    });

    it('a page written in part and then as a whole is the page', async () => {
      await apply([change('a', 0, 1, '1'), change('b', 0, 1, '1')], 1);
      const page = [change('a', 1, 2, '2'), change('b', 1, 2, null), change('c', 0, 2, '2')];
      // The writer dies between the documents and the checkpoint: some are there, it is not.
      await apply(page.slice(0, 2), 1);
      expect(await store.checkpoint(generation)).toBe(at(1));
      const loaded = await store.load(generation, keys);
      expect(loaded[0]).toMatchObject({ body: '2', watermark: mark(2) });
      expect(loaded[1]?.body ?? null).toBeNull();
      await apply(page, 2);
      expect(await bodies()).toEqual({ a: '2', c: '2' });
      expect(await store.checkpoint(generation)).toBe(at(2));
    });

    it('a writer that was taken over changes nothing, whatever it loaded', async () => {
      await apply([change('a', 0, 1, '1'), change('b', 0, 1, '1')], 1);
      const newer = await store.claim(generation);
      expect(newer.checkpoint).toBe(at(1));
      const zombie = [change('a', 1, 2, '9'), change('b', 1, 2, null), change('c', 0, 2, '9')];
      const before = await seen();
      await expect(apply(zombie, 2)).rejects.toThrow(Fenced);
      expect(await seen()).toEqual(before);
      await apply([change('a', 1, 3, '3')], 3, newer);
      await expect(apply(zombie, 4)).rejects.toThrow(Fenced);
      await expect(
        store.apply([{ claim, docs: [], checkpoint: at(9), settle: ['p'] }]),
      ).rejects.toThrow(Fenced);
      expect(await bodies()).toEqual({ a: '3', b: '1' });
      expect(await store.checkpoint(generation)).toBe(at(3));
    });

    it('a writer of a generation that was dropped brings nothing of it back', async () => {
      await apply([change('a', 0, 1, '1')], 1);
      await store.drop(generation);
      await expect(apply([change('a', 1, 2, '2')], 2)).rejects.toThrow(Fenced);
      expect(await store.generations('goals')).toEqual([]);
      expect(await store.get(generation, 'acme', 'a')).toBeUndefined();
    });
  });
}
