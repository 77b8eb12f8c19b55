import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collectionOf, dropCollection, isDuplicate, isUnreachable } from './mongo.ts';
import { onlyDuplicates, openMongo, reached } from './mongo.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

interface Thing {
  readonly _id: string;
  readonly n: number;
}

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());
const things = () => collectionOf<Thing>(database.connection, 'things');
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
class Away extends Error {}
const away = (message: string, cause: object) => new Away(message, cause);

describe('a connection to MongoDB', () => {
  it('is refused soon where nobody answers', async () => {
    const started = performance.now();
    const open = openMongo('mongodb://127.0.0.1:9/plumbline', { serverSelectionMs: 300 });
    expect(isUnreachable(await failure(open))).toBe(true);
    // Not after the half minute that the driver takes by itself.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('is to the database that its URL names', async () => {
    await things().insertOne({ _id: 'a', n: 1 });
    const again = await openMongo(database.url);
    expect(await collectionOf<Thing>(again, 'things').findOne({ _id: 'a' })).toMatchObject({
      n: 1,
    });
    await again.close();
  });

  it('that is closed cannot be reached, by single writes, batches and reads', async () => {
    const own = await openMongo(database.url);
    const closed = collectionOf<Thing>(own, 'things');
    await own.close();
    const works: readonly (() => Promise<unknown>)[] = [
      () => closed.insertOne({ _id: 'a', n: 1 }),
      () => closed.insertMany([{ _id: 'a', n: 1 }]),
      () => closed.findOne({ _id: 'a' }),
    ];
    for (const work of works) await expect(reached(work, away)).rejects.toThrow(Away);
  });
});

describe('what a write is refused for', () => {
  it('is another document of the same key, alone or in a batch, and nothing else', async () => {
    await things().insertOne({ _id: 'a', n: 1 });
    const one = await failure(things().insertOne({ _id: 'a', n: 2 }));
    expect([isDuplicate(one), isUnreachable(one)]).toEqual([true, false]);
    const both = [
      { _id: 'a', n: 2 },
      { _id: 'b', n: 2 },
    ];
    const batch = await failure(things().insertMany(both, { ordered: false }));
    expect([onlyDuplicates(batch), isUnreachable(batch)]).toEqual([true, false]);
    expect(await things().countDocuments()).toBe(2);
    const other = await failure(things().updateOne({ _id: 'a' }, { $inc: { _id: 1 } } as object));
    expect(other).toBeInstanceOf(Error);
    expect([isDuplicate(other), onlyDuplicates(other), isUnreachable(other)]).toEqual([
      false,
      false,
      false,
    ]);
    const cause = new Error('Something else.');
    await expect(reached(() => Promise.reject(cause), away)).rejects.toBe(cause);
  });
});

describe('a collection', () => {
  it('is dropped when it is there, and no other', async () => {
    await things().insertOne({ _id: 'a', n: 1 });
    await dropCollection(database.connection, 'thing');
    expect(await things().countDocuments()).toBe(1);
    await dropCollection(database.connection, 'things');
    await dropCollection(database.connection, 'things');
    expect(await things().countDocuments()).toBe(0);
  });
});
