import { afterEach, describe, expect, it } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { manualClock, type Position } from '@plumbline/kernel';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { until } from '@plumbline/kernel/testing';
import { toCloudEvent } from './cloud-event.ts';
import { memoryDesk } from './desk.ts';
import type { PublishedFact } from './feed.ts';
import { source, type Source } from './feed.contract.ts';
import { feedFrom, freshKafka, relayTo } from './kafka.fixture.ts';
import { sessionMs } from './kafka-consumer.ts';
import type { KafkaFeedOptions, KafkaOptions } from './kafka.ts';
import { FeedStrategy, Policies } from './strategy.ts';

type Counted = PublishedFact<{ readonly n: number }>;

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  // What was opened last is closed first.
  for (const close of open.splice(0).toReversed()) await close();
});

const one = 'open.counter-acme.1';
/** Tenants of three partitions. */
const tenants = ['acme', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
const handled = (facts: readonly PublishedFact[]) => (facts as Counted[]).map(({ data }) => data.n);

function started(more: Partial<KafkaOptions> = {}) {
  const [kafka, from] = [freshKafka(more), source()];
  const relay = relayTo(kafka, from.log);
  open.push(() => relay.close());
  return { kafka, from, relay };
}

function reading(kafka: KafkaOptions, more: Partial<KafkaFeedOptions> = {}) {
  const feed = feedFrom(kafka, more);
  open.push(() => feed.close());
  const subscribe = (group: string, handle: (facts: readonly PublishedFact[]) => Promise<void>) => {
    const subscription = feed.subscribe(group, ({ facts }) => handle(facts));
    open.push(() => subscription.close());
    return subscription;
  };
  return { feed, subscribe };
}

async function recordOf({ log }: Source, tenant: string, n: number): Promise<void> {
  const id = `${tenant}-${n}`;
  const facts = [{ id, type: 'open.Counted.v1', body: JSON.stringify({ n }) }];
  const stream = `open.counter-${tenant}.${n}`;
  await log.append({ tenant, stream, expected: 'none', facts, commandId: id, fingerprint: 'f' });
}

describe('a group over Kafka', () => {
  it('passes a position once every partition has been told of it', async () => {
    const { kafka, from } = started();
    const { feed, subscribe } = reading(kafka);
    let letGo = () => undefined as unknown;
    const held = new Promise<void>((resolve) => (letGo = () => resolve()));
    subscribe('g', () => held);
    await from.record(one, 1);
    const position = (await from.log.head()) as Position;
    expect(await feed.passed('g', { position, timeoutMs: 700 })).toBe(false);
    letGo();
    expect(await feed.passed('g', { position, timeoutMs: 60_000 })).toBe(true);
    await from.record(one, 2, 'open.Private.v1');
    const further = (await from.log.head()) as Position;
    expect(await feed.passed('g', { position: further, tenant: 'acme', timeoutMs: 60_000 })).toBe(
      true,
    );
    expect(await feed.passed('nobody', { position, timeoutMs: 200 })).toBe(false);
  });

  it('shares partitions out among its members, and each fact is handled by one of them', async () => {
    const { kafka, from } = started();
    const seen: [string, string][] = [];
    const member = (name: string) =>
      reading(kafka).subscribe('g', async (facts) => {
        for (const { id } of facts) seen.push([name, id]);
      });
    member('first');
    for (const tenant of tenants) await recordOf(from, tenant, 1);
    await until(() => seen.length === tenants.length);
    const second = member('second');
    await until(() => second.progress().position !== null);
    for (const tenant of tenants) await recordOf(from, tenant, 2);
    const isSecondRound = ([, id]: [string, string]) => id.endsWith('-2');
    await until(() => seen.filter(isSecondRound).length >= tenants.length);
    const ids = new Set(seen.map(([, id]) => id));
    expect(ids.size).toBe(2 * tenants.length);
    const members = new Set(seen.filter(isSecondRound).map(([name]) => name));
    expect(members).toEqual(new Set(['first', 'second']));
  });

  it('loses nothing when a partition is given away in the middle of a page', async () => {
    const { kafka, from } = started({ partitions: 1 });
    const [seen, done] = [[] as string[], [] as string[]];
    let letGo = () => undefined as unknown;
    const held = new Promise<void>((resolve) => (letGo = () => resolve()));
    reading(kafka).subscribe('g', async (facts) => {
      seen.push(...facts.map(({ id }) => id));
      await held;
      done.push(...facts.map(({ id }) => id));
    });
    for (const n of [1, 2, 3]) await recordOf(from, 'acme', n);
    await until(() => seen.length > 0);
    // The new member waits for the old one, which holds its page while the group shares out anew.
    reading(kafka).subscribe('g', async (facts) => {
      done.push(...facts.map(({ id }) => id));
    });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    letGo();
    for (const n of [4, 5]) await recordOf(from, 'acme', n);
    await until(() => new Set(done).size === 5);
    expect([...new Set(done)]).toEqual([1, 2, 3, 4, 5].map((n) => `acme-${n}`));
  });

  it('goes on with the other partitions while a page of one fails', async () => {
    const { kafka, from } = started();
    const [seen, errors] = [[] as string[], [] as string[]];
    let isBroken = true;
    const onError = (_: string, cause: unknown) => errors.push(String(cause));
    reading(kafka, { onError }).subscribe('g', async (facts) => {
      if (isBroken && facts.some(({ tenant }) => tenant === 'acme')) throw new Error('not acme');
      seen.push(...facts.map(({ id }) => id));
    });
    await recordOf(from, 'acme', 1);
    // A broker that is busy may have been complained of before.
    await until(() => errors.includes('Error: not acme'));
    // In other partitions than that of acme.
    for (const tenant of ['beta', 'gamma']) await recordOf(from, tenant, 1);
    await until(() => seen.length === 2);
    expect(seen).not.toContain('acme-1');
    isBroken = false;
    await until(() => seen.includes('acme-1'));
  });

  it('remembers what it has handled over a restart, also of what came without facts', async () => {
    const { kafka, from } = started();
    const { feed, subscribe } = reading(kafka);
    const first = subscribe('g', async () => undefined);
    await from.record(one, 1);
    const position = (await from.log.head()) as Position;
    await feed.passed('g', { position, timeoutMs: 60_000 });
    await first.close();
    const seen: number[] = [];
    const second = subscribe('g', async (facts) => void seen.push(...handled(facts)));
    await until(() => second.progress().position === position);
    expect(seen).toEqual([]);
  });

  it('closes sooner than its group would give it up', async () => {
    const { kafka, from } = started();
    const { feed, subscribe } = reading(kafka);
    const subscription = subscribe('g', async () => undefined);
    await from.record(one, 1);
    const position = (await from.log.head()) as Position;
    await feed.passed('g', { position, timeoutMs: 60_000 });
    const began = performance.now();
    await subscription.close();
    expect(performance.now() - began).toBeLessThan(sessionMs);
  });
});

describe('without a broker', () => {
  it('a follower is not told that it has caught up, but why not', async () => {
    const kafka = freshKafka({ brokers: ['127.0.0.1:1'] });
    const errors: [group: string, cause: unknown][] = [];
    const { feed } = reading(kafka, { onError: (...told) => errors.push(told) });
    const following = feed.follow(new Set(['open.Counted.v1']), async () => undefined);
    open.push(() => following.close());
    const before = errors.length;
    expect(await following.isCaughtUp()).toBe(false);
    expect(errors.slice(before)).toContainEqual([
      expect.stringMatching(/^follow\./),
      expect.objectContaining({ message: expect.stringContaining('ECONNREFUSED') }),
    ]);
  });

  it('a reader and a relay say so, and close soon', async () => {
    const [kafka, from] = [freshKafka({ brokers: ['127.0.0.1:1'] }), source()];
    const errors: string[] = [];
    const { feed, subscribe } = reading(kafka, { onError: (group) => errors.push(group) });
    const relay = relayTo(kafka, from.log, { onError: () => errors.push('relay') });
    const subscription = subscribe('g', async () => undefined);
    const position = '1' as Position;
    expect(await feed.passed('g', { position, timeoutMs: 300 })).toBe(false);
    await until(() => errors.includes('g') && errors.includes('relay'));
    const began = performance.now();
    await Promise.all([subscription.close(), relay.close()]);
    expect(performance.now() - began).toBeLessThan(sessionMs);
    expect(subscription.progress().position).toBeNull();
  });
});

describe('facts that come twice, and in another order than they were recorded in', () => {
  it('come to the handler as they lie there, each with the id to know it by', async () => {
    const kafka = freshKafka();
    const { subscribe } = reading(kafka, { pageFacts: 3 });
    const state = new Map<string, number>();
    const taken: number[] = [];
    // What every reader that must not act twice does: drop by revision what it has had.
    subscribe('g', async (facts) => {
      for (const { stream, revision, data } of facts as Counted[]) {
        if (revision <= (state.get(stream) ?? -1)) continue;
        state.set(stream, revision);
        taken.push(data.n);
      }
    });
    const client = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING });
    const producer = client.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    open.push(() => producer.disconnect());
    await producer.connect();
    const message = (n: number) => {
      const times = {
        recordedAt: '2026-07-01T00:00:00.000Z',
        effectiveAt: '2026-07-01T00:00:00.000Z',
      };
      const ids = {
        id: `c${n}`,
        correlationId: 'c',
        causationId: 'c',
        position: `0${n}` as Position,
      };
      const rest = {
        type: 'open.Counted.v1',
        tenant: 'acme',
        stream: one,
        revision: n,
        actor: 'ada',
      };
      return { ...toCloudEvent({ ...ids, ...times, ...rest, data: { n } }, 'urn:x'), partition: 0 };
    };
    const messages = [1, 2, 2, 1, 3, 3, 2, 4].map(message);
    const topic = `${kafka.prefix}.open.events.v1`;
    // The group makes the topic, as there is no relay.
    const admin = client.admin();
    await admin.connect();
    await until(async () => (await admin.listTopics()).includes(topic));
    await admin.disconnect();
    await producer.send({ topic, messages });
    await until(() => taken.includes(4));
    expect(taken).toEqual([1, 2, 3, 4]);
  });
});

