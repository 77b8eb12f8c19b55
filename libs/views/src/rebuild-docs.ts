import type { Position } from '@plumbline/kernel';
import { changedDocs, docName, openDoc, Unstorable } from './fold-page.ts';
import type { AnyView, OpenDoc } from './fold-page.ts';
import { RebuildFailed } from './rebuild-faults.ts';
import type { RebuildLimits } from './rebuild-limits.ts';
import { nextTick } from './running.ts';
import type { ChangedDoc, Claim, DocKey, ViewStore } from './view-store.ts';

/** So many of the open documents are measured; what all of them have follows from these. */
const measuredDocs = 64;

export interface DocsGround {
  readonly store: ViewStore;
  readonly view: AnyView;
  readonly claim: Claim;
  readonly limits: RebuildLimits;
  /** Nothing can have been written of this generation before. */
  readonly isEmpty: boolean;
  readonly crashPoint: (name: string) => void;
}

/**
 * The documents of a generation that is filled: those that are held open, and what is written of
 * them. They are written when they are let go of, or all together with a checkpoint. What is
 * written in between is ahead of the checkpoint, which its watermark tells: its facts are passed
 * over when they come again. Only a document that is gone leaves no watermark behind, so that it is
 * held until the checkpoint is past it.
 */
export function createRebuildDocs(ground: DocsGround) {
  const { store, view, claim, limits, crashPoint } = ground;
  const open = new Map<string, OpenDoc>();
  let checkpoint = claim.checkpoint;
  let mayBeStored = !ground.isEmpty;
  // What came since the open documents were measured.
  const since = { stretch: 0, chars: 0, opened: 0, returned: 0 };

  const send = async (slice: readonly Slice[], to: Position | null) => {
    crashPoint('rebuild:before-flush');
    await store.apply([{ claim, docs: slice.map(({ changed }) => changed), checkpoint: to }]);
    crashPoint('rebuild:after-flush');
    checkpoint = to;
    mayBeStored = true;
    for (const { name, doc, changed } of slice) {
      const { watermark } = doc;
      const { index } = changed;
      // Of one that is gone only its store knows what is left.
      if (changed.body === null) open.delete(name);
      else open.set(name, { ...doc, loaded: watermark, indexBefore: index, changed: false });
    }
  };

  /** Writes them a slice at a time, and the checkpoint, with those that are gone, in the last. */
  const write = async (names: readonly string[], to: Position | null) => {
    let slice: Slice[] = [];
    let chars = 0;
    const gone: string[] = [];
    // In the order of names, in which a store takes them at less cost.
    for (const name of names.toSorted()) {
      const doc = open.get(name);
      if (doc === undefined || !doc.changed) continue;
      if (doc.doc === undefined) {
        gone.push(name);
        continue;
      }
      const changed = storedOrFailed(view, doc);
      slice.push(...changed.map((one) => ({ name, doc, changed: one })));
      chars += doc.chars;
      if (slice.length < limits.sliceDocs && chars < limits.sliceChars) continue;
      await send(slice, checkpoint);
      [slice, chars] = [[], 0];
      await nextTick();
    }
    const isLast = to !== checkpoint;
    for (const name of isLast ? gone : []) {
      const doc = open.get(name) as OpenDoc;
      slice.push(...storedOrFailed(view, doc).map((changed) => ({ name, doc, changed })));
    }
    if (isLast || slice.length > 0) await send(slice, to);
  };

  const isHeld = ({ doc, loaded }: OpenDoc): boolean => doc === undefined && loaded !== undefined;

  const letGo = async (which: (name: string, doc: OpenDoc) => boolean) => {
    const names = [...open].filter(([name, doc]) => which(name, doc)).map(([name]) => name);
    await write(names, checkpoint);
    for (const name of names) {
      const doc = open.get(name);
      if (doc !== undefined && !isHeld(doc)) open.delete(name);
    }
  };

  return {
    docs: open as ReadonlyMap<string, OpenDoc>,
    checkpoint: () => checkpoint,
    /** Opens those of a page. */
    open: async (keys: readonly DocKey[]) => {
      const missing: DocKey[] = [];
      for (const at of keys) {
        const known = open.get(docName(at.tenant, at.key));
        if (known === undefined) missing.push(at);
        else known.usedAt = since.stretch;
      }
      if (missing.length === 0) return;
      const isStored = mayBeStored && view.once !== true;
      const stored = isStored ? await store.load(claim.generation, missing) : [];
      for (const [index, at] of missing.entries()) {
        const doc = openDoc(view, at, stored[index]);
        doc.usedAt = since.stretch;
        open.set(docName(at.tenant, at.key), doc);
        if (stored[index] !== undefined) since.returned += 1;
      }
      since.opened += missing.length;
    },
    /** Facts of so many characters were folded; true when it is time to measure. */
    folded: (chars: number): boolean => (since.chars += chars) >= limits.stretchChars,
    measure: () => {
      const { opened, returned } = since;
      Object.assign(since, { chars: 0, opened: 0, returned: 0 });
      return { chars: charsOf(open.values(), open.size), opened, returned };
    },
    charsOpen: () => charsOf(open.values(), open.size),
    isIdle: ({ usedAt }: OpenDoc) =>
      view.once === true || usedAt + limits.idleStretches <= since.stretch,
    nextStretch: () => void (since.stretch += 1),
    letGo,
    /** How many are gone and must be held. */
    goneHeld: () => [...open.values()].filter(isHeld).length,
    writeAll: (to: Position | null) => write([...open.keys()], to),
  };
}

interface Slice {
  readonly name: string;
  readonly doc: OpenDoc;
  readonly changed: ChangedDoc;
}

/** About how many characters they have as they would be written. */
function charsOf(docs: Iterable<OpenDoc>, size: number): number {
  const step = Math.max(1, Math.floor(size / measuredDocs));
  let at = 0;
  let chars = 0;
  for (const { doc } of docs) {
    if (at % step === 0 && doc !== undefined) chars += lengthOf(doc);
    at += 1;
  }
  return chars * step;
}

/** What cannot be written is told of when it is to be. */
function lengthOf(doc: unknown): number {
  try {
    return JSON.stringify(doc).length;
  } catch {
    return 0;
  }
}

function storedOrFailed(view: AnyView, doc: OpenDoc): ChangedDoc[] {
  try {
    return changedDocs(view, [doc]);
  } catch (cause) {
    if (!(cause instanceof Unstorable)) throw cause;
    throw new RebuildFailed(`${cause.message}. What is live stays live.`, { cause });
  }
}
