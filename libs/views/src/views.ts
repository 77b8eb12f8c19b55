import { isPositionWithin, type EventLog, type FactReader } from '@plumbline/event-log';
import { Fault, readInstant, type Instant, type Position } from '@plumbline/kernel';
import { LRUCache } from 'lru-cache';
import { isFoundBy, pageOfKeys } from './paging.ts';
import type { Times, ViewReader, Views } from './reader.ts';
import { createReplay, type Replay } from './replay.ts';
import type { ProjectedView } from './running.ts';
import type { Generation, ReadableViews } from './view-store.ts';
import type { View } from './view.ts';

/** The view does not hold the caller's own write yet. It will: ask again. */
export class ViewBehind extends Fault {
  readonly code = 'views/behind';
  readonly retriable = true;
  constructor(
    readonly view: string,
    readonly position: Position | null,
    readonly readAfter: Position | null,
  ) {
    super(`The view ${view} has not got that far yet. Ask again in a moment.`);
  }
}

/** The log has no such position: nothing was written there, and nothing can be told of it. */
export class PositionUnknown extends Fault {
  readonly code = 'views/position-unknown';
  readonly retriable = false;
}

/** An earlier state is being folded, and takes longer than a request should wait. */
export class ReplayRunning extends Fault {
  readonly code = 'views/replay-running';
  readonly retriable = true;
  constructor(
    /** Share of the way, 0 to 1. */
    readonly progress: number,
  ) {
    super(`The earlier state is ${Math.floor(progress * 100)} % put together. Ask again.`);
  }
}

export interface ViewsOptions {
  readonly log: EventLog;
  readonly store: ReadableViews;
  /** Those of the process: they tell how the facts of a context are read. */
  readonly views: readonly ProjectedView[];
  /** Tells of pages that were applied in this process, so that waiters need not poll. */
  readonly onApplied?: (listener: () => void) => () => void;
  readonly readAfterWaitMsMax?: number;
  readonly replayWaitMsMax?: number;
}

export const readAfterWaitMsMaxDefault = 2_000;
export const replayWaitMsMaxDefault = 5_000;
/** Earlier states that are kept for the next question about the same point. */
export const keptReplaysMax = 16;
const pollMs = 25;

