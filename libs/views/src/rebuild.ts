import type { EventLog } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { compare, noDifference } from './rebuild-compare.ts';
import { RebuildStopped } from './rebuild-faults.ts';
import { createFilling, type Filling } from './rebuild-filling.ts';
import { rebuildLimits, type RebuildLimits } from './rebuild-limits.ts';
import { nextTick, type Running, type Turns } from './running.ts';
import type { Claim, Generation, ViewStore } from './view-store.ts';

export { RebuildFailed, RebuildStopped } from './rebuild-faults.ts';

export interface Rebuilding {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Stops after the page in hand; the same call later goes on, and folds nothing twice. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<RebuildLimits>;
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

export interface Ground {
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
  { onProgress, signal, limits = {} }: Rebuilding,
): Promise<Rebuilt> {
  const { log, store, exclusive, foldLive, crashPoint } = ground;
  const { name } = one.view;
  const old = await store.live(name);
  const { generation, isBegun } = await nextGeneration(store, one, old);
  const claim = await store.claim(generation);
  const head = await log.head();
  const within = { ...rebuildLimits, ...limits };
  const filling = createFilling(ground, one, { claim, isEmpty: !isBegun, limits: within });
  try {
    while (!(await filling.page())) {
      onProgress?.(progressOf(filling.progress(), head));
      if (signal?.aborted === true) {
        await filling.writeAll();
        throw new RebuildStopped('The rebuild was stopped; start it again to go on.');
      }
      // The server goes on answering between two pages.
      await nextTick();
    }
    // Before the projector is held: the longest writing is that of all documents.
    await filling.writeAll();
    return await exclusive(async () => {
      // To the same position both: a fact that only one of them has would be told as a difference.
      await foldLive();
      const until = one.claim === undefined ? undefined : (one.checkpoint ?? undefined);
      while (!(await filling.page(until)));
      await filling.writeAll();
      const difference = old === undefined ? noDifference : await compare(store, old, generation);
      crashPoint('rebuild:before-promote');
      await store.promote(generation);
      crashPoint('rebuild:after-promote');
      const { facts, position } = filling.progress();
      takeOver(one, claim, position);
      await settleParked(store, one);
      await dropOlder(store, name, [generation, old]);
      onProgress?.({ facts, position, share: 1 });
      return { facts, ...difference };
    });
  } finally {
    filling.close();
  }
}

/** What the projector has in mind of the view is from now on of the new generation. */
function takeOver(one: Running, claim: Claim, position: Position | null): void {
  one.claim = claim;
  one.checkpoint = position;
  one.state = 'live';
  one.parkedFrom.clear();
  one.open.clear();
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
): Promise<{ readonly generation: Generation; readonly isBegun: boolean }> {
  const newestOf = (all: readonly (Generation | undefined)[]): number =>
    Math.max(0, ...all.map((one) => (one?.version === version ? one.build : 0)));
  const newest = newestOf(await store.generations(view));
  const isBegun = newest > newestOf([live, claim?.generation]);
  return { generation: { view, version, build: isBegun ? newest : newest + 1 }, isBegun };
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

function progressOf(
  { facts, position, waiting }: ReturnType<Filling['progress']>,
  head: Position | null,
): RebuildProgress {
  return { facts, position, share: shareOf(position, head) * (1 - waiting) };
}

function shareOf(position: Position | null, head: Position | null): number {
  if (head === null || position === null) return 0;
  // For a progress bar only: positions of one log lie about evenly, and no decision hangs on it.
  const part = Number.parseInt(position, 10) / Number.parseInt(head, 10);
  return Number.isFinite(part) ? Math.min(part, 1) : 0;
}
