import { randomUUID } from 'node:crypto';
import { Partitioners, type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';
import type { Position } from '@plumbline/kernel';

export interface ProgressSearch {
  readonly kafka: Kafka;
  readonly transactionalId: string;
  readonly progressTopic: string;
  readonly shard: number;
  readonly readUncommitted?: boolean;
}

/** What the progress topic says of a shard. */
export interface ShardRecord {
  readonly position: Position | null;
  /** Who has taken it over last. */
  readonly owner: string | null;
}

/** The values under the keys of the topic: `position`; `owner`, and `probe` for whoever asks. */
interface ProgressValue {
  readonly position?: Position | null;
  readonly owner?: string;
  readonly mark?: string;
}

const searchMsMax = 60_000;

/**
 * Who owns the shard, asked without becoming its owner. A relay that has failed asks before it
 * takes the shard again: not everything that a new owner causes says that there is one.
 *
 * What is not committed counts as well: whoever writes there that it is the owner has fenced the
 * former one before. And it must, since nothing is given to readers of what is committed for as
 * long as a transaction is left open, which the broker may have left (see `openSession`).
 */
export async function ownerOf(search: ProgressSearch): Promise<string | null> {
  const { kafka, progressTopic: topic, shard } = search;
  const mark = randomUUID();
  const producer = kafka.producer({
    ...{ allowAutoTopicCreation: false, createPartitioner: Partitioners.DefaultPartitioner },
    retry: { initialRetryTime: 50, retries: 5, maxRetryTime: 1_000 },
  });
  try {
    await producer.connect();
    const message = { key: 'probe', value: JSON.stringify({ mark }), partition: shard };
    await producer.send({ topic, acks: -1, messages: [message] });
  } finally {
    await producer.disconnect().catch(() => undefined);
  }
  return (await recordUpTo({ ...search, readUncommitted: true }, mark)).owner;
}

/**
 * What stands in the progress topic, committed unless asked otherwise, up to the mark that the
 * caller has just written: so it is certain to have seen all there is. The end of the topic as the
 * broker tells it would count records of transactions too, which no reader is given.
 */
export async function recordUpTo(search: ProgressSearch, mark: string): Promise<ShardRecord> {
  const { kafka, transactionalId, progressTopic, readUncommitted = false } = search;
  const groupId = `${transactionalId}.search.${mark}`;
  const consumer = kafka.consumer({
    ...{ groupId, maxWaitTimeInMs: 100, readUncommitted },
    retry: { initialRetryTime: 50, retries: 8, maxRetryTime: 1_000, restartOnFailure: never },
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [progressTopic], fromBeginning: true });
    return await read(consumer, search.shard, mark);
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await forget(kafka, groupId);
  }
}

const never = async () => false;

function read(consumer: Consumer, shard: number, mark: string): Promise<ShardRecord> {
  return new Promise((resolve, reject) => {
    let found: ShardRecord = { position: null, owner: null };
    const late = setTimeout(() => reject(new Error('The progress was not found.')), searchMsMax);
    const ended = (end: () => void) => {
      clearTimeout(late);
      end();
    };
    consumer.on(consumer.events.CRASH, ({ payload }) => ended(() => reject(payload.error)));
    const eachBatch = async ({ batch }: EachBatchPayload) => {
      if (batch.partition !== shard) return;
      for (const { value } of batch.messages) {
        const { position, owner, mark: marked } = JSON.parse(String(value)) as ProgressValue;
        if (position !== undefined) found = { ...found, position };
        if (owner !== undefined) found = { ...found, owner };
        if (marked === mark) ended(() => resolve(found));
      }
    };
    consumer.run({ autoCommit: false, eachBatch }).catch((cause: unknown) => {
      ended(() => reject(cause as Error));
    });
  });
}

/** The group was for this search alone. That it stays for a while would do no harm. */
async function forget(kafka: Kafka, groupId: string): Promise<void> {
  const admin = kafka.admin({ retry: { retries: 1 } });
  try {
    await admin.connect();
    await admin.deleteGroups([groupId]);
  } catch {
    return;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
