import { docName } from './fold-page.ts';
import { nextTick } from './running.ts';
import type { DocKey, Generation, ViewStore } from './view-store.ts';

export const noDifference = { equal: 0, changed: 0, added: 0, removed: 0 };
const comparePageDocs = 500;

/** What is in a generation beside what was in an older one. */
export async function compare(store: ViewStore, old: Generation, fresh: Generation) {
  const counts = { ...noDifference };
  let after: DocKey | null = null;
  for (;;) {
    const docs = await store.scan(fresh, after, comparePageDocs);
    const last = docs.at(-1);
    if (last === undefined) break;
    const before = await bodiesOf(store, old, after, docs);
    for (const { tenant, key, body } of docs) {
      const was = before.get(docName(tenant, key)) ?? null;
      if (was === null) counts.added += 1;
      else if (was === body) counts.equal += 1;
      else counts.changed += 1;
    }
    after = last;
    await nextTick();
  }
  counts.removed = (await store.count(old)) - counts.equal - counts.changed;
  return counts;
}

/**
 * What there was of some documents. Mostly the same ones follow in both generations, and a row of
 * them costs less than each by its name.
 */
async function bodiesOf(
  store: ViewStore,
  old: Generation,
  after: DocKey | null,
  docs: readonly DocKey[],
): Promise<ReadonlyMap<string, string | null>> {
  const row = await store.scan(old, after, docs.length);
  const bodies = new Map<string, string | null>(
    row.map(({ tenant, key, body }) => [docName(tenant, key), body]),
  );
  const others = docs.filter(({ tenant, key }) => !bodies.has(docName(tenant, key)));
  const stored = others.length === 0 ? [] : await store.load(old, others);
  for (const [index, { tenant, key }] of others.entries()) {
    bodies.set(docName(tenant, key), stored[index]?.body ?? null);
  }
  return bodies;
}
