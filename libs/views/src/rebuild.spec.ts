import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openMemoryViewStore } from './memory.ts';
import {
  byRoom,
  byVisitor,
  digest,
  eachVisit,
  house,
  mended,
  visits,
} from './projector.histories.ts';
import type { Tally, Visited } from './projector.histories.ts';
import type { RebuildLimits } from './rebuild-limits.ts';
import { RebuildStopped, type RebuildProgress } from './rebuild.ts';
import { projected } from './running.ts';
import type { AppliedPage, ViewStore } from './view-store.ts';
import type { View } from './view.ts';

/** A room is shut after every third visit, and opened anew: what is gone depends on what was. */
const byThirds: View<Tally, Visited> = {
  ...byRoom,
  name: 'by-thirds',
  fold: (tally, { fact }) =>
    tally?.visits === 2 ? undefined : { visits: (tally?.visits ?? 0) + 1, last: fact.who },
  index: ({ last }) => ({ last }),
  keys: ({ fact }) => [fact.room, `${fact.room}/${fact.who}`],
};
const views = [
  projected(eachVisit, visits),
  ...[byRoom, byVisitor, byThirds].map((view) => projected(view, visits)),
];

/** Everything is too much: documents are let go of, put off and written at every turn. */
const tight: RebuildLimits = {
  ...{ openChars: 1, stretchChars: 1, idleStretches: 1, sliceDocs: 1, sliceChars: 1 },
  checkpointFacts: 4,
  ...{ goneDocs: 1, parts: 4, laterChars: 2_000, blockChars: 1 },
};
const anyLimits: fc.Arbitrary<RebuildLimits> = fc.record({
  openChars: fc.constantFrom(1, 60, 200, 10_000),
  stretchChars: fc.constantFrom(1, 2_000, 5_000),
  idleStretches: fc.constantFrom(1, 3),
  sliceDocs: fc.constantFrom(1, 2, 100),
  sliceChars: fc.constantFrom(1, 10_000),
  checkpointFacts: fc.constantFrom(3, 7, 1_000),
  goneDocs: fc.constantFrom(1, 2, 100),
  parts: fc.constantFrom(1, 2, 5),
  laterChars: fc.constantFrom(1, 3_000, 1_000_000),
  blockChars: fc.constantFrom(1, 1_500, 1_000_000),
});

const anyVisits = fc.array(
  fc.record({
    room: fc.constantFrom('hall', 'loft', 'cellar', 'attic', 'shed'),
    who: fc.constantFrom('ada', 'bo', 'cy', 'cleaner'),
    tenant: fc.constantFrom('acme', 'other'),
  }),
  { maxLength: 40 },
);
const anyView = fc.constantFrom(...views.map(({ view }) => view.name));

beforeEach(() => {
  mended.is = true;
});

/** A store that says what is written, and can die before or after it. */
function watched(over: (page: AppliedPage) => void = () => undefined) {
  const store = openMemoryViewStore();
  const applied: AppliedPage[] = [];
  const loaded: number[] = [];
  const own: ViewStore = {
    ...store,
    load: async (generation, keys) => {
      const found = await store.load(generation, keys);
      loaded.push(found.filter((one) => one !== undefined).length);
      return found;
    },
    apply: async (pages) => {
      await store.apply(pages);
      applied.push(...pages);
      for (const page of pages) over(page);
    },
  };
  return { store: own, applied, loaded };
}

