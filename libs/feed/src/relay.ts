import { randomUUID } from 'node:crypto';
import { systemClock, type Clock, type Position } from '@plumbline/kernel';
import type { EventLog } from '@plumbline/event-log';
import type { Gate } from './gate.ts';
import { kafkaClient, partitionsDefault, prefixDefault, topicOf } from './kafka-client.ts';
import { ensureFactTopics, ensureProgressTopic, progressTopicOf } from './kafka-client.ts';
import type { KafkaOptions } from './kafka-client.ts';
import { partitionOf, partitionsOfShard } from './kafka-partition.ts';
import { createBatcher, type RelayBatch } from './relay-batch.ts';
import { createPace } from './relay-pace.ts';
import { ownerOf } from './relay-progress.ts';
import { isFenced, openSession, type RelaySession } from './relay-session.ts';

export interface RelayOptions {
  readonly log: EventLog;
  readonly gates: readonly Gate[];
  readonly kafka: KafkaOptions;
  /** Installations over one Kafka are kept apart by it; names the owner of the shard. */
  readonly environment: string;
  /** The service whose facts these are, where each has a relay of its own. */
  readonly service?: string;
  readonly shard?: number;
  /** How many relays share the tenants out; the number of partitions is a multiple of it. */
  readonly shards?: number;
  readonly batchFacts?: number;
  /** How long facts gather at least between two transactions, unless a page is full. */
  readonly gatherMs?: number;
  readonly pollMs?: number;
  /** How long a partition without facts stays behind the others, at most. */
  readonly markerMs?: number;
  /** How often a relay says that it is there while nothing happens. */
  readonly idleMarkerMs?: number;
  readonly clock?: Clock;
  /** An error after which the relay goes on, from what is committed. */
  readonly onError?: (cause: unknown) => void;
  readonly crashPoint?: (name: string) => void;
}

/** Why a relay has ended: it was told to, or another one owns its shard. */
export type RelayEnd = 'closed' | 'fenced';

export interface Relay {
  /** How far what is committed in Kafka goes, and when that was last so. */
  readonly progress: () => { position: Position | null; at: number };
  /** Settles when it has ended. A relay that was fenced is not to be started again by itself. */
  readonly ended: Promise<RelayEnd>;
  /**
   * Ends after the transaction in hand, if Kafka answers soon. What is left open otherwise is ended
   * by the next start.
   */
  close(): Promise<void>;
}

export const batchFactsDefault = 500;
/** Pauses after an error: doubled each time, up to the last. */
const againMsFirst = 100;
const againMsMax = 5_000;
const closeMsMax = 3_000;

/**
 * Brings the log's published facts to Kafka, each once and in the order of the log within its
 * partition. Facts and progress are written in one transaction, so that there is nothing to agree
 * on afterwards: what a crash leaves undone, the next start finds undone. One relay owns a shard;
 * a second one takes it over, and the first one ends (or the second, if the first fails just then
 * and is the last to start over: one of them stays).
 */
export function startRelay(options: RelayOptions): Relay {
  const { kafka: names, environment, service, shard = 0, shards = 1, gates } = options;
  const { onError = () => undefined, crashPoint = () => undefined } = options;
  const { prefix = prefixDefault, partitions = partitionsDefault } = names;
  const own = partitionsOfShard(shard, shards, partitions);
  const scope = service === undefined ? environment : `${environment}.${service}`;
  const transactionalId = `${prefix}.relay.${scope}.${shard}`;
  const progressTopic = progressTopicOf(scope, names);
  const kafka = kafkaClient(names, transactionalId);
  const topicOfContext = (context: string) => topicOf(context, names);
  const batcher = createBatcher({
    ...{ gates, environment, own, topicOf: topicOfContext },
    partitionOf: (tenant) => partitionOf(tenant, partitions),
  });
  const pace = createPace(options);
  const owner = randomUUID();
  const { log, clock = systemClock, batchFacts = batchFactsDefault } = options;
  const state = {
    position: null as Position | null,
    at: 0,
    topicsAreThere: false,
    hasOwned: false,
  };

  const makeTopics = async () => {
    if (state.topicsAreThere) return;
    const admin = kafka.admin({ retry: { initialRetryTime: 50, retries: 5 } });
    try {
      await admin.connect();
      const topics = gates.map(({ context }) => topicOfContext(context));
      await ensureFactTopics(admin, topics, names);
      await ensureProgressTopic(admin, progressTopic, shards, names);
      state.topicsAreThere = true;
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  };

  const work = async () => {
    await makeTopics();
    const place = { kafka, transactionalId, progressTopic, shard };
    if (state.hasOwned && (await ownerOf(place)) !== owner) throw new Superseded('Another came.');
    const opening = batcher.opening(clock.now()).topics;
    const session = await openSession({ ...place, owner, opening, crashPoint });
    state.hasOwned = true;
    try {
      await relayAll(session);
    } finally {
      await session.close();
    }
  };

  const batchAfter = async (position: Position | null): Promise<RelayBatch> =>
    batcher.batchOf(await log.readAll(position, { limit: batchFacts }));

  const relayAll = async (session: RelaySession) => {
    const done = (position: Position | null) => Object.assign(state, { position, at: clock.now() });
    done(session.position);
    // A reader may have missed the last markers of the former owner; topics may be new.
    pace.restart();
    let looked = state.position;
    for (let batch = await batchAfter(looked); !pace.isClosed();) {
      const isNew = batch.to !== looked;
      looked = batch.to;
      const hasMoved = looked !== state.position;
      const withMarkers = pace.markersAreDue(hasMoved) && looked !== null;
      if (batch.facts === 0 && !withMarkers) {
        // Facts of others take no transaction: how far they go is said with the next markers.
        if (!isNew) await pace.idle();
        else {
          pace.passedOver();
          if (batch.atHead) await pace.gather();
        }
        batch = await batchAfter(looked);
        continue;
      }
      const marked =
        withMarkers && batch.to !== null ? batcher.marked(batch, batch.to, clock.now()) : batch;
      const sending = session.send(marked);
      // The next page is read while Kafka is at work; what becomes of it is asked for afterwards.
      const ahead = batch.atHead ? undefined : settled(batchAfter(batch.to));
      await sending;
      done(batch.to);
      pace.sent(withMarkers);
      if (ahead === undefined) await pace.gather();
      batch = await ((await ahead)?.() ?? batchAfter(looked));
    }
  };

  const run = async (): Promise<RelayEnd> => {
    for (let pauseMs = againMsFirst; !pace.isClosed();) {
      const before = state.position;
      try {
        await work();
      } catch (cause) {
        if (cause instanceof Superseded || isFenced(cause)) return 'fenced';
        onError(cause);
        pauseMs = state.position === before ? Math.min(pauseMs * 2, againMsMax) : againMsFirst;
        await pace.pause(pauseMs);
      }
    }
    return 'closed';
  };

  const leave = log.onCommit(pace.wake);
  const ended = run().finally(leave);
  return {
    progress: () => ({ position: state.position, at: state.at }),
    ended,
    close: async () => {
      pace.close();
      let late: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => (late = setTimeout(resolve, closeMsMax)));
      await Promise.race([ended, enough]);
      clearTimeout(late);
    },
  };
}

/** Another relay has taken the shard over while this one was failing. */
class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** Holds an outcome until it is asked for, so that a failure in between is no unhandled one. */
async function settled<Result>(work: Promise<Result>): Promise<() => Promise<Result>> {
  try {
    const result = await work;
    return async () => result;
  } catch (cause) {
    return () => Promise.reject(cause as Error);
  }
}
