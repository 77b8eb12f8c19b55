import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createTransactor, type EventLog } from '@plumbline/event-log';
import { memoryDesk, type Desk } from '@plumbline/feed';
import { tailFeed } from '@plumbline/feed/tail';
import { systemClock, type Clock } from '@plumbline/kernel';
import { createSealer, type KeyStore } from '@plumbline/privacy';
import { createProjector, createViews, type ViewStore } from '@plumbline/views';
import { generateLocalKey, type LocalKey } from '@plumbline/web/local-token';
import { Registry } from 'prom-client';
import type { LogCheck } from '@plumbline/event-log/sqlite';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { dataFolder, makeFolder, type DataFolder } from './data-folder.ts';
import { recordDiscard } from './discards.ts';
import { policyGroup, type Engine, type ServiceParts } from './engine.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { logMetrics, policyMetrics, processMetrics, viewMetrics } from './metrics.ts';
import { ensureAdminToken, openSecrets, type Secrets } from './secrets.ts';

/** An engine with what only the process that opened it needs to know. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly localKey: LocalKey;
  /** Where the administrator's token lies; undefined when nothing is kept on a disk. */
  readonly adminTokenFile: string | undefined;
  /** Looks through the whole log; undefined where there is no file to look through. */
  readonly checkLog: (() => Promise<LogCheck>) | undefined;
  /** Undefined when the disk takes writes, otherwise one sentence. */
  probeDisk(): Promise<string | undefined>;
}

export interface OpenEngineOptions {
  readonly config: Pick<Config, 'store' | 'dataDir' | 'tenant' | 'cachedStreamsMax'>;
  readonly parts: readonly ServiceParts[];
  readonly logger: Logger;
  readonly clock?: Clock;
}

/**
 * The one place where adapters are chosen. On SQLite the folder is locked first, so that nothing
 * in it is touched while another process runs over it.
 */
export async function openEngine(options: OpenEngineOptions): Promise<OpenedEngine> {
  const { config, clock = systemClock } = options;
  const registry = new Registry();
  switch (config.store) {
    case 'memory': {
      const adapters = await memoryAdapters(clock);
      const engine = compose(options, clock, registry, adapters);
      const probeDisk = async (): Promise<undefined> => undefined;
      const { localKey } = adapters.secrets;
      return { engine, localKey, adminTokenFile: undefined, checkLog: undefined, probeDisk };
    }
    case 'sqlite': {
      const folder = dataFolder(config.dataDir);
      makeFolder(folder);
      const lock = lockFolder(folder);
      try {
        const adapters = await sqliteAdapters(folder, clock, registry, lock);
        const engine = compose(options, clock, registry, adapters);
        const { tenant } = config;
        await ensureAdminToken(folder, { tenant, clock });
        const { localKey } = adapters.secrets;
        const probeDisk = async (): Promise<string | undefined> => probe(folder);
        const { checkLog } = adapters;
        return { engine, localKey, adminTokenFile: folder.adminToken, checkLog, probeDisk };
      } catch (cause) {
        lock.release();
        throw cause;
      }
    }
  }
}

interface Adapters {
  readonly log: EventLog;
  readonly keys: KeyStore;
  readonly viewStore: ViewStore;
  readonly desk: Desk & { close?(): void };
  readonly secrets: Secrets;
  readonly lock?: FolderLock;
  readonly checkLog?: () => Promise<LogCheck>;
}

async function memoryAdapters(clock: Clock): Promise<Adapters> {
  const { openMemoryLog } = await import('@plumbline/event-log/memory');
  const { openMemoryKeyStore } = await import('@plumbline/privacy/memory');
  const { openMemoryViewStore } = await import('@plumbline/views/memory');
  return {
    log: openMemoryLog({ clock }),
    keys: openMemoryKeyStore(),
    viewStore: openMemoryViewStore(),
    desk: memoryDesk(),
    secrets: { rootKey: randomBytes(32), localKey: await generateLocalKey() },
  };
}

async function sqliteAdapters(
  folder: DataFolder,
  clock: Clock,
  registry: Registry,
  lock: FolderLock,
): Promise<Adapters> {
  const { openSqliteLog } = await import('@plumbline/event-log/sqlite');
  const { openSqliteKeyStore } = await import('@plumbline/privacy/sqlite');
  const { openSqliteViewStore } = await import('@plumbline/views/sqlite');
  const { openSqliteDesk } = await import('./sqlite-desk.ts');
  // Before the files: whether there is a log already tells whether a root key may be made.
  const secrets = await openSecrets(folder);
  const onSample = logMetrics(registry);
  const log = openSqliteLog({ path: folder.log, clock, onSample });
  return {
    log,
    checkLog: () => log.check(),
    keys: openSqliteKeyStore({ path: folder.subjectKeys }),
    viewStore: openSqliteViewStore({ path: folder.views }),
    desk: openSqliteDesk({ path: folder.desk }),
    ...{ secrets, lock },
  };
}

function compose(
  { config, parts, logger }: OpenEngineOptions,
  clock: Clock,
  metrics: Registry,
  { log, keys, viewStore, desk, secrets, lock }: Adapters,
): Engine {
  const sealer = createSealer({ keys, rootKey: secrets.rootKey });
  const { cachedStreamsMax } = config;
  const transactor = createTransactor({ log, sealer, cachedStreamsMax });
  const projected = parts.flatMap((part) => part.views);
  const projector = createProjector({
    ...{ log, store: viewStore, clock, views: projected },
    onDiscard: (discarded) => recordDiscard(log, sealer, discarded),
    onError: (err) => logger.error({ err }, 'the projector stopped, and tries again'),
  });
  const codecs = new Map(projected.map(({ view, codec }) => [view.context, codec]));
  const views = createViews({
    ...{ log, store: viewStore, codecs },
    onApplied: (listener) => projector.onApplied(listener),
  });
  const feed = tailFeed({
    ...{ log, places: viewStore, gates: parts.flatMap((part) => part.gates) },
    onError: (group, err) => logger.error({ err, group }, 'a page is delivered again'),
  });
  processMetrics(metrics);
  viewMetrics(metrics, projector);
  policyMetrics(metrics, desk, policyGroup);
  return {
    ...{ clock, log, keys, sealer, transactor, viewStore, views, projector, feed, desk },
    ...{ logger, metrics },
    close: async () => {
      await projector.stop();
      // The log last: what the others still ask of it while they end is answered.
      await viewStore.close();
      desk.close?.();
      await keys.close();
      await log.close();
      lock?.release();
    },
  };
}

const probeBytes = 4_096;

/** Whether a page can be written and synced beside the log. */
function probe({ path }: DataFolder): string | undefined {
  const file = join(path, '.probe');
  try {
    const handle = openSync(file, 'w', 0o600);
    try {
      writeSync(handle, Buffer.alloc(probeBytes, 1));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    rmSync(file);
    return undefined;
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    return `The data folder cannot be written (${code}).`;
  }
}
