import type { FactReader } from '@plumbline/event-log';
import type { EpochMs, Position } from '@plumbline/kernel';
import { LRUCache } from 'lru-cache';
import { docName, openDoc, type AnyView, type OpenDoc } from './fold-page.ts';
import type { Claim, DocKey, NewlyParked, ViewStore } from './view-store.ts';
import type { View } from './view.ts';

/** One view with what reads the facts that it folds: the codec of its context, or its gate. */
export interface ProjectedView {
  readonly view: AnyView;
  readonly codec: FactReader<unknown>;
}

/** A view with its codec; the projector need not know the types of documents and facts. */
export function projected<Doc, Fact>(
  view: View<Doc, Fact>,
  codec: FactReader<Fact>,
): ProjectedView {
  return { view, codec } as unknown as ProjectedView;
}

export interface ViewStatus {
  readonly name: string;
  readonly version: number;
  readonly position: Position | null;
  readonly lagFacts: number;
  readonly lagSeconds: number;
  readonly parked: number;
  readonly oldestParkedSeconds: number | null;
  readonly state: 'live' | 'building' | 'fenced';
}

/** What the projector holds of a view while it runs. */
export interface Running extends ProjectedView {
  claim: Claim | undefined;
  checkpoint: Position | null;
  /** Documents as they were written last: while the claim holds, nobody else changes them. */
  readonly open: LRUCache<string, OpenDoc>;
  /** Where the facts begin of each key that is parked, by the id of its entry. */
  readonly parkedFrom: Map<string, Position>;
  state: ViewStatus['state'];
}

/** Positions sort as text; null comes before all of them. */
export function isAfter(one: Position | null, other: Position | null): boolean {
  if (one === null) return false;
  return other === null || one > other;
}

/**
 * So many documents of a view are kept open between pages, and so many characters of them: what a
 * view holds in memory does not grow with what its documents hold.
 */
export const openDocsMax = 4_000;
export const openCharsMax = 16 * 1024 * 1024;
/** A document of which no page had a fact for so long is not kept open. */
export const openIdleMs = 10_000;

export function notYetRunning({ view, codec }: ProjectedView): Running {
  return {
    ...{ view, codec, claim: undefined, checkpoint: null, state: 'building' },
    ...{ open: new LRUCache(openMost), parkedFrom: new Map() },
  };
}

const openMost: LRUCache.Options<string, OpenDoc, unknown> = {
  maxSize: openCharsMax,
  sizeCalculation: ({ chars }) => chars + 1,
};

/** The documents of a page: new ones, those that are open still, and the others from the store. */
export async function openDocs(
  { view, open }: Running,
  { generation }: Claim,
  store: ViewStore,
  keys: readonly DocKey[],
): Promise<Map<string, OpenDoc>> {
  const docs = new Map<string, OpenDoc>();
  const missing: DocKey[] = [];
  for (const at of keys) {
    if (view.once) {
      docs.set(docName(at.tenant, at.key), openDoc(view, at, undefined));
      continue;
    }
    const name = docName(at.tenant, at.key);
    const known = open.get(name);
    if (known === undefined) missing.push(at);
    // A copy: what is kept open changes only once the page is written.
    else docs.set(name, { ...known });
  }
  const stored = missing.length === 0 ? [] : await store.load(generation, missing);
  for (const [index, at] of missing.entries()) {
    docs.set(docName(at.tenant, at.key), openDoc(view, at, stored[index]));
  }
  return docs;
}

/** Closes those of more than are kept open that were used the longest time ago. */
export function closeOldest({ open }: Pick<Running, 'open'>): void {
  while (open.size > openDocsMax) open.pop();
}

/** Closes what has not been used for long: a day that is over has its last facts. */
export function closeIdle({ open }: Pick<Running, 'open'>, now: EpochMs): void {
  // The least recently used come first.
  for (const name of open.rkeys()) {
    if (now - (open.peek(name)?.usedAt ?? 0) < openIdleMs) return;
    open.delete(name);
  }
}

/** Keeps in mind what is parked, whoever has parked it. */
export function rememberParked({ parkedFrom }: Running, entries: readonly NewlyParked[]): void {
  for (const { id, facts } of entries) {
    const from = facts[0]?.position ?? ('' as Position);
    const known = parkedFrom.get(id);
    if (known === undefined || from < known) parkedFrom.set(id, from);
  }
}

export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** One piece of work at a time: pages, rebuild swaps and retries do not overlap. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/**
 * Lets everything else that waits for the process have its turn. Twice: what arrives in the first
 * round, as an append of another thread does, is worked on in the second.
 */
export function nextTick(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve));
  });
}
