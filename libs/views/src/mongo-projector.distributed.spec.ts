import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAnswered, until } from '@plumbline/kernel/testing';
import { openMongo, type Connection } from '@plumbline/mongo';
import { openTestDatabase, startTestServer, type TestDatabase } from '@plumbline/mongo/testing';
import fc from 'fast-check';
import { openMongoViewStore } from './mongo.ts';
import { openMemoryViewStore } from './memory.ts';
import { digest, house, mended, type House } from './projector.histories.ts';
import { Fenced, ViewsUnavailable, type ViewStore } from './view-store.ts';

let database: TestDatabase;
beforeEach(async () => {
  mended.is = false;
  database = await openTestDatabase();
});
afterEach(() => database.drop());

interface Visit {
  readonly room: string;
  readonly who: string;
  readonly tenant: string;
}

// Among them visits that delete a room's document, and visits that cannot be folded and are parked.
const anyVisit: fc.Arbitrary<Visit> = fc.record({
  room: fc.constantFrom('hall', 'loft', 'cellar'),
  who: fc.constantFrom('ada', 'bo', 'cleaner', 'cleaner', 'nobody'),
  tenant: fc.constantFrom('acme', 'other'),
});
const points = [
  ...['after-load', 'before-apply', 'after-apply'].map((at) => `projector:${at}`),
  ...['before-documents', 'after-documents', 'before-checkpoint'].map((at) => `mongo:${at}`),
];
const anyDeath = fc.record({ point: fc.constantFrom(...points), turn: fc.nat(6) });

/** Dies at one point, at its so-manieth time. */
function dying({ point, turn }: { readonly point: string; readonly turn: number }) {
  let turns = 0;
  return (name: string): void => {
    if (name === point && (turns += 1) > turn) throw new Error('died');
  };
}

const storeOn = (connection: Connection, crashPoint?: (name: string) => void): ViewStore =>
  openMongoViewStore({ connection, ...(crashPoint === undefined ? {} : { crashPoint }) });

/** The same visits in a house whose views are folded in memory, in one go. */
async function pure(visits: readonly Visit[]): Promise<House> {
  const whole = house(openMemoryViewStore());
  for (const { room, who, tenant } of visits) await whole.visit(room, who, tenant);
  await whole.projector({ pageFacts: 1_000 }).catchUp();
  return whole;
}

const views = ['by-room', 'by-visitor', 'each-visit'];
const digests = (store: ViewStore) => Promise.all(views.map((view) => digest(store, view)));
const parkedOf = async (store: ViewStore) =>
  (await store.parked())
    .map(({ view, tenant, key, facts }) => [view, tenant, key, facts.map((one) => one.position)])
    .toSorted((one, other) => (String(one) < String(other) ? -1 : 1));

async function expectSame(store: ViewStore, visits: readonly Visit[]): Promise<void> {
  const whole = await pure(visits);
  expect(await digests(store)).toEqual(await digests(whole.store));
  expect(await parkedOf(store)).toEqual(await parkedOf(whole.store));
}

