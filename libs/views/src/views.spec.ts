import { describe, expect, it } from '@jest/globals';
import type { EventLog } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { byRoom, byVisitor, digest, house, visits } from './projector.histories.ts';
import { projected } from './running.ts';
import { createViews, keptReplaysMax, PositionUnknown } from './views.ts';
import { ReplayRunning, ViewBehind } from './views.ts';

const known = { views: [projected(byRoom, visits)] };

describe('reading views', () => {
  it('waits for the caller’s own write, and no longer than its bound', async () => {
    const home = house();
    const projector = home.projector();
    await projector.start();
    const views = createViews({ ...home, ...known, readAfterWaitMsMax: 60_000 });
    await home.visit('hall', 'ada');
    const readAfter = (await home.log.head()) ?? undefined;
    if (readAfter === undefined) throw new Error('nothing was recorded');
    const reader = await views.of(byRoom, 'acme', { readAfter });
    expect(await reader.get('hall')).toEqual({ visits: 1, last: 'ada' });
    await projector.stop();
    await home.visit('hall', 'bo');
    const head = (await home.log.head()) ?? readAfter;
    const impatient = createViews({ ...home, ...known, readAfterWaitMsMax: 20 });
    await expect(impatient.of(byRoom, 'acme', { readAfter: head })).rejects.toThrow(ViewBehind);
    expect((await views.of(byRoom, 'acme', {})).position).toBe(readAfter);
  });

  it('does not wait for a position that the log does not have', async () => {
    const home = house();
    await home.visit('hall', 'ada');
    const views = createViews({ ...home, ...known, readAfterWaitMsMax: 60_000 });
    const beyond = `${(await home.log.head()) ?? ''}0` as Position;
    const asked = views.of(byRoom, 'acme', { readAfter: beyond });
    await expect(asked).rejects.toThrow(PositionUnknown);
  });

  it('says so while a new version of a view is not filled yet', async () => {
    const home = house();
    await home.projector().catchUp();
    const views = createViews({ ...home, ...known, readAfterWaitMsMax: 20 });
    await expect(views.of({ ...byRoom, version: 2 }, 'acme', {})).rejects.toThrow(ViewBehind);
  });

  it('shows an earlier state by position, by instant and by what was effective', async () => {
    const home = house();
    const views = createViews({ ...home, ...known });
    await home.visit('hall', 'ada');
    const first = await home.log.head();
    home.clock.set('2026-07-02T09:00:00.000Z');
    await home.visit('hall', 'bo');
    await home.visit('hall', 'eve', 'other');
    const visitsOf = async (times: object) =>
      (await (await views.of(byRoom, 'acme', times)).get('hall'))?.visits;
    expect(await visitsOf({ asOf: first })).toBe(1);
    expect(await visitsOf({ asOf: '2026-07-01T23:59:59.999Z' })).toBe(1);
    expect(await visitsOf({ asOf: '2026-07-03T00:00:00.000Z' })).toBe(2);
    expect(await visitsOf({ asOf: '2026-06-30T00:00:00.000Z' })).toBeUndefined();
    expect(await visitsOf({ effectiveAt: '2026-07-01T12:00:00.000Z' })).toBe(1);
    const reader = await views.of(byRoom, 'acme', { asOf: '2026-07-03T00:00:00.000Z' });
    const last = { index: 'last', value: 'bo' };
    expect((await reader.find(last, { limit: 5 })).docs).toHaveLength(1);
    expect(reader.position).toBe(await home.log.head());
  });

  it('is not told of a position that the log has not reached', async () => {
    const home = house();
    const views = createViews({ ...home, ...known });
    const beyond = '9'.repeat(20) as Position;
    await expect(views.of(byRoom, 'acme', { asOf: beyond })).rejects.toThrow(PositionUnknown);
    await home.visit('hall', 'ada');
    for (const other of [beyond, '-1', '0', `${'0'.repeat(20)}/${'0'.repeat(20)}`]) {
      const asOf = other as Position;
      await expect(views.of(byRoom, 'acme', { asOf })).rejects.toThrow(PositionUnknown);
    }
    const streams = ['house.room-acme.hall'];
    const times = { asOf: beyond };
    await expect(views.fold(byRoom, 'hall', streams, times)).rejects.toThrow(PositionUnknown);
  });

  it('gives the same as the stored view at the head', async () => {
    const home = house();
    for (const who of ['ada', 'cleaner', 'bo', 'ada']) await home.visit('hall', who);
    await home.projector().catchUp();
    const views = createViews({ ...home, ...known });
    const reader = await views.of(byVisitor, 'acme', { asOf: (await home.log.head()) as never });
    const { docs } = await reader.find('all', { limit: 100 });
    const replayed = docs.map(({ key, doc }) => `acme/${key}=${JSON.stringify(doc)}`).join('\n');
    expect(replayed).toBe(await digest(home.store, 'by-visitor'));
  });

  it('reads what it replays as it is projected, where another view of its source reads less', async () => {
    const home = house();
    await home.visit('hall', 'ada');
    const blind = { ...visits, decode: () => undefined };
    const others = { views: [...known.views, projected({ ...byVisitor, name: 'less' }, blind)] };
    const views = createViews({ ...home, ...others });
    const asOf = (await home.log.head()) as never;
    expect(await (await views.of(byRoom, 'acme', { asOf })).get('hall')).toMatchObject({
      visits: 1,
    });
    const streams = ['house.room-acme.hall'];
    expect((await views.fold(byRoom, 'hall', streams, {})).doc).toMatchObject({ visits: 1 });
  });

  it('folds one subject from its streams', async () => {
    const home = house();
    for (const room of ['hall', 'loft', 'hall']) await home.visit(room, 'ada');
    const views = createViews({ ...home, ...known });
    const streams = ['house.room-acme.loft', 'house.room-acme.hall'];
    const { doc, position } = await views.fold(byVisitor, 'ada', streams, {});
    expect(doc).toEqual({ visits: 3, last: 'hall' });
    expect(position).toBe(await home.log.head());
  });

  it('lets a long replay go on, and says how far it is', async () => {
    const home = house();
    for (let index = 0; index < 5; index += 1) await home.visit('hall', 'ada');
    let letGo = () => undefined as unknown;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const pages = { asked: 0, given: 0 };
    const slow: EventLog = {
      ...home.log,
      readAll: async (after, options) => {
        pages.asked += 1;
        if (after !== null) await held;
        const page = await home.log.readAll(after, { ...options, limit: 2 });
        pages.given += 1;
        return page;
      },
    };
    const views = createViews({ ...home, log: slow, ...known, replayWaitMsMax: 20 });
    const asOf = (await home.log.head()) as never;
    await expect(views.of(byRoom, 'acme', { asOf })).rejects.toThrow(ReplayRunning);
    await until(() => pages.asked === 2);
    await expect(views.of(byRoom, 'acme', { asOf })).rejects.toMatchObject({ progress: 0.4 });
    letGo();
    await until(() => pages.given === 3);
    expect(await (await views.of(byRoom, 'acme', { asOf })).get('hall')).toMatchObject({
      visits: 5,
    });
  });

  it('keeps so many earlier states, and folds others anew', async () => {
    const home = house();
    let reads = 0;
    const counted: EventLog = {
      ...home.log,
      readAll: (after, options) => {
        reads += 1;
        return home.log.readAll(after, options);
      },
    };
    for (let index = 0; index <= keptReplaysMax; index += 1) await home.visit('hall', 'ada');
    const views = createViews({ ...home, log: counted, ...known });
    const positions = (await home.log.readAll(null, { limit: 100 })).facts.map(
      (one) => one.position,
    );
    for (const asOf of positions) await views.of(byRoom, 'acme', { asOf });
    expect(reads).toBe(keptReplaysMax + 1);
    await views.of(byRoom, 'acme', { asOf: positions.at(-1) as never });
    expect(reads).toBe(keptReplaysMax + 1);
    await views.of(byRoom, 'acme', { asOf: positions[0] as never });
    expect(reads).toBe(keptReplaysMax + 2);
  });
});
