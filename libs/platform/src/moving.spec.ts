import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Envelope, RestorableLog, StoredFact } from '@plumbline/event-log';
import { openEventStoreLog } from '@plumbline/event-log/eventstoredb';
import { ownNamespace, startTestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import type { TestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import { openMemorySealedParts } from '@plumbline/event-log/memory';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { openSqliteKeyStore } from '@plumbline/privacy/sqlite';
import fc from 'fast-check';
import type { Manifest } from './export-format.ts';
import { exportInstallation } from './export-log.ts';
import { importInstallation } from './import-log.ts';
import { documents, everything, keysIn, notebook, rootKey, seen } from './moving.testing.ts';
import { texts, written, type NoteCommand, type Notebook } from './moving.testing.ts';

let folder: string;
let server: TestEventStore;
beforeAll(async () => {
  server = await startTestEventStore();
});
afterAll(() => server.stop());
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'plumbline-moving-')), 'export');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const engines: readonly (readonly [string, () => Notebook])[] = [
  ['memory', () => notebook()],
  ['sqlite', sqliteNotebook],
  ['EventStoreDB', eventStoreNotebook],
];

function sqliteNotebook(): Notebook {
  return notebook(
    (clock) => openSqliteLog({ path: ':memory:', clock }),
    openSqliteKeyStore({ path: ':memory:' }),
  );
}

function eventStoreNotebook(): Notebook {
  const parts = openMemorySealedParts();
  return notebook((clock) => {
    server.follow(clock);
    return openEventStoreLog({ url: server.url, parts, namespace: ownNamespace() });
  });
}

const exported = async (book: Notebook, more: object = {}): Promise<Manifest> => {
  const { log, keys } = book;
  const manifest = await exportInstallation({ log, keys, folder, ...more });
  if (manifest === undefined) throw new Error('The export was stopped.');
  return manifest;
};
const imported = ({ log, keys }: Pick<Notebook, 'log' | 'keys'>, more: object = {}) =>
  importInstallation({ log, keys, folder, rootKey, ...more });
const closed = (...books: readonly Notebook[]) =>
  Promise.all(books.flatMap(({ log, keys }) => [log.close(), keys.close()]));

