import { describe, expect, it } from '@jest/globals';
import { createTransactor } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { manualClock, type Position } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { accessCodec, accessParts } from './index.ts';
import { createExportLog, exportDecider } from './export-log.ts';
import type { ExportCommand, ExportFact } from './export-log.ts';

const { given } = specification(exportDecider);

const at = '2026-07-01T09:00:00.000Z';
const of = { what: 'facts/goals', format: 'csv' as const, query: 'until=9' };
const request: ExportCommand = { type: 'RequestExport', exportId: 'e1', by: 'ana', ...of, at };
const requested: ExportFact = { ...request, type: 'ExportRequested' };
const made = { rows: 2, bytes: 100, hash: 'ab'.repeat(32), position: '9' as Position };
const produce: ExportCommand = { type: 'RecordProduced', exportId: 'e1', ...made, at };
const produced: ExportFact = { ...produce, type: 'ExportProduced' };

describe('an export', () => {
  it('is asked for', () => given().when(request).then(requested));
  it('is produced', () => given(requested).when(produce).then(produced));
  it('is produced once', () => given(requested, produced).when(produce).nothing());
  it('that nobody has asked for is not produced', () =>
    given().when(produce).rejects('export/not-requested'));
});

describe('the log of exports', () => {
  it('holds who has taken out what, and publishes it in pseudonyms', async () => {
    const clock = manualClock(at);
    const log = openMemoryLog({ clock });
    const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: Buffer.alloc(32) });
    const exports = createExportLog({ transactor: createTransactor({ log, sealer }), clock });
    const ana = { tenant: 'acme', sub: 'ana', roles: [], onBehalfOf: 'max' };
    const exportId = await exports.requested(ana, of);
    await exports.produced(ana, exportId, made);
    await exports.produced(ana, exportId, made);
    const { facts } = await log.readAll(null, { limit: 10 });
    expect(facts.map((stored) => accessCodec.decode(stored).fact)).toEqual([
      { ...requested, exportId, onBehalfOf: 'max' },
      { ...produced, exportId },
    ]);
    const [gate] = accessParts.gates;
    expect(facts.map((stored) => gate?.publish(stored))).toMatchObject([
      {
        type: 'access.ExportRequested.v1',
        data: { export: exportId, by: 'ana', onBehalfOf: 'max', ...of },
      },
      { type: 'access.ExportProduced.v1', data: { export: exportId, ...made } },
    ]);
  });

  it('of something that nobody has asked for says so', async () => {
    const clock = manualClock(at);
    const log = openMemoryLog({ clock });
    const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: Buffer.alloc(32) });
    const exports = createExportLog({ transactor: createTransactor({ log, sealer }), clock });
    const ana = { tenant: 'acme', sub: 'ana', roles: [] };
    await expect(exports.produced(ana, 'e2', made)).rejects.toThrow('Nobody has asked for it.');
  });
});
