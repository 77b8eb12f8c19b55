import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { manualClock } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { memoryDesk, type Desk } from './desk.ts';
import { openGate, source, type Source } from './feed.contract.ts';
import { memoryPlaces } from './places.ts';
import type { PublishedFact } from './feed.ts';
import { FeedStrategy, handleAttemptsMax, Policies } from './strategy.ts';
import { tailFeed } from './tail.ts';

type Counted = PublishedFact<{ readonly n: number }>;

const seen: { pages: number[][]; refuse: Set<number>; held: () => Promise<void> } = {
  pages: [],
  refuse: new Set(),
  held: async () => undefined,
};

class NotToday extends Error {
  override readonly name = 'NotToday';
}

@Policies()
class CountingPolicies {
  @EventPattern('open.Counted.v1')
  async counted(@Payload() facts: readonly Counted[]): Promise<void> {
    const bad = facts.find(({ data }) => seen.refuse.has(data.n));
    if (bad !== undefined) throw new NotToday(`not ${bad.data.n}`);
    await seen.held();
    seen.pages.push(facts.map(({ data }) => data.n));
  }
}

class CountingModule {}

describe('policies over the stream', () => {
  let from: Source;
  let desk: Desk;
  let strategy: FeedStrategy;
  let app: INestMicroservice;
  const places = { current: memoryPlaces() };
  const start = async () => {
    const feed = tailFeed({ log: from.log, places: places.current, gates: [openGate], pollMs: 5 });
    const clock = manualClock('2026-07-01T00:00:00.000Z');
    strategy = new FeedStrategy({ group: 'test', feed, desk, clock, retryMsFirst: 1 });
    const module = { module: CountingModule, controllers: [CountingPolicies] };
    app = await NestFactory.createMicroservice(module, { strategy, logger: false });
    await app.listen();
  };
  beforeEach(() => {
    from = source();
    desk = memoryDesk();
    places.current = memoryPlaces();
    seen.pages = [];
    seen.refuse = new Set();
    seen.held = async () => undefined;
  });
  afterEach(() => app.close());
  const all = () => seen.pages.flat();
  const [one, two] = ['open.counter-acme.1', 'open.counter-acme.2'];

  it('get all facts of a page at once, and none of another pattern', async () => {
    for (const n of [1, 2, 3]) await from.record(one, n);
    await from.record(one, 4, 'open.Other.v1');
    await start();
    await until(() => all().length === 3);
    expect(seen.pages).toEqual([[1, 2, 3]]);
  });

  it('are tried again, key by key, and what still fails is parked with what follows', async () => {
    seen.refuse.add(2);
    for (const n of [1, 2, 3]) await from.record(one, n);
    await from.record(two, 9);
    await start();
    await until(() => all().includes(9));
    expect(all()).toEqual([1, 9]);
    await from.record(one, 4);
    await from.record(two, 10);
    await until(() => all().includes(10));
    const [entry] = await desk.list('test');
    expect(entry).toMatchObject({
      key: one,
      attempts: handleAttemptsMax,
      reason: 'NotToday: not 2',
    });
    expect(entry?.facts.map((fact) => (fact as Counted).data.n)).toEqual([2, 3, 4]);
  });

  it('heal by a retry, in order, once the cause is gone', async () => {
    seen.refuse.add(2);
    for (const n of [1, 2, 3]) await from.record(one, n);
    await start();
    let parked = 0;
    await until(() => {
      void desk.list('test').then((entries) => (parked = entries.length));
      return parked === 1;
    });
    expect(await strategy.retry(one)).toEqual({ settled: false, reason: 'NotToday: not 2' });
    seen.refuse.clear();
    expect(await strategy.retry(one)).toEqual({ settled: true });
    await from.record(one, 4);
    await until(() => all().includes(4));
    expect(all()).toEqual([1, 2, 3, 4]);
    expect(await desk.list('test')).toEqual([]);
  });

  /** Parks the first fact of `one`; `two` tells when that is done. */
  const parkOne = async () => {
    seen.refuse.add(1);
    await from.record(one, 1);
    await from.record(two, 9);
    await start();
    await until(() => all().includes(9));
    seen.refuse.clear();
  };

  it('lose nothing that comes for a key while it is tried again', async () => {
    await parkOne();
    let [letGo, entered] = [() => undefined as unknown, false];
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    seen.held = () => {
      entered = true;
      return held;
    };
    const retrying = strategy.retry(one);
    await until(() => entered);
    await from.record(one, 2);
    // Time enough for the page to be read; it waits for the retry to be done.
    await new Promise((resolve) => setTimeout(resolve, 60));
    letGo();
    expect(await retrying).toEqual({ settled: true });
    await until(() => all().includes(2));
    expect(all()).toEqual([9, 1, 2]);
    expect(await desk.list('test')).toEqual([]);
  });

  it('record exactly what is discarded, and keep it when that fails', async () => {
    await parkOne();
    const refuse = async () => Promise.reject(new Error('not recorded'));
    await expect(strategy.discard(one, refuse)).rejects.toThrow('not recorded');
    expect(await desk.list('test')).toHaveLength(1);
    await from.record(one, 2);
    await from.record(two, 10);
    await until(() => all().includes(10));
    const told: number[] = [];
    await strategy.discard(one, async ({ facts }) => {
      told.push(...facts.map((fact) => (fact as Counted).data.n));
    });
    expect(told).toEqual([1, 2]);
    expect(await desk.list('test')).toEqual([]);
  });

  it('go on after a discard, without what was discarded', async () => {
    seen.refuse.add(1);
    await from.record(one, 1);
    await from.record(two, 9);
    await start();
    await until(() => all().includes(9));
    await strategy.discard(one);
    await from.record(one, 2);
    await until(() => all().includes(2));
    expect(all()).toEqual([9, 2]);
  });

  it('remember what is parked over a restart', async () => {
    seen.refuse.add(1);
    await from.record(one, 1);
    await from.record(two, 9);
    await start();
    await until(() => all().includes(9));
    await app.close();
    seen.refuse.clear();
    await from.record(one, 2);
    await from.record(two, 10);
    await start();
    await until(() => all().includes(10));
    expect(all()).toEqual([9, 10]);
    expect((await desk.list('test'))[0]?.facts).toHaveLength(2);
  });
});
