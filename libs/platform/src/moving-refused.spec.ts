import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StreamDiffers, type RestorableLog } from '@plumbline/event-log';
import type { EventLog, StoredFact } from '@plumbline/event-log';
import { release, type Manifest, type TransferCode } from './export-format.ts';
import { exportInstallation, type ExportOptions } from './export-log.ts';
import { importInstallation, type ImportOptions } from './import-log.ts';
import { everything, keysIn, notebook, rootKey, seen } from './moving.testing.ts';
import { texts, written, type Notebook } from './moving.testing.ts';

let folder: string;
let source: Notebook;
let target: Notebook;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'plumbline-moving-')), 'export');
  source = await written(notebook());
  target = notebook();
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const exported = ({ log, keys }: Notebook, more: Partial<ExportOptions> = {}) =>
  exportInstallation({ log, keys, folder, ...more });
const imported = ({ log, keys }: Notebook, more: Partial<ImportOptions> = {}) =>
  importInstallation({ log, keys, folder, rootKey, ...more });
const refused = (code: TransferCode) => expect.objectContaining({ code });
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const manifest = () => JSON.parse(text('manifest.json')) as Manifest;
const rewrite = (name: string, change: (before: string) => string) =>
  writeFileSync(join(folder, name), change(text(name)));
const nothingIn = async ({ log, keys }: Notebook) => {
  expect(await log.head()).toBeNull();
  expect(await keys.list(null, 1)).toEqual([]);
};
const isSame = async () => {
  const [there, here] = [await everything(source.log), await everything(target.log)];
  expect(here.map(seen)).toEqual(there.map(seen));
  expect(await keysIn(target.keys)).toEqual(await keysIn(source.keys));
};

/** A log that dies after so many calls of one of its words. */
function dying<Log extends object>(log: Log, word: keyof Log & string, calls: number): Log {
  let left = calls;
  return new Proxy(log, {
    get: (of, name) => {
      const value = Reflect.get(of, name) as unknown;
      if (name !== word || typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return Reflect.apply(value, of, given) as unknown;
      };
    },
  });
}

describe('an export', () => {
  it('says what it holds, and is for its owner alone', async () => {
    await exported(source);
    expect(readdirSync(folder).toSorted()).toEqual([
      ...['facts-000001.ndjson', 'keys', 'manifest.json'],
    ]);
    for (const name of ['facts-000001.ndjson', 'keys/keys.ndjson', 'manifest.json']) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
    const { files, keys, facts, commands } = manifest();
    expect({ facts, commands }).toEqual({ facts: 8, commands: 5 });
    for (const { name, sha256, bytes } of [...files, keys]) {
      expect(hash('sha256', text(name), 'hex')).toBe(sha256);
      expect(Buffer.byteLength(text(name))).toBe(bytes);
    }
    // Neither a text nor a key is in it in clear.
    expect(text('facts-000001.ndjson') + text('keys/keys.ndjson')).not.toContain('amended');
    const packageFile = readFileSync(join(__dirname, '../package.json'), 'utf8');
    expect(JSON.parse(packageFile)).toMatchObject({ version: release });
  });

  it('that was stopped is none, and goes on where it stopped', async () => {
    const stop = new AbortController();
    const stopping = { fileBytesMax: 1_500, onProgress: () => stop.abort(), signal: stop.signal };
    expect(await exported(source, stopping)).toBeUndefined();
    await expect(imported(target)).rejects.toEqual(refused('import/not-complete'));
    const first = text('facts-000001.ndjson');
    const { mtimeMs } = statSync(join(folder, 'facts-000001.ndjson'));
    await exported(source, { fileBytesMax: 1_500 });
    expect(text('facts-000001.ndjson')).toBe(first);
    expect(statSync(join(folder, 'facts-000001.ndjson')).mtimeMs).toBe(mtimeMs);
    expect(manifest().files.length).toBeGreaterThan(2);
    expect(readdirSync(folder)).not.toContain('progress.json');
    await imported(target);
    await isSame();
  });

  it.each([1, 2, 3, 4, 5, 6])('killed at page %i goes on to the very same', async (calls) => {
    const log = dying(source.log, 'readAll', calls);
    await exported(source, { log, fileBytesMax: 1_500 }).catch(() => undefined);
    if (!readdirSync(folder).includes('manifest.json')) {
      await exported(source, { fileBytesMax: 1_500 });
    }
    const whole = manifest();
    rmSync(folder, { recursive: true });
    await exported(source, { fileBytesMax: 1_500 });
    expect(manifest()).toEqual(whole);
  });

  it('is not mixed with that of another log, nor written over', async () => {
    const log = dying(source.log, 'readAll', 2);
    await exported(source, { log, fileBytesMax: 1 }).catch(() => undefined);
    const other = notebook();
    await other.note({ tenant: 'acme', person: 'person:ada', texts: ['another one'] });
    await expect(exported(other)).rejects.toEqual(refused('export/other-log'));
    await exported(source);
    await expect(exported(source)).rejects.toEqual(refused('export/already-complete'));
  });

  it.each<[string, (fact: StoredFact) => Partial<StoredFact>]>([
    ['a body', ({ body }) => ({ body: body.replace('asked', 'meant') })],
    ['a place', () => ({ stream: 'notes.note-acme.elsewhere' })],
    ['a sealed part', ({ sealed }) => ({ sealed: Buffer.from(sealed ?? []).fill(0) })],
    ['a command', ({ body }) => otherBody(body.replace('asked', 'meant'))],
  ])('of a log in which %s is another ends there', async (_, change) => {
    const log: ExportOptions['log'] = {
      ...source.log,
      readAll: async (after, options) => {
        const page = await source.log.readAll(after, options);
        return { ...page, facts: page.facts.map((fact) => ({ ...fact, ...change(fact) })) };
      },
    };
    await expect(exported(source, { log })).rejects.toEqual(refused('export/log-damaged'));
    expect(readdirSync(folder)).not.toContain('manifest.json');
  });
  const otherBody = (body: string) => ({ body, bodyHash: hash('sha256', body, 'hex') });
});

