import { afterEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { Kafka, logLevel, Partitioners, type EachBatchPayload, type Producer } from 'kafkajs';
import { until } from '@plumbline/kernel/testing';
import { positionMarker, positionType } from './cloud-event.ts';
import { openGate, source, type Source } from './feed.contract.ts';
import { feedFrom, freshKafka, relayTo } from './kafka.fixture.ts';
import type { KafkaOptions } from './kafka.ts';
import type { RelayOptions } from './relay.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

const relayOf = (kafka: KafkaOptions, { log }: Source, more: Partial<RelayOptions> = {}) => {
  const relay = relayTo(kafka, log, more);
  open.push(() => relay.close());
  return relay;
};
const one = 'open.counter-acme.1';
const quiet = (kafka: KafkaOptions) =>
  new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING });

interface Seen {
  readonly id: string;
  readonly type: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * Everything in a topic that is committed, by a plain reader, until there are so many facts, and
 * markers enough.
 */
async function read(
  kafka: KafkaOptions,
  facts: number,
  isEnough: (markers: readonly Seen[]) => boolean = () => true,
) {
  const consumer = quiet(kafka).consumer({
    groupId: `${kafka.prefix}.reader`,
    maxWaitTimeInMs: 50,
  });
  open.push(() => consumer.disconnect());
  const all: Seen[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [`${kafka.prefix}.open.events.v1`], fromBeginning: true });
  const eachBatch = async ({ batch }: EachBatchPayload) => {
    for (const { headers, offset } of batch.messages) {
      const [id, type] = [String(headers?.['ce_id']), String(headers?.['ce_type'])];
      all.push({ id, type, partition: batch.partition, offset });
    }
  };
  await consumer.run({ autoCommit: false, eachBatch });
  const found = () => all.filter(({ type }) => type !== positionType);
  const markers = () => all.filter(({ type }) => type === positionType);
  await until(() => found().length >= facts && isEnough(markers()));
  // Whatever is too much would follow at once.
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { facts: found(), markers: markers() };
}