export function createViews(options: ViewsOptions): Views {
  const { log, store, onApplied } = options;
  const { readAfterWaitMsMax = readAfterWaitMsMaxDefault } = options;
  const { replayWaitMsMax = replayWaitMsMaxDefault } = options;
  const replays = new LRUCache<string, Replay>({ max: keptReplaysMax });

  const own = new Map(options.views.map(({ view, codec }) => [view.name, codec]));
  const codecs = new Map(options.views.map(({ view, codec }) => [sourceOf(view), codec]));

  /** As the view is projected; one that is not is read as others of its source are. */
  const codecOf = (view: Source): FactReader<unknown> => {
    const codec = own.get(view.name) ?? codecs.get(sourceOf(view));
    if (codec === undefined) throw new Error(`No codec for the context ${sourceOf(view)}.`);
    return codec;
  };

  const positionOf = async (asOf: Instant | Position | undefined): Promise<Position | null> => {
    const head = await log.head();
    if (asOf === undefined) return head;
    const instant = readInstant(asOf);
    if (instant !== undefined) return log.positionAt(Date.parse(instant));
    // What comes later would be another answer to the same question.
    if (!isPositionWithin(asOf, head)) {
      throw new PositionUnknown('asOf must be a position of this log, or an instant.');
    }
    return asOf;
  };

  const isBeyond = async (position: Position): Promise<boolean> => {
    const head = await log.head();
    return head === null || position > head;
  };

  const liveOf = async (view: AnyName, readAfter: Position | undefined): Promise<Live> => {
    const deadline = performance.now() + readAfterWaitMsMax;
    for (;;) {
      const generation = await store.live(view.name);
      const isOurs = generation?.version === view.version;
      const position = isOurs ? ((await store.checkpoint(generation)) ?? null) : null;
      const isThere = readAfter === undefined || (position !== null && position >= readAfter);
      if (generation !== undefined && isOurs && isThere) return { generation, position };
      if (readAfter !== undefined && (await isBeyond(readAfter))) {
        throw new PositionUnknown('Read-After must be the position of a write to this log.');
      }
      const left = deadline - performance.now();
      if (left <= 0) throw new ViewBehind(view.name, position, readAfter ?? null);
      await nextPage(onApplied, Math.min(left, pollMs));
    }
  };

  const replayOf = async <Doc, Fact>(view: View<Doc, Fact>, tenant: string, times: Times) => {
    const position = await positionOf(times.asOf);
    const { effectiveAt = '' } = times;
    const name = [view.name, view.version, tenant, position ?? '', effectiveAt].join('\u001f');
    let replay = replays.get(name);
    if (replay === undefined || replay.failed()) {
      const codec = codecOf(view);
      replay = createReplay({
        ...{ log, codec, tenant, position, effectiveAt },
        view: view as unknown as View<unknown, unknown>,
      });
      replays.set(name, replay);
    }
    const docs = await replay.within(replayWaitMsMax);
    if (docs === undefined) throw new ReplayRunning(replay.progress());
    return memoryReader(view as View<unknown, unknown>, docs, position) as ViewReader<Doc>;
  };

  return {
    positionOf,
    of: async (view, tenant, { readAfter, ...times }) => {
      if (times.asOf !== undefined || times.effectiveAt !== undefined) {
        return replayOf(view, tenant, times);
      }
      const { generation, position } = await liveOf(view, readAfter);
      return storedReader(store, generation, tenant, position);
    },
    fold: async (view, key, streams, times) => {
      const position = await positionOf(times.asOf);
      const { effectiveAt } = times;
      const codec = codecOf(view);
      const read = await Promise.all(streams.map((stream) => log.read(stream)));
      const facts = read
        .flat()
        .filter((one) => position !== null && one.position <= position)
        .toSorted((one, other) => (one.position < other.position ? -1 : 1));
      let doc: Parameters<typeof view.fold>[0];
      for (const stored of facts) {
        const recorded = codec.decode(stored) as Parameters<typeof view.fold>[1] | undefined;
        if (recorded === undefined) continue;
        if (effectiveAt !== undefined && recorded.effectiveAt > effectiveAt) continue;
        if (view.keys(recorded).includes(key)) doc = view.fold(doc, recorded, key);
      }
      return { doc, position };
    },
  };
}

type Source = Pick<View<unknown, unknown>, 'name' | 'context' | 'published'>;

/** Whose facts a view folds, and whether as they are stored or as they are published. */
function sourceOf({ context, published }: Source): string {
  return published === true ? `${context}, published` : context;
}

interface AnyName {
  readonly name: string;
  readonly version: number;
}

interface Live {
  readonly generation: Generation;
  readonly position: Position | null;
}

function storedReader<Doc>(
  store: ReadableViews,
  generation: Generation,
  tenant: string,
  position: Position | null,
): ViewReader<Doc> {
  return {
    position,
    get: async (key) => {
      const body = await store.get(generation, tenant, key);
      return body === undefined ? undefined : (JSON.parse(body) as Doc);
    },
    find: async (by, page) => {
      const { docs, ...rest } = await store.find(generation, tenant, by, page);
      const parsed = docs.map(({ key, doc }) => ({ key, doc: JSON.parse(doc) as Doc }));
      return { docs: parsed, ...rest };
    },
  };
}

function memoryReader(
  view: View<unknown, unknown>,
  docs: ReadonlyMap<string, unknown>,
  position: Position | null,
): ViewReader<unknown> {
  return {
    position,
    get: async (key) => docs.get(key),
    find: async (by, page) => {
      const all = [...docs].map(([key, doc]) => ({ key, doc }));
      if (by === 'all') return pageOfKeys(all, page);
      const wanted = all.filter(({ key, doc }) => isFoundBy(by, key, view.index(doc)));
      return pageOfKeys(wanted, page);
    },
  };
}

/** Resolves at the next page that is applied here, or after a while: another process may apply. */
function nextPage(onApplied: ViewsOptions['onApplied'], ms: number): Promise<void> {
  return new Promise((resolve) => {
    const leave = onApplied?.(() => done());
    const timer = setTimeout(() => done(), ms);
    const done = () => {
      clearTimeout(timer);
      leave?.();
      resolve();
    };
  });
}
