import { createBurst, type EventLog, type FactReader, type StoredFact } from '@plumbline/event-log';
import { Fault, type Clock, type Position } from '@plumbline/kernel';
import { asideOf, changedDocs, foldInto, keepOpen, keysOf } from './fold-page.ts';
import { readFacts, seenFacts, storable, Unstorable } from './fold-page.ts';
import type { AnyView, ReadFact } from './fold-page.ts';
import { discardParked, retryParked, type Discarded } from './parked.ts';
import {
  closeIdle,
  closeOldest,
  createTurns,
  nextTick,
  isAfter,
  notYetRunning,
  openDocs,
  rememberParked,
  type ProjectedView,
  type Running,
} from './running.ts';
import type { ViewStatus } from './running.ts';
import { rebuildView, type Rebuilding, type Rebuilt } from './rebuild.ts';
import { statusOf } from './status.ts';
import { Fenced, Stale } from './view-store.ts';
import type { Claim, Parked, ViewStore } from './view-store.ts';

export interface ProjectorOptions {
  readonly log: EventLog;
  readonly store: ViewStore;
  readonly clock: Clock;
  readonly views: readonly ProjectedView[];
  readonly pageFacts?: number;
  /** The log is looked at this often, whether or not it told of a commit. */
  readonly pollMs?: number;
  /** Called with each discard before it happens: it must be recorded, or nothing is discarded. */
  readonly onDiscard?: (discarded: Discarded) => Promise<void>;
  /** Called with what stopped a turn; the projector waits and tries again. */
  readonly onError?: (cause: unknown) => void;
  /** Named points at which tests let the process die. */
  readonly crashPoint?: (name: string) => void;
}

/** Folds the log into the documents of views: one loop for catching up and for keeping up. */
export interface Projector {
  start(): Promise<void>;
  /** Stops after the page in hand. */
  stop(): Promise<void>;
  /** Folds all that the log has now. */
  catchUp(): Promise<void>;
  status(): Promise<readonly ViewStatus[]>;
  /** Called after each page that was written, with the position that it reached. */
  onApplied(listener: (position: Position) => void): () => void;
  rebuild(view: string, how?: Rebuilding): Promise<Rebuilt>;
  readonly parked: {
    list(): Promise<readonly Parked[]>;
    show(id: string): Promise<Parked>;
    retry(id: string): Promise<{ readonly settled: boolean; readonly reason?: string }>;
    discard(id: string, by: string, reason: string): Promise<void>;
  };
}

export const pageFactsDefault = 500;
/**
 * So many facts have the first pages of a run: who keeps up holds others of the thread up for
 * moments only. Each page after those is twice as large: who catches up takes large ones soon.
 */
export const firstPageFacts = 32;
export const firstPages = 16;
/** So many pages of one context are folded together; then another one has its turn. */
export const pagesTogetherMax = 16;
/** So many pages without a fact of a context are passed over before its place is written down. */
export const passedPagesMax = 64;
export const pollMsDefault = 250;
const errorPauseMs = 1_000;
/** So often a page is folded anew because its documents were not what was loaded. */
const staleTurnsMax = 5;

/** No such view, or nothing parked under such an id. */
export class Unknown extends Fault {
  readonly code = 'views/not-found';
  readonly retriable = false;
}

