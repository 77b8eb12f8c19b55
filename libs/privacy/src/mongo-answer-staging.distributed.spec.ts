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

function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

describe('staging in MongoDB', () => {
  const place = { tenant: 'acme', survey: 's1' };
  const bytes = (no: number) => Uint8Array.of(no);
  const points = [
    'mongo:answer-written',
    'mongo:ticket-spent',
    'mongo:survey-open',
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

  /** A process that stands still at a point until it is told to go on. */
  const standingAt = (point: string) => {
    const [here, goOn] = [gate(), gate()];
    const staging = openMongoAnswerStaging({
      connection: database.connection,
      crashPoint: async (name) => {
        if (name !== point) return;
        here.open();
        await goOn.passed;
      },
    });
    return { staging, here: here.passed, goOn: goOn.open };
  };

  /** An answer that stands still at a point, while the survey ends and is released elsewhere. */
  const atTheEnd = async (point: string) => {
    const slow = standingAt(point);
    const staging = openMongoAnswerStaging({ connection: database.connection });
    await staging.open(place, bytes(1));
    const told = slow.staging.stage('s1', 'late', bytes(9));
    await slow.here;
    await staging.end('s1');
    const of = (await staging.waiting('s1')).map(({ id }) => id);
    return { staging, of, told, goOn: slow.goOn };
  };

  it.each(['mongo:answer-written', 'mongo:ticket-spent', 'mongo:survey-open'])(
    'does not count what it says is late: an answer that is at %s when the survey ends',
    async (point) => {
      const { staging, of, told, goOn } = await atTheEnd(point);
      expect(of).toEqual([]);
      expect(await staging.isSpent('s1', 'late')).toBe(false);
      goOn();
      expect(await told).toBe('closed');
      expect([await staging.waiting('s1'), await staging.count('s1')]).toEqual([[], 0]);
    },
  );

  it.each([false, true])('does not say late of what counts, be it gone: %s', async (isGone) => {
    const { staging, of, told, goOn } = await atTheEnd('mongo:answer-waits');
    expect(of).toHaveLength(1);
    expect(await staging.isSpent('s1', 'late')).toBe(true);
    expect(await staging.draw('s1', 1, [{ of, sealed: bytes(7) }])).toBe(true);
    await staging.released('s1', 1);
    if (isGone) await staging.destroy('s1');
    goOn();
    expect(await told).toBe('staged');
    expect(await staging.count('s1')).toBe(0);
  });

  it('ends a survey whose late answer is taken back in the same moment', async () => {
    const [slow, ending] = [standingAt('mongo:ticket-spent'), standingAt('mongo:undone-found')];
    await ending.staging.open(place, bytes(1));
    const told = slow.staging.stage('s1', 'late', bytes(9));
    await slow.here;
    const ended = ending.staging.end('s1');
    await ending.here;
    slow.goOn();
    expect(await told).toBe('closed');
    ending.goOn();
    await ended;
    expect(await ending.staging.count('s1')).toBe(0);
  });

  it('ends a survey again when the process that ended it has died', async () => {
    const { connection } = database;
    const died = () => Promise.reject(new Error('The process has ended.'));
    const dying = openMongoAnswerStaging({
      connection,
      crashPoint: (name) => (name === 'mongo:ticket-spent' ? died() : undefined),
    });
    const ending = openMongoAnswerStaging({
      connection,
      crashPoint: (name) => (name === 'mongo:survey-ended' ? died() : undefined),
    });
    const staging = openMongoAnswerStaging({ connection });
    await staging.open(place, bytes(1));
    await expect(dying.stage('s1', 't', bytes(1))).rejects.toThrow('ended');
    await expect(ending.end('s1')).rejects.toThrow('ended');
    await staging.end('s1');
    expect(await staging.stage('s1', 't', bytes(1))).toBe('closed');
    expect(await staging.count('s1')).toBe(0);
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