describe('a rebuild that cannot hold all documents', () => {
  it('gives the same documents as keeping up did, whatever it lets go of and puts off', async () => {
    await fc.assert(
      fc.asyncProperty(anyVisits, anyView, anyLimits, async (visited, view, limits) => {
        const home = house();
        for (const { room, who, tenant } of visited) await home.visit(room, who, tenant);
        const projector = home.projector({ views });
        await projector.catchUp();
        const before = await digest(home.store, view);
        const rebuilt = await projector.rebuild(view, { limits });
        expect(rebuilt).toMatchObject({ changed: 0, added: 0, removed: 0 });
        expect(await digest(home.store, view)).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same documents wherever it is stopped, or dies, and is gone on with', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[anyVisits, anyView, anyLimits, fc.nat(12), fc.boolean()],
        async (visited, view, limits, after, isStopped) => {
          const home = house();
          for (const { room, who, tenant } of visited) await home.visit(room, who, tenant);
          let passes = after;
          const crashPoint = (name: string) => {
            if (!name.startsWith('rebuild:') || isStopped) return;
            if ((passes -= 1) < 0) throw new Error('died');
          };
          const dying = home.projector({ views, crashPoint });
          await dying.catchUp();
          const before = await digest(home.store, view);
          const stop = new AbortController();
          const onProgress = () => {
            if (isStopped && (passes -= 1) < 0) stop.abort();
          };
          await dying.rebuild(view, { limits, onProgress, signal: stop.signal }).catch((cause) => {
            if (!(cause instanceof RebuildStopped) && String(cause) !== 'Error: died') throw cause;
          });
          const restarted = home.projector({ views });
          await restarted.catchUp();
          expect(await digest(home.store, view)).toBe(before);
          const rebuilt = await restarted.rebuild(view, { limits });
          expect(rebuilt).toMatchObject({ changed: 0, added: 0, removed: 0 });
          expect(await digest(home.store, view)).toBe(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('writes each document a few times, however often facts go round through all', async () => {
    const { store, applied, loaded } = watched();
    const home = house(store);
    const rooms = Array.from({ length: 60 }, (_, no) => `room-${no}`);
    const rounds = 20;
    for (let round = 0; round < rounds; round += 1) {
      for (const room of rooms) await home.visit(room, `guest-${round}`);
    }
    const projector = home.projector({ pageFacts: 20 });
    await projector.catchUp();
    applied.length = 0;
    loaded.length = 0;
    // Room for a quarter of them: a round of facts is some thirty thousand characters.
    const limits = { openChars: 600, stretchChars: 10_000, idleStretches: 1, parts: 16 };
    await projector.rebuild('by-room', { limits });
    const written = applied.reduce((sum, { docs }) => sum + docs.length, 0);
    expect(written).toBeLessThan(rooms.length * 3);
    const again = loaded.reduce((sum, found) => sum + found, 0);
    expect(again).toBeLessThan(rooms.length * 2);
  });

  it('lets go of what is finished, puts nothing off, and reads none of it again', async () => {
    const { store, applied, loaded } = watched();
    const home = house(store);
    const rooms = Array.from({ length: 60 }, (_, no) => `room-${no}`);
    for (const room of rooms) {
      for (let visit = 0; visit < 10; visit += 1) await home.visit(room, `guest-${visit}`);
    }
    const projector = home.projector({ pageFacts: 20 });
    await projector.catchUp();
    applied.length = 0;
    loaded.length = 0;
    const shares: number[] = [];
    const onProgress = ({ share }: RebuildProgress) => shares.push(share);
    const limits = { openChars: 200, stretchChars: 10_000, idleStretches: 1 };
    await projector.rebuild('by-room', { limits, onProgress });
    // A page is as good as folded once it is read.
    expect(shares).toHaveLength((rooms.length * 10) / 20);
    expect(applied.reduce((sum, { docs }) => sum + docs.length, 0)).toBeLessThan(rooms.length * 2);
    expect(loaded.reduce((sum, found) => sum + found, 0)).toBeLessThan(10);
  });

  it('writes no more at once than others of the thread can wait for', async () => {
    const { store, applied } = watched();
    const home = house(store);
    for (let no = 0; no < 50; no += 1) await home.visit(`room-${no}`, 'ada');
    const projector = home.projector();
    await projector.catchUp();
    applied.length = 0;
    await projector.rebuild('by-room', { limits: { sliceDocs: 8 } });
    const slices = applied.map(({ docs }) => docs.length);
    expect(Math.max(...slices)).toBe(8);
    expect(slices.reduce((sum, docs) => sum + docs, 0)).toBe(50);
  });

  it('tells how far it is: what is put off is not folded, though it has been read', async () => {
    const home = house();
    for (let no = 0; no < 40; no += 1) await home.visit(`room-${no % 10}`, 'ada');
    const projector = home.projector();
    await projector.catchUp();
    const told: RebuildProgress[] = [];
    const onProgress = (progress: RebuildProgress) => told.push(progress);
    await projector.rebuild('by-room', { onProgress, limits: { ...tight, laterChars: 1e6 } });
    const head = await home.log.head();
    const shares = told.flatMap(({ position, share }) => (position === head ? [share] : []));
    expect(shares[0]).toBeLessThan(0.9);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });
});
