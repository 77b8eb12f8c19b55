import type { EventLog } from '@plumbline/event-log';
import type { Clock, EpochMs, Position } from '@plumbline/kernel';
import { asideOf, changedDocs, docName, foldInto, keysOf, openDoc } from './fold-page.ts';
import { parkedId, readFacts, storable, streamKeyOf } from './fold-page.ts';
import type { AnyView, OpenDoc } from './fold-page.ts';
import { nextTick, rememberParked, type Running } from './running.ts';
import type { Claim, DocKey, Parked, ViewStore } from './view-store.ts';

/** What is recorded of a discard: facts that a view will never hold, by whose word, and why. */
export interface Discarded extends Parked {
  readonly by: string;
  readonly why: string;
  readonly discardedAt: EpochMs;
}

interface RetryGround {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly clock: Clock;
}

/**
 * Folds the parked facts of a key in their order. All of them must go through; otherwise nothing
 * changes but the count of attempts and the reason.
 */
export async function retryParked(
  { log, store, clock }: RetryGround,
  one: Running,
  entry: Parked,
): Promise<{ readonly settled: boolean; readonly reason?: string }> {
  const claim = claimOf(one);
  const facts = readFacts(one.codec, entry.facts);
  const keys = keysOf(one.view, facts).filter(({ key }) => {
    return isStream(entry) || key === entry.key;
  });
  const stored = await store.load(claim.generation, keys);
  const docs = new Map<string, OpenDoc>();
  for (const [index, at] of keys.entries()) {
    docs.set(docName(at.tenant, at.key), openDoc(one.view, at, stored[index]));
  }
  // What is retried may well lie before what waits under another key that it is about.
  const waiting = [...one.parkedFrom.keys()].filter((id) => id !== entry.id);
  const others = new Map(waiting.map((id) => [id, '' as Position]));
  const aside = asideOf(one.view.name, others, clock.now());
  foldInto(onlyThese(one, keys), facts, docs, aside);
  const failed = aside.parked().find((again) => again.id === entry.id)?.reason;
  const checkpoint = one.checkpoint ?? entry.facts.at(-1)?.position;
  if (checkpoint === undefined) return { settled: false, reason: entry.reason };
  const isLate = failed === undefined && (await isOvertaken(log, one, entry, keys));
  const reason = isLate ? overtaken : failed;
  if (reason !== undefined) {
    const park = [{ ...entry, facts: [], reason, attempts: entry.attempts + 1 }];
    await store.apply([{ claim, docs: [], checkpoint, park }]);
    return { settled: false, reason };
  }
  const changed = changedDocs(one.view, docs.values());
  const settle = [entry.id];
  await store.apply([{ claim, docs: changed, checkpoint, park: aside.parked(), settle }]);
  one.open.clear();
  one.parkedFrom.delete(entry.id);
  rememberParked(one, aside.parked());
  return { settled: true };
}

const overtaken =
  'Other streams have changed the same documents since, and a fold takes facts in their order ' +
  'only. Rebuild the view: that takes every fact in its place, and settles what is parked.';
const lookPageFacts = 1_000;

/**
 * Whether a document has been folded beyond the facts of a parked stream. While the stream was put
 * aside nobody could tell which documents it is about, so that facts of other streams went on into
 * them; folding the earlier ones now would be passed over by the watermark, or be out of order.
 * (Facts of a parked key cannot be overtaken: all that follows for the key is parked with them.)
 */
async function isOvertaken(
  log: EventLog,
  { view, codec, checkpoint, parkedFrom }: Running,
  entry: Parked,
  keys: readonly DocKey[],
): Promise<boolean> {
  if (!isStream(entry) || checkpoint === null) return false;
  const { tenant } = entry;
  const isParked = (key: string) => parkedFrom.has(parkedId(view.name, tenant, key));
  const touched = new Set(keys.map(({ key }) => key).filter((key) => !isParked(key)));
  const own = new Set(entry.facts.map(({ id }) => id));
  const range = { limit: lookPageFacts, tenant, context: view.context, until: checkpoint };
  let after = entry.facts[0]?.position ?? checkpoint;
  for (;;) {
    const page = await log.readAll(after, range);
    const others = page.facts.filter(({ id, stream }) => {
      return !own.has(id) && !isParked(streamKeyOf(stream));
    });
    if (keysOf(view, readFacts(codec, others)).some(({ key }) => touched.has(key))) return true;
    if (page.atHead || page.next === null) return false;
    after = page.next;
    await nextTick();
  }
}

/** Lets the key go on without the parked facts. The caller has recorded it before. */
export async function discardParked(store: ViewStore, one: Running, entry: Parked): Promise<void> {
  const claim = claimOf(one);
  const checkpoint = one.checkpoint ?? entry.facts.at(-1)?.position;
  if (checkpoint === undefined) return;
  await store.apply([{ claim, docs: [], checkpoint, settle: [entry.id] }]);
  one.parkedFrom.delete(entry.id);
}

/** The view as far as it concerns some keys: a retry must not touch documents of other keys. */
function onlyThese(one: Running, keys: readonly DocKey[]): AnyView {
  const wanted = new Set(keys.map(({ key }) => key));
  const view = storable(one.view);
  return { ...view, keys: (recorded) => view.keys(recorded).filter((key) => wanted.has(key)) };
}

const isStream = ({ key }: Parked): boolean => key.startsWith(streamKeyOf(''));

function claimOf({ claim }: Running): Claim {
  if (claim === undefined) throw new Error('The view is being rebuilt; try again when it is live.');
  return claim;
}