describe('a relay', () => {
  it('goes on where what is committed ends, when it is started again', async () => {
    const [kafka, from] = [freshKafka(), source()];
    await from.record(one, 1);
    const first = relayOf(kafka, from);
    await until(() => first.progress().position !== null);
    await first.close();
    expect(await first.ended).toBe('closed');
    await from.record(one, 2);
    const head = await from.log.head();
    const second = relayOf(kafka, from);
    await until(() => second.progress().position === head);
    const { facts } = await read(kafka, 2);
    expect(facts.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('of two on a shard one ends; neither loses a fact nor sends one twice', async () => {
    const [kafka, from] = [freshKafka(), source()];
    const first = relayOf(kafka, from);
    await from.record(one, 1);
    await until(() => first.progress().position !== null);
    const second = relayOf(kafka, from);
    for (let n = 2; n <= 60; n += 1) {
      await from.record(one, n);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // It is the first, unless that one failed just then and started over after the second.
    const ends: { how: string; other: typeof first }[] = [];
    void first.ended.then((how) => ends.push({ how, other: second }));
    void second.ended.then((how) => ends.push({ how, other: first }));
    await until(() => ends.length > 0);
    expect(ends.map(({ how }) => how)).toEqual(['fenced']);
    const head = await from.log.head();
    await until(() => ends[0]?.other.progress().position === head);
    const { facts } = await read(kafka, 60);
    expect(facts.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, n) => `c${n + 1}`));
  });

  it.each(['relay:before-commit', 'relay:after-commit', 'relay:fenced'])(
    'that fails at %s starts over, and progress decides',
    async (point) => {
      const [kafka, from, errors] = [freshKafka(), source(), [] as string[]];
      let failures = 2;
      const relay = relayOf(kafka, from, {
        onError: (cause) => errors.push(String(cause)),
        crashPoint: (name) => {
          if (name === point && (failures -= 1) >= 0) throw new Error(`died ${name}`);
        },
      });
      for (let n = 1; n <= 20; n += 1) await from.record(one, n);
      const head = await from.log.head();
      await until(() => relay.progress().position === head && failures < 0);
      const { facts } = await read(kafka, 20);
      expect(facts.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => `c${n + 1}`));
      // A broker that is busy may have been complained of besides: it has just made the topic.
      expect(errors.filter((text) => text === `Error: died ${point}`)).toHaveLength(2);
    },
  );

  it('stops at a fact that its gate cannot read, and goes on once it can', async () => {
    const [kafka, from] = [freshKafka(), source()];
    let isUnable = true;
    const errors: unknown[] = [];
    const relay = relayOf(kafka, from, {
      gates: [
        {
          context: 'open',
          publish: (stored) => {
            if (isUnable && stored.id === 'c2') throw new Error('unknown version');
            return openGate.publish(stored);
          },
        },
      ],
      batchFacts: 1,
      onError: (cause) => errors.push(cause),
    });
    for (const n of [1, 2, 3]) await from.record(one, n);
    await until(() => errors.length > 1);
    expect(relay.progress().position).not.toBe(await from.log.head());
    isUnable = false;
    const { facts } = await read(kafka, 3);
    expect(facts.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });

  it('sets markers in every partition, not oftener than it may', async () => {
    const [kafka, from] = [freshKafka(), source()];
    const [markerMs, began] = [400, performance.now()];
    const relay = relayOf(kafka, from, { markerMs, idleMarkerMs: 60_000, gatherMs: 1 });
    for (let n = 1; n <= 50; n += 1) {
      await from.record(one, n);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const head = await from.log.head();
    await until(() => relay.progress().position === head);
    const perPartition = (markers: readonly Seen[]) =>
      [0, 1, 2].map((no) => markers.filter(({ partition }) => partition === no));
    const { markers } = await read(kafka, 50, (seen) =>
      perPartition(seen).every((those) => those.at(-1)?.id.includes(String(head)) === true),
    );
    // On a busy machine it has taken longer, and there may be more of them.
    const most = (performance.now() - began) / markerMs + 1;
    for (const those of perPartition(markers)) expect(those.length).toBeLessThanOrEqual(most);
  });

  it('waits for the first fact of a log', async () => {
    const [kafka, from, pollMs] = [freshKafka(), source(), 50];
    let looks = 0;
    const readAll: Source['log']['readAll'] = (after, options) => {
      looks += 1;
      return from.log.readAll(after, options);
    };
    relayOf(kafka, { ...from, log: { ...from.log, readAll } }, { pollMs });
    await until(() => looks > 0);
    const [before, began] = [looks, performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 10 * pollMs));
    expect(looks - before).toBeLessThanOrEqual((performance.now() - began) / pollMs + 1);
    await from.record(one, 1);
    expect((await read(kafka, 1)).facts.map(({ id }) => id)).toEqual(['c1']);
  });

  it('takes no transaction for what it does not publish, but says how far it is', async () => {
    const [kafka, from] = [freshKafka(), source()];
    const [markerMs, began] = [400, performance.now()];
    let sent = 0;
    const crashPoint = (name: string) => {
      if (name === 'relay:before-commit') sent += 1;
    };
    const more = { markerMs, idleMarkerMs: 60_000, gatherMs: 1, pollMs: 5, crashPoint };
    const relay = relayOf(kafka, from, more);
    for (let n = 1; n <= 50; n += 1) {
      await from.record(one, n, 'open.Private.v1');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const head = await from.log.head();
    await until(() => relay.progress().position === head);
    await from.record(one, 51);
    const { facts } = await read(kafka, 1);
    expect(facts.map(({ id }) => id)).toEqual(['c51']);
    // The markers' own, and that of the one fact.
    expect(sent).toBeLessThanOrEqual((performance.now() - began) / markerMs + 2);
  });

  it('sets markers now and then while nothing happens', async () => {
    const [kafka, from] = [freshKafka(), source()];
    await from.record(one, 1);
    const [idleMarkerMs, began] = [100, performance.now()];
    const relay = relayOf(kafka, from, { idleMarkerMs });
    await until(() => relay.progress().position !== null);
    const { markers } = await read(kafka, 1, (seen) => seen.length > 6);
    const most = (performance.now() - began) / idleMarkerMs + 1;
    expect(markers.length).toBeLessThanOrEqual(3 * most);
  });

  it('shares tenants out among shards', async () => {
    const [kafka, from] = [freshKafka({ partitions: 4 }), source()];
    const tenants = ['acme', 'beta', 'gamma', 'delta', 'epsilon'];
    for (const [no, tenant] of tenants.entries()) {
      const facts = [{ id: tenant, type: 'open.Counted.v1', body: JSON.stringify({ n: no }) }];
      const append = { tenant, stream: `open.counter-${tenant}.1`, facts, fingerprint: 'f' };
      await from.log.append({ ...append, expected: 'none', commandId: tenant });
    }
    const relays = [0, 1].map((shard) => relayOf(kafka, from, { shard, shards: 2 }));
    const head = await from.log.head();
    await until(() => relays.every((relay) => relay.progress().position === head));
    const { facts } = await read(kafka, tenants.length);
    expect(facts.map(({ id }) => id).sort()).toEqual([...tenants].sort());
  });
});

describe('a relay that has failed', () => {
  it('does not take the shard back from the one that has taken it meanwhile', async () => {
    const [kafka, from] = [freshKafka(), source()];
    let letGo = () => undefined as unknown;
    const held = new Promise<void>((resolve) => (letGo = () => resolve()));
    let isBroken = false;
    const log: Source['log'] = {
      ...from.log,
      readAll: async (after, options) => {
        if (!isBroken) return from.log.readAll(after, options);
        await held;
        isBroken = false;
        throw new Error('The log is away.');
      },
    };
    const first = relayTo(kafka, log);
    open.push(() => first.close());
    await from.record(one, 1);
    await until(() => first.progress().position !== null);
    isBroken = true;
    await from.record(one, 2);
    const second = relayOf(kafka, from);
    const head = await from.log.head();
    await until(() => second.progress().position === head);
    letGo();
    expect(await first.ended).toBe('fenced');
    await from.record(one, 3);
    const { facts } = await read(kafka, 3);
    expect(facts.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });
});

describe('a topic that somebody else writes too', () => {
  const writer = async (kafka: KafkaOptions): Promise<Producer> => {
    const producer = quiet(kafka).producer({ createPartitioner: Partitioners.DefaultPartitioner });
    open.push(() => producer.disconnect());
    await producer.connect();
    return producer;
  };

  it('does not get past what is no fact, and says so', async () => {
    const [kafka, from] = [freshKafka(), source()];
    await from.record(one, 1);
    const relay = relayOf(kafka, from);
    await until(() => relay.progress().position !== null);
    const topic = `${kafka.prefix}.open.events.v1`;
    const producer = await writer(kafka);
    const marker = positionMarker(
      { position: '9' as Position, at: 'x', partition: 0 },
      'urn:stranger',
    );
    const { ce_position: _, ...headers } = marker.headers;
    await producer.send({ topic, messages: [{ ...marker, headers, partition: 0 }] });
    const errors: unknown[] = [];
    const feed = feedFrom(kafka, { onError: (_group, cause) => errors.push(cause) });
    const subscription = feed.subscribe('g', async () => undefined);
    open.push(
      () => subscription.close(),
      () => feed.close(),
    );
    await until(() => errors.length > 2);
    expect(errors[0]).toMatchObject({ code: 'feed/not-a-fact' });
    expect(await feed.passed('g', { position: '1' as Position, timeoutMs: 300 })).toBe(false);
  });
});
