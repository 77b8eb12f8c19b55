import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedCommand, StoredFact } from '@plumbline/event-log';
import { openEventStoreLog } from '@plumbline/event-log/eventstoredb';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { openMongoSealedParts } from '@plumbline/event-log/mongo-sealed-parts';
import { goalsParts } from '@plumbline/goals';
import { systemClock, type Position } from '@plumbline/kernel';
import { openMongo } from '@plumbline/mongo';
import { createProjector, type ViewStore } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { openMongoViewStore } from '@plumbline/views/mongo';
import { company, type Company } from '../support/company.ts';
import { adminToken, startServers, startService } from '../support/installation.mjs';
import type { Servers, ServiceProcess } from '../support/installation.mjs';

const leaseMs = 1_500;
const settleMsMax = 300_000;

/**
 * Two processes of one service on servers of their own, under load, while one thing after the other
 * fails; one of the directory, without which own writes are not waited for to their end. Each test
 * leaves the installation whole.
 */
let folder: string;
let servers: Servers;
let processes: ServiceProcess[];
let directory: ServiceProcess;
let people: Company;
let token: string;

const start = (service = 'goals') =>
  startService(service, {
    folder: join(folder, 'keys'),
    settings: { ...servers.settings, PLUMBLINE_LEASE_MS: String(leaseMs), LOG_LEVEL: 'warn' },
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-installation-'));
  servers = await startServers(join(folder, 'servers'), {});
  processes = [await start()];
  processes.push(await start());
  directory = await start('directory');
  token = adminToken(join(folder, 'keys'));
  people = company(() => processes.map(({ url }) => url), token);
  await people.draft(20);
});
afterAll(async () => {
  await Promise.all([...processes, directory].map((one) => one.stop()));
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => {
  const [first] = processes;
  const authorization = `Bearer ${token}`;
  const response = await fetch(`${first?.url}${path}`, { headers: { authorization, ...headers } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** Waits until the views hold everything that is recorded. */
async function settled(): Promise<string> {
  const deadline = Date.now() + settleMsMax;
  for (;;) {
    try {
      const { position } = (await get('/operations/status')) as { position: string };
      await get('/goals?limit=1', { 'read-after': position });
      return position;
    } catch (cause) {
      if (Date.now() > deadline) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Every acknowledged check-in is in the view once, and nothing is there that nobody sent. */
async function expectAllCounted(): Promise<void> {
  await settled();
  const counted = new Map<string, number>();
  for (const goalId of people.goals) {
    const { goal } = (await get(`/goals/${goalId}`)) as {
      goal: { keyResults: { checkIns: { id: string }[] }[] };
    };
    for (const { id } of goal.keyResults.flatMap(({ checkIns }) => checkIns)) {
      counted.set(id, (counted.get(id) ?? 0) + 1);
    }
  }
  expect([...counted.keys()].toSorted()).toEqual(
    people.acknowledged.map(({ id }) => id).toSorted(),
  );
  expect([...counted.values()].every((times) => times === 1)).toBe(true);
}

/** While something fails, people go on and insist. */
async function whileWorking(fail: () => Promise<unknown>, count = 150): Promise<void> {
  const working = people.checkIn(count);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await fail();
  await working;
  await expectAllCounted();
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('two processes of a service', () => {
  it('share the work, and count everything once', async () => {
    await whileWorking(async () => undefined, 300);
  });

  it('answer the same, whichever is asked', async () => {
    const position = await settled();
    const answers = await Promise.all(
      processes.map(async ({ url }) => {
        const headers = { authorization: `Bearer ${token}`, 'read-after': position };
        // As of a position, so that what depends on the time of day is the same as well.
        const path = `/goals?period=2026-Q4&asOf=${encodeURIComponent(position)}`;
        const times = '&effectiveAt=2026-12-31';
        const response = await fetch(`${url}${path}${times}`, { headers });
        return response.json();
      }),
    );
    expect(answers[0]).toMatchObject({ items: expect.any(Array), position });
    expect(answers[0]).toEqual(answers[1]);
  });

  it('go on as one when the other is killed, whichever of them it was', async () => {
    for (const index of [0, 1]) {
      await whileWorking(async () => {
        const [victim] = processes.splice(index, 1);
        await victim?.kill();
        await pause(leaseMs * 2);
        processes.splice(index, 0, await start());
      });
    }
  });

  it('take over from one that stands still, which changes nothing when it wakes up', async () => {
    for (const index of [0, 1]) {
      await whileWorking(async () => {
        const [frozen] = processes.splice(index, 1);
        frozen?.freeze();
        await pause(leaseMs * 4);
        frozen?.thaw();
        if (frozen !== undefined) processes.splice(index, 0, frozen);
      });
    }
  });
});

describe('servers that fail', () => {
  it.each([
    ['EventStoreDB', () => servers.eventStore],
    ['MongoDB', () => servers.mongo],
    ['Kafka', () => servers.kafka],
  ])('%s is killed and comes back: nothing is lost, nothing is counted twice', async (_, of) => {
    await whileWorking(async () => {
      await of().kill();
      await pause(2_000);
      await of().restart();
    });
  });
});

describe('a process that does not belong', () => {
  const startWith = (name: string, more: Record<string, string>) =>
    startService('goals', {
      folder: join(folder, name),
      settings: { ...servers.settings, LOG_LEVEL: 'warn', ...more },
    });

  it('does not start without the root key of the installation', async () => {
    await expect(startWith('other-keys', {})).rejects.toThrow(
      'root.key is missing, and this installation has one; bring it here.',
    );
  });

  it('says which server is away, in a line', async () => {
    const away = { MONGODB_URL: 'mongodb://127.0.0.1:1/plumbline' };
    await expect(startWith('keys', away)).rejects.toThrow(
      /MongoDB cannot be used as MONGODB_URL names it: [^\n]*\n$/,
    );
  });
});

describe('after all of it', () => {
  it('every published fact is on Kafka once, in the order of its stream', async () => {
    await settled();
    const log = await openLog();
    const published = (await everything(log)).flatMap((stored) => {
      const fact = goalsParts.gates[0]?.publish(stored);
      return fact === null || fact === undefined ? [] : [fact];
    });
    const lines = await untilComplete(published.at(-1)?.id ?? '');
    const seen = lines.flatMap((line) => {
      const [, id, type] = /ce_id:([^|]+)\|.*?ce_type:([^|]+)/.exec(line) ?? [];
      return type === undefined || type.startsWith('plumbline.') ? [] : [id ?? ''];
    });
    expect(seen.length).toBeGreaterThan(people.acknowledged.length);
    expect(seen).toEqual(published.map(({ id }) => id));
    await log.close();
  });

  it('views in MongoDB are those that the embedded way folds from the same facts', async () => {
    await settled();
    const log = await openLog();
    const copy = openMemoryLog({ clock: systemClock });
    for (const one of commandsOf(await everything(log))) await copy.restore([one]);
    const store = openMemoryViewStore();
    const projector = createProjector({
      ...{ log: copy, store, clock: systemClock, views: goalsParts.views },
    });
    await projector.catchUp();
    const connection = await openMongo(servers.mongo.url);
    const mongo = openMongoViewStore({ connection });
    for (const { view } of goalsParts.views) {
      const [theirs, ours] = await Promise.all([
        docsOf(mongo, view.name),
        docsOf(store, view.name),
      ]);
      expect(theirs).toEqual(ours);
      if (view.name === 'goal-sheet') expect(ours).toHaveLength(people.goals.length);
    }
    await connection.close();
    await log.close();
  });
});

async function openLog() {
  const connection = await openMongo(servers.mongo.url);
  const parts = openMongoSealedParts({ connection });
  const log = openEventStoreLog({ url: servers.eventStore.url, parts });
  const close = async () => {
    await log.close();
    await connection.close();
  };
  return { ...log, close };
}

async function everything(log: Awaited<ReturnType<typeof openLog>>): Promise<StoredFact[]> {
  const facts: StoredFact[] = [];
  for (let after: Position | null = null; ;) {
    const page = await log.readAll(after, { limit: 500 });
    facts.push(...page.facts);
    after = page.next;
    if (page.atHead) return facts;
  }
}

/** Facts as the commands that recorded them: those of one command lie side by side. */
function commandsOf(facts: readonly StoredFact[]): RecordedCommand[] {
  const commands = new Map<string, RecordedCommand & { facts: StoredFact[] }>();
  for (const fact of facts) {
    const { tenant, stream, revision, recordedAt } = fact;
    const { commandId, fingerprint } = JSON.parse(fact.body) as RecordedCommand;
    const expected = revision === 0 ? 'none' : revision - 1;
    const name = `${stream} ${commandId}`;
    const begun = commands.get(name);
    if (begun !== undefined) begun.facts.push(fact);
    else {
      const ids = { tenant, stream, commandId, fingerprint };
      commands.set(name, { ...ids, expected, recordedAt, facts: [fact] });
    }
  }
  return [...commands.values()];
}

/** What an independent reader sees, once it sees the last one. */
async function untilComplete(last: string): Promise<readonly string[]> {
  const deadline = Date.now() + settleMsMax;
  for (;;) {
    const topic = 'plumbline.goals.events.v1';
    const isolation = 'read_committed' as const;
    const lines = await servers.kafka.consoleConsumer({ topic, isolation, timeoutMs: 5_000 });
    if (lines.some((line) => line.includes(last))) return lines;
    if (Date.now() > deadline) throw new Error('The last fact did not reach Kafka.');
  }
}

async function docsOf(store: ViewStore, view: string): Promise<readonly object[]> {
  const live = await store.live(view);
  if (live === undefined) return [];
  const docs = await store.scan(live, null, 10_000);
  return docs.map(({ tenant, key, body }) => ({ tenant, key, body: JSON.parse(body) as unknown }));
}
