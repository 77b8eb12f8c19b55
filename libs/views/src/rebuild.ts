import type { EventLog } from '@plumbline/event-log';
import { Fault, type Position } from '@plumbline/kernel';
import { changedDocs, docName, foldInto, keepOpen, keysOf, openDoc } from './fold-page.ts';
import { readFacts, Unstorable } from './fold-page.ts';
import type { AnyView, Aside, OpenDoc } from './fold-page.ts';
import { isAfter, nextTick, type Running, type Turns } from './running.ts';
import type { ChangedDoc, Claim, DocKey, Generation, ViewStore } from './view-store.ts';

export interface Rebuilding {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Stops after the page in hand; the same call later goes on where this one stopped. */
  readonly signal?: AbortSignal;
}

export interface RebuildProgress {
  readonly facts: number;
  readonly position: Position | null;
  /** Share of the log that is folded, 0 to 1. */
  readonly share: number;
}

/** What the rebuild found beside the generation that was live. */
export interface Rebuilt {
  readonly facts: number;
  readonly equal: number;
  readonly changed: number;
  /** Documents that only the new generation has, or only the old. */
  readonly added: number;
  readonly removed: number;
}

/** A fact could not be folded. A rebuild never parks: what is live stays live. */
export class RebuildFailed extends Fault {
  readonly code = 'views/rebuild-failed';
  readonly retriable = false;
}

export class RebuildStopped extends Fault {
  readonly code = 'views/rebuild-stopped';
  readonly retriable = true;
}

/** Documents stay in memory over so many pages before they are written. */
export const rebuildFlushPages = 60;
/** Beyond so many open documents they are let go after a flush. */
export const rebuildOpenDocsMax = 8_000;

interface Ground {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly pageFacts: number;
  readonly exclusive: Turns;
  /** Folds the live generation up to the head; called with the projector held. */
  readonly foldLive: () => Promise<void>;
  readonly crashPoint: (name: string) => void;
}

/**
 * Folds the whole log into a new generation of a view while the old one goes on being read and
 * written, then, with the projector held for a moment, swaps the two. The old one is kept until
 * the next rebuild.
 */
export async function rebuildView(
  ground: Ground,
  one: Running,
  { onProgress, signal }: Rebuilding,
): Promise<Rebuilt> {
  const { log, store, exclusive, foldLive, crashPoint } = ground;
  const { name } = one.view;
  const old = await store.live(name);
  const generation = await nextGeneration(store, one, old);
  const claim = await store.claim(generation);
  const filling = createFilling(ground, one, claim);
  const head = await log.head();
  while (!(await filling.page())) {
    onProgress?.({ ...filling.progress(), share: shareOf(filling.progress().position, head) });
    if (signal?.aborted === true) {
      await filling.flush();
      throw new RebuildStopped('The rebuild was stopped; start it again to go on.');
    }
    // The server goes on answering between two pages.
    await nextTick();
  }
  return exclusive(async () => {
    // To the same position both: a fact that only one of them has would be told as a difference.
    await foldLive();
    const until = one.claim === undefined ? undefined : (one.checkpoint ?? undefined);
    while (!(await filling.page(until)));
    await filling.flush();
    const compared = old === undefined ? none : await compare(store, old, generation);
    crashPoint('rebuild:before-promote');
    await store.promote(generation);
    crashPoint('rebuild:after-promote');
    one.claim = claim;
    one.checkpoint = filling.progress().position;
    one.state = 'live';
    one.parkedFrom.clear();
    one.open.clear();
    await settleParked(store, one);
    await dropOlder(store, name, [generation, old]);
    const { facts, position } = filling.progress();
    onProgress?.({ facts, position, share: 1 });
    return { facts, ...compared };
  });
}

/**
 * A rebuild that was begun and not promoted is gone on with; otherwise a new one begins. What is
 * kept up is never taken, the first generation of a view neither, which is not live before it has
 * come to the head once: the projector that fills it would be fenced.
 */
async function nextGeneration(
  store: ViewStore,
  { view: { name: view, version }, claim }: Running,
  live: Generation | undefined,
): Promise<Generation> {
  const newestOf = (all: readonly (Generation | undefined)[]): number =>
    Math.max(0, ...all.map((one) => (one?.version === version ? one.build : 0)));
  const newest = newestOf(await store.generations(view));
  const isBegun = newest > newestOf([live, claim?.generation]);
  return { view, version, build: isBegun ? newest : newest + 1 };
}

