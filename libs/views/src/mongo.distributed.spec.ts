import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@plumbline/mongo/testing';
import { manualClock } from '@plumbline/kernel';
import { docId } from './mongo-collections.ts';
import { openMongoViewReader, openMongoViewStore, tombstoneMsMin } from './mongo.ts';
import type { MongoViewsOptions } from './mongo.ts';
import { at, viewStoreContract } from './view-store.contract.ts';
import { Fenced, Stale, ViewsUnavailable, type ChangedDoc, type Claim } from './view-store.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());
const open = (more: Partial<MongoViewsOptions> = {}) =>
  openMongoViewStore({ connection: database.connection, ...more });

viewStoreContract('mongo', open);

const generation = { view: 'goals', version: 1, build: 1 };
const mark = (number: number) => ({ log: at(number) });
const change = (key: string, from: number, to: number, body: string | null): ChangedDoc => ({
  ...{ tenant: 'acme', key, body, index: {}, reindex: false, watermark: mark(to) },
  loaded: from === 0 ? undefined : mark(from),
});
const page = (claim: Claim, to: number, ...docs: readonly ChangedDoc[]) => [
  { claim, docs, checkpoint: at(to) },
];
const stored = (key: string) =>
  database.connection
    .getClient()
    .db(database.connection.name)
    .collection<{ _id: string }>('goals_v1_b1')
    .findOne({ _id: docId('acme', key) });

describe('a generation in MongoDB', () => {
  it('is a collection, and goes with it', async () => {
    const store = open();
    await store.apply(page(await store.claim(generation), 1, change('a', 0, 1, '1')));
    const names = async () => {
      const { connection } = database;
      const found = await connection.getClient().db(connection.name).listCollections().toArray();
      return found.map(({ name }) => name);
    };
    expect(await names()).toContain('goals_v1_b1');
    await store.drop(generation);
    expect(await names()).not.toContain('goals_v1_b1');
    await store.drop(generation);
  });

  it('gives each of many claims at once a fence of its own', async () => {
    const stores = Array.from({ length: 20 }, () => open());
    const claims = await Promise.all(stores.map((store) => store.claim(generation)));
    expect(new Set(claims.map(({ fence }) => fence)).size).toBe(20);
  });

  it('is read by who cannot write it', async () => {
    const store = open();
    await store.apply(page(await store.claim(generation), 1, change('a', 0, 1, '{"n":1}')));
    await store.promote(generation);
    const { connection } = database;
    const reader = openMongoViewReader({ connection });
    expect(await reader.live('goals')).toEqual(generation);
    expect(await reader.get(generation, 'acme', 'a')).toBe('{"n":1}');
    expect(await reader.checkpoint(generation)).toBe(at(1));
  });

  it('takes bodies and keys with signs that the server gives a meaning', async () => {
    const store = open();
    const body = '{"$set":{"a.b":"\\u0000"},"_id":null}';
    const odd = ['$key', 'a.b', 'ünï', '', '{"$gt":""}'];
    await store.apply(
      page(await store.claim(generation), 1, ...odd.map((key) => change(key, 0, 1, body))),
    );
    for (const key of odd) expect(await store.get(generation, 'acme', key)).toBe(body);
  });
});

describe('a page that a writer did not finish', () => {
  const points = ['before-documents', 'after-documents', 'before-checkpoint'];
  const dying = (point: string) =>
    open({
      crashPoint: (name) => {
        if (name === `mongo:${point}`) throw new Error('died');
      },
    });
  const fact = { id: 'f', position: at(2), body: '{}' } as never;
  const parked = {
    ...{ id: 'p', view: 'goals', tenant: 'acme', key: 'z', reason: 'broken', at: 9 },
    ...{ attempts: 1, facts: [fact] },
  };

  it.each(points)('at %s is the page when it is applied again', async (point) => {
    const claim = await open().claim(generation);
    await open().apply(page(claim, 1, change('a', 0, 1, '1'), change('b', 0, 1, '1')));
    const docs = [change('a', 1, 2, '2'), change('b', 1, 2, null), change('c', 0, 2, '2')];
    const second = [{ claim, docs, checkpoint: at(2), park: [parked] }];
    await expect(dying(point).apply(second)).rejects.toThrow('died');
    expect(await open().checkpoint(generation)).toBe(at(1));
    await open().apply(second);
    const all = await open().scan(generation, null, 10);
    expect(all.map(({ key, body }) => key + body)).toEqual(['a2', 'c2']);
    expect(await open().checkpoint(generation)).toBe(at(2));
    expect((await open().parked())[0]).toMatchObject({ attempts: 1, facts: [{ id: 'f' }] });
  });

  it('leaves deleted what it deleted, whichever older page comes again', async () => {
    const store = open();
    const claim = await store.claim(generation);
    const first = page(claim, 1, change('a', 0, 1, '1'));
    await store.apply(first);
    const deleting = page(claim, 2, change('a', 1, 2, null));
    await expect(dying('before-checkpoint').apply(deleting)).rejects.toThrow('died');
    await expect(store.apply(first)).rejects.toThrow(Stale);
    expect(await store.get(generation, 'acme', 'a')).toBeUndefined();
    expect(await store.scan(generation, null, 10)).toEqual([]);
    const [left] = await store.load(generation, [{ tenant: 'acme', key: 'a' }]);
    expect(left).toEqual({ body: null, watermark: mark(2) });
    await store.apply(deleting);
    expect(await store.get(generation, 'acme', 'a')).toBeUndefined();
  });
});

