import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readAllFactsMax, type StoredFact } from '@plumbline/event-log';
import { openSqliteLog, openSqliteLogReader } from '@plumbline/event-log/sqlite';
import { systemClock, type Position } from '@plumbline/kernel';
import { dataFolder } from '@plumbline/platform';
import { callerOf, done } from './support/caller.ts';
import { commandLine, type Said } from './support/command-line.ts';
import {
  buildProcess,
  spawnStandalone,
  startStandalone,
  type Standalone,
} from './support/process.ts';
import { root } from './support/sources.ts';

/** What the directory does over many commands goes on where it was, whatever ends the process. */
const posts = 1_000;
const people = 1_500;
const changesTogether = 200;
const from = '2026-01-01';

let folder: string;
let running: Pick<Standalone, 'kill' | 'stop'> | undefined;

beforeAll(buildProcess, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-faults-'));
});
afterEach(async () => {
  await running?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (port?: string): Promise<Standalone> => {
  const started = await startStandalone(folder, port);
  running = started;
  return started;
};

/** The facts of the directory in the log of a process that is no more. */
async function facts(): Promise<StoredFact[]> {
  const log = openSqliteLog({ path: dataFolder(folder).log, clock: systemClock });
  const all: StoredFact[] = [];
  for (let after: Position | null = null; ;) {
    const page = await log.readAll(after, { limit: readAllFactsMax });
    all.push(...page.facts.filter(({ type }) => type.startsWith('directory.')));
    after = page.next;
    if (page.atHead) break;
  }
  await log.close();
  return all;
}

/** Waits for the next step after a position, read beside the process that records it. */
async function nextStep(from: Position | null): Promise<void> {
  const log = openSqliteLogReader({ path: dataFolder(folder).log });
  let after = from;
  await until(async () => {
    const page = await log.readAll(after, { limit: readAllFactsMax });
    after = page.next ?? after;
    return told(page.facts, 'ReorganisationStepped', 'step').length > 0;
  });
  await log.close();
}

const dataOf = ({ body }: StoredFact) =>
  (JSON.parse(body) as { data: Readonly<Record<string, unknown>> }).data;

/** What the facts of a type tell of, by one of their members. */
const told = (all: readonly StoredFact[], type: string, member: string) =>
  all.filter((one) => one.type.startsWith(`directory.${type}.`)).map((one) => dataOf(one)[member]);

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, no) => `${prefix}${no + 1}`);

async function until(isSo: () => Promise<boolean>, msMax = 60_000): Promise<void> {
  for (const deadline = Date.now() + msMax; !(await isSo());) {
    if (Date.now() > deadline) throw new Error('It did not come to that.');
  }
}

describe('a reorganisation of 1,000 posts', () => {
  const all = names('post-', posts);

  const establish = async (url: string) => {
    const admin = await callerOf({ url, folder }, 'root', 'administrator');
    const units = ['before', 'after'].map((unit) => {
      return { type: 'EstablishUnit', unit, parent: null, from, name: `Unit ${unit}` };
    });
    const changes = all.map((post) => {
      const titled = { grade: null, from, title: 'A post' };
      return { type: 'EstablishPost', post, unit: 'before', manager: null, fte: 1, ...titled };
    });
    await done(admin.post('/structure', { changes: units }));
    for (let at = 0; at < changes.length; at += changesTogether) {
      await done(admin.post('/structure', { changes: changes.slice(at, at + changesTogether) }));
    }
    return admin;
  };

  const standing = async (url: string, id: unknown) => {
    const admin = await callerOf({ url, folder }, 'root', 'administrator');
    const { body } = await admin.get(`/reorganisations/${String(id)}`);
    return (body['reorganisation'] ?? {}) as { state?: string; done?: number };
  };

  it('goes on to its end however often the process is killed, and does nothing twice', async () => {
    let { url } = await start();
    const admin = await establish(url);
    const order = { unit: 'before', into: 'after', from: '2026-02-01', reason: 'One of two.' };
    const { id } = await done(admin.post('/reorganisations', order));
    const steps: number[] = [];
    let seen: Position | null = null;
    for (let kill = 0; kill < 3; kill += 1) {
      if (kill > 0) {
        const { started, ...mortal } = spawnStandalone(folder);
        started.catch(() => undefined);
        running = mortal;
      }
      // Of the log itself, as soon as it is further: a view would tell when all is through, and a
      // process that goes on does so before it listens.
      await nextStep(seen);
      await running?.kill();
      const stored = await facts();
      seen = stored.at(-1)?.position ?? null;
      steps.push(told(stored, 'ReorganisationStepped', 'step').length);
    }
    ({ url } = await start());
    // In the middle each time, and further each time.
    expect(steps.every((step, at) => step < 10 && step > (steps[at - 1] ?? 0))).toBe(true);
    await until(async () => (await standing(url, id)).state === 'completed');
    // Another view than the one which tells how far it is.
    const { position } = (
      await (await callerOf({ url, folder }, 'root', 'administrator')).get('/operations/status')
    ).body;
    const ada = await callerOf({ url, folder }, 'ada');
    const { body } = await ada.get('/posts?unit=after&limit=1000', {
      'read-after': String(position),
    });
    expect((body['items'] as object[]).length).toBe(posts);
    expect(await standing(url, id)).toMatchObject({ state: 'completed', done: posts });
    await running?.stop();
    const stored = await facts();
    expect(told(stored, 'PostMoved', 'post').toSorted()).toEqual(all.toSorted());
    expect(told(stored, 'ReorganisationStepped', 'step')).toEqual(
      Array.from({ length: 10 }, (_, step) => step + 1),
    );
    expect(told(stored, 'ReorganisationCompleted', 'done')).toEqual([posts]);
  });
});

describe('an import of people that is cut off', () => {
  const all = names('p', people);

  const importing = async (url: string, file: string, mapping: string) => {
    const args = ['import', 'people', file, '--report', join(folder, 'report.ndjson'), '--json'];
    const path = join(root, `docs/import/${mapping}.mapping.json`);
    return commandLine([...args, '--mapping', path, '--url', url, '--data-dir', folder]);
  };

  it('goes on when the process is there again, brings the rest, and nobody twice', async () => {
    const { url } = await start();
    const file = join(folder, 'people.csv');
    const rows = all.map((one) => `${one},Name of ${one},,,Unit,Post,${from}`);
    writeFileSync(file, ['person,name,mail,manager,unit,title,start', ...rows].join('\n'));
    expect((await importing(url, file, 'people-posts')).code).toBe(0);
    const cut = importing(url, file, 'people');
    const reader = await callerOf({ url, folder }, 'ada');
    await until(async () => {
      const { body } = await reader.get('/people?limit=50');
      return (body['items'] as object[] | undefined)?.length === 50;
    });
    await running?.kill();
    const before = told(await facts(), 'PersonJoined', 'person').length;
    expect(before).toBeGreaterThanOrEqual(50);
    expect(before).toBeLessThan(people);
    // The command line asks again until somebody answers there.
    await start(new URL(url).port);
    const summaryOf = ({ code, out }: Said) => [code, JSON.parse(out) as object];
    expect(summaryOf(await cut)).toEqual([0, expect.objectContaining({ refused: 0 })]);
    const again = await importing(url, file, 'people');
    expect(summaryOf(again)).toEqual([
      0,
      expect.objectContaining({ recorded: 0, unchanged: people, refused: 0 }),
    ]);
    await running?.stop();
    expect(told(await facts(), 'PersonJoined', 'person').toSorted()).toEqual(all.toSorted());
  });
});
