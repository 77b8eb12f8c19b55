import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { derivedId, Malformed, manualClock, toInstant } from '@plumbline/kernel';
import { anAppend, eventLogContract } from './event-log.contract.ts';
import { eventLogModel } from './event-log.model.testing.ts';
import { appendFactsMax, bodyBytesMax, LimitExceeded } from './event-log.ts';
import { ownNamespace, startTestEventStore, type TestEventStore } from './eventstoredb.testing.ts';
import { openEventStoreLog } from './eventstoredb.ts';
import { lookedAtMax } from './eventstoredb-reader.ts';
import { openMemorySealedParts } from './memory.ts';
import { restoreContract } from './restore.contract.ts';
import { sealedPartHash } from './sealed-parts.ts';

/** A server of one's own: its clock cannot be set, nor can it be made to fail. */
const given = process.env['EVENTSTORE_URL'];
const logOn = (url: string, namespace = ownNamespace(), parts = openMemorySealedParts()) =>
  openEventStoreLog({ url, parts, namespace });

describe('on a server', () => {
  let server: TestEventStore | undefined;
  beforeAll(async () => {
    if (given === undefined) server = await startTestEventStore();
  });
  afterAll(() => server?.stop());

  eventLogContract(
    'EventStoreDB',
    (clock) => {
      server?.follow(clock);
      return logOn(given ?? server?.url ?? '');
    },
    { hasOwnClock: given !== undefined },
  );

  restoreContract('EventStoreDB', (clock) => {
    server?.follow(clock);
    return logOn(given ?? server?.url ?? '');
  });
});

describe('beside the events', () => {
  let server: TestEventStore | undefined;
  let url = given ?? '';
  beforeAll(async () => {
    if (given === undefined) server = await startTestEventStore();
    url = server?.url ?? url;
  });
  afterAll(() => server?.stop());

  const sealed = Uint8Array.of(1, 0, 255);
  const withPart = () => {
    const fact = { id: derivedId('sealed'), type: 'goals.Happened.v1', body: '{}', sealed };
    return { ...anAppend(), facts: [fact] };
  };
  const others = async (name: string, count: number) => {
    const client = EventStoreDBClient.connectionString(url);
    const events = Array.from({ length: count }, () => jsonEvent({ type: 'Else', data: {} }));
    await client.appendToStream(name, events);
    await client.dispose();
  };

  it('an erased part is gone, and its fact stays', async () => {
    const parts = openMemorySealedParts();
    const log = logOn(url, ownNamespace(), parts);
    await log.append(withPart());
    expect(await parts.erase('acme', [sealedPartHash(sealed)])).toBe(1);
    const [fact] = await log.read('goals.goal-acme.1');
    expect(fact).toMatchObject({ body: '{}', revision: 0 });
    expect(fact?.sealed).toBeUndefined();
    await log.close();
  });

  it('a part that cannot be kept keeps its fact from being appended', async () => {
    const parts = openMemorySealedParts();
    const log = logOn(url, ownNamespace(), parts);
    await parts.close();
    await expect(log.append(withPart())).rejects.toThrow('The sealed parts are closed.');
    expect(await log.read('goals.goal-acme.1')).toEqual([]);
    await log.close();
  });

  it('events of others are passed over, however many there are', async () => {
    const log = logOn(url);
    const first = await log.append(anAppend());
    for (let sent = 0; sent <= lookedAtMax; sent += 1_000) await others('elsewhere', 1_000);
    expect(await log.head()).toBe(first.position);
    const page = await log.readAll(first.position, { limit: 1 });
    expect(page).toMatchObject({ facts: [], atHead: false });
    const second = await log.append(anAppend({ expected: 0 }));
    const last = await log.readAll(page.next, { limit: 1 });
    expect(last.facts.map((one) => one.position)).toEqual([second.position]);
    expect(await log.readAll(last.next, { limit: 1 })).toMatchObject({ facts: [], atHead: true });
    await log.close();
  });

  it('an event in the name of the log that is none of its facts is not passed over', async () => {
    const namespace = ownNamespace();
    const log = logOn(url, namespace);
    await others(`${namespace}goals.goal-acme.1`, 1);
    await expect(log.read('goals.goal-acme.1')).rejects.toThrow(Malformed);
    await expect(log.append(anAppend())).rejects.toThrow(Malformed);
    await log.close();
  });

  it('the limit of the server for an append is refused by name', async () => {
    const log = logOn(url);
    const large = JSON.stringify('x'.repeat(bodyBytesMax - 2));
    const bodies = Array.from({ length: 5 }, () => large);
    await expect(log.append(anAppend({ bodies }))).rejects.toMatchObject({
      ...{ code: 'log/limit-exceeded', max: 1024 * 1024, actual: 5 * bodyBytesMax },
    });
    await expect(log.append(anAppend({ bodies }))).rejects.toThrow(LimitExceeded);
    await log.append(anAppend({ bodies: bodies.slice(0, 3) }));
    await log.close();
  });

  it('a stream of more facts than an append takes is read whole', async () => {
    const log = logOn(url);
    const bodies = Array.from({ length: appendFactsMax }, (_, no) => `${no}`);
    for (const expected of ['none', 255, 511] as const)
      await log.append(anAppend({ bodies, expected }));
    const facts = await log.read('goals.goal-acme.1');
    expect(facts.map((one) => one.body)).toEqual([...bodies, ...bodies, ...bodies]);
    await log.close();
  });
});

(given === undefined ? describe : describe.skip)('on a server that does as it is told', () => {
  let server: TestEventStore;
  beforeAll(async () => {
    server = await startTestEventStore();
  });
  afterAll(() => server.stop());

  it('recorded times never decrease between two writers, though its clock does', async () => {
    const clock = manualClock('2026-07-01T09:00:00.000Z');
    server.follow(clock);
    const namespace = ownNamespace();
    const first = logOn(server.url, namespace);
    await first.append(anAppend());
    clock.set('2026-06-01T00:00:00.000Z');
    const second = logOn(server.url, namespace);
    await second.append(anAppend({ stream: 'goals.goal-acme.2' }));
    const { facts } = await first.readAll(null, { limit: 10 });
    expect(facts.map((one) => toInstant(one.recordedAt))).toEqual([
      '2026-07-01T09:00:00.000Z',
      '2026-07-01T09:00:00.000Z',
    ]);
    await Promise.all([first.close(), second.close()]);
  });

  eventLogModel(
    'EventStoreDB',
    (clock) => {
      server.follow(clock);
      const parts = openMemorySealedParts();
      const namespace = ownNamespace();
      let log = logOn(server.url, namespace, parts);
      return {
        log,
        reopen: async () => {
          await log.close();
          log = logOn(server.url, namespace, parts);
          return log;
        },
        done: () => undefined,
      };
    },
    12,
  );
});
