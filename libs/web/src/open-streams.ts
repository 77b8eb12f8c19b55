import type { ServerResponse } from 'node:http';
import { Fault } from '@plumbline/kernel';
import { Gauge, type Registry } from 'prom-client';

/** Answers that last: how many there may be at once, and how long one may do nothing. */
export interface StreamLimits {
  /** In one process. */
  readonly streamsMax: number;
  /** Of one caller: nobody keeps all others out. */
  readonly streamsOfCallerMax: number;
  /** How long a piece may wait to be taken by its reader. */
  readonly untakenMsMax: number;
  /** How long an answer may take to end when the server closes. */
  readonly endingMsMax: number;
}

export const streamLimits: StreamLimits = {
  streamsMax: 128,
  streamsOfCallerMax: 16,
  untakenMsMax: 60_000,
  endingMsMax: 500,
};

export const streamKinds = ['poll', 'events', 'export'] as const;
export type StreamKind = (typeof streamKinds)[number];

/** As many read as this process serves at once, or as one caller may. */
export class TooManyReaders extends Fault {
  readonly code = 'stream/too-many-readers';
  readonly retriable = true;
}

/** One answer that lasts. */
export interface OpenStream {
  /** The reader is gone, or the server closes: to be ended. */
  readonly signal: AbortSignal;
  /** Pieces as they come, each of which the reader has to take within a bounded time. */
  taken<Piece>(pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece>;
  end(): void;
}

export interface OpenStreams {
  /** Throws `TooManyReaders` beyond the limits. */
  open(kind: StreamKind, caller: string, response: ServerResponse): OpenStream;
  /** Every answer ends now; one whose reader does not take it is cut. */
  close(): void;
}

/** Without a registry, nobody counts them. */
export function openStreams(
  registry: Registry | undefined,
  given: Partial<StreamLimits> = {},
): OpenStreams {
  const limits = { ...streamLimits, ...given };
  const open = new Set<{ readonly kind: StreamKind; readonly caller: string; cut(): void }>();
  let isClosing = false;
  const countOf = (member: 'kind' | 'caller', value: string) =>
    [...open].filter((one) => one[member] === value).length;
  new Gauge({
    name: 'plumbline_fact_streams_open',
    help: 'Answers of the stream of facts that last, by kind.',
    labelNames: ['kind'] as const,
    registers: registry === undefined ? [] : [registry],
    collect() {
      for (const kind of streamKinds) this.set({ kind }, countOf('kind', kind));
    },
  });

  return {
    open: (kind, caller, response) => {
      if (open.size >= limits.streamsMax) {
        throw new TooManyReaders(`This server serves ${limits.streamsMax} readers at once.`);
      }
      if (countOf('caller', caller) >= limits.streamsOfCallerMax) {
        throw new TooManyReaders(`One caller reads ${limits.streamsOfCallerMax} times at once.`);
      }
      const ending = new AbortController();
      const cut = () => {
        ending.abort();
        setTimeout(() => destroy(response), limits.endingMsMax).unref();
      };
      const one = { kind, caller, cut };
      open.add(one);
      const end = () => {
        open.delete(one);
        ending.abort();
      };
      response.once('close', end);
      if (response.destroyed) end();
      if (isClosing) cut();
      return {
        signal: ending.signal,
        taken: (pieces) => takenIn(pieces, response, limits.untakenMsMax),
        end,
      };
    },
    close: () => {
      isClosing = true;
      for (const { cut } of [...open]) cut();
    },
  };
}

/** A piece is taken once the next one is asked for. */
async function* takenIn<Piece>(
  pieces: AsyncGenerator<Piece>,
  response: ServerResponse,
  ms: number,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    const timer = setTimeout(() => destroy(response), ms);
    try {
      yield piece;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** An answer that is through has no connection any more that were its own. */
function destroy(response: ServerResponse): void {
  if (!response.writableFinished) response.destroy();
}
