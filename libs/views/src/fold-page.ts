import type { FactReader, StoredFact, Through } from '@plumbline/event-log';
import { derivedId, same, type EpochMs, type Position, type Recorded } from '@plumbline/kernel';
import type { ChangedDoc, DocKey, NewlyParked, StoredDoc, Watermark } from './view-store.ts';
import type { View } from './view.ts';

/** A view of any documents over any facts, as the projector handles it. */
export type AnyView = View<unknown, unknown>;

/** A stored fact with what its reader made of it: a fact, or why it cannot be read. */
export interface ReadFact {
  readonly stored: StoredFact;
  readonly recorded?: Recorded<unknown>;
  readonly unreadable?: string;
}

/** The facts of a page as a view is to see them; those that it is not to see are left out. */
export function readFacts(reader: FactReader<unknown>, facts: readonly StoredFact[]): ReadFact[] {
  const read: ReadFact[] = [];
  for (const stored of facts) add(read, stored, () => reader.decode(stored));
  return read;
}

/** The same of facts that the reader has read already through which another one sees. */
export function seenFacts({ see }: Through<unknown>, facts: readonly ReadFact[]): ReadFact[] {
  const seen: ReadFact[] = [];
  for (const one of facts) {
    const { stored, recorded } = one;
    if (recorded === undefined) seen.push(one);
    else add(seen, stored, () => see(recorded));
  }
  return seen;
}

function add(
  read: ReadFact[],
  stored: StoredFact,
  work: () => Recorded<unknown> | undefined,
): void {
  try {
    const recorded = work();
    if (recorded !== undefined) read.push({ stored, recorded });
  } catch (cause) {
    read.push({ stored, unreadable: reasonOf(cause) });
  }
}

/** A document in memory while facts are folded into it. */
export interface OpenDoc {
  readonly tenant: string;
  readonly key: string;
  doc: unknown;
  watermark: Watermark | undefined;
  loaded: Watermark | undefined;
  indexBefore: ChangedDoc['index'];
  /** How long its body is as it was loaded, or written last. */
  chars: number;
  changed: boolean;
  /** When a page had it last. */
  usedAt: EpochMs;
}

export const docName = (tenant: string, key: string): string => `${tenant}\u0000${key}`;

/** The keys of a page, each once. What cannot be keyed is left to the fold, which parks it. */
export function keysOf(view: AnyView, facts: readonly ReadFact[]): DocKey[] {
  const keys = new Map<string, DocKey>();
  for (const { recorded } of facts) {
    if (recorded === undefined) continue;
    for (const key of safely(() => view.keys(recorded)) ?? []) {
      keys.set(docName(recorded.tenant, key), { tenant: recorded.tenant, key });
    }
  }
  return [...keys.values()];
}

export function openDoc(view: AnyView, at: DocKey, stored: StoredDoc | undefined): OpenDoc {
  const body = stored?.body ?? null;
  const doc: unknown = body === null ? undefined : JSON.parse(body);
  // Member by member: one is made for each fact, and a spread takes many times as long.
  return {
    tenant: at.tenant,
    key: at.key,
    doc,
    watermark: stored?.watermark,
    loaded: stored?.watermark,
    indexBefore: doc === undefined ? {} : view.index(doc),
    chars: body?.length ?? 0,
    changed: false,
    usedAt: 0,
  };
}

/** The key of a stream that is put aside as a whole, because a fact in it cannot be read. */
export const streamKeyOf = (stream: string): string => `stream:${stream}`;

export function parkedId(view: string, tenant: string, key: string): string {
  return derivedId('parked', view, tenant, key);
}

/** Where facts go that cannot be folded; a rebuild throws instead. */
export interface Aside {
  /** The id under which a key is parked, if it is. */
  parkedAs(tenant: string, key: string): string | undefined;
  park(fact: StoredFact, tenant: string, key: string, reason: string | undefined): void;
}

/**
 * Folds facts into open documents. A fact that a document has already is passed over by its
 * watermark, so that a repeated page changes nothing. A fact that fails puts its key aside, and
 * with it everything that follows for that key; other keys go on.
 */
export function foldInto(
  view: AnyView,
  facts: readonly ReadFact[],
  docs: ReadonlyMap<string, OpenDoc>,
  aside: Aside,
): void {
  for (const { stored, recorded, unreadable } of facts) {
    const { tenant, stream } = stored;
    const streamKey = streamKeyOf(stream);
    if (recorded === undefined || aside.parkedAs(tenant, streamKey) !== undefined) {
      aside.park(stored, tenant, streamKey, unreadable);
      continue;
    }
    let keys: readonly string[];
    try {
      keys = view.keys(recorded);
    } catch (cause) {
      aside.park(stored, tenant, streamKey, reasonOf(cause));
      continue;
    }
    for (const key of keys) foldOne(view, recorded, stored, docs.get(docName(tenant, key)), aside);
  }
}

