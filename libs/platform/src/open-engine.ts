import { createAccess, createExportLog } from '@plumbline/access';
import { createTransactor } from '@plumbline/event-log';
import type { LogCheck } from '@plumbline/event-log/sqlite';
import { createExporter } from '@plumbline/exports';
import { systemClock } from '@plumbline/kernel';
import { createViews } from '@plumbline/views';
import { openStreams } from '@plumbline/web';
import type { LocalKey } from '@plumbline/web/local-token';
import { Registry } from 'prom-client';
import {
  gatesOf,
  viewsOf,
  type Adapters,
  type OpenEngineOptions,
  type Opening,
} from './adapters.ts';
import { dataFolder, makeFolder, type DataFolder } from './data-folder.ts';
import type { Engine } from './engine.ts';
import { release } from './export-format.ts';
import { lockFolder } from './folder-lock.ts';
import { accessMetrics, policyMetrics, processMetrics, viewMetrics } from './metrics.ts';
import { ensureAdminToken } from './secrets.ts';

export type { OpenEngineOptions } from './adapters.ts';

/** An engine with what only the process that opened it needs to know. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly localKey: LocalKey;
  /** Where the administrator's token lies; undefined when nothing is kept on a disk. */
  readonly adminTokenFile: string | undefined;
  /** Looks through the whole log; undefined where there is no file to look through. */
  readonly checkLog: (() => Promise<LogCheck>) | undefined;
  /** Undefined when facts can be written, otherwise one sentence. */
  probe(): Promise<string | undefined>;
}

/** What an installation is called that shares no servers with others. */
const environmentDefault = 'default';

/**
 * The one place where adapters are chosen. On SQLite the folder is locked first, so that nothing
 * in it is touched while another process runs over it.
 */
export async function openEngine(options: OpenEngineOptions): Promise<OpenedEngine> {
  const { config, clock = systemClock } = options;
  const opening: Opening = { ...options, clock, registry: new Registry() };
  switch (config.store) {
    case 'memory': {
      const { openMemory } = await import('./open-memory.ts');
      return opened(opening, await openMemory(opening));
    }
    case 'sqlite': {
      const { openSqlite } = await import('./open-sqlite.ts');
      const folder = dataFolder(config.dataDir);
      makeFolder(folder);
      const lock = lockFolder(folder);
      try {
        return await withAdminToken(opening, await openSqlite(opening, { folder, lock }), folder);
      } catch (cause) {
        lock.release();
        throw cause;
      }
    }
    case 'servers': {
      const { openServers } = await import('./open-servers.ts');
      const folder = dataFolder(config.dataDir);
      makeFolder(folder);
      if (config.servers === undefined) throw new Error('The settings name no servers.');
      const adapters = await openServers(opening, { folder, servers: config.servers });
      return withAdminToken(opening, adapters, folder);
    }
  }
}

function opened(opening: Opening, adapters: Adapters): OpenedEngine {
  const { checkLog, secrets, probe } = adapters;
  const { localKey } = secrets;
  return {
    engine: compose(opening, adapters),
    localKey,
    adminTokenFile: undefined,
    checkLog,
    probe,
  };
}

async function withAdminToken(
  opening: Opening,
  adapters: Adapters,
  folder: DataFolder,
): Promise<OpenedEngine> {
  const { tenant } = opening.config;
  await ensureAdminToken(folder, { tenant, clock: opening.clock });
  return { ...opened(opening, adapters), adminTokenFile: folder.adminToken };
}

function compose(
  opening: Opening,
  {
    log,
    keys,
    sealer,
    staging,
    views: store,
    projector,
    feed,
    desk,
    policyGroup,
    ...rest
  }: Adapters,
): Engine {
  const { config, clock, logger, registry: metrics, streamLimits } = opening;
  const { unchanged, close } = rest;
  const { cachedStreamsMax } = config;
  const transactor = createTransactor({ log, sealer, unchanged, cachedStreamsMax });
  const views = createViews({
    ...{ log, store, views: viewsOf(opening) },
    onApplied: (listener) => projector.onApplied(listener),
  });
  const access = createAccess({ log, feed, transactor, clock });
  const streams = openStreams(metrics, streamLimits);
  const exports = createExportLog({ transactor, clock });
  const exporter = createExporter({ log: exports, streams, logger, release });
  processMetrics(metrics);
  viewMetrics(metrics, projector);
  policyMetrics(metrics, desk, policyGroup);
  accessMetrics(metrics, access);
  return {
    ...{ clock, log, keys, sealer, staging, transactor, views, projector, feed, desk, policyGroup },
    ...{ access, streams, exporter, logger, metrics, gates: gatesOf(opening) },
    environment: config.servers?.environment ?? environmentDefault,
    close: async () => {
      await access.close();
      await projector.stop();
      await close();
    },
  };
}