export function createProjector(options: ProjectorOptions): Projector {
  const { log, store, clock, pageFacts = pageFactsDefault, pollMs = pollMsDefault } = options;
  const { onError = () => undefined, crashPoint = () => undefined } = options;
  const running = options.views.map(notYetRunning);
  const listeners = new Set<(position: Position) => void>();
  const exclusive = createTurns();
  let timer: NodeJS.Timeout | undefined;
  let stopped = true;
  let claimed: Promise<void> | undefined;
  let looping: Promise<void> | undefined;
  let leave = () => undefined as unknown;

  const claimAll = (): Promise<void> => {
    claimed ??= (async () => {
      for (const one of running) await claimLive(one, store);
    })().catch((cause: unknown) => {
      // The store could not be reached: the next turn claims anew.
      claimed = undefined;
      throw cause;
    });
    return claimed;
  };

  const foldPage = async (
    one: Running,
    view: AnyView,
    facts: readonly ReadFact[],
    checkpoint: Position,
  ) => {
    const claim = one.claim as Claim;
    const docs = await openDocs(one, claim, store, keysOf(view, facts));
    crashPoint('projector:after-load');
    const aside = asideOf(view.name, one.parkedFrom, clock.now());
    foldInto(view, facts, docs, aside);
    const changed = changedDocs(view, docs.values());
    return { one, page: { claim, docs: changed, checkpoint, park: aside.parked() }, docs };
  };

  const foldOne = async (one: Running, facts: readonly ReadFact[], to: Position) => {
    const news = facts.filter(({ stored }) => isAfter(stored.position, one.checkpoint));
    try {
      return await foldPage(one, one.view, news, to);
    } catch (cause) {
      if (!(cause instanceof Unstorable)) throw cause;
      // One document that cannot be stored must not hold up the others: its key is put aside.
      return foldPage(one, storable(one.view), news, to);
    }
  };

  /** One page for all views of a context. True when the log has no more. */
  const turn = async (group: readonly Running[], limit = pageFacts): Promise<boolean> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await foldTurn(group, limit);
      } catch (cause) {
        if (!(cause instanceof Stale) || attempt === staleTurnsMax) throw cause;
        for (const one of group) await loadAgain(one, store);
      }
    }
  };

  /** The next page with facts of a context, or the last one of those without. */
  const nextPage = async (from: Position | null, limit: number, context: string) => {
    let page = await log.readAll(from, { limit, context });
    for (let passed = 1; passed < passedPagesMax; passed += 1) {
      if (page.facts.length > 0 || page.atHead) break;
      page = await log.readAll(page.next, { limit: pageFacts, context });
    }
    return page;
  };

  const foldTurn = async (group: readonly Running[], limit: number): Promise<boolean> => {
    const [first] = group;
    if (first === undefined) return true;
    const from = earliest(group);
    const { context } = first.view;
    const page = await nextPage(from, limit, context);
    if (page.next === null || page.next === from) return true;
    const read = readingOf(page.facts);
    const folded: Awaited<ReturnType<typeof foldOne>>[] = [];
    for (const one of group) {
      if (isAfter(page.next, one.checkpoint))
        folded.push(await foldOne(one, read(one.codec), page.next));
    }
    // Folding and writing take about as long: what waits for the process need not wait for both.
    await nextTick();
    crashPoint('projector:before-apply');
    await store.apply(folded.map((one) => one.page));
    crashPoint('projector:after-apply');
    for (const { one, page: applied, docs } of folded) {
      one.checkpoint = page.next;
      rememberParked(one, applied.park);
      if (!one.view.once) keepOpen(one.view, docs, one.open, clock.now());
      closeOldest(one);
    }
    for (const listener of listeners) listener(page.next);
    return page.atHead;
  };

  /** Pages of one context, as far as the log goes now. True when it has no more. */
  const foldPages = async (
    group: readonly Running[],
    from: number,
    isWanted: () => boolean,
    ends: Set<Position | null>,
  ): Promise<boolean> => {
    // Another context was there when the log ended: what has come since is told, and is looked for.
    if (ends.has(earliest(group))) return true;
    for (let no = from; no < from + pagesTogetherMax && isWanted(); no += 1) {
      if (await exclusive(() => turn(group, Math.min(pageFactsAt(no), pageFacts)))) {
        ends.add(earliest(group));
        return true;
      }
      // The server goes on answering between two pages, and can be told to stop.
      await nextTick();
    }
    return false;
  };

  const catchUp = async (isWanted = () => true): Promise<void> => {
    await claimAll();
    const ends = new Set<Position | null>();
    for (let from = 0, atHead = false; !atHead; from += pagesTogetherMax) {
      const areThere: boolean[] = [];
      for (const group of groupsOf(running)) {
        areThere.push(await foldPages(group, from, isWanted, ends));
      }
      for (const one of running) closeIdle(one, clock.now());
      if (!isWanted()) return;
      atHead = areThere.every(Boolean);
    }
    for (const one of running) await goLive(one, store);
  };

  const loop = async (): Promise<void> => {
    try {
      await catchUp(() => !stopped);
    } catch (cause) {
      if (cause instanceof Fenced) for (const one of running) one.state = 'fenced';
      onError(cause);
      if (!stopped) await pause(errorPauseMs);
    }
  };

  let again = false;
  const wake = (): void => {
    again = true;
    looping ??= (async () => {
      while (again && !stopped) {
        again = false;
        await loop();
      }
      looping = undefined;
    })();
  };

  /** Commits come in bursts: one page for all of a burst costs less than a page for each. */
  const burst = createBurst(wake);

  const find = (view: string): Running => {
    const one = running.find((candidate) => candidate.view.name === view);
    if (one === undefined) throw new Unknown(`There is no view ${view}.`);
    return one;
  };
  const rebuild = async (view: string, how: Rebuilding = {}) => {
    const one = find(view);
    const foldLive = async () => {
      const group = groupsOf(running).find((candidate) => candidate.includes(one)) ?? [];
      while (!(await turn(group)));
    };
    return rebuildView({ log, store, pageFacts, exclusive, foldLive, crashPoint }, one, how);
  };
  const parkedOf = async (id: string): Promise<Parked> => {
    const [entry] = await store.parked({ id });
    if (entry === undefined) throw new Unknown(`Nothing is parked under ${id}.`);
    return entry;
  };

  return {
    start: async () => {
      stopped = false;
      await claimAll();
      leave = log.onCommit(burst.hint);
      timer = setInterval(wake, pollMs);
      timer.unref();
      for (const one of running.filter(({ claim }) => claim === undefined)) {
        // Another version of the view is live: this one is filled beside it, then takes its place.
        rebuild(one.view.name).then(wake, onError);
      }
      wake();
    },
    stop: async () => {
      stopped = true;
      leave();
      clearInterval(timer);
      burst.stop();
      await looping;
    },
    catchUp: () => catchUp(),
    status: () =>
      Promise.all(running.map((one) => statusOf({ log, store, now: clock.now() }, one))),
    onApplied: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rebuild,
    parked: {
      list: () => store.parked(),
      show: parkedOf,
      // What is parked is read within the turn: a page in between could add to it, and what it
      // adds would be settled unseen.
      retry: (id) =>
        exclusive(async () => {
          const entry = await parkedOf(id);
          return retryParked({ log, store, clock }, find(entry.view), entry);
        }),
      discard: (id, by, reason) =>
        exclusive(async () => {
          const entry = await parkedOf(id);
          const discarded = { ...entry, by, why: reason, discardedAt: clock.now() };
          await options.onDiscard?.(discarded);
          await discardParked(store, find(entry.view), entry);
        }),
    },
  };
}

