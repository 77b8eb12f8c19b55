import type { Append, EventLog, ReadableLog, Receipt } from '@plumbline/event-log';
import { LogUnavailable } from '@plumbline/event-log';
import type { CommitSample, LogCheck } from '@plumbline/event-log/sqlite';
import type { Discarded, Projector, RebuildProgress } from '@plumbline/views';
import { callsOver, packed, type Port } from './thread-calls.ts';
import type { ThreadCalls, ThreadFiles, ThreadNews } from './thread-calls.ts';
import { receivedFault } from './thread-faults.ts';

export interface ThreadListeners {
  readonly onSample: (sample: CommitSample) => void;
  readonly onError: (cause: unknown) => void;
  /** Records a discard, before it happens. */
  readonly onDiscard: (discarded: Discarded) => Promise<void>;
}

export interface ThreadedEngine {
  /** The log over this thread's own reader; appends go to the other thread. */
  log(reader: ReadableLog): EventLog;
  readonly projector: Projector;
  check(): Promise<LogCheck>;
  /** Closes the files. Every reader of them must be closed before. */
  close(): Promise<void>;
  /** The other side is gone: what is asked of it still, or later, is refused. */
  gone(): void;
}

/** An engine whose writer and projector run behind a port, in a thread of their own. */
export async function threadedEngine(
  port: Port,
  files: ThreadFiles,
  listeners: ThreadListeners,
): Promise<ThreadedEngine> {
  const commits = new Set<() => void>();
  const pages = new Set<Parameters<Projector['onApplied']>[0]>();
  const rebuilds = new Map<number, (progress: RebuildProgress) => void>();
  const news: ThreadNews = {
    committed: (sample) => {
      listeners.onSample(sample);
      for (const listener of commits) listener();
    },
    applied: (position) => {
      for (const listener of pages) listener(position);
    },
    rebuilding: (no, progress) => rebuilds.get(no)?.(progress),
    failed: (fault) => listeners.onError(receivedFault(fault)),
    recordDiscard: (discarded) => listeners.onDiscard(discarded),
  };
  const thread = callsOver<ThreadCalls, ThreadNews>(port, news);
  await thread.open(files);
  const append = createSender((batch) => thread.append(batch));
  let rebuildNo = 0;
  return {
    log: (reader) => {
      let closed = false;
      return {
        ...reader,
        append: async (one) => {
          if (closed) throw new LogUnavailable('The log is closed.');
          return append(one);
        },
        onCommit: (listener) => {
          commits.add(listener);
          return () => commits.delete(listener);
        },
        close: async () => {
          closed = true;
          await append.settled();
          await reader.close();
        },
      };
    },
    projector: {
      start: () => thread.startProjector(),
      stop: () => thread.stopProjector(),
      catchUp: () => thread.catchUp(),
      status: () => thread.status(),
      onApplied: (listener) => {
        pages.add(listener);
        return () => pages.delete(listener);
      },
      rebuild: async (view, { onProgress = () => undefined, signal } = {}) => {
        const no = (rebuildNo += 1);
        const stop = () => void thread.stopRebuild.asEvent(no);
        rebuilds.set(no, onProgress);
        signal?.addEventListener('abort', stop);
        try {
          const rebuilt = thread.rebuild(no, view);
          if (signal?.aborted === true) stop();
          return await rebuilt;
        } finally {
          signal?.removeEventListener('abort', stop);
          rebuilds.delete(no);
        }
      },
      parked: {
        list: () => thread.listParked(),
        show: (id) => thread.showParked(id),
        retry: (id) => thread.retryParked(id),
        discard: (id, by, reason) => thread.discardParked(id, by, reason),
      },
    },
    check: () => thread.check(),
    close: () => thread.close(),
    gone: () => thread.$close(new LogUnavailable("The engine's thread has ended.")),
  };
}

type Sender = ((append: Append) => Promise<Receipt>) & { settled(): Promise<void> };

interface Waiting {
  readonly append: Append;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (cause: unknown) => void;
}

/** With more together than this, the other thread would begin later than it could. */
const sentTogetherMax = 16;

/** Sends what came in one turn of the event loop together: a message costs more than it holds. */
function createSender(sendAll: ThreadCalls['append']): Sender {
  let waiting: Waiting[] = [];
  const sent = new Set<Promise<void>>();

  const flush = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await sendAll(packed(batch.map(({ append }) => append)));
      batch.forEach(({ append: { stream }, resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined) reject(new LogUnavailable('The log gave no answer.'));
        else if ('fault' in outcome) reject(receivedFault(outcome.fault));
        else resolve({ stream, ...outcome });
      });
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
    }
  };

  const go = (): void => {
    if (waiting.length === 0) return;
    const flushing = flush(waiting);
    waiting = [];
    sent.add(flushing);
    void flushing.then(() => sent.delete(flushing));
  };

  const send = (append: Append): Promise<Receipt> =>
    new Promise((resolve, reject) => {
      waiting.push({ append, resolve, reject });
      if (waiting.length === sentTogetherMax) go();
      else if (waiting.length === 1) setImmediate(go);
    });
  return Object.assign(send, {
    settled: async () => {
      while (waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
      await Promise.all(sent);
    },
  });
}
