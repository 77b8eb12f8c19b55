import { checkAppend, checkReadAll, checkRestore } from './checks.ts';
import { LogUnavailable, type RestorableLog } from './event-log.ts';
import { connect, type StartTimer } from './eventstoredb-calls.ts';
import { createCommits } from './eventstoredb-commits.ts';
import { asFault } from './eventstoredb-faults.ts';
import { createReader } from './eventstoredb-reader.ts';
import { createPositionAt, createTimeSamples } from './eventstoredb-times.ts';
import { createWriter } from './eventstoredb-writer.ts';
import type { SealedParts } from './sealed-parts.ts';

export interface EventStoreLogOptions {
  /** `esdb://host:2113?tls=false`, or any other connection string of the client. */
  readonly url: string;
  /** Where sealed parts lie: events cannot be erased. Closed by whoever opened it. */
  readonly parts: SealedParts;
  /**
   * Put before the names of streams, so that the log shares a server with others. With a `-` in it,
   * the server's categories would end there.
   */
  readonly namespace?: string;
  /** How long an answer may take: that to an append, and each event of a read. */
  readonly deadlineMs?: number;
  /** Tells when that time is over. */
  readonly startTimer?: StartTimer;
}

export const namespaceDefault = 'plumbline.';
export const deadlineMsDefault = 5_000;

/**
 * The event log in EventStoreDB (23.10 or newer). A fact is an event: its id, its type, the bytes
 * of its body, and metadata (`FactMetadata`). The user of the URL must be allowed to read `$all`.
 *
 * - `recordedAt` is the time of the server, or the newest one that the writer had seen, if that is
 *   later: it decreases with position only if the server's clock steps back between two appends
 *   of which neither writer had seen the other: under way at once, or within a second of each other
 *   in two processes.
 * - When an answer does not come in time it is not known whether an append was recorded. It is sent
 *   again with the same events; when it stays unknown, `LogUnavailable` is thrown, and the same
 *   append again tells.
 * - The client reads `$all` unfiltered: a page looks at `lookedAtMax` events at most, whatever it
 *   leaves out. The subscription behind `onCommit` is filtered by the server.
 * - What is restored keeps its `recordedAt` in the metadata, and is sent command by command: events
 *   that are under way together would take their places in any order.
 * - The server's own limit for an append (1 MiB, unless it is set otherwise) is `LimitExceeded`.
 */
export function openEventStoreLog(options: EventStoreLogOptions): RestorableLog {
  const { url, parts, namespace = namespaceDefault, deadlineMs = deadlineMsDefault } = options;
  const calls = connect(url, deadlineMs, options.startTimer);
  const samples = createTimeSamples();
  const reader = createReader({ calls, parts, namespace, samples });
  const { factsFrom, newestTime } = reader;
  const writer = createWriter({ calls, parts, namespace, factsFrom, newestTime });
  const positionAt = createPositionAt(calls, reader, samples);
  const commits = createCommits(calls, namespace);
  const running = new Set<Promise<unknown>>();
  let isClosed = false;

  /** Runs a call to its end, and gives its errors as the port's. */
  const run = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (isClosed) throw new LogUnavailable('The log is closed.');
    const result = work();
    running.add(result);
    try {
      return await result;
    } catch (cause) {
      throw asFault(cause);
    } finally {
      running.delete(result);
    }
  };

  return {
    append: (append) =>
      run(async () => {
        checkAppend(append);
        const receipt = await writer.append(append);
        if (!receipt.replayed) commits.tell(receipt.position);
        return receipt;
      }),
    restore: (commands) =>
      run(async () => {
        checkRestore(commands);
        let newest = (await reader.newestFact())?.recordedAt ?? 0;
        let added = 0;
        for (const command of commands) {
          if (!(await writer.restore(command, newest))) continue;
          newest = command.recordedAt;
          added += 1;
        }
        return added;
      }),
    read: (stream, range) => run(() => reader.read(stream, range)),
    readAll: (after, readOptions) =>
      run(async () => {
        checkReadAll(readOptions.limit);
        return reader.readAll(after, readOptions);
      }),
    recall: (stream, commandId) => run(() => writer.recall(stream, commandId)),
    head: () => run(async () => (await reader.newestFact())?.position ?? null),
    positionAt: (instant) => run(() => positionAt(instant)),
    onCommit: commits.onCommit,
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await Promise.allSettled(running);
      await commits.stop();
      await calls.close();
    },
  };
}
