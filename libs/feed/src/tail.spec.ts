import { describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { feedContract, memoryPlaces, openGate, source, until } from './feed.contract.ts';
import { tailFeed } from './tail.ts';

feedContract('tail of the log', ({ log }, places) =>
  tailFeed({ log, places, gates: [openGate], pollMs: 5, pageFacts: 2 }),
);

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
