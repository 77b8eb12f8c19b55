import type { ConsumerGroupJoinEvent, EachBatchPayload, Kafka, Offsets } from 'kafkajs';
import type { Position } from '@plumbline/kernel';
import type { FeedPage, Subscription } from './feed.ts';
import { createPartitionPlaces, nameOf } from './kafka-places.ts';
import type { PartitionName, PlacedOffset } from './kafka-places.ts';
import { pageOf, portionsOf } from './kafka-pages.ts';

export interface GroupReader {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly types: ReadonlySet<string> | undefined;
  readonly handle: (page: FeedPage) => Promise<void>;
  readonly pageFacts: number;
  readonly onError: (cause: unknown) => void;
  /** Makes the topics, so that a group may be there before the first relay. */
  readonly prepare: () => Promise<void>;
  /** What the group has committed, with the position of each. */
  readonly committed: () => Promise<readonly (PartitionName & { readonly position: Position })[]>;
  readonly crashPoint: (name: string) => void;
}

/** Pauses before a page is delivered again, or a consumer is made anew: doubled, up to the last. */
export const redeliveryMsFirst = 50;
export const redeliveryMsMax = 5_000;
/** Positions that moved without facts are committed at most so often. */
export const quietCommitMs = 200;
const learnAttemptsMax = 6;
/** A member that is gone without a word holds up its group for as long as this. */
export const sessionMs = 10_000;
/** A page in hand may take so long before its partition is given to another member meanwhile. */
const rebalanceMs = 30_000;
const heartbeatMs = 2_000;
const goodbyeMsMax = 2_000;
const retry = {
  // Enough for a broker's restart: a member that comes back by itself is known to its group still.
  ...{ initialRetryTime: 50, maxRetryTime: 1_000, retries: 15 },
  // A crash is always ours to mend: the client would leave some of them as they are.
  restartOnFailure: async () => false,
};

/** One member of a consumer group, for as long as the subscription is open. */
export function readGroup(reader: GroupReader): Subscription {
  const { onError } = reader;
  const places = createPartitionPlaces();
  const pauses = createPauses();
  const state = { at: 0, closed: false };
  let close: () => void = () => undefined;
  const closing = new Promise<void>((resolve) => (close = resolve));

  const learn = async (): Promise<void> => {
    const since = places.generation();
    for (let attempt = 1; since === places.generation() && !state.closed; attempt += 1) {
      try {
        for (const one of await reader.committed()) places.learn(one, one.position);
        return;
      } catch (cause) {
        onError(cause);
        // Without it, the next message or marker of each partition tells.
        if (attempt === learnAttemptsMax) return;
        await sleep(redeliveryMsFirst * 2 ** attempt);
      }
    }
  };

  const take = createTaker(reader, places, pauses, state);

  const live = async () => {
    const consumer = reader.kafka.consumer({
      ...{ groupId: reader.groupId, readUncommitted: false, maxWaitTimeInMs: 250, retry },
      ...{
        sessionTimeout: sessionMs,
        rebalanceTimeout: rebalanceMs,
        heartbeatInterval: heartbeatMs,
      },
      allowAutoTopicCreation: false,
    });
    const crashed = new Promise<never>((_, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    consumer.on(consumer.events.REBALANCING, places.leave);
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      places.join(assignedIn(payload));
      void learn();
    });
    const start = async () => {
      await reader.prepare();
      await consumer.connect();
      await consumer.subscribe({ topics: [...reader.topics], fromBeginning: true });
      const eachBatch = (payload: EachBatchPayload) => take.batch(payload);
      if (state.closed) return;
      await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch });
    };
    const leave = async () => {
      places.leave();
      pauses.clear();
      await within(goodbyeMsMax, consumer.disconnect()).catch(onError);
    };
    const starting = start();
    try {
      await Promise.race([starting.then(() => crashed), crashed, closing]);
      await take.done();
    } finally {
      await leave();
      // Closed while it was still at its start: it must not stay in the group once that is done.
      if (state.closed) void starting.then(leave, () => undefined);
    }
  };

  const run = async () => {
    for (let pauseMs = redeliveryMsFirst; !state.closed;) {
      const before = state.at;
      try {
        await live();
      } catch (cause) {
        onError(cause);
        pauseMs = state.at === before ? Math.min(pauseMs * 2, redeliveryMsMax) : redeliveryMsFirst;
        await Promise.race([sleep(pauseMs), closing]);
      }
    }
  };

  const running = run();
  return {
    progress: () => ({ position: places.least(), at: state.at }),
    close: async () => {
      state.closed = true;
      close();
      await running;
    },
  };
}

/**
 * Takes what the client fetches, one partition's messages at a time. The client has one worker, so
 * that a handler is never called twice at once.
 */