describe('the projector over MongoDB', () => {
  it('is the pure fold at any point of dying and starting again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyVisit, { maxLength: 15 }),
        fc.array(anyDeath, { maxLength: 5 }),
        async (visits, deaths) => {
          const own = await openTestDatabase();
          const home = house(storeOn(own.connection));
          for (const { room, who, tenant } of visits) await home.visit(room, who, tenant);
          for (const death of deaths) {
            const crashPoint = dying(death);
            const store = storeOn(own.connection, crashPoint);
            await home
              .projector({ crashPoint, store })
              .catchUp()
              .catch((cause: Error) => expect(cause.message).toBe('died'));
          }
          await home.projector().catchUp();
          await expectSame(home.store, visits);
          await own.drop();
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(points)('is the pure fold after dying once at %s, in the middle', async (point) => {
    const visits = ['ada', 'bo', 'cleaner', 'ada', 'nobody', 'bo', 'cleaner', 'bo'].map(
      (who, index) => ({ room: ['hall', 'loft'][index % 2] ?? '', who, tenant: 'acme' }),
    );
    const home = house(storeOn(database.connection));
    for (const { room, who, tenant } of visits) await home.visit(room, who, tenant);
    const crashPoint = dying({ point, turn: 2 });
    const store = storeOn(database.connection, crashPoint);
    const first = home.projector({ crashPoint, store });
    await expect(first.catchUp()).rejects.toThrow('died');
    await home.projector().catchUp();
    await expectSame(home.store, visits);
  });

  it('goes on in the same process after a page that was written in part', async () => {
    const home = house(storeOn(database.connection));
    const deaths = [1, 3, 4].map((turn) => dying({ point: 'mongo:after-documents', turn }));
    let death = 0;
    const store = storeOn(database.connection, (name) => deaths[death]?.(name));
    const projector = home.projector({ store });
    const visits: Visit[] = [];
    for (const who of ['ada', 'cleaner', 'bo', 'nobody', 'ada', 'bo', 'cleaner', 'ada']) {
      const visit = { room: 'hall', who, tenant: who === 'nobody' ? 'other' : 'acme' };
      visits.push(visit);
      await home.visit(visit.room, visit.who, visit.tenant);
      await projector.catchUp().catch((cause: Error) => {
        expect(cause.message).toBe('died');
        death += 1;
      });
    }
    await projector.catchUp();
    expect(death).toBe(3);
    await expectSame(home.store, visits);
  });

  it('changes nothing when the same pages are folded again from the beginning', async () => {
    const home = house(storeOn(database.connection));
    const visits = ['ada', 'bo', 'cleaner', 'cy', 'nobody', 'dee'].map((who) => {
      return { room: 'hall', who, tenant: 'acme' };
    });
    for (const { room, who, tenant } of visits) await home.visit(room, who, tenant);
    const forgetful = home.projector({ store: withoutCheckpoint(home.store) });
    await forgetful.catchUp();
    const once = await digests(home.store);
    // As if every checkpoint had been lost: each page is a duplicate.
    await home.projector({ store: withoutCheckpoint(home.store) }).catchUp();
    expect(await digests(home.store)).toEqual(once);
    await home.projector().catchUp();
    await expectSame(home.store, visits);
  });

  it('of two, only the one that came later writes', async () => {
    const home = house(storeOn(database.connection));
    const first = home.projector();
    await home.visit('hall', 'ada');
    await first.catchUp();
    const second = home.projector({ store: storeOn(database.connection) });
    await second.catchUp();
    await home.visit('hall', 'bo');
    await home.visit('loft', 'bo');
    const outcomes = await Promise.allSettled([first.catchUp(), second.catchUp()]);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: expect.any(Fenced) },
      { status: 'fulfilled' },
    ]);
    const visits = [...'a'].map(() => ({ room: 'hall', who: 'ada', tenant: 'acme' }));
    const both = ['hall', 'loft'].map((room) => ({ room, who: 'bo', tenant: 'acme' }));
    await expectSame(home.store, [...visits, ...both]);
  });

  it('that is taken over in the middle of a page leaves what the later one makes', async () => {
    const home = house(storeOn(database.connection));
    const visits = ['ada', 'bo', 'cleaner', 'cy'].map((who) => {
      return { room: 'hall', who, tenant: 'acme' };
    });
    for (const { room, who, tenant } of visits) await home.visit(room, who, tenant);
    const zombie = openMongoViewStore({
      connection: database.connection,
      crashPoint: async (name) => {
        if (name === 'mongo:before-documents') await home.projector().catchUp();
      },
    });
    await expect(home.projector({ store: zombie }).catchUp()).rejects.toThrow(Fenced);
    await expectSame(home.store, visits);
  });

  it('rebuilds into a collection of its own while the live one is kept up', async () => {
    const home = house(storeOn(database.connection));
    const visits = ['ada', 'bo', 'cleaner', 'cy', 'dee'].map((who, index) => {
      return { room: ['hall', 'loft'][index % 2] ?? '', who, tenant: 'acme' };
    });
    for (const { room, who, tenant } of visits) await home.visit(room, who, tenant);
    const projector = home.projector();
    await projector.catchUp();
    for (const build of [2, 3]) {
      expect(await projector.rebuild('by-room')).toMatchObject({ changed: 0, added: 0 });
      expect(await home.store.live('by-room')).toMatchObject({ build });
    }
    await expectSame(home.store, visits);
    expect((await home.store.generations('by-room')).map(({ build }) => build)).toEqual([2, 3]);
  });
});

describe('the projector over a server that is killed', () => {
  it('goes on where the server is when it is there again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-mongo-'));
    const file = join(folder, 'data.mv');
    let server = await startTestServer(file);
    const connection = await openMongo(server.url, { serverSelectionMs: 1_000 });
    const home = house(storeOn(connection));
    const projector = home.projector();
    const visits: Visit[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (const who of ['ada', 'bo', 'cleaner', 'cy', 'nobody', 'dee', 'cleaner', 'ed']) {
        const visit = { room: `room-${visits.length % 3}`, who, tenant: 'acme' };
        visits.push(visit);
        await home.visit(visit.room, visit.who, visit.tenant);
      }
      const working = projector.catchUp();
      await new Promise((resolve) => setTimeout(resolve, 20 * round));
      await server.kill();
      await working.catch((cause) => expect(cause).toBeInstanceOf(ViewsUnavailable));
      await expect(projector.parked.list()).rejects.toThrow(ViewsUnavailable);
      server = await startTestServer(file, server.port);
      // The driver finds it again a moment later.
      await until(() => isAnswered(home.store.live('by-room')));
      await projector.catchUp();
    }
    await expectSame(home.store, visits);
    // And for a process that starts anew over what is in the file.
    await server.kill();
    server = await startTestServer(file, server.port);
    await until(() => isAnswered(home.store.live('by-room')));
    await expectSame(home.store, visits);
    await connection.close();
    await server.kill();
    rmSync(folder, { recursive: true });
  });
});

/** A store that loses its checkpoints, as a crash before each of them would. */
function withoutCheckpoint(store: ViewStore): ViewStore {
  return {
    ...store,
    claim: async (generation) => ({ ...(await store.claim(generation)), checkpoint: null }),
  };
}
