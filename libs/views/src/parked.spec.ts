import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { openMemoryViewStore } from './memory.ts';
import { byRoom, byVisitor, digest, house, mended, visits } from './projector.histories.ts';
import { RebuildFailed } from './rebuild.ts';
import { projected } from './running.ts';
import { openSqliteViewStore } from './sqlite.ts';

/** The codec of a later release: it reads the garbled fact as a visit of eve to the hall. */
const laterVisits: typeof visits = {
  ...visits,
  decode: (stored) => {
    if (!mended.is || !stored.body.includes('house.Vanished.v9')) return visits.decode(stored);
    const { id, tenant, stream, revision, position, recordedAt } = stored;
    return {
      ...{ id, tenant, stream, revision, position, recordedAt },
      effectiveAt: '2026-07-01T09:00:00.000Z',
      actor: { sub: 'eve', via: 'test' },
      ...{ commandId: id, correlationId: id, causationId: id },
      fact: { type: 'Visited', room: 'hall', who: 'eve' },
    };
  },
};

beforeEach(() => {
  mended.is = false;
});

describe.each(['memory', 'sqlite'])('what is parked, on %s', (kind) => {
  const open = () =>
    kind === 'memory' ? openMemoryViewStore() : openSqliteViewStore({ path: ':memory:' });
  const start = (view: typeof byRoom) => {
    const home = house(open());
    const discarded: number[] = [];
    const during = { aPage: () => undefined as unknown };
    const projector = home.projector({
      views: [projected(view, laterVisits)],
      crashPoint: (name) => {
        if (name === 'projector:before-apply') during.aPage();
      },
      onDiscard: async ({ facts }) => {
        discarded.push(facts.length);
      },
    });
    const only = async () => {
      const [entry, ...more] = await projector.parked.list();
      if (entry === undefined || more.length > 0) throw new Error('one key should be parked');
      return entry;
    };
    return { home, projector, only, discarded, during };
  };

  it('is tried again with what a page parks at the same time', async () => {
    const { home, projector, only, during } = start(byRoom);
    await home.visit('hall', 'nobody');
    await projector.catchUp();
    const { id } = await only();
    await home.visit('hall', 'bo');
    mended.is = true;
    let retried: Promise<unknown> | undefined;
    during.aPage = () => (retried ??= projector.parked.retry(id));
    await projector.catchUp();
    expect(await retried).toEqual({ settled: true });
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":2,"last":"bo"}');
  });

  it('is the same after a page that comes again, as its checkpoint was not written', async () => {
    const { home } = start(byRoom);
    // What deletes a document leaves nothing to tell by that it was folded.
    for (const who of ['cleaner', 'nobody']) await home.visit('hall', who);
    await home.visit('loft', 'cleaner');
    await home.garble('loft');
    const { store } = home;
    const apply: typeof store.apply = (pages) =>
      store.apply(pages.map((page) => ({ ...page, checkpoint: '' as Position })));
    const options = { views: [projected(byRoom, laterVisits)], pageFacts: 10 };
    const dying = home.projector({ ...options, store: { ...store, apply } });
    await dying.catchUp();
    const once = await dying.parked.list();
    expect(once.map(({ facts }) => facts.length)).toEqual([1, 1]);
    const next = home.projector(options);
    await next.catchUp();
    expect(await next.parked.list()).toEqual(once);
    await home.visit('hall', 'bo');
    await next.catchUp();
    const more = await next.parked.list();
    expect(more.map(({ facts }) => facts.length).toSorted()).toEqual([1, 2]);
  });

  it('is discarded as it is recorded, with what a page parks at the same time', async () => {
    const { home, projector, only, discarded, during } = start(byRoom);
    await home.visit('hall', 'nobody');
    await projector.catchUp();
    const { id } = await only();
    await home.visit('hall', 'bo');
    let gone: Promise<void> | undefined;
    during.aPage = () => (gone ??= projector.parked.discard(id, 'ada', 'A test.'));
    await projector.catchUp();
    await gone;
    expect(discarded).toEqual([2]);
    expect(await projector.parked.list()).toEqual([]);
  });

  it('is not folded behind what other streams did since; a rebuild takes it in order', async () => {
    const { home, projector, only } = start(byVisitor);
    await home.garble('hall');
    await home.visit('hall', 'bo');
    await home.visit('loft', 'bo');
    await projector.catchUp();
    mended.is = true;
    const { id, key } = await only();
    expect(key).toBe('stream:house.room-acme.hall');
    const result = await projector.parked.retry(id);
    expect(result).toMatchObject({ settled: false });
    expect(result.reason).toContain('Rebuild the view');
    expect(await only()).toMatchObject({ attempts: 2, reason: result.reason });
    await projector.rebuild('by-visitor');
    expect(await projector.parked.list()).toEqual([]);
    expect(await digest(home.store, 'by-visitor')).toContain('acme/bo={"visits":2,"last":"loft"}');
  });

  it('is folded when other streams left its documents alone', async () => {
    const { home, projector, only } = start(byRoom);
    await home.garble('hall');
    await home.visit('hall', 'bo');
    await home.visit('loft', 'bo');
    await projector.catchUp();
    mended.is = true;
    expect(await projector.parked.retry((await only()).id)).toEqual({ settled: true });
    expect(await digest(home.store, 'by-room')).toBe(
      'acme/hall={"visits":2,"last":"bo"}\nacme/loft={"visits":1,"last":"bo"}',
    );
  });

  it('keeps the one key whose document cannot be stored; the others of the page go on', async () => {
    const index = ({ last }: { readonly last: string }) => {
      if (last === 'cy' && !mended.is) throw new Error('no such index');
      return { last };
    };
    const { home, projector, only } = start({ ...byRoom, index });
    await home.visit('hall', 'ada');
    await home.visit('loft', 'cy');
    await projector.catchUp();
    const failed = projector.rebuild('by-room');
    await expect(failed).rejects.toThrow(RebuildFailed);
    await expect(failed).rejects.toThrow('The document loft of acme');
    await home.visit('loft', 'bo');
    await projector.catchUp();
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":1,"last":"ada"}');
    const { id, key, facts, reason } = await only();
    expect({ key, facts: facts.length }).toEqual({ key: 'loft', facts: 2 });
    expect(reason).toContain('no such index');
    expect(await projector.parked.retry(id)).toMatchObject({ settled: false });
    mended.is = true;
    expect(await projector.parked.retry(id)).toEqual({ settled: true });
    expect(await digest(home.store, 'by-room')).toContain('acme/loft={"visits":2,"last":"bo"}');
  });

  it('heals by a retry after a crash between the swap and the settling', async () => {
    const { home } = start(byRoom);
    const crashPoint = (name: string) => {
      if (name === 'rebuild:after-promote') throw new Error('died');
    };
    const dying = home.projector({ views: [projected(byRoom, visits)], crashPoint });
    for (const who of ['ada', 'nobody']) await home.visit('hall', who);
    await dying.catchUp();
    mended.is = true;
    await expect(dying.rebuild('by-room')).rejects.toThrow('died');
    await home.visit('hall', 'bo');
    const restarted = home.projector({ views: [projected(byRoom, visits)] });
    await restarted.catchUp();
    const [entry] = await restarted.parked.list();
    expect(await restarted.parked.retry(entry?.id ?? '')).toEqual({ settled: true });
    expect(await digest(home.store, 'by-room')).toBe('acme/hall={"visits":3,"last":"bo"}');
  });
});
