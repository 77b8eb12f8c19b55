import type { StoredFact } from '@plumbline/event-log';
import { toInstant, type EpochMs, type Position } from '@plumbline/kernel';
import { positionMarker, sourceOf, toCloudEvent } from './cloud-event.ts';
import type { CloudEventMessage } from './cloud-event.ts';
import type { PublishedFact } from './feed.ts';
import type { Gate } from './gate.ts';

/** A message with its place. The partition is always said: no client's default decides it. */
export interface PlacedMessage extends CloudEventMessage {
  readonly partition: number;
}

export interface TopicBatch {
  readonly topic: string;
  readonly messages: readonly PlacedMessage[];
}

/** What a page of the log becomes: the messages of one transaction, and the position after it. */
export interface RelayBatch {
  readonly topics: readonly TopicBatch[];
  readonly facts: number;
  readonly to: Position | null;
  readonly atHead: boolean;
}

export interface Layout {
  readonly gates: readonly Gate[];
  /** Named in `ce_source`: `urn:plumbline:<environment>:<context>`. */
  readonly environment: string;
  readonly topicOf: (context: string) => string;
  readonly partitionOf: (tenant: string) => number;
  /** The partitions that this relay writes. */
  readonly own: readonly number[];
}

/** The published type names another context than the gate that let it out: a defect of the gate. */
export class ForeignType extends Error {
  override readonly name = 'ForeignType';
}

/** Sorts before every position of a log. */
export const beginning = '0' as Position;

/** Puts pages of stored facts, and markers, into messages. Pure but for what a gate decodes. */
export function createBatcher(layout: Layout) {
  const gates = new Map(layout.gates.map((gate) => [gate.context, gate]));
  const own = new Set(layout.own);
  const source = (context: string) => sourceOf(layout.environment, context);

  const published = (stored: StoredFact): [context: string, fact: PublishedFact] | undefined => {
    const context = stored.type.slice(0, stored.type.indexOf('.'));
    const fact = gates.get(context)?.publish(stored) ?? undefined;
    if (fact === undefined) return undefined;
    // Readers find a type by the context in its name.
    if (!fact.type.startsWith(`${context}.`)) {
      throw new ForeignType(`${context} publishes ${fact.type}.`);
    }
    return [context, fact];
  };

  const marked = (batch: RelayBatch, position: Position, now: EpochMs): RelayBatch => {
    const at = toInstant(now);
    const topics = layout.gates.map(({ context }) => {
      const topic = layout.topicOf(context);
      const messages = batch.topics.find((one) => one.topic === topic)?.messages ?? [];
      const markers = layout.own.map((partition) => ({
        ...positionMarker({ position, at, partition }, source(context)),
        partition,
      }));
      return { topic, messages: [...messages, ...markers] };
    });
    return { ...batch, topics };
  };

  return {
    /** Markers that say nothing yet, for what must be written before it is known how far it is. */
    opening: (now: EpochMs): RelayBatch =>
      marked({ topics: [], facts: 0, to: null, atHead: false }, beginning, now),
    /** The facts of a page that leave, in the order of the log within each partition. */
    batchOf: (page: {
      facts: readonly StoredFact[];
      next: Position | null;
      atHead: boolean;
    }): RelayBatch => {
      const topics = new Map<string, PlacedMessage[]>();
      let facts = 0;
      for (const stored of page.facts) {
        const partition = layout.partitionOf(stored.tenant);
        if (!own.has(partition)) continue;
        const found = published(stored);
        if (found === undefined) continue;
        const [context, fact] = found;
        const message = { ...toCloudEvent(fact, source(context)), partition };
        const topic = layout.topicOf(context);
        const messages = topics.get(topic);
        if (messages === undefined) topics.set(topic, [message]);
        else messages.push(message);
        facts += 1;
      }
      const batches = [...topics].map(([topic, messages]) => ({ topic, messages }));
      return { topics: batches, facts, to: page.next, atHead: page.atHead };
    },
    /** The batch, and after it in every partition of ours a marker of how far that has come. */
    marked,
  };
}

/** Parts that are sent one after the other, each at most so large, as requests have a limit. */
export function partsOf(topics: readonly TopicBatch[], bytesMax: number): TopicBatch[][] {
  const parts: TopicBatch[][] = [];
  let [part, bytes]: [Map<string, PlacedMessage[]>, number] = [new Map(), 0];
  const close = () => {
    if (part.size > 0) parts.push([...part].map(([topic, messages]) => ({ topic, messages })));
    [part, bytes] = [new Map(), 0];
  };
  for (const { topic, messages } of topics) {
    for (const message of messages) {
      const size = Buffer.byteLength(message.value) + headersBytesAbout;
      if (bytes + size > bytesMax) close();
      bytes += size;
      const there = part.get(topic);
      if (there === undefined) part.set(topic, [message]);
      else there.push(message);
    }
  }
  close();
  return parts;
}

const headersBytesAbout = 600;