/** Folds page after page, with the documents kept open in between. */
function createFilling({ log, store, pageFacts, crashPoint }: Ground, one: Running, claim: Claim) {
  const { view, codec } = one;
  const open = new Map<string, OpenDoc>();
  let position = claim.checkpoint;
  let facts = 0;
  let pages = 0;

  const load = async (keys: readonly DocKey[]) => {
    const missing = keys.filter(({ tenant, key }) => !open.has(docName(tenant, key)));
    const stored = await store.load(claim.generation, missing);
    for (const [index, at] of missing.entries()) {
      open.set(docName(at.tenant, at.key), openDoc(view, at, stored[index]));
    }
  };

  const flush = async () => {
    if (position === null || pages === 0) return;
    crashPoint('rebuild:before-flush');
    const docs = storedOrFailed(view, open.values());
    await store.apply([{ claim, docs, checkpoint: position }]);
    crashPoint('rebuild:after-flush');
    pages = 0;
    if (open.size > rebuildOpenDocsMax) open.clear();
    else keepOpen(view, open, open);
  };

  return {
    progress: () => ({ facts, position }),
    flush,
    /** Folds one page. True when the log has no more, or none up to a position. */
    page: async (until?: Position): Promise<boolean> => {
      const range = until === undefined ? {} : { until };
      const { context } = view;
      const page = await log.readAll(position, { limit: pageFacts, context, ...range });
      if (!isAfter(page.next, position)) return true;
      const read = readFacts(codec, page.facts);
      await load(keysOf(view, read));
      foldInto(view, read, open, failing);
      position = page.next;
      facts += page.facts.length;
      pages += 1;
      if (pages >= rebuildFlushPages) await flush();
      return page.atHead;
    },
  };
}

function storedOrFailed(view: AnyView, docs: Iterable<OpenDoc>): ChangedDoc[] {
  try {
    return changedDocs(view, docs);
  } catch (cause) {
    if (!(cause instanceof Unstorable)) throw cause;
    throw new RebuildFailed(`${cause.message}. What is live stays live.`, { cause });
  }
}

const failing: Aside = {
  parkedAs: () => undefined,
  park: (fact, _tenant, key, reason) => {
    throw new RebuildFailed(
      `The fact ${fact.id} (${fact.type}) at ${fact.position} cannot be folded into ${key}: ` +
        `${reason ?? 'unknown'}. What is live stays live.`,
    );
  },
};

const none = { equal: 0, changed: 0, added: 0, removed: 0 };
const comparePageDocs = 1_000;

async function compare(store: ViewStore, old: Generation, fresh: Generation) {
  const counts = { ...none };
  let after: DocKey | null = null;
  for (;;) {
    const docs = await store.scan(fresh, after, comparePageDocs);
    for (const { tenant, key, body } of docs) {
      const before = await store.get(old, tenant, key);
      if (before === undefined) counts.added += 1;
      else if (before === body) counts.equal += 1;
      else counts.changed += 1;
    }
    const last = docs.at(-1);
    if (last === undefined) break;
    after = last;
    await nextTick();
  }
  counts.removed = (await countDocs(store, old)) - counts.equal - counts.changed;
  return counts;
}

async function countDocs(store: ViewStore, generation: Generation): Promise<number> {
  let count = 0;
  let after: DocKey | null = null;
  for (;;) {
    const docs = await store.scan(generation, after, comparePageDocs);
    const last = docs.at(-1);
    if (last === undefined) return count;
    count += docs.length;
    after = last;
    await nextTick();
  }
}

/** Everything is folded now, so that nothing of this view is parked any more. */
async function settleParked(store: ViewStore, { claim, view, checkpoint }: Running) {
  const ids = (await store.parked({ view: view.name })).map((entry) => entry.id);
  if (claim === undefined || checkpoint === null || ids.length === 0) return;
  await store.apply([{ claim, docs: [], checkpoint, settle: ids }]);
}

async function dropOlder(
  store: ViewStore,
  view: string,
  keep: readonly (Generation | undefined)[],
): Promise<void> {
  for (const one of await store.generations(view)) {
    const isKept = keep.some((kept) => kept?.version === one.version && kept.build === one.build);
    if (!isKept) await store.drop(one);
  }
}

function shareOf(position: Position | null, head: Position | null): number {
  if (head === null || position === null) return 0;
  // For a progress bar only: positions of one log lie about evenly, and no decision hangs on it.
  const part = Number.parseInt(position, 10) / Number.parseInt(head, 10);
  return Number.isFinite(part) ? Math.min(part, 1) : 0;
}
