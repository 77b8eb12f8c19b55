import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { findDocsMax, type FoundBy } from './reader.ts';
import { pagesContract } from './view-store-pages.contract.ts';
import {
  Fenced,
  Stale,
  type ChangedDoc,
  type Claim,
  type NewlyParked,
  type ViewStore,
} from './view-store.ts';

export const at = (number: number): Position => String(number).padStart(20, '0') as Position;

/** What every adapter of the port must keep. `open` gives an empty store. */
export function viewStoreContract(name: string, open: () => ViewStore | Promise<ViewStore>): void {
  pagesContract(name, open);
  describe(`the view store contract: ${name}`, () => {
    let store: ViewStore;
    let claim: Claim;
    const generation = { view: 'goals', version: 1, build: 1 };
    beforeEach(async () => {
      store = await open();
      claim = await store.claim(generation);
    });
    afterEach(() => store.close());

    const doc = (key: string, body: string | null, over: Partial<ChangedDoc> = {}): ChangedDoc => ({
      ...{ tenant: 'acme', key, body, index: {}, reindex: true },
      ...{ watermark: { log: at(1) }, loaded: undefined, ...over },
    });
    const apply = (docs: readonly ChangedDoc[], checkpoint = at(1), more: object = {}) =>
      store.apply([{ claim, docs, checkpoint, ...more }]);
    const keysBy = async (by: FoundBy, tenant = 'acme') =>
      (await store.find(generation, tenant, by, { limit: 10 })).docs.map((one) => one.key);

    it('keeps documents with watermark and checkpoint', async () => {
      expect(claim).toMatchObject({ checkpoint: null });
      await apply([doc('a', '{"n":1}')], at(7));
      expect(await store.get(generation, 'acme', 'a')).toBe('{"n":1}');
      const keys = [
        { tenant: 'acme', key: 'a' },
        { tenant: 'acme', key: 'b' },
      ];
      const [a, b] = await store.load(generation, keys);
      expect(a).toMatchObject({ body: '{"n":1}', watermark: { log: at(1) } });
      expect(b).toBeUndefined();
      expect(await store.checkpoint(generation)).toBe(at(7));
      expect(await store.checkpoint({ ...generation, build: 9 })).toBeUndefined();
    });

    it('finds by indexed values, one or several, and follows their changes', async () => {
      await apply([
        doc('a', '1', { index: { owner: 'ada', tags: ['x', 'y'] } }),
        doc('b', '2', { index: { owner: 'bo', tags: ['y'] } }),
      ]);
      expect(await keysBy('all')).toEqual(['a', 'b']);
      expect(await keysBy({ index: 'owner', value: 'ada' })).toEqual(['a']);
      expect(await keysBy({ index: 'tags', value: 'y' })).toEqual(['a', 'b']);
      const loaded = { log: at(1) };
      await apply([doc('a', '3', { index: { owner: 'bo' }, loaded })]);
      expect(await keysBy({ index: 'owner', value: 'ada' })).toEqual([]);
      expect(await keysBy({ index: 'owner', value: 'bo' })).toEqual(['a', 'b']);
      expect(await keysBy({ index: 'tags', value: 'x' })).toEqual([]);
      await apply([doc('a', null, { loaded })]);
      expect(await keysBy({ index: 'owner', value: 'bo' })).toEqual(['b']);
      expect(await store.get(generation, 'acme', 'a')).toBeUndefined();
    });

    it('gives pages in the order of keys, each document once', async () => {
      await apply(['c', 'a', 'e', 'b', 'd'].map((key) => doc(key, `"${key}"`)));
      const first = await store.find(generation, 'acme', 'all', { limit: 2 });
      expect(first).toMatchObject({ docs: [{ key: 'a' }, { key: 'b' }], next: 'b' });
      const last = await store.find(generation, 'acme', 'all', { limit: 3, after: 'b' });
      expect(last.docs.map((one) => one.doc)).toEqual(['"c"', '"d"', '"e"']);
      expect(last.next).toBeUndefined();
      for (const limit of [0, findDocsMax + 1]) {
        await expect(store.find(generation, 'acme', 'all', { limit })).rejects.toThrow(RangeError);
      }
      await store.find(generation, 'acme', 'all', { limit: findDocsMax });
    });

    it('finds by how keys begin, whatever comes before and after them', async () => {
      const keys = ['goal 1', 'goal 2', 'goal 3', 'goal', 'goal-1', 'goals', 'goal é', 'fox', 'h'];
      await apply(keys.map((key) => doc(key, `"${key}"`)));
      await apply([doc('goal 9', '"other"', { tenant: 'other' })]);
      const there = ['goal 1', 'goal 2', 'goal 3', 'goal é'];
      expect(await keysBy({ prefix: 'goal ' })).toEqual(there);
      expect(await keysBy({ prefix: 'goal é' })).toEqual(['goal é']);
      expect(await keysBy({ prefix: 'goat' })).toEqual([]);
      expect(await keysBy({ prefix: '' })).toEqual(await keysBy('all'));
      const page = (after?: string) =>
        store.find(generation, 'acme', { prefix: 'goal ' }, { limit: 2, ...(after && { after }) });
      expect(await page()).toMatchObject({ docs: [{ key: 'goal 1' }, { key: 'goal 2' }] });
      expect((await page()).next).toBe('goal 2');
      expect(await page('goal 2')).toMatchObject({ docs: [{ key: 'goal 3' }, { key: 'goal é' }] });
      expect((await page('goal 2')).next).toBeUndefined();
      expect((await page('a')).docs.map(({ key }) => key)).toEqual(there.slice(0, 2));
      expect((await page('h')).docs).toEqual([]);
    });

    it('keeps tenants apart', async () => {
      await apply([doc('a', '1', { index: { owner: 'ada' } })]);
      await apply([doc('a', '2', { tenant: 'other', index: { owner: 'ada' } })]);
      expect(await store.get(generation, 'acme', 'a')).toBe('1');
      expect(await keysBy({ index: 'owner', value: 'ada' }, 'other')).toEqual(['a']);
      expect(await keysBy('all', 'nobody')).toEqual([]);
    });

    it('lets only the newest claim write, and writes nothing of a page that it refuses', async () => {
      const newer = await store.claim(generation);
      expect(newer.fence).toBeGreaterThan(claim.fence);
      await expect(apply([doc('a', '1')])).rejects.toThrow(Fenced);
      const both = [
        { claim: newer, docs: [doc('b', '1')], checkpoint: at(1) },
        { claim, docs: [doc('a', '1')], checkpoint: at(1) },
      ];
      await expect(store.apply(both)).rejects.toThrow(Fenced);
      expect(await keysBy('all')).toEqual([]);
      await store.apply([{ claim: newer, docs: [doc('a', '1')], checkpoint: at(1) }]);
      expect(await keysBy('all')).toEqual(['a']);
    });

    it('holds generations side by side, and reads the one that is live', async () => {
      const next = { ...generation, build: 2 };
      const other = await store.claim(next);
      await apply([doc('a', '"old"')]);
      await store.apply([{ claim: other, docs: [doc('a', '"new"')], checkpoint: at(3) }]);
      expect(await store.live('goals')).toBeUndefined();
      await store.promote(generation);
      expect(await store.live('goals')).toEqual(generation);
      await store.promote(next);
      expect(await store.live('goals')).toEqual(next);
      expect(await store.get(generation, 'acme', 'a')).toBe('"old"');
      expect(await store.generations('goals')).toEqual([generation, next]);
      await store.drop(generation);
      expect(await store.generations('goals')).toEqual([next]);
      expect(await store.get(generation, 'acme', 'a')).toBeUndefined();
      expect(await store.get(next, 'acme', 'a')).toBe('"new"');
    });

    it('counts the documents that are there, and only them', async () => {
      expect(await store.count(generation)).toBe(0);
      await apply([doc('a', '1'), doc('b', '2'), doc('a', '3', { tenant: 'zeta' })]);
      expect(await store.count(generation)).toBe(3);
      await apply([doc('a', null, { loaded: { log: at(1) } })]);
      expect(await store.count(generation)).toBe(2);
      expect(await store.count({ ...generation, build: 9 })).toBe(0);
    });

    it('takes documents of a writer that has come to no place yet, and loses none it had', async () => {
      await store.apply([{ claim, docs: [doc('a', '1')], checkpoint: null }]);
      expect(await store.get(generation, 'acme', 'a')).toBe('1');
      expect(await store.checkpoint(generation)).toBeNull();
      await apply([doc('b', '2')], at(2));
      const behind = store.apply([{ claim, docs: [doc('c', '3')], checkpoint: null }]);
      await expect(behind).rejects.toThrow(Stale);
      expect(await store.checkpoint(generation)).toBe(at(2));
    });

    it('scans all tenants in order', async () => {
      await apply([doc('b', '1'), doc('a', '2', { tenant: 'zeta' }), doc('a', '3')]);
      const first = await store.scan(generation, null, 2);
      expect(first.map((one) => one.tenant + one.key)).toEqual(['acmea', 'acmeb']);
      const rest = await store.scan(generation, first[1] ?? null, 2);
      expect(rest).toEqual([{ tenant: 'zeta', key: 'a', body: '2' }]);
    });

    it('parks facts each once and in order, joins what comes, and settles with a page', async () => {
      const fact = (number: number): StoredFact => ({
        ...{ id: `f${number}`, type: 't.A.v1', tenant: 'acme', stream: 't.a-acme.1' },
        ...{ revision: number, position: at(number), recordedAt: 5, body: '{}', bodyHash: 'ab' },
        ...(number === 1 ? { sealed: Buffer.of(1, 2) } : {}),
      });
      const entry: NewlyParked = {
        ...{ id: 'p1', view: 'goals', tenant: 'acme', key: 'a', reason: 'broken', at: 9 },
        ...{ attempts: 1, facts: [fact(1)] },
      };
      await apply([], at(1), { park: [entry] });
      const later = { ...entry, reason: 'behind', attempts: 0, facts: [fact(2)] };
      await apply([], at(2), { park: [later] });
      const [parked] = await store.parked({ view: 'goals' });
      expect(parked).toMatchObject({ reason: 'broken', attempts: 1, at: 9 });
      expect(parked?.facts.map((one) => one.id)).toEqual(['f1', 'f2']);
      expect([...(parked?.facts[0]?.sealed ?? [])]).toEqual([1, 2]);
      const [second, between] = [
        fact(2),
        { ...fact(1), id: 'f1a', position: `${at(1)}a` as Position },
      ];
      await apply([], at(2), { park: [{ ...later, facts: [between, second] }] });
      const [again] = await store.parked({ id: 'p1' });
      expect(again?.facts.map((one) => one.id)).toEqual(['f1', 'f1a', 'f2']);
      expect(await store.parked({ view: 'other' })).toEqual([]);
      expect(await store.parked({ id: 'p1' })).toHaveLength(1);
      await apply([], at(3), { settle: ['p1'] });
      expect(await store.parked()).toEqual([]);
    });
  });
}
