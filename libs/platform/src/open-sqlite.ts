import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createSealer, type Sealer } from '@plumbline/privacy';
import { createProjector } from '@plumbline/views';
import { feedOf, projectorListeners, viewsOf, type Adapters, type Opening } from './adapters.ts';
import { makeOwnFile, type DataFolder } from './data-folder.ts';
import type { FolderLock } from './folder-lock.ts';
import { logMetrics } from './metrics.ts';
import { openSecrets } from './secrets.ts';
import { threadedEngine } from './threaded-engine.ts';

/** Files in a folder that is locked already. */
export async function openSqlite(
  opening: Opening,
  { folder, lock }: { readonly folder: DataFolder; readonly lock: FolderLock },
): Promise<Adapters> {
  const { openSqliteKeyStore } = await import('@plumbline/privacy/sqlite');
  const { openSqliteAnswerStaging } = await import('@plumbline/privacy/sqlite-answer-staging');
  const { openSqliteDesk } = await import('./sqlite-desk.ts');
  // Before the files: whether there is a log already tells whether a root key may be made.
  const secrets = await openSecrets(folder);
  const keys = openSqliteKeyStore({ path: folder.subjectKeys });
  const sealer = createSealer({ keys, rootKey: secrets.rootKey });
  makeOwnFile(folder.staging);
  const staging = openSqliteAnswerStaging({ path: folder.staging });
  const desk = openSqliteDesk({ path: folder.desk });
  const open = opening.engineThread === undefined ? inThisThread : inItsOwnThread;
  const { close, ...rest } = await open(opening, folder, sealer);
  return {
    ...{ keys, sealer, staging, desk, policyGroup: 'policies', unchanged: desk.unchanged, secrets },
    ...rest,
    feed: feedOf(opening, rest.log, desk),
    probe: async () => probe(folder),
    close: async () => {
      try {
        desk.close();
        await staging.close();
        await keys.close();
      } finally {
        // The log last: what the others still ask of it while they end is answered.
        await close().finally(() => lock.release());
      }
    },
  };
}

type LogAndViews = Pick<Adapters, 'log' | 'views' | 'projector' | 'checkLog' | 'close'>;

async function inThisThread(
  opening: Opening,
  folder: DataFolder,
  sealer: Sealer,
): Promise<LogAndViews> {
  const { openSqliteLog } = await import('@plumbline/event-log/sqlite');
  const { openSqliteViewStore } = await import('@plumbline/views/sqlite');
  const { clock } = opening;
  const log = openSqliteLog({ path: folder.log, clock, onSample: logMetrics(opening.registry) });
  const store = openSqliteViewStore({ path: folder.views });
  const projector = createProjector({
    ...{ log, store, clock, views: viewsOf(opening) },
    ...projectorListeners(opening, () => log, sealer),
  });
  return {
    ...{ log, views: store, projector, checkLog: () => log.check() },
    close: async () => {
      await store.close();
      await log.close();
    },
  };
}

async function inItsOwnThread(
  opening: Opening,
  folder: DataFolder,
  sealer: Sealer,
): Promise<LogAndViews> {
  const { openSqliteLogReader } = await import('@plumbline/event-log/sqlite');
  const { openSqliteViewReader } = await import('@plumbline/views/sqlite');
  const thread = new Worker(opening.engineThread as URL);
  // No `error` listener: what nobody foresaw there ends the process, as it would here.
  const ended = new Promise((resolve) => {
    thread.once('exit', resolve);
  });
  try {
    const engine = await threadedEngine(
      thread,
      { log: folder.log, views: folder.views },
      { onSample: logMetrics(opening.registry), ...projectorListeners(opening, () => log, sealer) },
    );
    void ended.then(() => engine.gone());
    const log = engine.log(openSqliteLogReader({ path: folder.log }));
    const views = openSqliteViewReader({ path: folder.views });
    return {
      ...{ log, views, projector: engine.projector, checkLog: () => engine.check() },
      close: async () => {
        views.close();
        await log.close();
        await engine.close();
        await ended;
      },
    };
  } catch (cause) {
    await thread.terminate();
    throw cause;
  }
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
