import type { EventLog } from '@plumbline/event-log';
import { openSqliteLog, type SqliteLog } from '@plumbline/event-log/sqlite';
import { systemClock, type Clock } from '@plumbline/kernel';
import { createProjector, type ProjectedView, type Projector } from '@plumbline/views';
import type { RebuildProgress, ViewStore } from '@plumbline/views';
import { openSqliteViewStore } from '@plumbline/views/sqlite';
import { callsOver, unpacked, type AppendOutcome, type Port } from './thread-calls.ts';
import type { ThreadCalls, ThreadNews } from './thread-calls.ts';
import { sentFault } from './thread-faults.ts';

/** What the thread is started with, beside the port. */
export interface ThreadWork {
  readonly views: readonly ProjectedView[];
  readonly clock?: Clock;
  /** How many facts a page has; that of the projector unless told. */
  readonly pageFacts?: number;
}

interface Opened {
  readonly log: SqliteLog;
  readonly store: ViewStore;
  readonly projector: Projector;
}

/**
 * The other side of `threadedEngine`: writes the log and projects the views, so that the thread
 * which answers requests neither waits for a sync nor folds.
 */
export function serveEngine(
  port: Port & { close(): void },
  { views, clock = systemClock, ...pages }: ThreadWork,
): void {
  let opened: Opened | undefined;
  const engine = (): Opened => {
    if (opened === undefined) throw new Error('The engine is not open.');
    return opened;
  };
  const rebuilds = new Map<number, AbortController>();
  const calls: ThreadCalls = {
    open: async (files) => {
      const log = openSqliteLog({
        ...{ path: files.log, clock },
        onSample: (sample) => void news.committed.asEvent(sample),
      });
      const store = openSqliteViewStore({ path: files.views });
      const projector = createProjector({
        ...{ log, store, clock, views, ...pages },
        onDiscard: (discarded) => news.recordDiscard(discarded),
        onError: (cause) => void news.failed.asEvent(sentFault(cause)),
      });
      projector.onApplied((position) => void news.applied.asEvent(position));
      opened = { log, store, projector };
    },
    append: (batch) =>
      Promise.all(unpacked(batch).map((one) => outcomeOf(engine().log.append(one)))),
    check: () => engine().log.check(),
    startProjector: () => engine().projector.start(),
    stopProjector: () => engine().projector.stop(),
    catchUp: () => engine().projector.catchUp(),
    status: () => engine().projector.status(),
    rebuild: async (no, view) => {
      const stopping = new AbortController();
      const { signal } = stopping;
      const onProgress = (progress: RebuildProgress) => void news.rebuilding.asEvent(no, progress);
      rebuilds.set(no, stopping);
      try {
        return await engine().projector.rebuild(view, { onProgress, signal });
      } finally {
        rebuilds.delete(no);
      }
    },
    stopRebuild: (no) => rebuilds.get(no)?.abort(),
    listParked: () => engine().projector.parked.list(),
    showParked: (id) => engine().projector.parked.show(id),
    retryParked: (id) => engine().projector.parked.retry(id),
    discardParked: (id, by, reason) => engine().projector.parked.discard(id, by, reason),
    close: async () => {
      await opened?.store.close();
      await opened?.log.close();
      // The answer leaves before the port, and with it the thread, goes away.
      setImmediate(() => port.close());
    },
  };
  const news = callsOver<ThreadNews, ThreadCalls>(port, calls);
}

async function outcomeOf(appending: ReturnType<EventLog['append']>): Promise<AppendOutcome> {
  try {
    const { revision, position, replayed } = await appending;
    return { revision, position, replayed };
  } catch (cause) {
    return { fault: sentFault(cause) };
  }
}
