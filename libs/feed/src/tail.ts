import { createBurst, type EventLog, type StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import type { Feed, FeedPage, PublishedFact, Subscription } from './feed.ts';
import type { Gate } from './gate.ts';
import { memoryPlaces, type Places } from './places.ts';

export interface TailOptions {
  readonly log: EventLog;
  readonly gates: readonly Gate[];
  readonly places: Places;
  readonly pageFacts?: number;
  readonly pollMs?: number;
  /** Called with what a handler threw, and with what the log failed in; the group goes on. */
  readonly onError?: (group: string, cause: unknown) => void;
  readonly crashPoint?: (name: string) => void;
}

export const pageFactsDefault = 200;
export const pollMsDefault = 250;
/** How often the place of a group is saved while nothing comes that it asks for. */
export const idlePlaceMs = 10_000;
/** Pauses before a page is delivered again: doubled each time, up to the last. */
export const redeliveryMsFirst = 50;
export const redeliveryMsMax = 5_000;

/**
 * The stream of published facts within one process: the log itself, read through the gates. The
 * place of a group is saved after its handler is done with a page, so that a crash in between
 * delivers the page again, and loses nothing.
 */
export function tailFeed(options: TailOptions): Feed {
  const { log, pageFacts = pageFactsDefault, pollMs = pollMsDefault } = options;
  const { onError = () => undefined, crashPoint = () => undefined } = options;
  const gates = new Map(options.gates.map((one) => [one.context, one]));

  // Stored types that were met, and under which name they leave, once they have left: facts which a
  // reader does not ask for need not be decoded, nor even be loaded.
  const publishedAs = new Map<string, string | undefined>();
  let changes = 0;
  const learn = (stored: string, as: string | undefined): void => {
    if (publishedAs.has(stored) && publishedAs.get(stored) === as) return;
    publishedAs.set(stored, as);
    changes += 1;
  };

  const published = (stored: StoredFact, types: ReadonlySet<string> | undefined) => {
    const known = publishedAs.get(stored.type);
    if (known !== undefined && types?.has(known) === false) return undefined;
    if (isOfOthers(stored.type, types)) {
      // Not even decoded: what another context cannot read is no concern of this reader.
      learn(stored.type, known);
      return undefined;
    }
    const fact = gates.get(contextOf(stored.type))?.publish(stored) ?? undefined;
    learn(stored.type, fact?.type ?? known);
    return fact === undefined || types?.has(fact.type) === false ? undefined : fact;
  };

  const unwanted = new WeakMap<ReadonlySet<string>, { at: number; of: ReadonlySet<string> }>();
  /** Stored types that a reader does not ask for, as far as they have been met. */
  const unwantedBy = (types: ReadonlySet<string> | undefined): ReadonlySet<string> => {
    if (types === undefined) return none;
    const known = unwanted.get(types);
    if (known?.at === changes) return known.of;
    const isUnwanted = ([stored, as]: readonly [string, string | undefined]) =>
      isOfOthers(stored, types) || (as !== undefined && !types.has(as));
    const of = new Set([...publishedAs].filter(isUnwanted).map(([stored]) => stored));
    unwanted.set(types, { at: changes, of });
    return of;
  };

  const pageAfter = async (
    after: Position | null,
    types: ReadonlySet<string> | undefined,
  ): Promise<(FeedPage & { readonly atHead: boolean }) | undefined> => {
    const page = await log.readAll(after, { limit: pageFacts, without: unwantedBy(types) });
    if (page.next === null || page.next === after) return undefined;
    const facts: PublishedFact[] = [];
    for (const stored of page.facts) {
      const fact = published(stored, types);
      if (fact !== undefined) facts.push(fact);
    }
    return { facts, to: page.next, atHead: page.atHead };
  };

  const read = (places: Places, group: string, handle: Handle, types?: ReadonlySet<string>) => {
    const state = { position: null as Position | null, at: 0, closed: false };
    let wake = (): void => undefined;
    let told = false;
    const burst = createBurst(() => {
      told = true;
      wake();
    });
    const leave = log.onCommit(burst.hint);

    const sleep = (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        // Closed during the page in hand: there is nobody left to be woken.
        if (state.closed) resolve();
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });

    let savedAt = 0;
    let saved: Position | null = null;
    const savePlace = async (): Promise<void> => {
      const { position } = state;
      if (position === null || position === saved) return;
      await places.savePlace(`feed:${group}`, position);
      saved = position;
      savedAt = Date.now();
    };

    /** One page. False when there is nothing after it: what comes then wakes, in its turn. */
    const step = async (): Promise<boolean> => {
      const page = await pageAfter(state.position, types);
      const isWanted = page !== undefined && page.facts.length > 0;
      if (isWanted) await handle(page);
      crashPoint('feed:before-place');
      if (page !== undefined) {
        state.position = page.to;
        state.at = Date.now();
      }
      // A page without a fact for this group may be read again: its place is not worth a sync.
      if (isWanted || Date.now() - savedAt >= idlePlaceMs) await savePlace();
      return page?.atHead === false;
    };

    const run = async () => {
      let placed = false;
      let pauseMs = redeliveryMsFirst;
      while (!state.closed) {
        try {
          if (!placed) state.position = await places.place(`feed:${group}`);
          placed = true;
          told = false;
          const isMore = await step();
          pauseMs = redeliveryMsFirst;
          await (isMore || told ? othersTurn() : sleep(pollMs));
        } catch (cause) {
          onError(group, cause);
          await sleep(pauseMs);
          pauseMs = Math.min(pauseMs * 2, redeliveryMsMax);
        }
      }
      await savePlace().catch((cause: unknown) => onError(group, cause));
    };

    const running = run();
    return {
      progress: () => ({ position: state.position, at: state.at }),
      close: async () => {
        state.closed = true;
        leave();
        burst.stop();
        wake();
        await running;
      },
    } satisfies Subscription;
  };

  return {
    subscribe: (group, handle, types) => read(options.places, group, handle, types),
    follow: (types, handle) => {
      const following = read(memoryPlaces(), 'follow', handle, types);
      let head: Promise<Position | null> | undefined;
      const isCaughtUp = async () => {
        const asked = (head ??= log.head());
        try {
          const end = await asked;
          return end === null || (following.progress().position ?? '') >= end;
        } catch (cause) {
          head = undefined;
          onError('follow', cause);
          return false;
        }
      };
      return { ...following, isCaughtUp };
    },
  };
}

const none: ReadonlySet<string> = new Set();

type Handle = Parameters<Feed['subscribe']>[1];

/** A context publishes under its own name only: its facts are for who asks for types of it. */
function isOfOthers(stored: string, types: ReadonlySet<string> | undefined): boolean {
  if (types === undefined) return false;
  const context = `${contextOf(stored)}.`;
  for (const type of types) if (type.startsWith(context)) return false;
  return true;
}

function contextOf(type: string): string {
  return type.slice(0, type.indexOf('.'));
}

/** Reading a long log from memory or a file waits for nothing: others would not get a turn. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