describe('an import', () => {
  it('killed between two commits adds what is missing when it is run again', async () => {
    // Commands of some size, so that there is more than one commit.
    const long = 'x'.repeat(3 * 1024 * 1024 - 500_000);
    for (const _ of [1, 2, 3]) {
      await source.note({ tenant: 'acme', person: 'person:cy', texts: [long] });
    }
    await exported(source);
    const log = dying<RestorableLog>(target.log, 'restore', 1);
    await expect(imported({ ...target, log })).rejects.toThrow('killed');
    expect(await target.log.head()).not.toBeNull();
    const again = await imported(target);
    expect(again?.commandsAdded).toBeGreaterThan(0);
    expect(again?.commandsAdded).toBeLessThan(8);
    await isSame();
  });

  it('killed among the keys has brought no fact yet, and goes on', async () => {
    await exported(source);
    const keys = dying(target.keys, 'create', 1);
    await expect(imported({ ...target, keys })).rejects.toThrow('killed');
    expect(await target.log.head()).toBeNull();
    await imported(target);
    await isSame();
  });

  it('stopped before its first write has written nothing', async () => {
    await exported(source);
    const signal = AbortSignal.abort();
    expect(await imported(target, { signal })).toBeUndefined();
    await nothingIn(target);
  });

  it('run again changes nothing, nor does it bring anybody back', async () => {
    await exported(source);
    await imported(target);
    const before = await everything(target.log);
    await target.keys.destroy('acme', 'person:ada');
    expect(await imported(target)).toMatchObject({ commandsAdded: 0, keysAdded: 0 });
    expect(await everything(target.log)).toEqual(before);
    expect(await texts(target)).toEqual(['gone', 'gone', 'another Ada', 'gone']);
  });

  it('erases here whom the export has erased', async () => {
    await exported(source);
    await target.keys.create('acme', 'person:bo', Uint8Array.of(1));
    expect(await imported(target)).toMatchObject({ keysDestroyed: 1 });
    expect(await target.keys.find('acme', 'person:bo')).toEqual({ state: 'destroyed' });
  });

  it.each(['facts-000001.ndjson', 'keys/keys.ndjson'])(
    'finds any byte of %s that is another, before it writes',
    async (name) => {
      await exported(source);
      const whole = readFileSync(join(folder, name));
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(join(folder, name), bytes);
        await expect(imported(target)).rejects.toEqual(refused('import/file-damaged'));
      }
      writeFileSync(join(folder, name), whole.subarray(0, -1));
      await expect(imported(target)).rejects.toEqual(refused('import/file-damaged'));
      await nothingIn(target);
    },
  );

  it('finds a fact that is another though the manifest agrees', async () => {
    await exported(source);
    const name = 'facts-000001.ndjson';
    rewrite(name, (before) =>
      before.replace('"recordedAt":1767600000000', '"recordedAt":1767600000001'),
    );
    rewrite('manifest.json', (before) => {
      const { sha256 } = (JSON.parse(before) as Manifest).files[0] as Manifest['keys'];
      return before.replace(sha256, hash('sha256', text(name), 'hex'));
    });
    await expect(imported(target)).rejects.toThrow('line 1: it has another leaf');
    await nothingIn(target);
  });

  it('counts: a file that is left out of the manifest is missed', async () => {
    await exported(source, { fileBytesMax: 1 });
    rewrite('manifest.json', (before) => {
      const read = JSON.parse(before) as Manifest;
      return JSON.stringify({ ...read, files: read.files.slice(0, -1) });
    });
    await expect(imported(target)).rejects.toEqual(refused('import/file-damaged'));
    await nothingIn(target);
  });

  it.each(['facts-000001.ndjson', 'keys/keys.ndjson'])('misses %s by name', async (name) => {
    await exported(source);
    rmSync(join(folder, name));
    await expect(imported(target)).rejects.toEqual(refused('import/file-missing'));
    await expect(imported(target)).rejects.toThrow(name);
    await nothingIn(target);
  });

  it.each<[string, TransferCode, (manifest: Manifest) => unknown]>([
    ['of another format', 'import/foreign-format', (one) => ({ ...one, format: 'x' })],
    ['of a later version', 'import/foreign-format', (one) => ({ ...one, version: 2 })],
    ['that is no object', 'import/foreign-format', () => 'Dear Ada'],
    ['without files', 'import/file-damaged', ({ files: _, ...rest }) => rest],
    [
      'that leads elsewhere',
      'import/file-damaged',
      (one) => ({ ...one, keys: { ...one.keys, name: '../../etc/passwd' } }),
    ],
  ])('refuses a manifest %s', async (_, code, change) => {
    await exported(source);
    rewrite('manifest.json', (before) => JSON.stringify(change(JSON.parse(before) as Manifest)));
    await expect(imported(target)).rejects.toEqual(refused(code));
    await nothingIn(target);
  });

  it('refuses keys of another root key, before it writes', async () => {
    await exported(source);
    const other = { rootKey: Buffer.alloc(32, 8) };
    await expect(imported(target, other)).rejects.toEqual(refused('import/other-root-key'));
    await nothingIn(target);
  });

  it('refuses to put a key in the place of another', async () => {
    await exported(source);
    await target.keys.create('acme', 'person:ada', Uint8Array.of(1));
    await expect(imported(target)).rejects.toEqual(refused('import/other-key'));
    expect(await target.log.head()).toBeNull();
  });

  it('refuses a stream that has something else here, and leaves it', async () => {
    await exported(source);
    const other = await otherLog(target);
    await expect(imported(target)).rejects.toThrow(StreamDiffers);
    expect(await everything(target.log)).toEqual(other);
  });

  const otherLog = async ({ log, clock }: Notebook): Promise<StoredFact[]> => {
    const [{ stream }] = (await everything(source.log)) as [StoredFact];
    clock.set('2020-01-01T00:00:00.000Z');
    const fact = { id: '0b6f8f52-6d0f-5d4e-9d5a-4f6c1a7b9e21', type: 'notes.Noted.v1', body: '{}' };
    const command = { commandId: 'other', fingerprint: 'other', expected: 'none' } as const;
    await (log as EventLog).append({ tenant: 'acme', stream, ...command, facts: [fact] });
    return everything(log);
  };
});
