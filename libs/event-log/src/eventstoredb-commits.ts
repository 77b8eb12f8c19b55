import type { AllStreamSubscription, ResolvedEvent } from '@eventstore/db-client';
import type { Position } from '@plumbline/kernel';
import type { EventStoreCalls } from './eventstoredb-calls.ts';
import { placeOf } from './eventstoredb-reader.ts';

/** The pause before the first attempt to subscribe again; each further one is twice as long. */
export const resubscribeMsMin = 100;
export const resubscribeMsMax = 5_000;

/**
 * Tells listeners of commits: of those of this process at once, of those of others through a
 * subscription, which is there while somebody listens. The client ends a subscription at the first
 * error and never begins it anew; here it goes on after the last event that was told.
 */
export function createCommits(calls: EventStoreCalls, namespace: string) {
  const listeners = new Set<() => void>();
  let told: Position | null = null;
  let failures = 0;
  let subscription: AllStreamSubscription | undefined;
  let again: NodeJS.Timeout | undefined;
  let telling: NodeJS.Immediate | undefined;

  /** Calls the listeners once for all that comes in together. */
  const call = (): void => {
    telling ??= setImmediate(() => {
      telling = undefined;
      for (const listener of listeners) listener();
    });
  };

  const tell = (position: Position): void => {
    // Position order is commit order: who has been told of a later fact finds the earlier ones too.
    if (told !== null && position <= told) return;
    told = position;
    call();
  };

  const begin = (): void => {
    const mine = calls.subscribe(namespace, told);
    subscription = mine;
    mine.on('data', (event: ResolvedEvent) => {
      failures = 0;
      const position = placeOf(event);
      if (subscription === mine && position !== undefined) tell(position);
    });
    // For ever: an error that nobody listens to would end the process.
    mine.on('error', () => retry(mine));
    mine.on('end', () => retry(mine));
  };

  const retry = (failed: AllStreamSubscription): void => {
    if (subscription !== failed) return;
    subscription = undefined;
    const ms = Math.min(resubscribeMsMin * 2 ** failures, resubscribeMsMax);
    failures += 1;
    again = setTimeout(() => {
      begin();
      // Before the first event there is no place to go on from: what came in between is not told.
      if (told === null) call();
    }, ms);
    again.unref();
  };

  const stop = async (): Promise<void> => {
    clearTimeout(again);
    const before = subscription;
    subscription = undefined;
    await before?.unsubscribe().catch(() => undefined);
  };

  return {
    tell,
    onCommit: (listener: () => void) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        told = null;
        begin();
      }
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) void stop();
      };
    },
    stop: async () => {
      listeners.clear();
      await stop();
    },
  };
}
