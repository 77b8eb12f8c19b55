import type { EventLog, StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import type { Feed, FeedPage, PublishedFact, Subscription } from './feed.ts';
import type { Gate } from './gate.ts';

/** Keeps where each group has got to. */
export interface Places {
  place(reader: string): Promise<Position | null>;
  savePlace(reader: string, position: Position): Promise<void>;
}

export interface TailOptions {
  readonly log: EventLog;
  readonly gates: readonly Gate[];
  readonly places: Places;
  readonly pageFacts?: number;
  readonly pollMs?: number;
  /** Called with what a handler threw; the page is delivered again after a pause. */
  readonly onError?: (group: string, cause: unknown) => void;
  readonly crashPoint?: (name: string) => void;
}

export const pageFactsDefault = 200;
export const pollMsDefault = 250;
/** How long the first commit of a burst waits for the others. */
export const burstMs = 20;
/** Pauses before a page is delivered again: doubled each time, up to the last. */
export const redeliveryMsFirst = 50;
export const redeliveryMsMax = 5_000;

/**
 * The stream of published facts within one process: the log itself, read through the gates. The
 * place of a group is saved after its handler is done with a page, so that a crash in between
 * delivers the page again, and loses nothing.
 */
export function tailFeed(options: TailOptions): Feed {
  const { log, places, pageFacts = pageFactsDefault, pollMs = pollMsDefault } = options;
  const { onError = () => undefined, crashPoint = () => undefined } = options;
  const gates = new Map(options.gates.map((one) => [one.context, one]));

  // Under which name a stored type leaves: learnt when it first does, so that facts which a reader
  // does not ask for need not be decoded.
  const publishedAs = new Map<string, string>();

  const published = (stored: StoredFact, types: ReadonlySet<string> | undefined) => {
    const known = publishedAs.get(stored.type);
    if (known !== undefined && types?.has(known) === false) return undefined;
    const context = stored.type.slice(0, stored.type.indexOf('.'));
    const fact = gates.get(context)?.publish(stored) ?? undefined;
    if (fact === undefined) return undefined;
    publishedAs.set(stored.type, fact.type);
    return types?.has(fact.type) === false ? undefined : fact;
  };

  const pageAfter = async (
    after: Position | null,
    types: ReadonlySet<string> | undefined,
  ): Promise<FeedPage | undefined> => {
    const page = await log.readAll(after, { limit: pageFacts });
    if (page.next === null || page.next === after) return undefined;
    const facts: PublishedFact[] = [];
    for (const stored of page.facts) {
      const fact = published(stored, types);
      if (fact !== undefined) facts.push(fact);
    }
    return { facts, to: page.next };
  };

  return {
    subscribe: (group, handle, types) => {
      const state = { position: null as Position | null, at: 0, closed: false };
      let wake: (afterMs: number) => void = () => undefined;
      const leave = log.onCommit(() => wake(burstMs));

      const sleep = (ms: number) =>
        new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          // Closed during the page in hand: there is nobody left to be woken.
          if (state.closed) resolve();
          timer.unref();
          wake = (afterMs) => {
            wake = () => undefined;
            clearTimeout(timer);
            setTimeout(resolve, afterMs);
          };
        });

      const step = async (): Promise<boolean> => {
        const page = await pageAfter(state.position, types);
        if (page === undefined) return false;
        if (page.facts.length > 0) await handle(page);
        crashPoint('feed:before-place');
        await places.savePlace(`feed:${group}`, page.to);
        state.position = page.to;
        state.at = Date.now();
        return true;
      };

      const run = async () => {
        let placed = false;
        let pauseMs = redeliveryMsFirst;
        while (!state.closed) {
          try {
            if (!placed) state.position = await places.place(`feed:${group}`);
            placed = true;
            const moved = await step();
            pauseMs = redeliveryMsFirst;
            if (!moved) await sleep(pollMs);
          } catch (cause) {
            onError(group, cause);
            await sleep(pauseMs);
            pauseMs = Math.min(pauseMs * 2, redeliveryMsMax);
          }
        }
      };

      const running = run();
      return {
        progress: () => ({ position: state.position, at: state.at }),
        close: async () => {
          state.closed = true;
          leave();
          wake(0);
          await running;
        },
      } satisfies Subscription;
    },
  };
}
