import { BACKWARDS, END, EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import { streamNameFilter, type BinaryEventData, type Credentials } from '@eventstore/db-client';
import type { AllStreamSubscription, ResolvedEvent } from '@eventstore/db-client';
import type { Position } from '@plumbline/kernel';
import { fromClient, Late } from './eventstoredb-faults.ts';
import { partsOf } from './eventstoredb-format.ts';

/** Takes one event of a read; false when it wants no more. */
export type Take = (event: ResolvedEvent) => boolean;

export interface ScanOptions {
  readonly direction: 'forwards' | 'backwards';
  /** Forwards, the event there is given again; backwards it is not. `null`: from that end. */
  readonly from: Position | null;
  /** 1 or more. */
  readonly count: number;
}

/** The client with deadlines of its own: that of the library waits for ever on a frozen server. */
export interface EventStoreCalls {
  append(
    stream: string,
    expectedRevision: bigint | 'no_stream',
    events: readonly BinaryEventData[],
  ): Promise<void>;
  readStream(stream: string, from: number, count: number, take: Take): Promise<void>;
  /** Answers how many events there were, until there were no more or `take` had enough. */
  readAll(options: ScanOptions, take: Take): Promise<number>;
  /** Events of streams whose names begin so, from after a position or from now on. */
  subscribe(prefix: string, after: Position | null): AllStreamSubscription;
  close(): Promise<void>;
}

/** Tells once when a time is over, unless it is stopped; `restart` begins it anew. */
export type StartTimer = (
  ms: number,
  over: () => void,
) => { readonly restart: () => void; readonly stop: () => void };

const startTimerOfNode: StartTimer = (ms, over) => {
  const timer = setTimeout(over, ms);
  return { restart: () => void timer.refresh(), stop: () => clearTimeout(timer) };
};

/** A connection. The deadline is for the answer to an append, and for each event of a read. */
export function connect(
  url: string,
  deadlineMs: number,
  startTimer: StartTimer = startTimerOfNode,
): EventStoreCalls {
  const deadline = (late: () => void) => startTimer(deadlineMs, late);
  const client = EventStoreDBClient.connectionString(url);
  // Of their own: a subscription that ends closes the channel of its client under other calls.
  const subscriber = EventStoreDBClient.connectionString(url);
  const credentials = credentialsIn(url);
  // A follower may not have yet what was appended a moment ago.
  const options = { requiresLeader: true };
  return {
    append: async (stream, expectedRevision, events) => {
      const call = client.appendToStream(stream, [...events], {
        ...options,
        expectedRevision,
        deadline: deadlineMs,
        ...(credentials === undefined ? {} : { credentials }),
      });
      await withDeadline(call, deadline);
    },
    readStream: async (stream, from, count, take) => {
      const reading = { ...options, fromRevision: BigInt(from), maxCount: count };
      await taken(client.readStream(stream, reading), deadline, take);
    },
    readAll: ({ direction, from, count }, take) => {
      const isForwards = direction === 'forwards';
      const end = isForwards ? START : END;
      const reading = client.readAll({
        ...options,
        direction: isForwards ? FORWARDS : BACKWARDS,
        fromPosition: from === null ? end : partsOf(from),
        maxCount: count,
      });
      return taken(reading, deadline, take);
    },
    subscribe: (prefix, after) =>
      subscriber.subscribeToAll({
        fromPosition: after === null ? END : partsOf(after),
        filter: streamNameFilter({ prefixes: [prefix] }),
      }),
    close: async () => {
      await Promise.all([client.dispose(), subscriber.dispose()]);
    },
  };
}

/**
 * With credentials of its own, an append is a call of its own. Without, the client sends all of
 * them over one call for the whole process, whose end fails those of every client, and which ends
 * the process when an answer comes twice. A server without TLS does not look at credentials.
 */
function credentialsIn(url: string): Credentials | undefined {
  const { username, password, searchParams } = new URL(url);
  if (username !== '') {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  return searchParams.get('tls') === 'false' ? { username: 'none', password: 'none' } : undefined;
}

type Deadline = (late: () => void) => ReturnType<StartTimer>;

async function withDeadline<Result>(call: Promise<Result>, deadline: Deadline): Promise<Result> {
  let timer: ReturnType<StartTimer> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = deadline(() => reject(new Late()));
  });
  try {
    return await Promise.race([call, late]);
  } catch (cause) {
    throw fromClient(cause);
  } finally {
    timer?.stop();
  }
}

type Reading = ReturnType<EventStoreDBClient['readStream'] | EventStoreDBClient['readAll']>;

/** Gives the events of a read to `take`. The deadline is for each one: a slow read may be long. */
function taken(reading: Reading, deadline: Deadline, take: Take): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    const end = (work: () => void) => {
      timer.stop();
      reading.off('data', onEvent);
      work();
    };
    const stop = () => {
      reading.cancel().catch(() => undefined);
    };
    const timer = deadline(() => {
      end(() => reject(new Late()));
      stop();
    });
    const onEvent = (event: ResolvedEvent) => {
      timer.restart();
      count += 1;
      try {
        if (take(event)) return;
        end(() => resolve(count));
      } catch (cause) {
        end(() => reject(cause as Error));
      }
      stop();
    };
    reading.on('data', onEvent);
    // Stays when all is over: an error that nobody listens to would end the process.
    reading.on('error', (cause: Error) => end(() => reject(fromClient(cause))));
    reading.on('end', () => end(() => resolve(count)));
  });
}
