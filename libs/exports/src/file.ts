import { createHash } from 'node:crypto';
import type { Position } from '@plumbline/kernel';
import { piecesIn, type Content, type Manner } from './formats.ts';
import { portionOf, type Portion } from './portion.ts';

/** A part ends with the batch that makes it as large as this: it is held until it is whole. */
export const partBytesMax = 16 * 1024 * 1024;

/** A slow reader keeps no more waiting than a few of these. */
export const pieceBytesMax = 64 * 1024;

/** What is exported: items in an order, each with a place after which one can go on. */
export interface Source<Item> extends Content<Item> {
  /** Facts of a context as in `facts/goals`, or a table as in `tables/goals`. */
  readonly what: string;
  /** Up to where it holds everything; null: nothing is recorded yet. */
  readonly position: Position | null;
  /** The parameters by which the same is got again, whatever is recorded meanwhile. */
  readonly pinned: Readonly<Record<string, string>>;
  /** Others may get other rows: it has no tag by which it were known to be the same. */
  readonly isOfCaller?: boolean;
  /** All of it, in order. Throws when it must not, or need not, go on. */
  batches(): AsyncIterable<readonly Item[]>;
  placeOf(item: Item): string;
  /** What a file says at its end; `next` is where there is more, after a part. */
  endOf(made: {
    rows: number;
    next: string | undefined;
  }): Readonly<Record<string, string | number | null>>;
}

/** What there was to be said of a file once it was made. */
export interface Made {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256, in hex. */
  readonly hash: string;
}

export interface File {
  pieces: AsyncGenerator<Uint8Array>;
  /** The place after which there is more; known once all pieces are through. */
  next(): string | undefined;
}

/** Makes a file. `recorded` ends before its last piece is given: no whole file is unknown. */
export function fileOf<Item>(
  source: Source<Item>,
  manner: Manner,
  recorded: (made: Made) => Promise<void>,
): File {
  const told = { bytes: 0 };
  const isFull = () => manner.limit !== undefined && told.bytes >= partBytesMax;
  const portion = portionOf(source.batches(), { rows: manner.limit, isFull });
  const next = () => nextOf(source, portion);
  const about = () => source.endOf({ rows: portion.rows, next: next() });
  async function* pieces() {
    const hash = createHash('sha256');
    let held: Uint8Array | undefined;
    for await (const text of piecesIn(manner, source, portion.batches(), about)) {
      const bytes = Buffer.from(text);
      hash.update(bytes);
      told.bytes += bytes.length;
      for (let from = 0; from < bytes.length; from += pieceBytesMax) {
        if (held !== undefined) yield held;
        held = bytes.subarray(from, from + pieceBytesMax);
      }
    }
    await recorded({ rows: portion.rows, bytes: told.bytes, hash: hash.digest('hex') });
    if (held !== undefined) yield held;
  }
  return { pieces: pieces(), next };
}

function nextOf<Item>(source: Source<Item>, { isMore, last }: Portion<Item>): string | undefined {
  return isMore && last !== undefined ? source.placeOf(last) : undefined;
}
