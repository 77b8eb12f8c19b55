/** How much of what there is one file takes. */
export interface PortionLimits {
  /** Undefined: all of it. */
  readonly rows: number | undefined;
  /** Whether no more may be taken, however few rows there were; asked before each batch. */
  readonly isFull: () => boolean;
}

/** What one file takes, counted as it is taken. */
export interface Portion<Item> {
  batches(): AsyncGenerator<readonly Item[]>;
  readonly rows: number;
  readonly last: Item | undefined;
  /** There is more than the file takes; known once all of its batches are through. */
  readonly isMore: boolean;
}

export function portionOf<Item>(
  all: AsyncIterable<readonly Item[]>,
  { rows: rowsMax = Number.POSITIVE_INFINITY, isFull }: PortionLimits,
): Portion<Item> {
  const taken: { rows: number; last: Item | undefined; isMore: boolean } = {
    ...{ rows: 0, last: undefined, isMore: false },
  };
  async function* batches() {
    for await (const batch of all) {
      if (batch.length === 0) continue;
      const left = isFull() ? 0 : rowsMax - taken.rows;
      const items = batch.length > left ? batch.slice(0, left) : batch;
      taken.rows += items.length;
      taken.last = items.at(-1) ?? taken.last;
      taken.isMore = items.length < batch.length;
      if (items.length > 0) yield items;
      if (taken.isMore) return;
    }
  }
  return {
    batches,
    get rows() {
      return taken.rows;
    },
    get last() {
      return taken.last;
    },
    get isMore() {
      return taken.isMore;
    },
  };
}
