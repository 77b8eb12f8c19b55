import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, done, type Caller } from '../support/caller.ts';
import { commandLine } from '../support/command-line.ts';
import { startEntry, startEventStoreProcess, startService } from '../support/installation.mjs';
import type { Server, ServiceProcess } from '../support/installation.mjs';

/** Goals in one process, the directory in two, started in the order in which nobody would. */
const posts = 400;
const changesTogether = 200;
const leaseMs = 1_500;
const settleMsMax = 300_000;

let folder: string;
let store: Server;
let goals: ServiceProcess;
const others: ServiceProcess[] = [];
let directories: ServiceProcess[] = [];
let entry: Server;
let admin: Caller;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-two-services-'));
  store = await startEventStoreProcess(join(folder, 'eventstoredb.journal'));
  const { KAFKA_BROKERS = '', MONGODB_URL = '' } = process.env;
  const mongo = new URL(MONGODB_URL);
  mongo.pathname = '/twoservices';
  const settings = {
    ...{ PLUMBLINE_STORE: 'servers', PLUMBLINE_ENVIRONMENT: 'twoservices', LOG_LEVEL: 'warn' },
    ...{ EVENTSTORE_URL: store.url, KAFKA_BROKERS, MONGODB_URL: mongo.href },
    PLUMBLINE_LEASE_MS: String(leaseMs),
  };
  // Ready, though nobody has ever relayed anything of the directory.
  goals = await startService('goals', { folder, settings });
  // The entry leads to every service.
  for (const name of ['feedback', 'analytics', 'reviews']) {
    others.push(await startService(name, { folder, settings }));
  }
  directories = [await startService('directory', { folder, settings })];
  directories.push(await startService('directory', { folder, settings }));
  entry = await startEntry([goals, ...others, ...directories]);
  admin = await callerOf({ url: entry.url, folder }, 'root', 'administrator');
});

afterAll(async () => {
  await entry?.stop();
  await Promise.all([goals, ...others, ...directories].map((one) => one?.stop()));
  await store?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + settleMsMax; !(await isSo());) {
    if (Date.now() > deadline) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('two services behind one entry', () => {
  it('carry a reorganisation on in another process when one is killed', async () => {
    const from = '2026-01-01';
    const units = ['before', 'after'].map((unit) => {
      return { type: 'EstablishUnit', unit, parent: null, from, name: `Unit ${unit}` };
    });
    const changes = Array.from({ length: posts }, (_, no) => {
      const place = { post: `post-${no}`, unit: 'before', manager: null, fte: 1 };
      return { type: 'EstablishPost', ...place, grade: null, from, title: 'A post' };
    });
    await done(admin.post('/structure', { changes: units }));
    for (let at = 0; at < posts; at += changesTogether) {
      await done(admin.post('/structure', { changes: changes.slice(at, at + changesTogether) }));
    }
    const order = { unit: 'before', into: 'after', from: '2026-02-01', reason: 'One of two.' };
    const { id } = await done(admin.post('/reorganisations', order));
    const [victim] = directories.splice(0, 1);
    await victim?.kill();
    await until(async () => {
      const { body } = await admin.get(`/reorganisations/${String(id)}`);
      return (body['reorganisation'] as { state?: string } | undefined)?.state === 'completed';
    });
    const { reorganisation } = await done(admin.get(`/reorganisations/${String(id)}`));
    expect(reorganisation).toMatchObject({ done: posts, refused: [], left: 0 });
    await until(async () => {
      const { body } = await admin.get('/posts?unit=after&limit=1000');
      return (body['items'] as object[] | undefined)?.length === posts;
    });
  });

  it('are operated on under their own addresses', async () => {
    const views = async (url: string): Promise<readonly string[]> => {
      const { body } = await (
        await callerOf({ url, folder }, 'op', 'operator')
      ).get('/operations/status');
      return (body['views'] as { name: string }[]).map(({ name }) => name);
    };
    expect(await views(entry.url)).toContain('goal-sheet');
    const own = `${entry.url}/directory`;
    expect(await views(own)).toEqual(expect.arrayContaining(['person-sheet', 'readers']));
    const args = ['rebuild', 'post-sheet', '--json', '--url', own, '--data-dir', folder];
    const said = await commandLine(args);
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({
      rebuilt: [{ view: 'post-sheet', equal: posts, changed: 0, added: 0, removed: 0 }],
    });
  });
});
