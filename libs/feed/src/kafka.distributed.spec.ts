import type { Position } from '@plumbline/kernel';
import { Kafka, logLevel } from 'kafkajs';
import { feedContract } from './feed.contract.ts';
import { feedFrom, freshKafka, relayTo } from './kafka.fixture.ts';

feedContract('Kafka', ({ log }) => {
  const kafka = freshKafka();
  const relay = relayTo(kafka, log);
  const feed = feedFrom(kafka, { pageFacts: 2 });
  const admin = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING }).admin();
  return {
    feed,
    placeOf: async (group) => {
      await admin.connect();
      const topics = [`${kafka.prefix}.open.events.v1`];
      const [offsets] = await admin.fetchOffsets({ groupId: `${kafka.prefix}.${group}`, topics });
      await admin.disconnect();
      const placed = offsets?.partitions.find(({ metadata }) => (metadata ?? '') !== '');
      return (placed?.metadata ?? null) as Position | null;
    },
    kept: async () => {
      await admin.connect();
      const { groups } = await admin.listGroups();
      await admin.disconnect();
      const own = `${kafka.prefix}.`;
      const ids = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(own));
      return ids.map((id) => id.slice(own.length));
    },
    close: async () => {
      await Promise.all([feed.close(), relay.close()]);
    },
  };
});
