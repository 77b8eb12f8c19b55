import { beforeEach, describe, expect, it } from '@jest/globals';
import { publishedReader } from '@plumbline/feed';
import type { Position, Recorded } from '@plumbline/kernel';
import fc from 'fast-check';
import { byRoom, digest, house, mended, visits } from './projector.histories.ts';
import type { House, Tally, Visited } from './projector.histories.ts';
import { projected } from './running.ts';
import type { View } from './view.ts';
import { createViews, ViewBehind } from './views.ts';

/** What the house tells others: who came in, but for the thief; of the king, nothing else. */
const publish = ({ room, who }: Visited) => {
  if (who === 'thief') return null;
  const told = { type: 'house.SomebodyCame.v1' as const, data: { room, who } };
  return who === 'king' ? { ...told, withheld: true as const } : told;
};
const read = publishedReader(visits, publish);
type Came = NonNullable<ReturnType<typeof read.decode>>['fact'];

let given: Recorded<Came>[] = [];

/** A view of another context over what the house lets out. */
const guests: View<Tally, Came> = {
  ...{ name: 'guests', version: 1, context: 'house', published: true },
  keys: (recorded) => {
    given.push(recorded);
    return [recorded.fact.data.room];
  },
  fold: (tally, { fact: { data } }) => {
    if (data.who === 'nobody' && !mended.is) throw new Error('nobody cannot visit');
    return { visits: (tally?.visits ?? 0) + 1, last: data.who };
  },
  index: ({ last }) => ({ last }),
};

/** Beside a view of the house's own, in one process. */
const views = [projected(byRoom, visits), projected(guests, read)];

const head = async ({ log }: House): Promise<Position> => {
  const at = await log.head();
  if (at === null) throw new Error('nothing was recorded');
  return at;
};

beforeEach(() => {
  mended.is = false;
  given = [];
});

describe('a view over what another context publishes', () => {
  it('is given what the gate lets out, and has what it holds back in no way', async () => {
    const home = house();
    for (const who of ['ada', 'thief', 'king']) await home.visit('hall', who);
    await home.projector({ views }).catchUp();
    expect(await digest(home.store, 'guests')).toBe('acme/hall={"visits":2,"last":"king"}');
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":3,"last":"king"}');
    const [ada, king] = new Map(given.map((one) => [one.fact.data.who, one])).values();
    expect(ada).toMatchObject({
      fact: { type: 'house.SomebodyCame.v1', data: { room: 'hall', who: 'ada' } },
      ...{
        tenant: 'acme',
        stream: 'house.room-acme.hall',
        revision: 0,
        recordedAt: home.clock.now(),
      },
      ...{ effectiveAt: '2026-07-01T09:00:00.000Z', actor: { sub: 'ada', via: 'published' } },
    });
    expect(king).toMatchObject({ actor: { sub: 'withheld' }, correlationId: king?.id });
    expect(JSON.stringify(given)).not.toMatch(/thief|visit-3/);
  });

  it('is, kept up with or rebuilt, what a fold of the published facts is', async () => {
    const anyVisit = fc.record({
      room: fc.constantFrom('hall', 'loft'),
      who: fc.constantFrom('ada', 'bo', 'thief', 'king'),
      tenant: fc.constantFrom('acme', 'other'),
      isFolded: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyVisit, { maxLength: 14 }), async (visited) => {
        const home = house();
        const projector = home.projector({ views });
        const expected = new Map<string, Tally>();
        for (const { room, who, tenant, isFolded } of visited) {
          await home.visit(room, who, tenant);
          if (isFolded) await projector.catchUp();
          if (who === 'thief') continue;
          const name = `${tenant}/${room}`;
          expected.set(name, { visits: (expected.get(name)?.visits ?? 0) + 1, last: who });
        }
        await projector.catchUp();
        const wanted = [...expected].map(([name, tally]) => `${name}=${JSON.stringify(tally)}`);
        expect((await digest(home.store, 'guests')).split('\n').filter(Boolean)).toEqual(
          wanted.toSorted(),
        );
        const rebuilt = await projector.rebuild('guests');
        expect(rebuilt).toMatchObject({ equal: expected.size, changed: 0, added: 0, removed: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('goes on to the position of what was held back, and waits for the caller’s own write', async () => {
    const home = house();
    const projector = home.projector({ views });
    await projector.start();
    const reading = createViews({ ...home, views, readAfterWaitMsMax: 60_000 });
    await home.visit('hall', 'ada');
    await home.visit('hall', 'thief');
    const readAfter = await head(home);
    const reader = await reading.of(guests, 'acme', { readAfter });
    expect(reader.position).toBe(readAfter);
    expect(await reader.get('hall')).toEqual({ visits: 1, last: 'ada' });
    await projector.stop();
    await home.visit('hall', 'thief');
    const impatient = createViews({ ...home, views, readAfterWaitMsMax: 20 });
    const behind = impatient.of(guests, 'acme', { readAfter: await head(home) });
    await expect(behind).rejects.toThrow(ViewBehind);
  });

  it('is as it was at any earlier point, each view by its own way of reading', async () => {
    const home = house();
    for (const who of ['ada', 'thief']) await home.visit('hall', who);
    const asOf = await head(home);
    for (const who of ['bo', 'cleaner']) await home.visit('hall', who);
    for (const order of [views, views.toReversed()]) {
      const reading = createViews({ ...home, views: order });
      const of = async (view: typeof guests | typeof byRoom, when: object) => {
        return (await reading.of(view as typeof byRoom, 'acme', when)).get('hall');
      };
      expect(await of(guests, { asOf })).toEqual({ visits: 1, last: 'ada' });
      expect(await of(byRoom, { asOf })).toEqual({ visits: 2, last: 'thief' });
      const streams = ['house.room-acme.hall'];
      expect(await reading.fold(guests, 'hall', streams, {})).toMatchObject({
        doc: { visits: 3, last: 'cleaner' },
      });
      expect(await reading.fold(byRoom, 'hall', streams, { asOf })).toMatchObject({
        doc: { visits: 2 },
      });
    }
  });

  it('puts aside what it cannot fold and what its gate cannot read, and skips nothing', async () => {
    const home = house();
    await home.visit('hall', 'nobody');
    await home.visit('loft', 'ada');
    await home.garble('cellar');
    await home.visit('cellar', 'thief');
    await home.visit('cellar', 'bo');
    const projector = home.projector({ views: [projected(guests, read)] });
    await projector.catchUp();
    expect(await digest(home.store, 'guests')).toBe('acme/loft={"visits":1,"last":"ada"}');
    const parked = await projector.parked.list();
    // What would be held back waits for nobody.
    expect(parked.map(({ key, facts }) => [key, facts.length])).toEqual([
      ['hall', 1],
      ['stream:house.room-acme.cellar', 2],
    ]);
    expect(parked[1]?.reason).toMatch(/house\.Vanished\.v9 is not known in house/);
    mended.is = true;
    expect(await projector.parked.retry(parked[0]?.id ?? '')).toEqual({ settled: true });
    expect(await digest(home.store, 'guests')).toContain('acme/hall={"visits":1,"last":"nobody"}');
    await expect(projector.rebuild('guests')).rejects.toThrow(/Vanished/);
  });
});