describe('an installation that is moved', () => {
  describe.each(engines)('from %s', (_, openSource) => {
    it.each(engines)('to %s: is the same there, but for its positions', async (__, openTarget) => {
      const source = await written(openSource());
      const target = openTarget();
      const manifest = await exported(source);
      expect(await imported(target)).toEqual({
        ...{ facts: 8, commands: 5, commandsAdded: 5, keysAdded: 2, keysDestroyed: 0 },
      });
      const [before, after] = [await everything(source.log), await everything(target.log)];
      expect(after.map(seen)).toEqual(before.map(seen));
      expect(manifest).toMatchObject({ facts: 8, factsByTenant: { acme: 7, other: 1 } });
      expect(await keysIn(target.keys)).toEqual(await keysIn(source.keys));
      expect(await texts(target)).toEqual(['Zwölf \u2028 ☃', 'gone', 'another Ada', 'amended']);
      expect(await documents(target.log)).toEqual(await documents(source.log));
      for (const { recordedAt } of before) {
        for (const instant of [recordedAt - 1, recordedAt]) {
          const [there, here] = await Promise.all([
            source.log.positionAt(instant),
            target.log.positionAt(instant),
          ]);
          const placeOf = (facts: typeof before, position: typeof there) =>
            facts.findIndex((fact) => fact.position === position);
          expect(placeOf(after, here)).toBe(placeOf(before, there));
        }
      }
      await closed(source, target);
    });
  });

  it.each(engines)('to %s: killed on the way, and again, is whole', async (_, openTarget) => {
    const [source, target] = [await written(sqliteNotebook()), openTarget()];
    await exported(source);
    const dying: Pick<RestorableLog, 'restore'> = {
      restore: async (commands) => {
        await target.log.restore(commands.slice(0, 2));
        throw new Error('killed');
      },
    };
    const { log, keys } = target;
    await expect(importInstallation({ log: dying, keys, folder, rootKey })).rejects.toThrow(
      'killed',
    );
    expect(await everything(log)).toHaveLength(3);
    expect(await imported(target)).toMatchObject({ commandsAdded: 3, keysAdded: 0 });
    expect(await imported(target)).toMatchObject({ commandsAdded: 0, keysAdded: 0 });
    const [before, after] = [await everything(source.log), await everything(log)];
    expect(after.map(seen)).toEqual(before.map(seen));
    await closed(source, target);
  });

  it('comes back with the very bytes of its facts', async () => {
    const [source, away, back] = [
      await written(sqliteNotebook()),
      eventStoreNotebook(),
      sqliteNotebook(),
    ];
    const there = await exported(source);
    await imported(away);
    rmSync(folder, { recursive: true });
    const returned = await exported(away);
    expect(returned.chain).toBe(there.chain);
    await imported(back);
    // Even the positions: both count facts from 1.
    expect(await everything(back.log)).toEqual(await everything(source.log));
    await closed(source, away, back);
  });

  it('takes commands that were recorded again, and goes on from there', async () => {
    const [source, target] = [await written(sqliteNotebook()), eventStoreNotebook()];
    await exported(source);
    await imported(target);
    const [{ stream, id, type, body }] = (await everything(source.log)) as [StoredFact];
    const { commandId, fingerprint } = JSON.parse(body) as Envelope;
    const facts = [{ id, type, body }];
    const asked = { tenant: 'acme', stream, commandId, fingerprint, facts };
    const again = await target.log.append({ ...asked, expected: 'none' });
    expect(again).toMatchObject({ revision: 1, replayed: true });
    target.clock.advance(30 * 86_400_000);
    await target.note({ tenant: 'acme', person: 'person:cy', texts: ['new here'] });
    expect((await texts(target)).at(-1)).toBe('new here');
    await closed(source, target);
  });

  type RandomCommand = NoteCommand & { readonly pauseMs: number; readonly erase: boolean };
  const command: fc.Arbitrary<RandomCommand> = fc.record({
    tenant: fc.constantFrom('acme', 'other'),
    person: fc.constantFrom('person:ada', 'person:bo', 'person:cy'),
    texts: fc.array(fc.option(fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 4 }),
    pauseMs: fc.nat(2),
    erase: fc.nat(9).map((one) => one === 9),
  });

  it('is the same there whatever its history, however small its files, twice over', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { maxLength: 12 }),
        fc.integer({ min: 1, max: 3_000 }),
        round,
      ),
      { numRuns: 40 },
    );
  });

  async function round(history: readonly RandomCommand[], fileBytesMax: number): Promise<void> {
    rmSync(folder, { recursive: true, force: true });
    const [source, target] = [sqliteNotebook(), notebook()];
    for (const { pauseMs, erase, ...one } of history) {
      source.clock.advance(pauseMs);
      const isErased = (await source.keys.find(one.tenant, one.person))?.state === 'destroyed';
      await source.note(isErased ? { ...one, texts: one.texts.map(() => null) } : one);
      if (erase) await source.keys.destroy(one.tenant, one.person);
    }
    const manifest = await exported(source, { fileBytesMax });
    expect(await imported(target)).toMatchObject({ commandsAdded: history.length });
    const there = await everything(source.log);
    const here = await everything(target.log);
    expect(here.map(seen)).toEqual(there.map(seen));
    expect(here.map((fact) => fact.position)).toEqual(there.map((fact) => fact.position));
    expect(manifest.facts).toBe(there.length);
    expect(await keysIn(target.keys)).toEqual(await keysIn(source.keys));
    expect(await texts(target)).toEqual(await texts(source));
    expect(await imported(target)).toMatchObject({ commandsAdded: 0, keysAdded: 0 });
    expect(await everything(target.log)).toEqual(here);
    await closed(source, target);
  }
});
