import { describe, expect, it } from '@jest/globals';
import { directoryLog } from '@plumbline/access/testing';
import type { Position } from '@plumbline/kernel';
import { createProjector, createViews, ViewBehind } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { evidenceViews } from './evidence.parts.ts';
import { copiesReach, copyAbout } from './evidence.reader.ts';
import { after, copyOf, documentsOf, goal, joined, note, scope } from './evidence.testing.ts';
import type { Said } from './evidence.testing.ts';

/** Something of another context is recorded, which no copy is of. */
async function ground() {
  const { log, clock, record } = directoryLog();
  await record('acme', 'elsewhere.SomethingHappened.v1', {});
  const store = openMemoryViewStore();
  const projector = createProjector({ log, store, clock, views: evidenceViews, pollMs: 5 });
  const views = createViews({ log, store, views: evidenceViews, readAfterWaitMsMax: 50 });
  return { projector, views, head: (await log.head()) as Position };
}

/** The stores hold what the copies are after some facts. */
async function kept(facts: readonly Said[]) {
  const store = openMemoryViewStore();
  const checkpoint = after(facts);
  for (const { view } of evidenceViews) {
    const claim = await store.claim({ view: view.name, version: view.version, build: 1 });
    const docs = [...documentsOf(view, facts)].map(([key, doc]) => ({
      ...{ tenant: 'acme', key, body: JSON.stringify(doc), index: view.index(doc) },
      ...{ reindex: true, watermark: { log: checkpoint }, loaded: undefined },
    }));
    await store.apply([{ claim, docs, checkpoint }]);
    await store.promote(claim.generation);
  }
  const { log } = directoryLog();
  return createViews({ log, store, views: evidenceViews });
}

describe('the copy about one person', () => {
  it('is of their streams, whole and in order, and of nobody with a similar name', async () => {
    const day = '2026-05-01T08:00:00.000Z';
    const named = (person: string): Said =>
      ({ ...joined, fact: { ...joined.fact, data: { ...joined.fact.data, person } } }) as Said;
    const own = [
      ...[joined, goal.activated('g1'), note.given('n1', 'ada', day)],
      ...Array.from({ length: 12 }, (_, no) => goal.checkedIn('g1', 'kr1', no, day, `c${no}`)),
    ];
    const others = [named('ada 9'), named('ad'), goal.activated('g1 1', 'person:bo')];
    const views = await kept([...own, ...others]);
    expect(await copyAbout(views, 'acme', scope)).toEqual(copyOf(own));
  });
});

describe('what waits for the copies', () => {
  it('is refused for the moment while they are behind, and goes on once they are there', async () => {
    const { projector, views, head } = await ground();
    await expect(copiesReach(views, 'acme', head)).rejects.toThrow(ViewBehind);
    const early = copyAbout(views, 'acme', scope, { readAfter: head });
    await expect(early).rejects.toThrow(ViewBehind);
    await projector.catchUp();
    await expect(copiesReach(views, 'acme', head)).resolves.toBeUndefined();
    const none = { goals: [], notes: [], responses: [], person: [] };
    expect(await copyAbout(views, 'acme', scope, { readAfter: head })).toEqual(none);
    await projector.stop();
  });
});
