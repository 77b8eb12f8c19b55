import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@plumbline/event-log';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { systemClock } from '@plumbline/kernel';
import { dataFolder } from '@plumbline/platform';
import { openSqliteViewStore } from '@plumbline/views/sqlite';
import { commandLine } from './support/command-line.ts';
import { serve, type Served } from './support/served.ts';
import { root } from './support/sources.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function plumbline(...args: string[]) {
  if (served === undefined) throw new Error('Nothing is served.');
  const where = ['--url', served.url, '--data-dir', served.folder];
  return commandLine([...args, ...where]);
}

const stream = 'goals.goal-main.6f1c6d0e-58a9-5b6a-9c55-0c5f0d6f3a11';

/** A server over a log with a fact of a type that this release does not know. */
async function serveUnreadable(): Promise<Served> {
  const { folder, stop } = await serve();
  await stop();
  const log = openSqliteLog({ path: dataFolder(folder).log, clock: systemClock });
  const fact = { id: '0b0e7a52-3a0b-5d3e-8a53-2a3a3d1a7c01', type: 'goals.GoalFoldedTwice.v1' };
  const about = { tenant: 'main', stream, commandId: 'c-1', fingerprint: '0'.repeat(64) };
  const body = canonicalJson({ ...fact, ...about, data: {} });
  await log.append({ ...about, expected: 'none', facts: [{ ...fact, body }] });
  await log.close();
  const server = await serve({ DATA_DIR: folder });
  await server.caughtUp();
  return server;
}

interface Listed {
  readonly items: readonly { id: string; reader: string; key: string; attempts: number }[];
}
const list = async () => JSON.parse((await plumbline('parked', 'list', '--json')).out) as Listed;

describe('parked, on a server', () => {
  it('is listed, shown, not taken again while it cannot be read, and discarded', async () => {
    served = await serveUnreadable();
    const { items } = await list();
    const one = items.find(({ reader }) => reader === 'goal-sheet') ?? items[0];
    expect(one).toMatchObject({ key: `stream:${stream}` });
    const { id = '', attempts = 0 } = one ?? {};
    const shown = await plumbline('parked', 'show', id);
    expect(JSON.parse(shown.out)).toMatchObject({
      id,
      facts: [{ type: 'goals.GoalFoldedTwice.v1', stream, revision: 0 }],
    });

    const retried = await plumbline('parked', 'retry', id);
    expect(retried.code).toBe(7);
    expect(retried.out).toMatch(/: still parked: .*GoalFoldedTwice/);
    const again = (await list()).items.find((other) => other.id === id);
    expect(again?.attempts).toBe(attempts + 1);

    const discarded = await plumbline('parked', 'discard', id, '--reason', 'of another release');
    expect(discarded).toMatchObject({ code: 0, err: '' });
    expect((await list()).items.map((other) => other.id)).toEqual(
      items.map((other) => other.id).filter((other) => other !== id),
    );
    expect((await plumbline('parked', 'retry', id)).code).toBe(8);
  });

  it('keeps a view from being rebuilt, and the doctor tells of it', async () => {
    served = await serveUnreadable();
    const [{ reader } = { reader: '' }] = (await list()).items;
    const rebuilt = await plumbline('rebuild', reader);
    expect(rebuilt).toMatchObject({ code: 8, out: '' });
    expect(rebuilt.err).toContain('[views/rebuild-failed]');
    const looked = await plumbline('doctor');
    expect(looked.code).toBe(0);
    expect(looked.out).toMatch(/^WARN +parked +\d+ keys are parked$/m);
  });
});

/** Lays one document of a view otherwise than the log has it. */
async function spoilOne(folder: string, view: string): Promise<void> {
  const store = openSqliteViewStore({ path: dataFolder(folder).views });
  const live = await store.live(view);
  if (live === undefined) throw new Error(`${view} is not live.`);
  const claim = await store.claim(live);
  const [doc] = await store.scan(live, null, 1);
  const [stored] = doc === undefined ? [] : await store.load(live, [doc]);
  if (doc === undefined || stored === undefined || claim.checkpoint === null) {
    throw new Error(`${view} is empty.`);
  }
  const { tenant, key } = doc;
  const { watermark } = stored;
  const spoilt = { tenant, key, watermark, loaded: watermark, body: `${stored.body} ` };
  const page = {
    claim,
    checkpoint: claim.checkpoint,
    docs: [{ ...spoilt, index: {}, reindex: false }],
  };
  await store.apply([page]);
  await store.close();
}

describe('rebuild, on a server', () => {
  it('counts what came out equal, and what did not', async () => {
    served = await serve();
    expect((await plumbline('demo', '--people', '42', '--today', '2025-06-20')).code).toBe(0);
    await served.caughtUp();
    const all = await plumbline('rebuild', '--json');
    const { rebuilt } = JSON.parse(all.out) as { rebuilt: { view: string; equal: number }[] };
    expect(all.code).toBe(0);
    expect(rebuilt.length).toBeGreaterThan(1);
    const none = { changed: 0, added: 0, removed: 0 };
    expect(rebuilt).toEqual(rebuilt.map((one) => ({ ...one, ...none })));
    const one = rebuilt.find(({ equal }) => equal > 1) ?? { view: '', equal: 0 };

    await served.stop();
    await spoilOne(served.folder, one.view);
    served = await serve({ DATA_DIR: served.folder });
    const spoilt = await plumbline('rebuild', one.view);
    expect(spoilt.code).toBe(7);
    const counts = `1 changed, 0 added, 0 removed, ${one.equal - 1} equal`;
    expect(spoilt.out).toContain(`rebuilt ${one.view}  DIFFERED  ${counts}, from `);
    const mended = await plumbline('rebuild', one.view);
    expect(mended.code).toBe(0);
    expect(mended.out).toContain(`equal  ${one.equal} documents from `);
    expect((await plumbline('rebuild', 'no-such-view')).code).toBe(8);
  });
});

describe('the program', () => {
  it.each(['stdout', 'stderr'] as const)('ends quietly when %s is closed', async (closed) => {
    const program = join(root, 'services/cli/dist/main.js');
    const args = closed === 'stdout' ? ['--help'] : ['no-such-verb'];
    const child = spawn(process.execPath, [program, ...args]);
    child[closed].destroy();
    let said = '';
    const other = closed === 'stdout' ? child.stderr : child.stdout;
    other.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((ended) => child.once('exit', ended));
    expect([code, said]).toEqual([closed === 'stdout' ? 0 : 2, '']);
  });
});
