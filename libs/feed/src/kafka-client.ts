import { Kafka, logLevel, type Admin, type KafkaConfig } from 'kafkajs';
import './kafka-idle.ts';

/** Where Kafka is, and what everything of ours in it is called. */
export interface KafkaOptions {
  readonly brokers: readonly string[];
  /** The first part of the names of topics, groups and transactional ids. */
  readonly prefix?: string;
  /** How many partitions each topic of facts has: fixed for as long as the topic lives. */
  readonly partitions?: number;
  /** As the broker has it when it is left out. */
  readonly replicationFactor?: number;
  readonly security?: Pick<KafkaConfig, 'ssl' | 'sasl'>;
  /** What the client has to say, warnings and worse; dropped when it is left out. */
  readonly onLog?: (level: 'warn' | 'error', message: string) => void;
}

export const prefixDefault = 'plumbline';
export const partitionsDefault = 6;
/** Room for a batch of the relay, whatever the broker's own limit is. */
export const messageBytesMax = 8 * 1024 * 1024;

export function kafkaClient(options: KafkaOptions, clientId: string): Kafka {
  const { brokers, security = {}, onLog = () => undefined } = options;
  return new Kafka({
    ...{ ...security, brokers: [...brokers], clientId, connectionTimeout: 3_000 },
    requestTimeout: 10_000,
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ level, namespace, log }) =>
        onLog(level === logLevel.WARN ? 'warn' : 'error', `${namespace}: ${log.message}`),
  });
}

/** `plumbline.goals.events.v1` */
export function topicOf(context: string, { prefix = prefixDefault }: KafkaOptions): string {
  return `${prefix}.${context}.events.v1`;
}

/** Where relays keep how far they are; one partition a shard. */
export function progressTopicOf(environment: string, { prefix = prefixDefault }: KafkaOptions) {
  return `${prefix}.relay.${environment}.progress`;
}

/** The context of a published type: `goals` of `goals.GoalActivated.v1`. */
export function contextOf(type: string): string {
  return type.slice(0, type.indexOf('.'));
}

interface WantedTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** Makes the topics of facts that are not there yet. Facts are kept for ever. */
export function ensureFactTopics(admin: Admin, topics: readonly string[], options: KafkaOptions) {
  const settings = {
    'cleanup.policy': 'delete',
    'retention.ms': '-1',
    'retention.bytes': '-1',
    'max.message.bytes': String(messageBytesMax),
  };
  const { partitions = partitionsDefault } = options;
  const wanted = topics.map((topic) => ({ topic, partitions, settings }));
  return ensureTopics(admin, wanted, options);
}

/** Small segments and an eager cleaner: at a start the topic is read from its beginning. */
export function ensureProgressTopic(
  admin: Admin,
  topic: string,
  shards: number,
  options: KafkaOptions,
) {
  const settings = {
    'cleanup.policy': 'compact',
    'segment.bytes': String(1024 * 1024),
    'min.cleanable.dirty.ratio': '0.01',
  };
  return ensureTopics(admin, [{ topic, partitions: shards, settings }], options);
}

async function ensureTopics(
  admin: Admin,
  wanted: readonly WantedTopic[],
  { replicationFactor = -1 }: KafkaOptions,
): Promise<void> {
  const there = new Set(await admin.listTopics());
  const missing = wanted.filter(({ topic }) => !there.has(topic));
  if (missing.length > 0) {
    const topics = missing.map(({ topic, partitions, settings }) => ({
      ...{ topic, numPartitions: partitions, replicationFactor },
      configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
    }));
    // False when another process was first; what it made is looked at below.
    await admin.createTopics({ topics, waitForLeaders: true });
  }
  const { topics } = await admin.fetchTopicMetadata({ topics: wanted.map(({ topic }) => topic) });
  for (const { topic, partitions } of wanted) {
    const actual = topics.find(({ name }) => name === topic)?.partitions.length ?? 0;
    // Facts of a tenant would lie in two partitions, in no order between them.
    if (actual !== partitions) {
      throw new WrongPartitions(`Topic ${topic} has ${actual} partitions, not ${partitions}.`);
    }
  }
}

/** The topic was made with another number of partitions than the one asked for. */
export class WrongPartitions extends Error {
  override readonly name = 'WrongPartitions';
}
