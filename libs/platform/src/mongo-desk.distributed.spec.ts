import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublishedFact } from '@plumbline/feed';
import { aFact, anEntry, deskContract, placesContract } from '@plumbline/feed/desk.contract';
import { openMongo } from '@plumbline/mongo';
import { openTestDatabase, type TestDatabase } from '@plumbline/mongo/testing';
import { DeskUnavailable, openMongoDesk } from './mongo-desk.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());
const open = () => openMongoDesk({ connection: database.connection });

const opened = async () => ({ port: open(), close: () => undefined });
deskContract('MongoDB', opened);
placesContract('MongoDB', opened);

describe('a desk in MongoDB', () => {
  it('keeps the facts of all who park under one key at once', async () => {
    const other = await openMongo(database.url);
    const [mine, theirs] = [open(), openMongoDesk({ connection: other })];
    const ids = Array.from({ length: 12 }, (_, index) => `f${index}`);
    await Promise.all(
      ids.map((id, index) => {
        return (index % 2 === 0 ? mine : theirs).park(anEntry('one', { facts: [aFact(id)] }));
      }),
    );
    const [parked] = await theirs.list('policies');
    expect(parked?.facts.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    await other.close();
  });

  it('takes facts whose fields have names that the server gives a meaning', async () => {
    const odd = { ...aFact('a'), $set: { 'a.b': 1 } } as unknown as PublishedFact;
    await open().park(anEntry('$one.two', { facts: [odd] }));
    expect((await open().list('policies'))[0]?.facts).toEqual([odd]);
  });

  it('says so when it cannot be reached', async () => {
    const connection = await openMongo(database.url);
    const desk = openMongoDesk({ connection });
    await connection.close();
    await expect(desk.park(anEntry('one'))).rejects.toThrow(DeskUnavailable);
    await expect(desk.place('feed:goals')).rejects.toThrow(DeskUnavailable);
    expect(await open().list('policies')).toEqual([]);
  });
});
