import type { EpochMs } from '@plumbline/kernel';
import { asideOf, changedDocs, docName, foldInto, keysOf, openDoc } from './fold-page.ts';
import { readFacts, type OpenDoc } from './fold-page.ts';
import type { Running } from './running.ts';
import type { Claim, Parked, ViewStore } from './view-store.ts';

/** What is recorded of a discard: facts that a view will never hold, by whose word, and why. */
export interface Discarded extends Parked {
  readonly by: string;
  readonly why: string;
  readonly discardedAt: EpochMs;
}

/**
 * Folds the parked facts of a key in their order. All of them must go through; otherwise nothing
 * changes but the count of attempts and the reason.
 */
export async function retryParked(
  store: ViewStore,
  one: Running,
  entry: Parked,
  now: EpochMs,
): Promise<{ readonly settled: boolean; readonly reason?: string }> {
  const claim = claimOf(one);
  const facts = readFacts(one.codec, entry.facts);
  const keys = keysOf(one.view, facts).filter(({ key }) => {
    return entry.key.startsWith('stream:') || key === entry.key;
  });
  const stored = await store.load(claim.generation, keys);
  const docs = new Map<string, OpenDoc>();
  for (const [index, at] of keys.entries()) {
    docs.set(docName(at.tenant, at.key), openDoc(one.view, at, stored[index]));
  }
  const others = new Set([...one.parkedIds].filter((id) => id !== entry.id));
  const aside = asideOf(one.view.name, others, now);
  foldInto(onlyThese(one, keys), facts, docs, aside);
  const failed = aside.parked().find((again) => again.id === entry.id);
  const checkpoint = one.checkpoint ?? entry.facts.at(-1)?.position;
  if (checkpoint === undefined) return { settled: false, reason: entry.reason };
  if (failed !== undefined) {
    const park = [{ ...entry, facts: [], reason: failed.reason, attempts: entry.attempts + 1 }];
    await store.apply([{ claim, docs: [], checkpoint, park }]);
    return { settled: false, reason: failed.reason };
  }
  const changed = changedDocs(one.view, docs.values());
  const settle = [entry.id];
  await store.apply([{ claim, docs: changed, checkpoint, park: aside.parked(), settle }]);
  one.open.clear();
  one.parkedIds.delete(entry.id);
  for (const { id } of aside.parked()) one.parkedIds.add(id);
  return { settled: true };
}

/** Lets the key go on without the parked facts. The caller has recorded it before. */
export async function discardParked(store: ViewStore, one: Running, entry: Parked): Promise<void> {
  const claim = claimOf(one);
  const checkpoint = one.checkpoint ?? entry.facts.at(-1)?.position;
  if (checkpoint === undefined) return;
  await store.apply([{ claim, docs: [], checkpoint, settle: [entry.id] }]);
  one.parkedIds.delete(entry.id);
}

/** The view as far as it concerns some keys: a retry must not touch documents of other keys. */
function onlyThese({ view }: Running, keys: readonly { readonly key: string }[]) {
  const wanted = new Set(keys.map((one) => one.key));
  return {
    ...view,
    keys: (recorded: Parameters<typeof view.keys>[0]) =>
      view.keys(recorded).filter((key) => wanted.has(key)),
    fold: view.fold.bind(view),
    index: view.index.bind(view),
  };
}

function claimOf({ claim }: Running): Claim {
  if (claim === undefined) throw new Error('The view is being rebuilt; try again when it is live.');
  return claim;
}
