import { beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@plumbline/kernel/testing';
import fc from 'fast-check';
import { openMemoryViewStore } from './memory.ts';
import { byRoom, digest, eachVisit, house, mended, visits } from './projector.histories.ts';
import type { House } from './projector.histories.ts';
import { Unknown } from './projector.ts';
import { openIdleMs, projected } from './running.ts';
import { RebuildFailed, RebuildStopped } from './rebuild.ts';
import { openSqliteViewStore } from './sqlite.ts';
import { Stale, type ViewStore } from './view-store.ts';

const anyVisit = fc.record({
  room: fc.constantFrom('hall', 'loft', 'cellar'),
  who: fc.constantFrom('ada', 'bo', 'cleaner'),
  tenant: fc.constantFrom('acme', 'other'),
});

beforeEach(() => {
  mended.is = false;
});

describe('the projector', () => {
  it('folds what is recorded, in order, for each view', async () => {
    const home = house();
    for (const who of ['ada', 'bo', 'ada', 'cy']) await home.visit('hall', who);
    await home.projector().catchUp();
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":4,"last":"cy"}');
    expect(await digest(home.store, 'by-visitor')).toContain('acme/ada={"visits":2,"last":"hall"}');
  });

  it('keeps up by itself, whether or not it is told of a commit', async () => {
    const home = house();
    const deaf = { ...home.log, onCommit: () => () => undefined };
    const projector = home.projector({ log: deaf });
    await projector.start();
    await home.visit('hall', 'ada');
    await until(async () => (await digest(home.store, 'by-room')).includes('"visits":1'));
    await projector.stop();
  });

  it('looks once for all contexts whether the log goes on', async () => {
    const home = house();
    let looks = 0;
    const readAll: House['log']['readAll'] = (after, options) => {
      looks += 1;
      return home.log.readAll(after, options);
    };
    const others = ['garden', 'yard'].map((context) =>
      projected({ ...byRoom, name: `by-${context}`, context }, visits),
    );
    const views = [...others, projected(byRoom, visits)];
    const projector = home.projector({ log: { ...home.log, readAll }, views });
    await home.visit('hall', 'ada');
    await projector.catchUp();
    looks = 0;
    await projector.catchUp();
    expect(looks).toBe(1);
    await home.visit('hall', 'bo');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":2,"last":"bo"}');
    const live = await Promise.all(views.map(({ view }) => home.store.live(view.name)));
    const places = live.flatMap((one) => (one === undefined ? [] : [home.store.checkpoint(one)]));
    const head = await home.log.head();
    expect(await Promise.all(places)).toEqual([head, head, head]);
  });

  it.each(['memory', 'sqlite'])(
    'is the pure fold at any point of dying and starting again, on %s',
    async (kind) => {
      const points = ['after-load', 'before-apply', 'after-apply'].map((at) => `projector:${at}`);
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyVisit, { maxLength: 15 }),
          fc.array(fc.record({ point: fc.constantFrom(...points), turn: fc.nat(6) })),
          async (visited, deaths) => {
            const open = () =>
              kind === 'memory' ? openMemoryViewStore() : openSqliteViewStore({ path: ':memory:' });
            const home = house(open());
            const whole = house(open());
            for (const { room, who, tenant } of visited) {
              await home.visit(room, who, tenant);
              await whole.visit(room, who, tenant);
            }
            for (const { point, turn } of deaths) {
              let turns = 0;
              const crashPoint = (name: string) => {
                if (name === point && (turns += 1) > turn) throw new Error('died');
              };
              await home
                .projector({ crashPoint })
                .catchUp()
                .catch(() => undefined);
            }
            await home.projector().catchUp();
            await whole.projector({ pageFacts: 1_000 }).catchUp();
            for (const view of ['by-room', 'by-visitor', 'each-visit']) {
              expect(await digest(home.store, view)).toBe(await digest(whole.store, view));
            }
          },
        ),
        { numRuns: 25 },
      );
    },
  );

  it('does not show a view that is filled only in part', async () => {
    const home = house();
    for (let visit = 0; visit < 7; visit += 1) await home.visit('hall', 'ada');
    let pages = 0;
    const crashPoint = (name: string) => {
      if (name === 'projector:before-apply' && (pages += 1) > 1) throw new Error('died');
    };
    await expect(home.projector({ crashPoint }).catchUp()).rejects.toThrow('died');
    expect(await home.store.live('by-room')).toBeUndefined();
    await home.projector().catchUp();
    expect(await digest(home.store, 'by-room')).toContain('"visits":7');
  });

  it('stops after the page in hand, and lets others have their turn between two', async () => {
    const home = house();
    for (let visit = 0; visit < 20; visit += 1) await home.visit('hall', 'ada');
    const projector = home.projector({ pageFacts: 1 });
    await projector.start();
    await new Promise((resolve) => setImmediate(resolve));
    await projector.stop();
    expect(await home.store.live('by-room')).toBeUndefined();
    const [status] = await projector.status();
    expect(status?.lagFacts).toBeGreaterThan(0);
    expect(status?.lagFacts).toBeLessThan(20);
    await projector.start();
    await projector.catchUp();
    await projector.stop();
    expect(await digest(home.store, 'by-room')).toContain('"visits":20');
  });

  it('stops writing when another one has taken over', async () => {
    const home = house();
    const first = home.projector();
    await first.catchUp();
    await home.projector().catchUp();
    await home.visit('hall', 'ada');
    await expect(first.catchUp()).rejects.toThrow('taken over');
    expect(await digest(home.store, 'by-room')).toBe('');
  });

  it('goes on from what the store has when an answer was lost', async () => {
    const home = house();
    const losing = { next: false };
    const store: ViewStore = {
      ...home.store,
      apply: async (pages) => {
        await home.store.apply(pages);
        if (!losing.next) return;
        losing.next = false;
        throw new Error('The answer was lost.');
      },
    };
    const projector = home.projector({ store });
    await home.visit('hall', 'ada');
    await projector.catchUp();
    losing.next = true;
    await home.visit('hall', 'nobody');
    await home.visit('loft', 'bo');
    await expect(projector.catchUp()).rejects.toThrow('lost');
    // The page that is read again is longer now: its documents are not what was written meanwhile.
    await home.visit('loft', 'cy');
    await home.visit('hall', 'dee');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toBe(
      'acme/hall={"visits":1,"last":"ada"}\nacme/loft={"visits":2,"last":"cy"}',
    );
    expect((await projector.parked.list())[0]?.facts).toHaveLength(2);
  });

  it('goes on with a document that was closed meanwhile, from what the store has', async () => {
    const home = house();
    const clock = { now: 0 };
    const loads: number[] = [];
    const store: ViewStore = {
      ...home.store,
      load: async (generation, keys) => {
        loads.push(keys.length);
        return home.store.load(generation, keys);
      },
    };
    const projector = home.projector({ store, clock: { now: () => clock.now } });
    const visited = async (who: string) => {
      loads.length = 0;
      await home.visit('hall', who);
      await projector.catchUp();
      return loads.length > 0;
    };
    expect(await visited('ada')).toBe(true);
    expect(await visited('ada')).toBe(false);
    clock.now += openIdleMs;
    await projector.catchUp();
    expect(await visited('ada')).toBe(true);
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":3,"last":"ada"}');
  });

  it('claims anew when the store could not be reached the first time', async () => {
    const home = house();
    let tries = 0;
    const claim: ViewStore['claim'] = async (generation) => {
      tries += 1;
      if (tries < 3) throw new Error('Nobody answers.');
      return home.store.claim(generation);
    };
    const projector = home.projector({ store: { ...home.store, claim } });
    await home.visit('hall', 'ada');
    for (const time of [1, 2]) {
      await expect(projector.catchUp()).rejects.toThrow('Nobody answers.');
      expect(tries).toBe(time);
    }
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toContain('"visits":1');
  });

  it('says so when documents are never what was loaded', async () => {
    const home = house();
    let tries = 0;
    const apply = async () => {
      tries += 1;
      throw new Stale('Somebody else writes here.');
    };
    await home.visit('hall', 'ada');
    await expect(home.projector({ store: { ...home.store, apply } }).catchUp()).rejects.toThrow(
      Stale,
    );
    expect(tries).toBe(5);
  });

  it('stops where a view folds a second fact into a document that it makes once', async () => {
    const home = house();
    const twice = { ...eachVisit, keys: () => ['all'] };
    const projector = home.projector({ views: [projected(twice, visits)] });
    await home.visit('hall', 'ada');
    await projector.catchUp();
    await home.visit('hall', 'bo');
    await expect(projector.catchUp()).rejects.toThrow(Stale);
    expect(await digest(home.store, 'each-visit')).toContain('ada');
  });

  it('says how far it is, and what lies behind', async () => {
    const home = house();
    const projector = home.projector();
    await projector.catchUp();
    await home.visit('hall', 'ada');
    home.clock.advance(90_000);
    const [status] = await projector.status();
    expect(status).toMatchObject({ name: 'by-room', lagFacts: 1, lagSeconds: 90, parked: 0 });
    await projector.catchUp();
    expect((await projector.status())[0]).toMatchObject({
      lagFacts: 0,
      lagSeconds: 0,
      position: await home.log.head(),
    });
  });
});

