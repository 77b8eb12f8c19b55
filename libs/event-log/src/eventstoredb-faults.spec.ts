import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { anAppend } from './event-log.contract.ts';
import { CommandReused, LogUnavailable, RevisionConflict } from './event-log.ts';
import type { EventLog, Receipt } from './event-log.ts';
import type { StartTimer } from './eventstoredb-calls.ts';
import { asFault, failureOf, fromClient } from './eventstoredb-faults.ts';
import { startTestEventStore, type TestEventStore } from './eventstoredb.testing.ts';
import { openEventStoreLog } from './eventstoredb.ts';
import { openMemorySealedParts } from './memory.ts';

const stream = 'goals.goal-acme.1';
/** No call is late by itself: a busy machine is no fault of the server. */
const deadlineMs = 60_000;

describe('the log on an event store that fails', () => {
  let folder: string;
  let server: TestEventStore;
  let log: EventLog;
  const opened: EventLog[] = [];
  /** What tells the calls that wait for an answer that they have waited long enough. */
  const timers = new Set<() => void>();
  const startTimer: StartTimer = (_, over) => {
    timers.add(over);
    return { restart: () => undefined, stop: () => timers.delete(over) };
  };
  const open = () => {
    const parts = openMemorySealedParts();
    const another = openEventStoreLog({ url: server.url, parts, deadlineMs, startTimer });
    opened.push(another);
    return another;
  };
  beforeEach(async () => {
    timers.clear();
    folder = mkdtempSync(join(tmpdir(), 'plumbline-eventstore-'));
    server = await startTestEventStore({ file: join(folder, 'journal') });
    log = open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const port = () => Number(new URL(server.url).port);
  const recorded = async () => (await log.read(stream)).map((one) => one.body);
  /** Work that is not answered in time, though the first of its calls has arrived. */
  const givesUp = async (of: 'calls' | 'appends', work: () => Promise<unknown>) => {
    const { [of]: before } = await server.taken();
    let isOver = false;
    const giving = work().finally(() => (isOver = true));
    giving.catch(() => undefined);
    await until(async () => (await server.taken())[of] > before);
    await until(() => {
      for (const over of timers) over();
      return isOver;
    });
    await expect(giving).rejects.toThrow(LogUnavailable);
  };

  it('frozen: gives up in time, and the same append afterwards finds what was recorded', async () => {
    const append = anAppend({ bodies: ['1', '2'] });
    await server.fault('freeze');
    await givesUp('calls', () => log.append(append));
    await givesUp('calls', () => log.read(stream));
    await givesUp('calls', () => log.head());
    await server.fault('thaw');
    const receipt = await log.append(append);
    expect(receipt).toMatchObject({ revision: 1 });
    expect(await log.append(append)).toEqual({ ...receipt, replayed: true });
    expect(await recorded()).toEqual(['1', '2']);
  });

  it('frozen while appends are under way: what was sent is recorded once, when it thaws', async () => {
    await log.append(anAppend({ bodies: ['0'] }));
    const append = anAppend({ expected: 0, bodies: ['1'] });
    await server.fault('freezeAppends');
    await givesUp('appends', () => log.append(append));
    await server.fault('thaw');
    expect(await log.append(append)).toMatchObject({ revision: 1, replayed: true });
    expect(await recorded()).toEqual(['0', '1']);
  });

  it('late: what was restored, but not answered, is there once when it is restored again', async () => {
    const first = { ...anAppend({ bodies: ['1', '2'] }), recordedAt: 1_000 };
    const second = { ...anAppend({ bodies: ['3'], expected: 1 }), recordedAt: 2_000 };
    const target = open();
    await server.fault('holdAnswers');
    await givesUp('appends', () => target.restore([first, second]));
    await server.fault('releaseAnswers');
    expect(await target.restore([first, second])).toBe(1);
    expect(await recorded()).toEqual(['1', '2', '3']);
    expect((await log.read(stream)).map((one) => one.recordedAt)).toEqual([1_000, 1_000, 2_000]);
  });

  it('late: an append that was recorded, but not answered, is found again', async () => {
    const append = anAppend({ bodies: ['1'] });
    await server.fault('holdAnswers');
    await givesUp('appends', () => log.append(append));
    await server.fault('releaseAnswers');
    const receipt = await log.append(append);
    expect(receipt).toMatchObject({ revision: 0, replayed: true });
    expect(receipt.position).toBe(await log.head());
    const other = { ...append, fingerprint: 'other' };
    await expect(log.append(other)).rejects.toThrow(CommandReused);
    expect(await recorded()).toEqual(['1']);
  });

  it('late, but within the attempts of one append: it is answered as if nothing had been', async () => {
    await server.fault('holdAnswers');
    const appending = log.append(anAppend({ bodies: ['1'] }));
    const reader = open();
    await until(async () => (await reader.read(stream)).length > 0);
    for (const over of timers) over();
    await server.fault('releaseAnswers');
    expect(await appending).toMatchObject({ revision: 0, replayed: false });
    expect(await recorded()).toEqual(['1']);
  });

  it('unavailable: says so, and goes on when the server is back', async () => {
    await log.append(anAppend({ bodies: ['1'] }));
    await server.fault('refuse');
    const append = anAppend({ expected: 0, bodies: ['2'] });
    for (const work of [() => log.append(append), () => log.head(), () => log.read(stream)]) {
      await expect(work()).rejects.toThrow(LogUnavailable);
    }
    await server.fault('accept');
    expect(await log.append(append)).toMatchObject({ revision: 1, replayed: false });
    expect(await recorded()).toEqual(['1', '2']);
  });

  it('delivering a request twice: the facts are recorded once', async () => {
    await server.fault('duplicate');
    const append = anAppend({ bodies: ['1', '2'] });
    expect(await log.append(append)).toMatchObject({ revision: 1, replayed: false });
    expect(await recorded()).toEqual(['1', '2']);
  });

  it('restarted: keeps its facts, and listeners hear of commits of others again', async () => {
    let told = 0;
    log.onCommit(() => {
      told += 1;
    });
    const first = await log.append(anAppend({ commandId: 'once', bodies: ['1'] }));
    const restartOn = port();
    await server.stop();
    await expect(log.head()).rejects.toThrow(LogUnavailable);
    server = await startTestEventStore({ port: restartOn, file: join(folder, 'journal') });
    expect(await log.head()).toBe(first.position);
    const again = anAppend({ commandId: 'once', bodies: ['1'] });
    expect(await log.append(again)).toEqual({ ...first, replayed: true });
    const before = told;
    await open().append(anAppend({ expected: 0, bodies: ['2'] }));
    await until(() => told > before);
    expect(await recorded()).toEqual(['1', '2']);
  });

  it('dropping subscriptions: listeners hear of what was committed in between', async () => {
    let told = 0;
    log.onCommit(() => {
      told += 1;
    });
    await log.append(anAppend({ bodies: ['1'] }));
    await until(() => told > 0);
    const before = told;
    await server.fault('dropSubscriptions');
    await open().append(anAppend({ expected: 0, bodies: ['2'] }));
    await until(() => told > before);
  });

  describe('with two writers', () => {
    it('at one revision lets one of them win', async () => {
      const other = open();
      await log.append(anAppend({ bodies: ['0'] }));
      const outcomes = await Promise.allSettled([
        log.append(anAppend({ expected: 0, bodies: ['1'] })),
        other.append(anAppend({ expected: 0, bodies: ['2'] })),
      ]);
      const lost = outcomes.find((one) => one.status === 'rejected');
      expect(lost?.reason).toBeInstanceOf(RevisionConflict);
      expect(lost?.reason).toMatchObject({ expected: 0, actual: 1 });
      expect(await recorded()).toHaveLength(2);
    });

    it('of one command records it once, and tells the second of the first', async () => {
      for (let round = 0; round < 10; round += 1) {
        const append = anAppend({ stream: `goals.goal-acme.${round}`, bodies: ['1', '2'] });
        const [first, second] = await Promise.all([log.append(append), open().append(append)]);
        expect([first.replayed, second.replayed].toSorted()).toEqual([false, true]);
        expect(place(first)).toEqual(place(second));
        expect(await log.read(append.stream)).toHaveLength(2);
      }
    });

    it('of one command id refuses the one that was second, as it asks for something else', async () => {
      for (let round = 0; round < 10; round += 1) {
        const append = anAppend({ stream: `goals.goal-acme.${round}`, bodies: ['1'] });
        // The same ids at the same revision: the server alone would take it for the same append.
        const outcomes = await Promise.allSettled([
          log.append(append),
          open().append({ ...append, fingerprint: 'other' }),
        ]);
        const lost = outcomes.find((one) => one.status === 'rejected');
        expect(lost?.reason).toBeInstanceOf(CommandReused);
        expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      }
    });

    it('reads what the other has appended, also on a stream that it knew', async () => {
      const other = open();
      await log.append(anAppend({ bodies: ['0'] }));
      const second = await other.append(anAppend({ commandId: 'theirs', expected: 0 }));
      expect((await log.recall(stream, 'theirs'))?.receipt).toEqual(second);
      expect(await log.append(anAppend({ expected: 1 }))).toMatchObject({ revision: 2 });
    });
  });
});

describe('errors of the client', () => {
  const error = (about: object) => Object.assign(new Error('whatever it says'), about);

  it.each([
    ['wrong-expected-version', 'conflict'],
    ['stream-not-found', 'no-stream'],
    ['access-denied', 'refused'],
    ['unavailable', 'unavailable'],
    ['cancelled', 'unavailable'],
    ['not-leader', 'unavailable'],
  ] as const)('of type %s mean: %s', (type, failure) => {
    expect(failureOf(fromClient(error({ type })))).toBe(failure);
  });

  it.each([
    [14, 'unavailable'],
    [13, 'unavailable'],
    [7, 'refused'],
  ] as const)('of gRPC with status %d, which are let through as they are, mean: %s', (code, is) => {
    expect(failureOf(fromClient(error({ code })))).toBe(is);
  });

  it('without either mean that it is unavailable, and those of others nothing', () => {
    const lost = fromClient(new Error('Channel has been shut down'));
    expect(asFault(lost)).toMatchObject({ code: 'log/unavailable', retriable: true, cause: lost });
    const ours = new TypeError('a mistake');
    expect(asFault(ours)).toBe(ours);
  });
});

function place({ revision, position }: Receipt): { revision: number; position: Position } {
  return { revision, position };
}
