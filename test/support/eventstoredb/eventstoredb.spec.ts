import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANY, BACKWARDS, binaryEvent, END, EventStoreDBClient } from '@eventstore/db-client';
import { FORWARDS, NO_STREAM, START, STREAM_EXISTS, streamNameFilter } from '@eventstore/db-client';
import type { AppendResult, ResolvedEvent } from '@eventstore/db-client';
import {
  startTestEventStore,
  type TestEventStore,
} from '../../../libs/event-log/src/eventstoredb.testing.ts';

const happened = (id: string = randomUUID()) =>
  binaryEvent({ id, type: 'Happened', data: Buffer.from([0, 1, 255]), metadata: { of: 'a test' } });
const idsOf = async (events: AsyncIterable<ResolvedEvent>) => {
  const ids: string[] = [];
  for await (const { event } of events) ids.push(event?.id ?? '');
  return ids;
};

describe.each([
  ['appends over a common call', true, ''],
  ['appends one call each', false, ''],
  ['a client that looks for the leader', true, '+discover'],
])('the double of EventStoreDB, with %s', (_, isBatching, discover) => {
  let server: TestEventStore;
  let client: EventStoreDBClient;
  beforeAll(async () => {
    server = await startTestEventStore({ isBatching });
    client = EventStoreDBClient.connectionString(server.url.replace('esdb:', `esdb${discover}:`));
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });
  let streams = 0;
  const newStream = () => `stream-${(streams += 1)}`;
  const append = (stream: string, expectedRevision: bigint | typeof ANY | typeof NO_STREAM) =>
    client.appendToStream(stream, happened(), { expectedRevision });

  it('numbers revisions, and gives events back as they were', async () => {
    const stream = newStream();
    const events = [happened(), happened()];
    const before = Date.now();
    const { nextExpectedRevision, position } = await client.appendToStream(stream, events);
    expect(nextExpectedRevision).toBe(1n);
    const read: ResolvedEvent[] = [];
    for await (const one of client.readStream(stream)) read.push(one);
    expect(read.map(({ event }) => event?.revision)).toEqual([0n, 1n]);
    expect(read[1]?.event).toMatchObject({
      ...{ id: events[1]?.id, type: 'Happened', streamId: stream, isJson: false, position },
      ...{ data: new Uint8Array([0, 1, 255]), metadata: { of: 'a test' } },
    });
    const created = read[0]?.event?.created.getTime() ?? 0;
    expect(created).toBeGreaterThanOrEqual(before);
    expect(created).toBeLessThanOrEqual(Date.now());
  });

  it('appends at the expected revision only, and says what the revision is', async () => {
    const stream = newStream();
    const exists = { expectedRevision: STREAM_EXISTS } as const;
    const type = 'wrong-expected-version';
    await expect(client.appendToStream(stream, happened(), exists)).rejects.toMatchObject({
      ...{ type, expectedVersion: STREAM_EXISTS, actualVersion: NO_STREAM },
    });
    await append(stream, NO_STREAM);
    await append(stream, 0n);
    await client.appendToStream(stream, happened(), exists);
    await append(stream, ANY);
    const refused = { type, expectedVersion: 0n, actualVersion: 3n };
    await expect(append(stream, 0n)).rejects.toMatchObject(refused);
    await expect(append(stream, NO_STREAM)).rejects.toMatchObject({
      ...refused,
      expectedVersion: NO_STREAM,
    });
    await expect(append(newStream(), 5n)).rejects.toMatchObject({ actualVersion: NO_STREAM });
  });

  it('takes the same ids in the same place for the same append, and in no other', async () => {
    const stream = newStream();
    const events = [happened(), happened()];
    const again = (expectedRevision: bigint | typeof ANY | typeof NO_STREAM, of = events) =>
      client.appendToStream(stream, of, { expectedRevision });
    const first = await again(NO_STREAM);
    await append(stream, 1n);
    const place = ({ nextExpectedRevision, position }: AppendResult) => {
      return { nextExpectedRevision, position };
    };
    expect(place(await again(NO_STREAM))).toEqual(place(first));
    expect(place(await again(ANY))).toEqual(place(first));
    expect(place(await again(0n, events.slice(1)))).toEqual(place(first));
    await expect(again(0n)).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await expect(again(NO_STREAM, [happened()])).rejects.toMatchObject({ actualVersion: 2n });
    expect(await idsOf(client.readStream(stream))).toHaveLength(3);
  });

  it('reads a stream from either end', async () => {
    const stream = newStream();
    const events = [0, 1, 2, 3].map(() => happened());
    const ids = events.map(({ id }) => id);
    await client.appendToStream(stream, events);
    const read = (options: object) => idsOf(client.readStream(stream, options));
    expect(await read({ fromRevision: 1n, maxCount: 2 })).toEqual(ids.slice(1, 3));
    expect(await read({ fromRevision: 4n })).toEqual([]);
    expect(await read({ direction: BACKWARDS, fromRevision: END })).toEqual(ids.toReversed());
    expect(await read({ direction: BACKWARDS, fromRevision: 1n })).toEqual([ids[1], ids[0]]);
    const missing = idsOf(client.readStream(newStream()));
    await expect(missing).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('reads all forwards from a position inclusive, and backwards from one exclusive', async () => {
    const stream = newStream();
    const events = [0, 1, 2].map(() => happened());
    const ids = events.map(({ id }) => id);
    const positions: NonNullable<AppendResult['position']>[] = [];
    for (const event of events) {
      const { position } = await client.appendToStream(stream, event);
      if (position !== undefined) positions.push(position);
    }
    const [, fromPosition = START] = positions;
    const read = (options: object) => idsOf(client.readAll(options));
    expect(await read({ fromPosition })).toEqual(ids.slice(1));
    expect(await read({ direction: BACKWARDS, fromPosition, maxCount: 1 })).toEqual([ids[0]]);
    const last = { direction: BACKWARDS, fromPosition: END, maxCount: 2 };
    expect(await read(last)).toEqual([ids[2], ids[1]]);
    expect(await read({ direction: FORWARDS, fromPosition: END })).toEqual([]);
    const gaps = positions
      .slice(1)
      .map((one, index) => one.commit - (positions[index]?.commit ?? 0n));
    expect(gaps.every((gap) => gap > 1n)).toBe(true);
  });

  it('goes on with a stream that was deleted, and never with one that is entombed', async () => {
    const stream = newStream();
    await append(stream, NO_STREAM);
    await client.deleteStream(stream, { expectedRevision: 0n });
    await expect(idsOf(client.readStream(stream))).rejects.toMatchObject({
      type: 'stream-not-found',
    });
    expect((await append(stream, NO_STREAM)).nextExpectedRevision).toBe(1n);
    expect(await idsOf(client.readStream(stream))).toHaveLength(1);
    await expect(client.deleteStream(stream, { expectedRevision: 7n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
    });
    await client.tombstoneStream(stream);
    for (const work of [() => append(stream, ANY), () => idsOf(client.readStream(stream))]) {
      await expect(work()).rejects.toMatchObject({ type: 'stream-deleted' });
    }
  });

  it('keeps as many events of a stream visible as its metadata says', async () => {
    const stream = newStream();
    const events = [0, 1, 2].map(() => happened());
    await client.appendToStream(stream, events);
    await client.setStreamMetadata(stream, { maxCount: 1 });
    expect(await idsOf(client.readStream(stream))).toEqual([events[2]?.id]);
    await client.setStreamMetadata(stream, { truncateBefore: 1 });
    expect(await idsOf(client.readStream(stream))).toHaveLength(2);
  });

  it('gives a subscription what was, then what comes, of streams with a prefix', async () => {
    const prefix = `${newStream()}-of-`;
    const events = [0, 1, 2].map(() => happened());
    const [first, second, third] = events;
    if (!first || !second || !third) throw new Error('there are three');
    await client.appendToStream(`${prefix}a`, first);
    await client.appendToStream(newStream(), happened());
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      ...{ prefixes: [prefix], maxSearchWindow: 2, checkpointInterval: 1 },
      checkpointReached: (_subscription, { commit }) => void checkpoints.push(commit),
    });
    const subscription = client.subscribeToAll({ fromPosition: START, filter });
    const seen: (string | undefined)[] = [];
    subscription.on('data', ({ event }) => void seen.push(event?.id));
    subscription.on('error', (cause) => void seen.push(cause.message));
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await client.appendToStream(`${prefix}b`, second);
    const { position } = await client.appendToStream(newStream(), [happened(), happened()]);
    await client.appendToStream(`${prefix}a`, third);
    while (seen.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(seen).toEqual(events.map(({ id }) => id));
    expect(checkpoints.length).toBeGreaterThan(1);
    expect(checkpoints).toEqual(checkpoints.toSorted((one, other) => (one < other ? -1 : 1)));
    expect(checkpoints.at(-1)).toBeGreaterThanOrEqual((position?.commit ?? 0n) - 200n);
    await subscription.unsubscribe();
  });

  it('refuses ids that are no UUIDs', async () => {
    await expect(client.appendToStream(newStream(), happened('one'))).rejects.toThrow();
  });
});
