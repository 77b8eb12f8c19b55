import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMongo } from '@plumbline/mongo';
import { openTestDatabase, type TestDatabase } from '@plumbline/mongo/testing';
import { answerStagingContract } from './answer-staging.contract.ts';
import { openMongoAnswerStaging } from './mongo-answer-staging.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());

answerStagingContract('mongo', () => openMongoAnswerStaging({ connection: database.connection }));

describe('staging in MongoDB', () => {
  const place = { tenant: 'acme', survey: 's1' };
  const bytes = (no: number) => Uint8Array.of(no);
  const points = [
    'mongo:answer-written',
    'mongo:ticket-spent',
    'mongo:answer-waits',
    'mongo:batch-written',
    'mongo:batches-drawn',
    'mongo:answers-removed',
    'mongo:batch-released',
  ];

  it.each(points)('loses and doubles nothing when a process ends at %s', async (point) => {
    const { connection } = database;
    const dying = openMongoAnswerStaging({
      connection,
      crashPoint: (name) => {
        if (name === point) throw new Error('The process has ended.');
      },
    });
    const staging = openMongoAnswerStaging({ connection });
    await staging.open(place, bytes(1));
    for (const no of [0, 1, 2]) {
      await dying.stage('s1', `t${no}`, bytes(no)).catch(() => undefined);
      // Who did not hear sends it again.
      await staging.stage('s1', `t${no}`, bytes(no));
    }
    expect(await staging.count('s1')).toBe(3);
    const ids = (await staging.waiting('s1')).map(({ id }) => id);
    const batches = [{ of: ids.slice(0, 2), sealed: bytes(7) }];
    const isDrawn = await dying.draw('s1', 1, batches).catch(() => undefined);
    if (isDrawn === undefined && (await staging.drawn('s1')).length === 0) {
      expect(await staging.waiting('s1')).toHaveLength(3);
      expect(await staging.draw('s1', 1, batches)).toBe(true);
    }
    expect((await staging.drawn('s1')).map(({ batch }) => batch)).toEqual([1]);
    await dying.released('s1', 1).catch(() => undefined);
    await staging.released('s1', 1);
    expect([await staging.count('s1'), await staging.drawn('s1')]).toEqual([1, []]);
    expect((await staging.find('s1'))?.next).toBe(2);
  });

  it('is one for several processes', async () => {
    const other = await openMongo(database.url);
    const all = [database.connection, other].map((connection) =>
      openMongoAnswerStaging({ connection }),
    );
    await Promise.all(all.map((one, no) => one.open(place, bytes(no))));
    const staged = await Promise.all(all.map((one) => one.stage('s1', 't', bytes(1))));
    expect(staged.toSorted()).toEqual(['spent', 'staged']);
    expect(await Promise.all(all.map((one) => one.count('s1')))).toEqual([1, 1]);
    await other.close();
  });

  it('has no id that holds a time', async () => {
    const staging = openMongoAnswerStaging({ connection: database.connection });
    await staging.open(place, bytes(1));
    await staging.stage('s1', 't', bytes(1));
    const db = database.connection.getClient().db(database.connection.name);
    for (const { name } of await db.listCollections().toArray()) {
      for (const { _id } of await db.collection(name).find({}).toArray()) {
        expect(typeof _id).toBe('string');
      }
    }
  });
});
