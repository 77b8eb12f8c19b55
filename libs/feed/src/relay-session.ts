import { randomUUID } from 'node:crypto';
import { Partitioners, type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import type { Position } from '@plumbline/kernel';
import { partsOf, type RelayBatch } from './relay-batch.ts';
import { recordUpTo } from './relay-progress.ts';

/** A stuck producer holds up every reader that reads committed only, for as long as this. */
export const transactionMsMax = 15_000;
/** Given up before the broker would: what it answers then could be taken for another owner's. */
const answerMsMax = 10_000;
const goodbyeMsMax = 1_000;
/** A part of a transaction; below `messageBytesMax`, for what a message has around its value. */
const partBytesMax = 4 * 1024 * 1024;
/** How long a client that was given up is waited for. */
const settleMsMax = 30_000;
// Kafka answers "concurrent transactions" until the last one is written down; the client's own
// pause of 300 ms would be most of the time that a transaction takes. All attempts together end
// well before the answer is given up.
const retry = { initialRetryTime: 15, retries: 20, maxRetryTime: 250 };

export interface SessionOptions {
  readonly kafka: Kafka;
  readonly transactionalId: string;
  readonly progressTopic: string;
  readonly shard: number;
  /** The relay that takes the shard over. */
  readonly owner: string;
  /** Messages that change nothing, one for each partition that the relay writes. */
  readonly opening: RelayBatch['topics'];
  readonly crashPoint: (name: string) => void;
}

/** One ownership of a shard: from the moment at which its former owner is fenced. */
export interface RelaySession {
  /** How far what is committed goes. */
  readonly position: Position | null;
  /** Messages and progress, in one transaction. After an error the session is of no use. */
  send(batch: RelayBatch): Promise<void>;
  close(): Promise<void>;
}

/** The outcome of a transaction is not known: the broker has not answered in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Takes the shard over. First the former owner is fenced, which ends its open transaction; only
 * then is the progress read, as nothing can be added to it any more by anyone else.
 *
 * The broker may leave a transaction open in partitions although it is decided: one that is killed
 * after it has written down the decision forgets to tell the partitions that have no leader when it
 * comes back (KAFKA-20734; seen in 4.4.0). Readers of what is committed get nothing more from such
 * a partition until its producer ends another transaction there. So the first one of a session
 * writes to all of them at once: what was left open is decided in one, progress and facts alike.
 */
export async function openSession(options: SessionOptions): Promise<RelaySession> {
  const { kafka, transactionalId, progressTopic, shard, owner, opening, crashPoint } = options;
  const producer = kafka.producer({
    ...{ transactionalId, idempotent: true, maxInFlightRequests: 1, retry },
    transactionTimeout: transactionMsMax,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  const mark = randomUUID();
  const record = (key: string, value: unknown): TopicMessages => ({
    topic: progressTopic,
    messages: [{ key, value: JSON.stringify(value), partition: shard }],
  });
  let inFlight: Promise<unknown> = Promise.resolve();
  const answered = (work: Promise<void>) => {
    inFlight = work.catch(() => undefined);
    return within(answerMsMax, work);
  };
  /**
   * A client that was given up may still be at work: were it to initialise itself once more, it
   * would fence the session that follows this one.
   */
  const close = async () => {
    await within(goodbyeMsMax, producer.disconnect()).catch(() => undefined);
    await within(settleMsMax, inFlight).catch(() => undefined);
  };
  try {
    await answered(producer.connect());
    // The first transaction initialises the producer. What it writes is what the search for the
    // progress ends at: everything before it has been seen then.
    const first = [...opening.map(asTopicMessages), record('owner', { owner, mark })];
    await answered(transact(producer, [first]));
    crashPoint('relay:fenced');
    const { position } = await recordUpTo(options, mark);
    return {
      position,
      send: async ({ topics, to }) => {
        const parts = partsOf(topics, partBytesMax).map((part) => part.map(asTopicMessages));
        const progress = [record('position', { position: to })];
        const beforeCommit = () => crashPoint('relay:before-commit');
        await answered(transact(producer, [...parts, progress], beforeCommit));
        crashPoint('relay:after-commit');
      },
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

const asTopicMessages = ({ topic, messages }: RelayBatch['topics'][number]): TopicMessages => ({
  topic,
  messages: messages as TopicMessages['messages'],
});

async function transact(
  producer: Producer,
  parts: readonly TopicMessages[][],
  beforeCommit: () => void = () => undefined,
): Promise<void> {
  const transaction = await producer.transaction();
  try {
    for (const topicMessages of parts) await transaction.sendBatch({ topicMessages, acks: -1 });
    beforeCommit();
    await transaction.commit();
  } catch (cause) {
    await within(goodbyeMsMax, transaction.abort()).catch(() => undefined);
    throw cause;
  }
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`Kafka has not answered within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** INVALID_PRODUCER_EPOCH and PRODUCER_FENCED: somebody else owns the shard. */
const fencedCodes = new Set([47, 90]);

/** Whether an error says, itself or in its causes, that another owner has come. */
export function isFenced(cause: unknown): boolean {
  for (let one = cause; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'number' && fencedCodes.has(code)) return true;
  }
  return false;
}