describe('a fact that cannot be folded', () => {
  it('parks its key and all that follows for it; other keys and views go on', async () => {
    const home = house();
    for (const who of ['ada', 'nobody', 'bo']) await home.visit('hall', who);
    await home.visit('loft', 'cy');
    const projector = home.projector();
    await projector.catchUp();
    await home.visit('hall', 'dee');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toBe(
      'acme/hall={"visits":1,"last":"ada"}\nacme/loft={"visits":1,"last":"cy"}',
    );
    expect(await digest(home.store, 'by-visitor')).toContain('acme/dee');
    const [entry] = await projector.parked.list();
    expect(entry).toMatchObject({ view: 'by-room', key: 'hall', attempts: 1 });
    expect(entry?.reason).toContain('nobody cannot visit');
    expect(entry?.facts).toHaveLength(3);
    expect((await projector.status())[0]).toMatchObject({ parked: 1, oldestParkedSeconds: 0 });
  });

  it('goes on where it was once the fold is mended and it is tried again', async () => {
    const home = house();
    for (const who of ['ada', 'nobody', 'bo']) await home.visit('hall', who);
    const projector = home.projector();
    await projector.catchUp();
    const id = (await projector.parked.list())[0]?.id ?? '';
    expect(await projector.parked.retry(id)).toMatchObject({ settled: false });
    expect(await projector.parked.show(id)).toMatchObject({ attempts: 2 });
    mended.is = true;
    expect(await projector.parked.retry(id)).toEqual({ settled: true });
    await home.visit('hall', 'cy');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":4,"last":"cy"}');
    expect(await projector.parked.list()).toEqual([]);
  });

  it('discards exactly what was recorded as discarded, while more comes for its key', async () => {
    const home = house();
    for (const who of ['ada', 'nobody']) await home.visit('hall', who);
    const told: number[] = [];
    const projector = home.projector({
      onDiscard: async ({ facts }) => {
        told.push(facts.length);
      },
    });
    await projector.catchUp();
    const id = (await projector.parked.list())[0]?.id ?? '';
    await home.visit('hall', 'bo');
    await Promise.all([projector.catchUp(), projector.parked.discard(id, 'ada', 'A test.')]);
    await projector.catchUp();
    const visits = told[0] === 1 ? 2 : 1;
    expect(await digest(home.store, 'by-room')).toContain(`"visits":${visits}`);
    expect(await projector.parked.list()).toEqual([]);
  });

  it('is discarded only when that was recorded, and then its key goes on', async () => {
    const home = house();
    for (const who of ['ada', 'nobody', 'bo']) await home.visit('hall', who);
    const told: object[] = [];
    const projector = home.projector({
      onDiscard: async (discarded) => {
        if (discarded.by === 'eve') throw new Error('not recorded');
        told.push(discarded);
      },
    });
    await projector.catchUp();
    const id = (await projector.parked.list())[0]?.id ?? '';
    await expect(projector.parked.discard(id, 'eve', 'No.')).rejects.toThrow('not recorded');
    expect(await projector.parked.list()).toHaveLength(1);
    await projector.parked.discard(id, 'ada', 'A test visit.');
    expect(told).toMatchObject([{ id, by: 'ada', why: 'A test visit.', key: 'hall' }]);
    await home.visit('hall', 'cy');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":2,"last":"cy"}');
    await expect(projector.parked.show(id)).rejects.toThrow(Unknown);
  });

  it('parks its stream when it cannot even be read', async () => {
    const home = house();
    await home.visit('hall', 'ada');
    await home.garble('hall');
    await home.visit('hall', 'bo');
    await home.visit('loft', 'bo');
    const projector = home.projector();
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toContain('acme/hall={"visits":1,"last":"ada"}');
    expect(await digest(home.store, 'by-room')).toContain('acme/loft={"visits":1');
    const parked = await projector.parked.list();
    expect(parked.map((one) => one.key)).toEqual(Array(3).fill('stream:house.room-acme.hall'));
    expect(parked[0]?.reason).toContain('house.Vanished.v9');
  });

  it('is still parked after a restart', async () => {
    const home = house();
    for (const who of ['nobody', 'bo']) await home.visit('hall', who);
    await home.projector().catchUp();
    await home.visit('hall', 'cy');
    const restarted = home.projector();
    await restarted.catchUp();
    expect(await digest(home.store, 'by-room')).toBe('');
    expect((await restarted.parked.list())[0]?.facts).toHaveLength(3);
  });
});

