import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startTestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import type { TestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import { openTestDatabase, type TestDatabase } from '@plumbline/mongo/testing';
import { exitCodes } from '../exit.ts';
import { run } from '../program.ts';
import { testIo } from '../testing.ts';
import { factsIn, keepRootKey, record, rootKey, textsIn } from './moving.testing.ts';

let place: string;
let database: TestDatabase;
let events: TestEventStore;
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'plumbline-moving-'));
  database = await openTestDatabase();
  events = await startTestEventStore();
});
afterEach(async () => {
  await events.stop();
  await database.drop();
  rmSync(place, { recursive: true });
});

it('an installation goes from a folder to servers and back with all its facts', async () => {
  const [source, away, back] = [join(place, 'source'), join(place, 'away'), join(place, 'back')];
  for (const folder of [source, away, back]) keepRootKey(folder, rootKey);
  await record(source, ['the first', 'the second', 'the third']);
  const onServers = {
    ...{ PLUMBLINE_STORE: 'servers', EVENTSTORE_URL: events.url, MONGODB_URL: database.url },
    ...{ KAFKA_BROKERS: '127.0.0.1:9', PLUMBLINE_ENVIRONMENT: 'moved' },
  };
  const command = async (env: Record<string, string>, ...args: string[]) => {
    const io = testIo({ env });
    const code = await run([...args, '--json'], io);
    if (code !== exitCodes.ok) throw new Error(io.said.err);
    return JSON.parse(io.said.out) as Record<string, unknown>;
  };
  const [first, second] = [join(place, 'first'), join(place, 'second')];
  const out = await command({}, 'export', '--to', first, '--data-dir', source);
  const moved = await command(onServers, 'import', 'log', first, '--data-dir', away);
  expect(moved).toMatchObject({ commandsAdded: 3, keysAdded: 2 });
  const again = await command(onServers, 'import', 'log', first, '--data-dir', away);
  expect(again).toMatchObject({ commandsAdded: 0, keysAdded: 0 });
  const returned = await command(onServers, 'export', '--to', second, '--data-dir', away);
  expect(returned).toMatchObject({ facts: 3, keys: 3, chain: out['chain'] });
  await command({}, 'import', 'log', second, '--data-dir', back);
  expect(await factsIn(back)).toEqual(await factsIn(source));
  expect(await textsIn(back)).toEqual(['the first', 'gone', 'the third']);
});
