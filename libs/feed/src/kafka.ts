import { randomUUID } from 'node:crypto';
import type { Position } from '@plumbline/kernel';
import type { Admin } from 'kafkajs';
import type { Feed } from './feed.ts';
import { contextOf, ensureFactTopics, kafkaClient, partitionsDefault } from './kafka-client.ts';
import { prefixDefault, topicOf, type KafkaOptions } from './kafka-client.ts';
import { readGroup } from './kafka-consumer.ts';
import { partitionOf } from './kafka-partition.ts';
import { nameOf, type PartitionName } from './kafka-places.ts';

export type { KafkaOptions } from './kafka-client.ts';

export interface KafkaFeedOptions {
  readonly kafka: KafkaOptions;
  /** Whose facts a reader gets that asks for no types in particular. */
  readonly contexts: readonly string[];
  readonly pageFacts?: number;
  /** Called with what a handler threw, and with what Kafka failed in; the group goes on. */
  readonly onError?: (group: string, cause: unknown) => void;
  readonly crashPoint?: (name: string) => void;
}

export interface PassedQuestion {
  readonly position: Position;
  readonly timeoutMs: number;
  /** Only facts of this tenant; all when it is left out. */
  readonly tenant?: string;
  /** The types that the group reads, as in its subscription. */
  readonly types?: ReadonlySet<string>;
}

/** Where a partition ended when it was asked for. */
interface PlacedEnd extends PartitionName {
  readonly end: bigint;
}

export interface KafkaFeed extends Feed {
  /**
   * Waits until a group, in whichever process its members run, has handled everything up to a
   * position. False when the time is over before.
   */
  passed(group: string, question: PassedQuestion): Promise<boolean>;
  /** Ends what `passed` uses; subscriptions are closed by themselves. */
  close(): Promise<void>;
}

export const pageFactsDefault = 500;
const askAgainMs = 50;
/** The end of a process does not wait longer for the broker to forget what it followed by. */
const forgetMsMax = 2_000;

/**
 * The stream of published facts from Kafka, as relays write it. Delivery is at least once: offsets
 * are committed after the handler is done. Facts come in the order of the log within a tenant and
 * context; facts of two contexts lie in two topics, with no order between them. A page holds facts
 * of one partition, and pages are handed over one at a time. While a page of one partition fails,
 * the others go on.
 *
 * `progress()` of a subscription tells what this process has handled in the partitions that it was
 * given; it is null until each of them has said where it is.
 */
