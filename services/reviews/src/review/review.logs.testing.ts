import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { EventLog } from '@plumbline/event-log';
import { openEventStoreLog } from '@plumbline/event-log/eventstoredb';
import { ownNamespace, startTestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import type { TestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import { openMemoryLog, openMemorySealedParts } from '@plumbline/event-log/memory';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { manualClock } from '@plumbline/kernel';

const clock = manualClock('2026-07-01T09:00:00.000Z');

/** A log of its own, and the same log once more, as after a restart. */
export interface Life {
  readonly log: EventLog;
  reopen(): Promise<EventLog>;
  done(): void;
}

export type LogName = 'memory' | 'SQLite' | 'EventStoreDB';

/** Each log there is, with a server of its own where it needs one. */
export function logsForLives(): readonly (readonly [name: LogName, open: () => Life])[] {
  let server: TestEventStore | undefined;
  beforeAll(async () => {
    server = await startTestEventStore();
  });
  afterAll(() => server?.stop());
  return [
    ['memory', inMemory],
    ['SQLite', onSqlite],
    [
      'EventStoreDB',
      () => {
        const parts = openMemorySealedParts();
        const namespace = ownNamespace();
        return lived(() => openEventStoreLog({ url: server?.url ?? '', parts, namespace }));
      },
    ],
  ];
}

function inMemory(): Life {
  const log = openMemoryLog({ clock });
  return { log, reopen: async () => log, done: () => undefined };
}

function onSqlite(): Life {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-life-'));
  const open = () => openSqliteLog({ path: join(folder, 'log.db'), clock });
  return lived(open, () => rmSync(folder, { recursive: true }));
}

function lived(open: () => EventLog, done: () => void = () => undefined): Life {
  let log = open();
  const reopen = async () => {
    await log.close();
    log = open();
    return log;
  };
  return { log, reopen, done };
}
