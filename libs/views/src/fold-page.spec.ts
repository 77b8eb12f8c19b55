import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Position } from '@plumbline/kernel';
import { byRoom, byVisitor, digest, house, mended, type Tally } from './projector.histories.ts';
import type { ViewStore } from './view-store.ts';

const anyVisit = fc.record({
  room: fc.constantFrom('hall', 'loft', 'cellar'),
  who: fc.constantFrom('ada', 'bo', 'cleaner'),
  tenant: fc.constantFrom('acme', 'other'),
});

interface Visit {
  readonly room: string;
  readonly who: string;
  readonly tenant: string;
}

beforeEach(() => {
  mended.is = false;
});

/** What the documents of a view must be, told without the projector. */
function pureFold(visited: readonly Visit[], keysOf: (visit: Visit) => readonly string[]) {
  const docs = new Map<string, Tally>();
  for (const visit of visited) {
    for (const key of keysOf(visit)) {
      const at = `${visit.tenant}/${key}`;
      const last = keysOf === byRoomKeys ? visit.who : visit.room;
      if (keysOf === byRoomKeys && visit.who === 'cleaner') docs.delete(at);
      else docs.set(at, { visits: (docs.get(at)?.visits ?? 0) + 1, last });
    }
  }
  const lines = [...docs].map(([at, doc]) => `${at}=${JSON.stringify(doc)}`);
  return lines.toSorted().join('\n');
}
const byRoomKeys = ({ room }: Visit) => [room];
const byVisitorKeys = ({ who }: Visit) => ['all', who];

/**
 * A store without transactions over several documents, as some engines are: the checkpoint is
 * written after the documents, and the process may die in between.
 */
function withoutTransactions(store: ViewStore, diesAt: readonly number[]): ViewStore {
  let applied = 0;
  return {
    ...store,
    apply: async (pages) => {
      for (const page of pages) {
        const checkpoint = (await store.checkpoint(page.claim.generation)) ?? null;
        await store.apply([{ ...page, checkpoint: checkpoint as Position }]);
      }
      if (diesAt.includes((applied += 1))) throw new Error('died');
      await store.apply(pages.map((page) => ({ ...page, docs: [], park: [], settle: [] })));
    },
  };
}

describe('the watermark of a document', () => {
  it('makes a page that comes again change nothing, wherever the process dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyVisit, { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
        async (visited, diesAt) => {
          const home = house();
          for (const { room, who, tenant } of visited) await home.visit(room, who, tenant);
          const store = withoutTransactions(home.store, diesAt);
          for (let life = 0; life <= diesAt.length; life += 1) {
            const projector = home.projector({ store });
            await projector.catchUp().catch(() => undefined);
          }
          await home.projector().catchUp();
          expect(await digest(home.store, 'by-room')).toBe(pureFold(visited, byRoomKeys));
          expect(await digest(home.store, 'by-visitor')).toBe(pureFold(visited, byVisitorKeys));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an act in one tenant', () => {
  it('leaves documents, watermarks and parked facts of another byte for byte', async () => {
    const anyAct = fc.record({
      room: fc.constantFrom('hall', 'loft'),
      who: fc.constantFrom('ada', 'cleaner', 'nobody', 'garbled'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyVisit, { maxLength: 8 }),
        fc.array(anyAct, { minLength: 1, maxLength: 8 }),
        async (visited, acts) => {
          const home = house();
          for (const { room, who } of visited) await home.visit(room, who, 'other');
          await home.visit('hall', 'nobody', 'other');
          const projector = home.projector();
          await projector.catchUp();
          const before = await stateOf(home.store, 'other');
          for (const { room, who } of acts) {
            if (who === 'garbled') await home.garble(room);
            else await home.visit(room, who, 'acme');
          }
          await projector.catchUp();
          mended.is = true;
          for (const { id, tenant } of await projector.parked.list()) {
            if (tenant === 'acme') await projector.parked.retry(id);
          }
          mended.is = false;
          expect(await stateOf(home.store, 'other')).toBe(before);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Everything that the store holds of a tenant, as one text. */
async function stateOf(store: ViewStore, tenant: string): Promise<string> {
  const parked = (await store.parked()).filter((one) => one.tenant === tenant);
  const docs: unknown[] = [];
  for (const { name } of [byRoom, byVisitor]) {
    const live = await store.live(name);
    if (live === undefined) throw new Error('the view is not live');
    const own = (await store.scan(live, null, 1_000)).filter((one) => one.tenant === tenant);
    docs.push(own, await store.load(live, own));
  }
  return JSON.stringify({ docs, parked });
}
