import type { EventLog } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';

/** How often the log is looked at for those who wait: other processes write to it, too. */
export const headPollMs = 250;
/** How long the first commit of a burst waits for the others. */
export const headBurstMs = 50;

/** Tells when the log has something new; one look for all who wait. */
export interface HeadWatch {
  /**
   * Ends when the log has something after a position, when the time is over, or with the signal;
   * which of them it was is for the caller to look at.
   */
  moved(after: Position | null, limits: { ms: number; signal: AbortSignal }): Promise<void>;
  close(): void;
}

interface Waiting {
  readonly after: Position | null;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

export function watchHead(log: Pick<EventLog, 'head' | 'onCommit'>): HeadWatch {
  const waiting = new Set<Waiting>();
  let isLooking = false;
  let wake: () => void = () => undefined;
  const leave = log.onCommit(() => wake());

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, headPollMs);
      wake = () => {
        wake = () => undefined;
        clearTimeout(timer);
        setTimeout(resolve, headBurstMs);
      };
    });

  const look = async (): Promise<void> => {
    isLooking = true;
    while (waiting.size > 0) {
      try {
        const head = (await log.head()) ?? '';
        for (const one of [...waiting]) if (head > (one.after ?? '')) one.resolve();
      } catch (cause) {
        for (const one of [...waiting]) one.reject(cause);
      }
      if (waiting.size > 0) await pause();
    }
    isLooking = false;
  };

  return {
    moved: (after, { ms, signal }) =>
      new Promise((resolve, reject) => {
        const end = (work: () => void) => () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', one.resolve);
          waiting.delete(one);
          work();
        };
        const one: Waiting = {
          after,
          resolve: end(resolve),
          reject: (cause) => end(() => reject(cause as Error))(),
        };
        const timer = setTimeout(one.resolve, ms);
        signal.addEventListener('abort', one.resolve);
        waiting.add(one);
        if (signal.aborted) one.resolve();
        else if (!isLooking) void look();
      }),
    close: () => {
      leave();
      for (const one of [...waiting]) one.resolve();
    },
  };
}
