import { describe, expect, it } from '@jest/globals';
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