export function kafkaFeed(options: KafkaFeedOptions): KafkaFeed {
  const { kafka: names, contexts, pageFacts = pageFactsDefault } = options;
  const { onError = () => undefined, crashPoint = () => undefined } = options;
  const { prefix = prefixDefault, partitions = partitionsDefault } = names;
  const kafka = kafkaClient(names, `${prefix}.feed`);
  const admin = createAdmin(kafka);
  // A broker that is away, or that has only just come: whether it is so is not known.
  const known = async (group: string, answer: Promise<boolean>): Promise<boolean> => {
    try {
      return await answer;
    } catch (cause) {
      onError(group, cause);
      return false;
    }
  };
  const groupIdOf = (group: string) => `${prefix}.${group}`;

  const topicsOf = (types: ReadonlySet<string> | undefined): string[] => {
    const asked = types === undefined || types.size === 0 ? contexts : [...types].map(contextOf);
    return [...new Set(asked)].map((context) => topicOf(context, names));
  };

  const committed = async (group: string, topics: readonly string[]) => {
    const groupId = groupIdOf(group);
    const asked = { groupId, topics: [...topics] };
    const offsets = await admin.ask((client) => client.fetchOffsets(asked));
    return offsets.flatMap(({ topic, partitions: ofTopic }) =>
      ofTopic.flatMap(({ partition, metadata }) =>
        metadata === null || metadata === ''
          ? []
          : [{ topic, partition, position: metadata as Position }],
      ),
    );
  };

  const hasPassed = async (group: string, { position, tenant, types }: PassedQuestion) => {
    const topics = topicsOf(types);
    const places = await committed(group, topics);
    const only = tenant === undefined ? undefined : partitionOf(tenant, partitions);
    const asked = (one: PartitionName) => only === undefined || one.partition === only;
    const there = places.filter((one) => asked(one) && one.position >= position);
    return there.length === topics.length * (only === undefined ? partitions : 1);
  };

  const subscribe: Feed['subscribe'] = (group, handle, types) => {
    const topics = topicsOf(types);
    return readGroup({
      ...{ kafka, groupId: groupIdOf(group), topics, types, handle, pageFacts, crashPoint },
      onError: (cause) => onError(group, cause),
      prepare: () => admin.ask((client) => ensureFactTopics(client, topics, names)),
      committed: () => committed(group, topics),
    });
  };

  const endsOf = (topics: readonly string[]): Promise<readonly PlacedEnd[]> =>
    admin.ask(async (client) => {
      await ensureFactTopics(client, topics, names);
      const all = topics.map(async (topic) => {
        const offsets = await client.fetchTopicOffsets(topic);
        return offsets.map(({ partition, high }) => ({ topic, partition, end: BigInt(high) }));
      });
      return (await Promise.all(all)).flat();
    });

  const hasReached = async (group: string, ends: readonly PlacedEnd[]): Promise<boolean> => {
    const groupId = groupIdOf(group);
    const topics = [...new Set(ends.map(({ topic }) => topic))];
    const offsets = await admin.ask((client) => client.fetchOffsets({ groupId, topics }));
    const reached = new Map(
      offsets.flatMap(({ topic, partitions: ofTopic }) =>
        ofTopic.map(({ partition, offset }) => {
          return [nameOf({ topic, partition }), BigInt(offset)] as const;
        }),
      ),
    );
    // What ends a transaction takes an offset after its last message, and is given to nobody.
    return ends.every((one) => one.end === 0n || (reached.get(nameOf(one)) ?? -1n) >= one.end - 1n);
  };

  const forgotten = async (group: string): Promise<boolean> => {
    try {
      await admin.ask((client) => client.deleteGroups([groupIdOf(group)]));
      return true;
    } catch {
      return false;
    }
  };

  const follow: Feed['follow'] = (types, handle) => {
    // A group that nobody has been in starts at the beginning. What it commits spares it to start
    // there again when the broker was away. A process that is killed leaves the group to the
    // broker, which forgets those without members in time.
    const group = `follow.${randomUUID()}`;
    const subscription = subscribe(group, handle, types);
    let ends: Promise<readonly PlacedEnd[]> | undefined;
    return {
      ...subscription,
      isCaughtUp: () => {
        const asked = (ends ??= endsOf(topicsOf(types)));
        asked.catch(() => (ends = undefined));
        return known(
          group,
          asked.then((found) => hasReached(group, found)),
        );
      },
      close: async () => {
        await subscription.close();
        await noLater(performance.now() + forgetMsMax, forgotten(group));
      },
    };
  };

  return {
    subscribe,
    follow,
    passed: async (group, question) => {
      const deadline = performance.now() + question.timeoutMs;
      const isOver = () => performance.now() >= deadline;
      while (!isOver()) {
        if (await noLater(deadline, known(group, hasPassed(group, question)))) return true;
        await new Promise((resolve) => setTimeout(resolve, askAgainMs));
      }
      return false;
    },
    close: () => admin.close(),
  };
}

/** The answer, or no once the time is over. */
async function noLater(deadline: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadline - performance.now());
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * One client for questions, opened when the first is asked. It knows for minutes who leads what; so
 * when it fails, a new one is made for the next who asks.
 */
function createAdmin(kafka: ReturnType<typeof kafkaClient>) {
  const retry = { initialRetryTime: 50, maxRetryTime: 1_000, retries: 5 };
  const opened = () => {
    const client = kafka.admin({ retry });
    return { client, connected: client.connect() };
  };
  let current: ReturnType<typeof opened> | undefined;
  const drop = async (one: typeof current) => {
    if (current === one) current = undefined;
    await one?.client.disconnect();
  };
  return {
    ask: async <Answer>(question: (client: Admin) => Promise<Answer>): Promise<Answer> => {
      const one = (current ??= opened());
      try {
        await one.connected;
        return await question(one.client);
      } catch (cause) {
        void drop(one).catch(() => undefined);
        throw cause;
      }
    },
    close: () => drop(current),
  };
}
