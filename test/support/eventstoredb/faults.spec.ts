import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { binaryEvent, EventStoreDBClient, NO_STREAM, START } from '@eventstore/db-client';
import { until } from '@plumbline/kernel/testing';
import {
  startTestEventStore,
  type TestEventStore,
} from '../../../libs/event-log/src/eventstoredb.testing.ts';

const happened = () => binaryEvent({ type: 'Happened', data: Buffer.from('{}') });
const alone = { credentials: { username: 'none', password: 'none' } };
const countOf = async (client: EventStoreDBClient, stream: string) => {
  let count = 0;
  for await (const _ of client.readStream(stream)) count += 1;
  return count;
};

describe('the faults of the double', () => {
  let server: TestEventStore;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = await startTestEventStore();
    client = EventStoreDBClient.connectionString(server.url);
  });
  afterEach(async () => {
    await client.dispose();
    await server.stop();
  });
  const append = (by = client) => by.appendToStream('stream', happened(), { ...alone });

  it('frozen, it carries nothing out before it thaws', async () => {
    await append();
    await server.fault('freeze');
    let isRead = false;
    const { calls, appends } = await server.taken();
    const reading = countOf(client, 'stream').finally(() => {
      isRead = true;
    });
    await until(async () => (await server.taken()).calls > calls);
    const gone = EventStoreDBClient.connectionString(server.url);
    const failing = append(gone).then(
      () => 'answered',
      () => 'gone',
    );
    await until(async () => (await server.taken()).appends > appends);
    await gone.dispose();
    expect(await failing).toBe('gone');
    expect(isRead).toBe(false);
    await server.fault('thaw');
    expect(await reading).toBe(1);
    // What had arrived is carried out, though its caller is gone.
    await until(async () => (await countOf(client, 'stream')) === 2);
  });

  it('frozen for appends, it is read', async () => {
    await append();
    await server.fault('freezeAppends');
    const { appends } = await server.taken();
    const appending = append();
    await until(async () => (await server.taken()).appends > appends);
    expect(await countOf(client, 'stream')).toBe(1);
    await server.fault('thaw');
    expect(await appending).toMatchObject({ nextExpectedRevision: 1n });
  });

  it('holding answers, it has carried out what it does not answer', async () => {
    await append();
    await server.fault('holdAnswers');
    let isAnswered = false;
    const appending = append().finally(() => {
      isAnswered = true;
    });
    await until(async () => (await countOf(client, 'stream')) === 2);
    expect(isAnswered).toBe(false);
    await server.fault('releaseAnswers');
    expect(await appending).toMatchObject({ nextExpectedRevision: 1n });
  });

  it('refusing, it is unavailable, and carries nothing out', async () => {
    await append();
    await server.fault('refuse');
    await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
    await expect(countOf(client, 'stream')).rejects.toMatchObject({ type: 'unavailable' });
    await server.fault('accept');
    expect(await countOf(client, 'stream')).toBe(1);
  });

  it('takes a request twice, which its idempotence makes one', async () => {
    await server.fault('duplicate');
    const options = { ...alone, expectedRevision: NO_STREAM } as const;
    const { nextExpectedRevision } = await client.appendToStream('stream', happened(), options);
    expect(nextExpectedRevision).toBe(0n);
    expect(await countOf(client, 'stream')).toBe(1);
  });

  it('gives an event of a subscription twice', async () => {
    await append();
    await server.fault('duplicate');
    const subscription = client.subscribeToStream('stream', { fromRevision: START });
    const ids: (string | undefined)[] = [];
    subscription.on('data', ({ event }) => void ids.push(event?.id));
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    expect(ids).toEqual([ids[0], ids[0]]);
    await subscription.unsubscribe();
  });

  it('ends subscriptions with an error', async () => {
    const subscription = client.subscribeToAll({ fromPosition: START });
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    const failed = new Promise((resolve) => subscription.once('error', resolve));
    await server.fault('dropSubscriptions');
    expect(await failed).toMatchObject({ type: 'unavailable' });
    expect(await append()).toMatchObject({ success: true });
  });
});

describe('the double as a process', () => {
  let folder: string;
  let running: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-eventstore-'));
  });
  afterEach(async () => {
    await end('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const start = async () => {
    const file = join(folder, 'journal');
    const program = join(__dirname, 'main.mjs');
    running = spawn(process.execPath, [program, '--port', '0', '--file', file]);
    const url = await new Promise<string>((resolve) => {
      running?.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
    });
    return EventStoreDBClient.connectionString(url);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    running = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };

  it.each(['SIGKILL', 'SIGTERM'] as const)('has its events again after %s', async (signal) => {
    const event = happened();
    const first = await start();
    const { position } = await first.appendToStream('stream', event);
    await first.deleteStream('stream');
    await first.appendToStream('stream', happened());
    await first.tombstoneStream('gone');
    await end(signal);
    const second = await start();
    const all: unknown[] = [];
    for await (const one of second.readAll({ maxCount: 1 })) all.push(one.event);
    expect(all).toMatchObject([{ id: event.id, position, data: new Uint8Array(event.data) }]);
    expect(await countOf(second, 'stream')).toBe(1);
    await expect(countOf(second, 'gone')).rejects.toMatchObject({ type: 'stream-deleted' });
    const next = await second.appendToStream('stream', happened(), { expectedRevision: 1n });
    expect(next).toMatchObject({ nextExpectedRevision: 2n });
    expect(next.position?.commit).toBeGreaterThan(position?.commit ?? 0n);
  });

  it('forgets an append that was cut off in the middle', async () => {
    const first = await start();
    await first.appendToStream('stream', happened());
    await end('SIGKILL');
    appendFileSync(join(folder, 'journal'), '{"op":"append","stream":"stream","ev');
    const second = await start();
    expect(await countOf(second, 'stream')).toBe(1);
    await second.appendToStream('stream', happened(), { expectedRevision: 0n });
    await end('SIGKILL');
    expect(await countOf(await start(), 'stream')).toBe(2);
  });
});
