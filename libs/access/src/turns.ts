import type { Access } from './access.ts';

export interface TurnsOptions {
  readonly access: Pick<Access, 'isReady'>;
  /** One turn. What takes long looks at `isStopped` on the way. */
  readonly take: () => Promise<unknown>;
  readonly intervalMs: number;
  /** After a turn that could not be finished, or before the organisation is known. */
  readonly retryMs: number;
}

/** The turns of a policy by time, one after the other. */
export interface Turns {
  start(): void;
  /** Ends when the turn in hand has ended. */
  stop(): Promise<void>;
  isStopped(): boolean;
}

/**
 * Work that is looked for by time, once it is known who there is. A turn that throws is taken again
 * after `retryMs`: what it could not reach says so itself, to those who ask.
 */
export function createTurns({ access, take, intervalMs, retryMs }: TurnsOptions): Turns {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let isStopped = false;

  const msToNext = async (): Promise<number> => {
    if (!access.isReady()) return retryMs;
    try {
      await take();
      return intervalMs;
    } catch {
      return retryMs;
    }
  };

  const takeTurn = async (): Promise<void> => goOn(await msToNext());

  function goOn(ms: number): void {
    if (isStopped) return;
    timer = setTimeout(() => {
      turn = takeTurn();
    }, ms);
    // Nobody waits for a turn: it must not keep a process alive.
    timer.unref();
  }

  return {
    start: () => goOn(0),
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await turn;
    },
    isStopped: () => isStopped,
  };
}