const policy: { seen: number[]; refuse: Set<number> } = { seen: [], refuse: new Set() };

@Policies()
class CountingPolicies {
  @EventPattern('open.Counted.v1')
  async counted(@Payload() facts: readonly Counted[]): Promise<void> {
    const bad = facts.find(({ data }) => policy.refuse.has(data.n));
    if (bad !== undefined) throw new Error(`not ${bad.data.n}`);
    policy.seen.push(...handled(facts));
  }
}

class CountingModule {}

describe('policies over Kafka', () => {
  it('park a poison fact with what follows under its key; the rest goes on, a retry heals', async () => {
    const { kafka, from } = started();
    const { feed } = reading(kafka);
    const desk = memoryDesk();
    const clock = manualClock('2026-07-01T00:00:00.000Z');
    const strategy = new FeedStrategy({ group: 'test', feed, desk, clock, retryMsFirst: 1 });
    const module = { module: CountingModule, controllers: [CountingPolicies] };
    const options = { strategy, logger: false as const };
    const app: INestMicroservice = await NestFactory.createMicroservice(module, options);
    open.push(() => app.close());
    policy.refuse.add(2);
    await app.listen();
    for (const n of [1, 2, 3]) await from.record(one, n);
    await from.record('open.counter-acme.2', 9);
    await until(() => policy.seen.includes(9));
    await from.record(one, 4);
    await from.record('open.counter-acme.2', 10);
    await until(() => policy.seen.includes(10));
    const [entry] = await desk.list('test');
    expect(entry).toMatchObject({ key: one, reason: 'Error: not 2' });
    expect(handled(entry?.facts ?? [])).toEqual([2, 3, 4]);
    expect([...policy.seen].sort((a, b) => a - b)).toEqual([1, 9, 10]);
    policy.refuse.clear();
    expect(await strategy.retry(one)).toEqual({ settled: true });
    await from.record(one, 5);
    await until(() => policy.seen.includes(5));
    expect(policy.seen.filter((n) => n < 9)).toEqual([1, 2, 3, 4, 5]);
    expect(await desk.list('test')).toEqual([]);
  });
});
