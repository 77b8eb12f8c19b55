import type { EventLog, FactReader } from '@plumbline/event-log';
import type { Position, Recorded } from '@plumbline/kernel';
import { isAfter } from './running.ts';
import type { View } from './view.ts';

export interface ReplayOptions {
  readonly log: EventLog;
  readonly codec: FactReader<unknown>;
  readonly view: View<unknown, unknown>;
  readonly tenant: string;
  /** Up to here, inclusive; null: nothing was recorded by then. */
  readonly position: Position | null;
  /** Only what is effective by then; empty: all. */
  readonly effectiveAt: string;
}

/** A view at an earlier point, folded in memory from the start of the log. */
export interface Replay {
  /** The documents, or undefined when it takes longer; the fold goes on. */
  within(ms: number): Promise<ReadonlyMap<string, unknown> | undefined>;
  progress(): number;
  failed(): boolean;
}

const pageFacts = 1_000;

export function createReplay(options: ReplayOptions): Replay {
  const state = { progress: 0, failed: false };
  const folding = foldAll(options, (progress) => {
    state.progress = progress;
  });
  folding.catch(() => {
    state.failed = true;
  });
  return {
    within: async (ms) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), ms);
      });
      try {
        return await Promise.race([folding, late]);
      } finally {
        clearTimeout(timer);
      }
    },
    progress: () => state.progress,
    failed: () => state.failed,
  };
}

async function foldAll(
  { log, codec, view, tenant, position, effectiveAt }: ReplayOptions,
  onProgress: (progress: number) => void,
): Promise<ReadonlyMap<string, unknown>> {
  const docs = new Map<string, unknown>();
  let after: Position | null = null;
  while (isAfter(position, after)) {
    const until = position === null ? {} : { until: position };
    const { context } = view;
    const page = await log.readAll(after, { limit: pageFacts, tenant, context, ...until });
    for (const stored of page.facts) {
      const recorded = codec.decode(stored);
      if (recorded === undefined) continue;
      if (effectiveAt === '' || recorded.effectiveAt <= effectiveAt) foldOne(view, docs, recorded);
    }
    after = page.next;
    if (page.atHead) break;
    onProgress(Number.parseInt(after ?? '0', 10) / Number.parseInt(position ?? '1', 10));
    // The server goes on answering between two pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return docs;
}

function foldOne(
  view: View<unknown, unknown>,
  docs: Map<string, unknown>,
  recorded: Recorded<unknown>,
): void {
  for (const key of view.keys(recorded)) {
    const doc = view.fold(docs.get(key), recorded, key);
    if (doc === undefined) docs.delete(key);
    else docs.set(key, doc);
  }
}