describe('a rebuild', () => {
  const fill = async (home: House, count: number) => {
    for (let index = 0; index < count; index += 1) {
      await home.visit(['hall', 'loft'][index % 2] ?? '', `v${index % 5}`);
    }
  };

  it('gives the same documents as keeping up did, wherever it is stopped and gone on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyVisit, { maxLength: 20 }),
        fc.nat(4),
        fc.constantFrom('by-room', 'each-visit'),
        async (visited, stopAt, view) => {
          const home = house();
          for (const { room, who, tenant } of visited) await home.visit(room, who, tenant);
          const projector = home.projector();
          await projector.catchUp();
          const before = await digest(home.store, view);
          const stop = new AbortController();
          let pages = 0;
          const onProgress = () => {
            if ((pages += 1) > stopAt) stop.abort();
          };
          await projector.rebuild(view, { onProgress, signal: stop.signal }).catch((cause) => {
            if (!(cause instanceof RebuildStopped)) throw cause;
          });
          const rebuilt = await projector.rebuild(view);
          expect(rebuilt).toMatchObject({ changed: 0, added: 0, removed: 0 });
          expect(await digest(home.store, view)).toBe(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is compared at one position, whatever is recorded meanwhile', async () => {
    const home = house();
    await fill(home, 4);
    const projector = home.projector();
    await projector.catchUp();
    await home.visit('hall', 'late');
    await home.visit('cellar', 'late');
    let head = 0;
    const log = {
      ...home.log,
      head: async () => {
        if ((head += 1) === 1) await home.visit('loft', 'later');
        return home.log.head();
      },
    };
    const same = { changed: 0, added: 0, removed: 0, equal: 3 };
    expect(await projector.rebuild('by-room')).toMatchObject(same);
    const busy = home.projector({ log });
    await busy.catchUp();
    expect(await busy.rebuild('by-room')).toMatchObject(same);
    expect(head).toBe(1);
    await busy.catchUp();
    expect(await digest(home.store, 'by-room')).toContain('"last":"later"');
  });

  it('fails at a fact that cannot be folded, names it, and leaves what is live', async () => {
    const home = house();
    await home.visit('hall', 'ada');
    const projector = home.projector();
    await projector.catchUp();
    await home.visit('hall', 'nobody');
    await projector.catchUp();
    const before = await digest(home.store, 'by-room');
    await expect(projector.rebuild('by-room')).rejects.toThrow(RebuildFailed);
    await expect(projector.rebuild('by-room')).rejects.toThrow(/Visited.*hall/);
    expect(await digest(home.store, 'by-room')).toBe(before);
    mended.is = true;
    expect(await projector.rebuild('by-room')).toMatchObject({ changed: 1, equal: 0 });
    expect(await projector.parked.list()).toEqual([]);
    expect(await digest(home.store, 'by-room')).toContain('"visits":2');
  });

  it('goes on being kept up after the swap, and keeps one older generation', async () => {
    const home = house();
    await fill(home, 10);
    const projector = home.projector();
    await projector.catchUp();
    await projector.rebuild('by-room');
    await projector.rebuild('by-room');
    await home.visit('hall', 'late');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toContain('"last":"late"');
    const builds = (await home.store.generations('by-room')).map((one) => one.build);
    expect(builds).toEqual([2, 3]);
  });

  it.each([
    'rebuild:before-promote',
    'rebuild:after-promote',
    'rebuild:before-flush',
    'rebuild:after-flush',
  ])('survives a crash at %s', async (point) => {
    const home = house();
    await fill(home, 9);
    const crashPoint = (name: string) => {
      if (name === point) throw new Error('died');
    };
    const dying = home.projector({ crashPoint });
    await dying.catchUp();
    const before = await digest(home.store, 'by-room');
    await expect(dying.rebuild('by-room')).rejects.toThrow('died');
    const restarted = home.projector();
    await restarted.catchUp();
    expect(await digest(home.store, 'by-room')).toBe(before);
    expect(await restarted.rebuild('by-room')).toMatchObject({ changed: 0, equal: 2 });
  });

  it('of a view that has never come to the head leaves alone what fills it', async () => {
    const home = house();
    await fill(home, 9);
    let isDying = true;
    const crashPoint = (name: string) => {
      if (name === 'projector:after-apply' && isDying) throw new Error('died');
    };
    const projector = home.projector({ crashPoint });
    await expect(projector.catchUp()).rejects.toThrow('died');
    expect(await home.store.live('by-room')).toBeUndefined();
    isDying = false;
    // Nothing was live that it could be compared with.
    expect(await projector.rebuild('by-room')).toMatchObject({ facts: 9, equal: 0 });
    await home.visit('hall', 'late');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toContain('"last":"late"');
  });

  it('of a view that is not there is refused by name', async () => {
    await expect(house().projector().rebuild('by-moon')).rejects.toThrow('by-moon');
  });
});