/** How many facts a page of a run has, by its number. */
function pageFactsAt(no: number): number {
  return firstPageFacts * 2 ** Math.max(0, no - firstPages + 1);
}

/** Takes over the live generation of a view, or begins the first one. */
async function claimLive(one: Running, store: ViewStore): Promise<void> {
  const { name, version } = one.view;
  const live = await store.live(name);
  if (live !== undefined && live.version !== version) return;
  const generation = live ?? { view: name, version, build: 1 };
  one.claim = await store.claim(generation);
  one.checkpoint = one.claim.checkpoint;
  if (live !== undefined) one.state = 'live';
  rememberParked(one, await store.parked({ view: name }));
}

/**
 * Goes back to what the store has. A page may have been written in part: its checkpoint then tells
 * how far, and its parked keys must not be forgotten.
 */
async function loadAgain(one: Running, store: ViewStore): Promise<void> {
  if (one.claim === undefined) return;
  one.open.clear();
  const parked = await store.parked({ view: one.view.name });
  one.parkedFrom.clear();
  rememberParked(one, parked);
  one.checkpoint = (await store.checkpoint(one.claim.generation)) ?? null;
}

/** The first generation of a view is read only once it holds what the log does. */
async function goLive(one: Running, store: ViewStore): Promise<void> {
  if (one.claim === undefined || one.state !== 'building') return;
  await store.promote(one.claim.generation);
  one.state = 'live';
}

/** Views of one context read the log together, whether as it is stored or as it is published. */
function groupsOf(running: readonly Running[]): Running[][] {
  const groups = new Map<string, Running[]>();
  for (const one of running) {
    if (one.claim === undefined) continue;
    const { context } = one.view;
    groups.set(context, [...(groups.get(context) ?? []), one]);
  }
  return [...groups.values()];
}

/** The facts of a page as a view sees them; views that see them alike have them decoded once. */
function readingOf(page: readonly StoredFact[]) {
  const known = new Map<FactReader<unknown>, readonly ReadFact[]>();
  const read = (reader: FactReader<unknown>): readonly ReadFact[] => {
    const { through } = reader;
    const facts =
      known.get(reader) ??
      (through === undefined ? readFacts(reader, page) : seenFacts(through, read(through.reader)));
    known.set(reader, facts);
    return facts;
  };
  return read;
}

function earliest(group: readonly Running[]): Position | null {
  return group.reduce<Position | null>((least, { checkpoint }) => {
    return isAfter(checkpoint, least) ? least : checkpoint;
  }, group[0]?.checkpoint ?? null);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
