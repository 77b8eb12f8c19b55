import { randomUUID } from 'node:crypto';
import type { EventLog } from '@plumbline/event-log';
import { openGate } from './feed.contract.ts';
import { kafkaFeed, type KafkaFeed, type KafkaFeedOptions, type KafkaOptions } from './kafka.ts';
import { startRelay, type Relay, type RelayOptions } from './relay.ts';

/** The brokers that the run has started, or that it was given. */
export function brokers(): readonly string[] {
  const { KAFKA_BROKERS } = process.env;
  if (KAFKA_BROKERS === undefined) throw new Error('KAFKA_BROKERS names no broker.');
  return KAFKA_BROKERS.split(',');
}

/** Names of its own in a Kafka that many tests share. */
export function freshKafka(more: Partial<KafkaOptions> = {}): KafkaOptions {
  return { brokers: brokers(), prefix: `t${randomUUID().slice(0, 8)}`, partitions: 3, ...more };
}

export function relayTo(
  kafka: KafkaOptions,
  log: EventLog,
  more: Partial<RelayOptions> = {},
): Relay {
  const quick = { gatherMs: 5, pollMs: 20, markerMs: 20, idleMarkerMs: 1_000 };
  return startRelay({ log, gates: [openGate], kafka, environment: 'test', ...quick, ...more });
}

export function feedFrom(kafka: KafkaOptions, more: Partial<KafkaFeedOptions> = {}): KafkaFeed {
  return kafkaFeed({ kafka, contexts: ['open'], ...more });
}