describe('a writer that is taken over between looking and writing', () => {
  it('does not undo what the newer one wrote, nor move the checkpoint', async () => {
    const store = open();
    const claim = await store.claim(generation);
    await store.apply(page(claim, 1, change('a', 0, 1, '1'), change('b', 0, 1, '1')));
    const zombie = open({
      crashPoint: async (name) => {
        if (name !== 'mongo:before-documents') return;
        const newer = await store.claim(generation);
        await store.apply(page(newer, 3, change('a', 1, 3, '3'), change('b', 1, 3, null)));
        await store.apply(page(newer, 4, change('c', 0, 4, '4')));
      },
    });
    const docs = [change('a', 1, 2, '9'), change('b', 1, 2, '9'), change('c', 0, 2, '9')];
    await expect(zombie.apply(page(claim, 9, ...docs))).rejects.toThrow(Fenced);
    const all = await store.scan(generation, null, 10);
    expect(all.map(({ key, body }) => key + body)).toEqual(['a3', 'c4']);
    expect(await store.checkpoint(generation)).toBe(at(4));
  });

  it('does not write over what the newer one has written at the same watermark', async () => {
    const store = open();
    const claim = await store.claim(generation);
    await store.apply(page(claim, 1, change('a', 0, 1, '1')));
    const zombie = open({
      crashPoint: async (name) => {
        if (name !== 'mongo:before-documents') return;
        await store.apply(page(await store.claim(generation), 1, change('a', 1, 1, '3')));
      },
    });
    await expect(zombie.apply(page(claim, 9, change('a', 1, 2, '9')))).rejects.toThrow(Fenced);
    expect(await store.get(generation, 'acme', 'a')).toBe('3');
  });

  it('does not move the checkpoint either when nobody wrote yet', async () => {
    const store = open();
    const claim = await store.claim(generation);
    const zombie = open({
      crashPoint: async (name) => {
        if (name === 'mongo:before-checkpoint') await store.claim(generation);
      },
    });
    await expect(zombie.apply(page(claim, 9))).rejects.toThrow(Fenced);
    expect(await store.checkpoint(generation)).toBeNull();
  });

  it('moves the checkpoints that are its own still, and says which is not', async () => {
    const store = open();
    const names = ['goals', 'kpis', 'periods'];
    const generations = names.map((view) => ({ ...generation, view }));
    const claims = await Promise.all(generations.map((one) => store.claim(one)));
    let looks = 0;
    const zombie = open({
      crashPoint: async (name) => {
        // At the last page: the newer writer comes when all has been looked at.
        if (name !== 'mongo:before-checkpoint' || (looks += 1) < names.length) return;
        await store.claim({ ...generation, view: 'kpis' });
      },
    });
    const pages = claims.flatMap((claim) => page(claim, 9));
    await expect(zombie.apply(pages)).rejects.toThrow(/^Another writer has taken over kpis@/);
    const reached = await Promise.all(generations.map((one) => store.checkpoint(one)));
    expect(reached).toEqual([at(9), null, at(9)]);
  });

  it('settles nothing that the newer one has parked', async () => {
    const store = open();
    const claim = await store.claim(generation);
    const parkedFact = (number: number) => ({
      ...{ id: 'p', view: 'goals', tenant: 'acme', key: 'z', reason: 'broken', at: 9 },
      ...{ attempts: 1, facts: [{ id: `f${number}`, position: at(number) } as never] },
    });
    await store.apply([{ claim, docs: [], checkpoint: at(1), park: [parkedFact(1)] }]);
    const zombie = open({
      crashPoint: async (name) => {
        if (name !== 'mongo:after-documents') return;
        const newer = await store.claim(generation);
        const park = [parkedFact(2)];
        await store.apply([{ claim: newer, docs: [], checkpoint: at(2), park }]);
      },
    });
    const settling = [{ claim, docs: [], checkpoint: at(1), settle: ['p'] }];
    await expect(zombie.apply(settling)).rejects.toThrow(Fenced);
    expect((await store.parked())[0]?.facts.map(({ id }) => id)).toEqual(['f2']);
  });
});

describe('a tombstone', () => {
  it('goes when it is old enough and the checkpoint is past it', async () => {
    const clock = manualClock('2026-07-01T09:00:00.000Z');
    const store = open({ clock });
    const claim = await store.claim(generation);
    await store.apply(page(claim, 1, change('a', 0, 1, '1'), change('b', 0, 1, '1')));
    await store.apply(page(claim, 2, change('a', 1, 2, null)));
    clock.advance(tombstoneMsMin);
    await store.claim(generation);
    expect(await stored('a')).toMatchObject({ body: null });
    clock.advance(1);
    const last = await store.claim(generation);
    expect(await stored('a')).toBeNull();
    expect(await stored('b')).toMatchObject({ body: '1' });
    await store.apply(page(last, 3, change('a', 0, 3, '3')));
    expect(await store.get(generation, 'acme', 'a')).toBe('3');
  });

  it('stays as long as its page is not finished', async () => {
    const clock = manualClock('2026-07-01T09:00:00.000Z');
    const store = open({ clock });
    const claim = await store.claim(generation);
    await store.apply(page(claim, 1, change('a', 0, 1, '1')));
    await store.apply(page(claim, 1, change('a', 1, 2, null)));
    clock.advance(2 * tombstoneMsMin);
    await store.claim(generation);
    expect(await stored('a')).toMatchObject({ body: null });
  });
});

describe('a server that cannot be reached', () => {
  it('is said to be so by every call', async () => {
    const other = await openTestDatabase();
    const store = openMongoViewStore({ connection: other.connection });
    const claim = await store.claim(generation);
    await other.drop();
    await expect(store.get(generation, 'acme', 'a')).rejects.toThrow(ViewsUnavailable);
    await expect(store.apply(page(claim, 1))).rejects.toThrow(ViewsUnavailable);
  });
});