function foldOne(
  view: AnyView,
  recorded: Recorded<unknown>,
  stored: StoredFact,
  open: OpenDoc | undefined,
  aside: Aside,
): void {
  if (open === undefined) throw new Error('A document was not opened before its fold.');
  const { tenant, key, watermark } = open;
  if (watermark?.['log'] !== undefined && watermark['log'] >= stored.position) return;
  if (aside.parkedAs(tenant, key) !== undefined) {
    aside.park(stored, tenant, key, undefined);
    return;
  }
  try {
    open.doc = view.fold(open.doc, recorded, key);
  } catch (cause) {
    aside.park(stored, tenant, key, reasonOf(cause));
    return;
  }
  open.watermark = { log: stored.position };
  open.changed = true;
}

/**
 * The view with a fold that fails where its document could not be stored or indexed, so that the
 * fact which made it so is known. It costs a serialisation a fact: for a page that failed, only.
 */
export function storable(view: AnyView): AnyView {
  return {
    ...view,
    keys: (recorded) => view.keys(recorded),
    fold: (before, recorded, key) => {
      const doc = view.fold(before, recorded, key);
      if (doc !== undefined) {
        view.index(doc);
        JSON.stringify(doc);
      }
      return doc;
    },
    index: (doc) => view.index(doc),
  };
}

/** The open documents that facts have changed, as the store takes them. */
export function changedDocs(view: AnyView, docs: Iterable<OpenDoc>): ChangedDoc[] {
  const changed: ChangedDoc[] = [];
  for (const open of docs) {
    const { tenant, key, doc, watermark, loaded, indexBefore } = open;
    if (!open.changed || watermark === undefined) continue;
    if (doc === undefined && loaded === undefined) continue;
    const { body, index } = storedForm(view, tenant, key, doc);
    const reindex = !same(index, indexBefore);
    open.chars = body?.length ?? 0;
    changed.push({ tenant, key, body, index, reindex, watermark, loaded });
  }
  return changed;
}

/** A document that its fold made cannot be written down, or not be indexed. */
export class Unstorable extends Error {
  override readonly name = 'Unstorable';
}

function storedForm(view: AnyView, tenant: string, key: string, doc: unknown) {
  if (doc === undefined) return { body: null, index: {} };
  try {
    return { body: JSON.stringify(doc), index: view.index(doc) };
  } catch (cause) {
    const which = `The document ${key} of ${tenant} in ${view.name}`;
    throw new Unstorable(`${which} cannot be stored: ${reasonOf(cause)}`, { cause });
  }
}

/**
 * The open document after it was written: what it was loaded with is what it is now. Undefined when
 * it is gone: what is left of it, and for how long, only its store knows.
 */
export function written(view: AnyView, open: OpenDoc): OpenDoc | undefined {
  const { doc, watermark, loaded, changed } = open;
  if (!changed) return open;
  open.changed = false;
  if (doc !== undefined) {
    open.loaded = watermark;
    open.indexBefore = view.index(doc);
    return open;
  }
  // One that never was has not been written either, and there is nothing to be loaded.
  return loaded === undefined ? open : undefined;
}

/** Keeps documents open for the next page as they were written. */
export function keepOpen(
  view: AnyView,
  docs: ReadonlyMap<string, OpenDoc>,
  open: Pick<Map<string, OpenDoc>, 'delete'> & { set(name: string, doc: OpenDoc): unknown },
  now: EpochMs = 0,
): void {
  for (const [name, doc] of docs) {
    const kept = written(view, doc);
    if (kept === undefined) {
      open.delete(name);
      continue;
    }
    kept.usedAt = now;
    open.set(name, kept);
  }
}

/**
 * Collects what is put aside in one page, by the key that it is parked under. `known`: where the
 * facts of each key begin that is parked already. A page that comes again, as its checkpoint was
 * not written, brings facts from before that: they were folded before their key was put aside.
 */
export function asideOf(
  viewName: string,
  known: ReadonlyMap<string, Position>,
  now: EpochMs,
): Aside & { readonly parked: () => NewlyParked[] } {
  const fresh = new Map<string, NewlyParked & { facts: StoredFact[] }>();
  const idOf = (tenant: string, key: string) => parkedId(viewName, tenant, key);
  return {
    parkedAs: (tenant, key) => {
      if (known.size === 0 && fresh.size === 0) return undefined;
      const id = idOf(tenant, key);
      return known.has(id) || fresh.has(id) ? id : undefined;
    },
    park: (fact, tenant, key, reason) => {
      const id = idOf(tenant, key);
      if (fact.position < (known.get(id) ?? '')) return;
      const entry = fresh.get(id);
      if (entry !== undefined) {
        entry.facts.push(fact);
        return;
      }
      const attempts = reason === undefined ? 0 : 1;
      const why = reason ?? 'An earlier fact of this key is parked.';
      const place = { id, view: viewName, tenant, key };
      fresh.set(id, { ...place, reason: why, at: now, attempts, facts: [fact] });
    },
    parked: () => [...fresh.values()],
  };
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}

function safely<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