function createTaker(
  reader: GroupReader,
  places: ReturnType<typeof createPartitionPlaces>,
  pauses: ReturnType<typeof createPauses>,
  state: { at: number; closed: boolean },
) {
  const { types, pageFacts, handle, onError, crashPoint } = reader;
  let inHand: Promise<unknown> = Promise.resolve();
  let lastCommit = 0;
  let quiet: NodeJS.Timeout | undefined;
  let latest: readonly [payload: EachBatchPayload, since: number] | undefined;

  const commit = async (payload: EachBatchPayload, since: number) => {
    clearTimeout(quiet);
    quiet = undefined;
    if (since !== places.generation()) return;
    lastCommit = performance.now();
    const taken = places.take();
    // Not the client's own commit, which tries again for whoever holds the partition by then.
    if (taken.length > 0) await payload.commitOffsetsIfNecessary(offsetsOf(taken));
  };

  const commitSoon = (payload: EachBatchPayload, since: number) => {
    latest = [payload, since];
    quiet ??= setTimeout(() => {
      if (latest === undefined) return;
      const [ofPayload, ofSince] = latest;
      inHand = inHand.then(() => commit(ofPayload, ofSince)).catch(onError);
    }, quietCommitMs).unref();
  };

  /** True when the page is done with; false when the partition is left as it is. */
  const page = async (
    payload: EachBatchPayload,
    since: number,
    messages: Parameters<typeof pageOf>[0],
  ): Promise<boolean> => {
    const { topic, partition } = payload.batch;
    const name = { topic, partition };
    if (state.closed || payload.isStale() || !places.owns(name, since)) return false;
    let to: Position;
    let isQuiet: boolean;
    try {
      const read = pageOf(messages, types);
      [to, isQuiet] = [read.to, read.facts.length === 0];
      if (!isQuiet) await withHeartbeats(payload, () => handle(read));
    } catch (cause) {
      onError(cause);
      pauses.pause(name, payload.pause());
      return false;
    }
    crashPoint('feed:before-place');
    // Given to another while it was handled: there the page comes again, and is committed.
    if (!places.owns(name, since)) return false;
    const offset = messages.at(-1)?.offset ?? '0';
    pauses.over(name);
    payload.resolveOffset(offset);
    places.handled({ ...name, offset: String(BigInt(offset) + 1n), position: to });
    state.at = Date.now();
    const isSoonEnough = isQuiet && performance.now() - lastCommit < quietCommitMs;
    if (isSoonEnough) commitSoon(payload, since);
    else await commit(payload, since);
    return true;
  };

  const pages = async (payload: EachBatchPayload) => {
    const since = places.generation();
    for (const messages of portionsOf(payload.batch.messages, pageFacts)) {
      if (!(await page(payload, since, messages))) return;
    }
  };

  return {
    batch: (payload: EachBatchPayload): Promise<void> => {
      const taking = inHand.then(() => pages(payload));
      inHand = taking.catch(() => undefined);
      return taking;
    },
    /** Settles when the page in hand is done, and committed. */
    done: async () => {
      await inHand;
      clearTimeout(quiet);
    },
  };
}

/** Partitions whose handler has thrown rest for a while; the others go on. */
function createPauses() {
  const failures = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();
  return {
    pause: (name: PartitionName, resume: () => void) => {
      const times = failures.get(nameOf(name)) ?? 0;
      failures.set(nameOf(name), times + 1);
      const ms = Math.min(redeliveryMsFirst * 2 ** times, redeliveryMsMax);
      const timer = setTimeout(() => {
        timers.delete(timer);
        resume();
      }, ms);
      timers.add(timer);
    },
    over: (name: PartitionName) => failures.delete(nameOf(name)),
    clear: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** A handler that takes long must not cost the group its member. */
async function withHeartbeats(payload: EachBatchPayload, work: () => Promise<void>): Promise<void> {
  // That the group shares out anew is met after the page, by the client itself.
  const beat = setInterval(() => void payload.heartbeat().catch(() => undefined), heartbeatMs);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
}

function assignedIn({ memberAssignment }: ConsumerGroupJoinEvent['payload']): PartitionName[] {
  return Object.entries(memberAssignment).flatMap(([topic, partitions]) =>
    partitions.map((partition) => ({ topic, partition })),
  );
}

function offsetsOf(placed: readonly PlacedOffset[]): Offsets {
  const topics = [...new Set(placed.map(({ topic }) => topic))].map((topic) => ({
    topic,
    partitions: placed
      .filter((one) => one.topic === topic)
      .map(({ partition, offset, position }) => ({ partition, offset, metadata: position })),
  }));
  return { topics };
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
