import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, dataFolder } from '@plumbline/platform';
import { openEngine } from '@plumbline/platform/open-engine';
import { exitCodes } from '../exit.ts';
import { run } from '../program.ts';
import { testIo } from '../testing.ts';
import { factsIn, keepRootKey, record, rootKey, textsIn } from './moving.testing.ts';

let place: string;
let source: string;
let target: string;
let to: string;
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'plumbline-moving-'));
  [source, target, to] = [join(place, 'source'), join(place, 'target'), join(place, 'export')];
  keepRootKey(source, rootKey);
  await record(source, ['the first', 'the second', 'the third']);
});
afterEach(() => rmSync(place, { recursive: true }));

async function told(args: readonly string[], env: Record<string, string> = {}) {
  const io = testIo({ env });
  return { code: await run(args, io), ...io.said };
}
const exportFrom = (folder: string, ...more: string[]) =>
  told(['export', '--to', to, '--data-dir', folder, ...more]);
const importInto = (folder: string, ...more: string[]) =>
  told(['import', 'log', to, '--data-dir', folder, ...more]);
const errorOf = ({ err }: { readonly err: string }): unknown => {
  const [last = ''] = err.trim().split('\n').slice(-1);
  return (JSON.parse(last) as { error: unknown }).error;
};

describe('export and import log', () => {
  it('move an installation from one folder to another', async () => {
    const out = await exportFrom(source);
    expect(out).toMatchObject({ code: exitCodes.ok });
    expect(out.out).toContain(`exported to ${to}`);
    expect(out.err).toContain('export 100% 3 of 3 facts');
    keepRootKey(target, rootKey);
    const into = await importInto(target, '--json');
    expect(into).toMatchObject({ code: exitCodes.ok });
    expect(into.err).toContain('checking 100% 3 of 3 facts');
    expect(into.err).toContain('restoring 100% 3 of 3 facts');
    expect(JSON.parse(into.out)).toEqual({
      ...{ folder: to, facts: 3, commands: 3, commandsAdded: 3, keysAdded: 2, keysDestroyed: 0 },
    });
    expect(await factsIn(target)).toEqual(await factsIn(source));
    expect(await textsIn(target)).toEqual(['the first', 'gone', 'the third']);
    const again = await importInto(target, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ commandsAdded: 0, keysAdded: 0 });
  });

  it('give an export as one document', async () => {
    const { out, code } = await exportFrom(source, '--json');
    expect(code).toBe(exitCodes.ok);
    expect(JSON.parse(out)).toMatchObject({ facts: 3, factsByTenant: { acme: 3 }, keys: 3 });
  });

  it('are refused while a server runs over the folder, with a word for what to do', async () => {
    const config = { store: 'sqlite', servers: undefined, dataDir: source } as const;
    const { engine } = await openEngine({
      config: { ...config, tenant: 'acme', cachedStreamsMax: 10 },
      parts: [],
      logger: createLogger('silent'),
    });
    const refused = await exportFrom(source, '--json');
    expect(refused.code).toBe(exitCodes.saidNo);
    expect(errorOf(refused)).toMatchObject({ code: 'moving/folder-in-use' });
    expect(refused.err).toContain('Stop it first');
    expect(existsSync(to)).toBe(false);
    await engine.close();
    expect(await exportFrom(source)).toMatchObject({ code: exitCodes.ok });
  });

  it('need a log, and the root key of its texts', async () => {
    expect(errorOf(await exportFrom(target, '--json'))).toMatchObject({
      ...{ code: 'moving/folder', exitCode: exitCodes.usage },
    });
    await exportFrom(source);
    const without = await importInto(target, '--json');
    expect(errorOf(without)).toMatchObject({ code: 'moving/folder', exitCode: exitCodes.usage });
    expect(without.err).toContain('root.key is missing; copy it there');
    keepRootKey(target, Buffer.alloc(32, 8));
    expect(errorOf(await importInto(target, '--json'))).toMatchObject({
      code: 'import/other-root-key',
    });
    expect(await factsIn(target)).toEqual([]);
    copyFileSync(dataFolder(source).rootKey, dataFolder(target).rootKey);
    expect(await importInto(target)).toMatchObject({ code: exitCodes.ok });
  });

  it('need a folder without what is left of another log', async () => {
    await exportFrom(source);
    keepRootKey(target, rootKey);
    writeFileSync(dataFolder(target).views, '');
    const refused = await importInto(target, '--json');
    expect(errorOf(refused)).toMatchObject({ code: 'moving/folder', exitCode: exitCodes.usage });
    expect(refused.err).toContain('take an empty folder');
    expect(existsSync(dataFolder(target).log)).toBe(false);
  });

  it('refuse what was changed, and what has no end, and name the file', async () => {
    keepRootKey(target, rootKey);
    expect(errorOf(await importInto(target, '--json'))).toMatchObject({
      ...{ code: 'import/not-complete', exitCode: exitCodes.usage },
    });
    await exportFrom(source);
    const name = join(to, 'facts-000001.ndjson');
    writeFileSync(name, readFileSync(name, 'utf8').replace('asked', 'meant'));
    const refused = await importInto(target, '--json');
    expect(errorOf(refused)).toMatchObject({ code: 'import/file-damaged' });
    expect(refused.err).toContain('facts-000001.ndjson');
    expect(await factsIn(target)).toEqual([]);
  });

  it('leave what is there and differs as it is, and name it', async () => {
    await exportFrom(source);
    keepRootKey(target, rootKey);
    await record(target, ['the first']);
    const otherKey = await importInto(target, '--json');
    expect(errorOf(otherKey)).toMatchObject({
      ...{ code: 'import/other-key', exitCode: exitCodes.saidNo },
      message: expect.stringContaining('person:0'),
    });
    rmSync(dataFolder(target).log);
    copyFileSync(dataFolder(source).subjectKeys, dataFolder(target).subjectKeys);
    await record(target, ['the first']);
    const before = await factsIn(target);
    const otherStream = await importInto(target, '--json');
    expect(errorOf(otherStream)).toMatchObject({
      ...{ code: 'log/stream-differs', exitCode: exitCodes.saidNo },
      message: expect.stringContaining(before[0]?.stream ?? 'no stream'),
    });
    expect(await factsIn(target)).toEqual(before);
  });

  it('refuse to export a log that is damaged', async () => {
    const file = readFileSync(dataFolder(source).log);
    const at = file.indexOf('"subject":"person:0"');
    expect(at).toBeGreaterThan(0);
    file.write('"subject":"person:9"', at);
    writeFileSync(dataFolder(source).log, file);
    const refused = await exportFrom(source, '--json');
    expect(refused.code).toBe(exitCodes.checkFailed);
    expect(errorOf(refused)).toMatchObject({ code: 'export/log-damaged' });
    expect(existsSync(to)).toBe(false);
  });

  it('stop when they are told to, and go on with the same command', async () => {
    const io = testIo({ signal: AbortSignal.abort() });
    const code = await run(['export', '--to', to, '--data-dir', source], io);
    expect(code).toBe(exitCodes.interrupted);
    expect(io.said.err).toContain('The same command goes on');
    expect(await exportFrom(source)).toMatchObject({ code: exitCodes.ok });
  });

  it.each([
    [{ PLUMBLINE_STORE: 'memory' }, 'moving/folder'],
    [{ PLUMBLINE_STORE: 'paper' }, 'moving/settings'],
    [{ PLUMBLINE_STORE: 'servers', MONGODB_URL: 'mongodb://127.0.0.1:9/x' }, 'moving/settings'],
  ])('say what cannot be opened: %j', async (env, code) => {
    const args = ['export', '--to', to, '--data-dir', source, '--json'];
    expect(errorOf(await told(args, env))).toMatchObject({ code, exitCode: exitCodes.usage });
  });
});
