import type { Position } from '@plumbline/kernel';
import { checkPage, isNew } from './compare.ts';
import { isFoundBy, pageOfKeys } from './paging.ts';
import { nameOf } from './view-store.ts';
import type { AppliedPage, ChangedDoc, Generation, NewlyParked, ViewStore } from './view-store.ts';

interface Kept {
  readonly generation: Generation;
  fence: number;
  checkpoint: Position | null;
  /** By tenant, then by key. */
  readonly docs: Map<string, Map<string, ChangedDoc & { readonly body: string }>>;
}

/** A view store that lasts as long as the process. */
export function openMemoryViewStore(): ViewStore {
  const kept = new Map<string, Kept>();
  const live = new Map<string, Generation>();
  const parked = new Map<string, NewlyParked>();
  const docsOf = (generation: Generation, tenant: string) =>
    kept.get(nameOf(generation))?.docs.get(tenant) ?? new Map<string, never>();

  const applyOne = ({ claim, docs, checkpoint, park = [], settle = [] }: AppliedPage) => {
    const one = kept.get(nameOf(claim.generation));
    if (one === undefined) return;
    for (const doc of docs) {
      const ofTenant = one.docs.get(doc.tenant) ?? new Map();
      one.docs.set(doc.tenant, ofTenant);
      if (doc.body === null) ofTenant.delete(doc.key);
      else ofTenant.set(doc.key, doc);
    }
    one.checkpoint = checkpoint;
    for (const id of settle) parked.delete(id);
    for (const more of park) parked.set(more.id, joined(parked.get(more.id), more));
  };

  return {
    claim: async (generation) => {
      const name = nameOf(generation);
      const one = kept.get(name) ?? { generation, fence: 0, checkpoint: null, docs: new Map() };
      one.fence += 1;
      kept.set(name, one);
      return { generation, fence: one.fence, checkpoint: one.checkpoint };
    },
    load: async (generation, keys) =>
      keys.map(({ tenant, key }) => docsOf(generation, tenant).get(key)),
    apply: async (pages) => {
      // All of it is looked through before any of it is written.
      const news = pages.map((page) => {
        const { generation } = page.claim;
        checkPage(page, kept.get(nameOf(generation)));
        const docs = page.docs.filter((doc) => {
          return isNew(doc, docsOf(generation, doc.tenant).get(doc.key)?.watermark);
        });
        return { ...page, docs };
      });
      for (const page of news) applyOne(page);
    },
    checkpoint: async (generation) => kept.get(nameOf(generation))?.checkpoint,
    get: async (generation, tenant, key) => docsOf(generation, tenant).get(key)?.body,
    find: async (generation, tenant, by, page) => {
      const docs = docsOf(generation, tenant);
      const wanted = [...docs.values()].filter(({ key, index }) => {
        return by === 'all' || isFoundBy(by, key, index);
      });
      return pageOfKeys(
        wanted.map(({ key, body }) => ({ key, doc: body })),
        page,
      );
    },
    scan: async (generation, after, limit) => {
      const all = [...(kept.get(nameOf(generation))?.docs.values() ?? [])];
      const order = (one: { tenant: string; key: string }) => `${one.tenant}\u0000${one.key}`;
      return all
        .flatMap((docs) => [...docs.values()])
        .filter((doc) => after === null || order(doc) > order(after))
        .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
        .slice(0, limit)
        .map(({ tenant, key, body }) => ({ tenant, key, body }));
    },
    count: async (generation) => {
      const docs = kept.get(nameOf(generation))?.docs.values() ?? [];
      return [...docs].reduce((sum, ofTenant) => sum + ofTenant.size, 0);
    },
    generations: async (view) =>
      [...kept.values()].map((one) => one.generation).filter((one) => one.view === view),
    live: async (view) => live.get(view),
    promote: async (generation) => {
      live.set(generation.view, generation);
    },
    drop: async (generation) => {
      kept.delete(nameOf(generation));
    },
    parked: async ({ view, id } = {}) =>
      [...parked.values()].filter((one) => {
        return (view === undefined || one.view === view) && (id === undefined || one.id === id);
      }),
    close: async () => undefined,
  };
}

function joined(before: NewlyParked | undefined, more: NewlyParked): NewlyParked {
  if (before === undefined) return more;
  const { reason, attempts } = more.attempts > 0 ? more : before;
  // Each once and in the order of the log, whatever came first: a retry folds them as they lie.
  const facts = new Map([...before.facts, ...more.facts].map((one) => [one.position, one]));
  const ordered = [...facts.values()].toSorted((a, b) => (a.position < b.position ? -1 : 1));
  return { ...before, reason, attempts, facts: ordered };
}
