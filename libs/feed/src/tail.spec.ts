import { describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { feedContract, openGate, source } from './feed.contract.ts';
import { memoryPlaces } from './places.ts';
import { tailFeed } from './tail.ts';

feedContract('tail of the log', ({ log }) => {
  const places = memoryPlaces();
  const kept = new Set<string>();
  const savePlace = async (reader: string, position: Position) => {
    kept.add(reader.replace('feed:', ''));
    await places.savePlace(reader, position);
  };
  const counting = { ...places, savePlace };
  return {
    feed: tailFeed({ log, places: counting, gates: [openGate], pollMs: 5, pageFacts: 2 }),
    placeOf: (group) => places.place(`feed:${group}`),
    kept: async () => [...kept],
  };
});

describe('following one context of a long log', () => {
  const others = 3_000;
  const pageFacts = 10;

  async function followed() {
    const { log, record } = source();
    for (let n = 1; n <= others; n += 1) {
      const type = n % 2 === 0 ? 'shut.Counted.v1' : 'shut.Other.v1';
      await record(`shut.counter-acme.${n}`, n, type);
    }
    for (const n of [1, 2, 3]) await record('open.counter-acme.1', n);
    let loaded = 0;
    const readAll: typeof log.readAll = async (...asked) => {
      const page = await log.readAll(...asked);
      loaded += page.facts.length;
      return page;
    };
    const feed = tailFeed({
      ...{ log: { ...log, readAll }, places: memoryPlaces(), gates: [openGate], pageFacts },
    });
    return { feed, log, loaded: () => loaded };
  }

  it('loads of others a page of each type at most', async () => {
    const { feed, log, loaded } = await followed();
    const seen: unknown[] = [];
    const following = feed.follow(new Set(['open.Counted.v1']), async ({ facts }) => {
      for (const { data } of facts) seen.push(data);
    });
    const head = await log.head();
    await until(() => following.progress().position === head);
    expect(seen).toHaveLength(3);
    expect(loaded()).toBeLessThanOrEqual(2 * pageFacts + 3);
    await following.close();
  });

  it('is not held up by what another context cannot read of its own', async () => {
    const { log, record } = source();
    await record('shut.counter-acme.1', 1, 'shut.Counted.v1');
    await record('open.counter-acme.1', 2);
    const shut = {
      context: 'shut',
      publish: () => {
        throw new Error('of another release');
      },
    };
    const errors: unknown[] = [];
    const feed = tailFeed({
      ...{ log, places: memoryPlaces(), gates: [openGate, shut], pollMs: 5 },
      onError: (_, cause) => errors.push(cause),
    });
    const seen: unknown[] = [];
    const following = feed.follow(new Set(['open.Counted.v1']), async ({ facts }) => {
      seen.push(...facts.map(({ data }) => (data as { n: number }).n));
    });
    await until(() => following.progress().position !== null);
    await until(() => seen.length === 1);
    await following.close();
    expect([seen, errors]).toEqual([[2], []]);
  });

  it('lets everything else have its turn between pages', async () => {
    const { feed, log } = await followed();
    const following = feed.follow(new Set(['shut.Counted.v1', 'shut.Other.v1']), async () => {});
    let turns = 0;
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    let counting = true;
    setImmediate(count);
    const head = await log.head();
    await until(() => following.progress().position === head);
    counting = false;
    expect(turns).toBeGreaterThanOrEqual(others / pageFacts / 2);
    await following.close();
  });
});

describe('a crash before the place is saved', () => {
  it('delivers the page again, and loses nothing', async () => {
    const { log, record } = source();
    const places = memoryPlaces();
    for (const n of [1, 2, 3, 4, 5]) await record('open.counter-acme.1', n);
    const seen: number[] = [];
    const handle = async ({ facts }: { facts: readonly { data: unknown }[] }) => {
      for (const { data } of facts) seen.push((data as { n: number }).n);
    };
    let crashed = false;
    const dying = tailFeed({
      ...{ log, places, gates: [openGate], pageFacts: 2 },
      crashPoint: () => {
        crashed = true;
        throw new Error('died');
      },
    }).subscribe('g', handle);
    await until(() => crashed);
    await dying.close();
    const restarted = tailFeed({ log, places, gates: [openGate], pageFacts: 2 });
    const subscription = restarted.subscribe('g', handle);
    await until(() => seen.includes(5));
    await subscription.close();
    expect([...new Set(seen)]).toEqual([1, 2, 3, 4, 5]);
    expect(seen.length).toBeGreaterThan(5);
  });
});

describe('a place that cannot be read', () => {
  it('is asked for again, so that the group neither starts anew nor stops', async () => {
    const { log, record } = source();
    const places = memoryPlaces();
    await record('open.counter-acme.1', 1);
    await places.savePlace('feed:g', (await log.head()) as Position);
    await record('open.counter-acme.1', 2);
    const [seen, errors]: [number[], unknown[]] = [[], []];
    let asked = 0;
    const place = async (reader: string) => {
      if ((asked += 1) === 1) throw new Error('away');
      return places.place(reader);
    };
    const subscription = tailFeed({
      ...{ log, gates: [openGate], places: { ...places, place } },
      onError: (_, cause) => errors.push(cause),
    }).subscribe('g', async ({ facts }) => {
      for (const { data } of facts) seen.push((data as { n: number }).n);
    });
    await until(() => seen.length > 0);
    await subscription.close();
    expect(seen).toEqual([2]);
    expect(errors).toMatchObject([{ message: 'away' }]);
  });
});

describe('a follower of a log that cannot be asked for its end', () => {
  it('is not told that it has caught up, but why not; and is told later', async () => {
    const { log, record } = source();
    await record('open.counter-acme.1', 1);
    const away = new Error('away');
    let asked = 0;
    const head = async () => {
      if ((asked += 1) <= 2) throw away;
      return log.head();
    };
    const errors: unknown[] = [];
    const feed = tailFeed({
      ...{ log: { ...log, head }, places: memoryPlaces(), gates: [openGate], pollMs: 5 },
      onError: (...told) => errors.push(told),
    });
    const following = feed.follow(new Set(['open.Counted.v1']), async () => undefined);
    await until(() => following.progress().position !== null);
    const answers = [await following.isCaughtUp(), await following.isCaughtUp()];
    expect(answers).toEqual([false, false]);
    expect(errors).toEqual([
      ['follow', away],
      ['follow', away],
    ]);
    expect(await following.isCaughtUp()).toBe(true);
    await following.close();
  });
});
