import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAllFactsMax, type EventLog, type RestorableLog } from '@plumbline/event-log';
import { openEventStoreLog } from '@plumbline/event-log/eventstoredb';
import { startTestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import type { TestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import { openMemoryLog, openMemorySealedParts } from '@plumbline/event-log/memory';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { goalsParts } from '@plumbline/goals';
import { manualClock, systemClock } from '@plumbline/kernel';
import { dataFolder, importInstallation, readRootKey } from '@plumbline/platform';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { createProjector } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { commandProcess } from './support/command-line.ts';
import { serveApart, type Served } from './support/served.ts';

/** Longer than a policy waits that could not read its view yet when the server began. */
const stillMs = 6_000;

// On servers there is no folder to export from here; the distributed tests of the command line do.
const onFolders = process.env['E2E_ON'] === 'servers' ? describe.skip : describe;

onFolders('a played company that is moved', () => {
  let place: string;
  let source: Served;
  let server: TestEventStore;
  let to: string;
  let before: readonly unknown[];
  let exported: Readonly<Record<string, unknown>>;

  const command = async (...args: readonly string[]) => {
    const said = await commandProcess([...args, '--json']);
    if (said.code !== 0) throw new Error(said.err);
    return JSON.parse(said.out) as Record<string, unknown>;
  };

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'plumbline-moving-'));
    to = join(place, 'export');
    server = await startTestEventStore();
    source = await serveApart();
    const where = ['--url', source.url, '--data-dir', source.folder];
    await command('demo', '--people', '42', '--today', '2025-06-20', ...where);
    await source.stop();
    // A start records what is over by then, and so would the one on another folder.
    source = await serveApart({ DATA_DIR: source.folder });
    await still(source);
    before = await answers(source);
    await source.stop();
    exported = await command('export', '--to', to, '--data-dir', source.folder);
  });

  afterAll(async () => {
    await source.close();
    await server.stop();
    rmSync(place, { recursive: true });
  });

  /** Until nothing more was recorded for a while. */
  const still = async (served: Served): Promise<void> => {
    for (let head: string | null | undefined; head !== (head = await served.head());) {
      await new Promise((resolve) => setTimeout(resolve, stillMs));
    }
    await served.caughtUp();
  };

  const answers = async ({ url, folder }: Served): Promise<readonly unknown[]> => {
    // Of a colleague: what others may see of private goals is recorded, and moves the positions on.
    const { token } = await command('token', '--as', 'guest', '--data-dir', folder);
    const get = async (path: string): Promise<unknown> => {
      const headers = { authorization: `Bearer ${String(token)}` };
      const response = await fetch(`${url}${path}`, { headers });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    };
    // Figures of progress go on with time: both are asked about the same day.
    const day = 'effectiveAt=2025-06-20';
    const { items } = (await get(`/goals?limit=50&${day}`)) as { items: { id: string }[] };
    expect(items.length).toBeGreaterThan(10);
    const found: unknown[] = [items];
    for (const { id } of items.slice(0, 5)) {
      const history = (await get(`/goals/${id}/history`)) as { items: { recordedAt: string }[] };
      const { recordedAt } = history.items[Math.floor(history.items.length / 2)] ?? {};
      for (const path of [`/goals/${id}?`, '/goals?limit=50&']) {
        found.push(await get(`${path}${day}`), await get(`${path}${day}&asOf=${recordedAt}`));
      }
      found.push(history);
    }
    return found;
  };

  const documents = async (log: EventLog): Promise<readonly string[]> => {
    const store = openMemoryViewStore();
    const { views } = goalsParts;
    const projector = createProjector({ log, store, clock: manualClock('2026-02-01'), views });
    await projector.start();
    await projector.catchUp();
    const all: string[] = [];
    for (const { view } of views) {
      const live = await store.live(view.name);
      if (live === undefined) throw new Error(`${view.name} is not projected.`);
      for (const { tenant, key, body } of await store.scan(live, null, 100_000)) {
        all.push(`${view.name} ${tenant} ${key} ${body}`);
      }
    }
    await projector.stop();
    return all;
  };

  it('answers as before, from another folder', async () => {
    expect(exported['facts']).toBeGreaterThan(1_000);
    const folder = join(place, 'target');
    mkdirSync(join(folder, 'keys'), { recursive: true });
    copyFileSync(dataFolder(source.folder).rootKey, dataFolder(folder).rootKey);
    const imported = await command('import', 'log', to, '--data-dir', folder);
    expect(imported['commandsAdded']).toBe(exported['commands']);
    const target = await serveApart({ DATA_DIR: folder });
    await target.caughtUp();
    expect(await answers(target)).toEqual(before);
    await target.close();
  });

  it.each<[string, () => RestorableLog]>([
    ['memory', () => openMemoryLog({ clock: systemClock })],
    ['EventStoreDB', () => openEventStoreLog({ url: server.url, parts: openMemorySealedParts() })],
  ])('has the same facts and views in %s', async (_, open) => {
    const [log, keys] = [open(), openMemoryKeyStore()];
    const rootKey = readRootKey(dataFolder(source.folder)) ?? new Uint8Array();
    await importInstallation({ log, keys, rootKey, folder: to });
    const original = openSqliteLog({ path: dataFolder(source.folder).log, clock: systemClock });
    const bodies = async (one: EventLog) => {
      const { facts } = await one.readAll(null, { limit: readAllFactsMax });
      return facts.map((fact) => `${fact.recordedAt} ${fact.stream} ${fact.revision} ${fact.body}`);
    };
    expect(await bodies(log)).toEqual(await bodies(original));
    const there = await documents(original);
    expect(there.length).toBeGreaterThan(10);
    expect(await documents(log)).toEqual(there);
    await Promise.all([log.close(), original.close()]);
  });
});
