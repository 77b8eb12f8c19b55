/** Puts what comes at once together, so that it is worked on as one. */
export interface Gathering<Item, Result> {
  /** The item's own result. */
  add(item: Item): Promise<Result>;
}

export interface GatheringOptions<Item, Result> {
  /** Items of different groups are never put together. */
  readonly groupOf: (item: Item) => string;
  readonly sizeOf: (item: Item) => number;
  readonly sizeMax: number;
  readonly countMax: number;
  /** One result for each item, in their order. */
  readonly work: (items: readonly Item[]) => Promise<readonly Result[]>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * While a group is worked on, what comes for it waits, and is then taken together, in its order, as
 * much of it as fits. What works on one alone takes no longer than without a gathering.
 */
export function createGathering<Item, Result>(
  options: GatheringOptions<Item, Result>,
): Gathering<Item, Result> {
  const { groupOf, sizeOf, sizeMax, countMax, work } = options;
  const groups = new Map<string, Waiting<Item, Result>[]>();

  const takeFrom = (waiting: Waiting<Item, Result>[]): Waiting<Item, Result>[] => {
    let size = 0;
    let count = 0;
    for (const { item } of waiting) {
      size += sizeOf(item);
      // The first is taken in any case: if it is too large, its work will say so.
      if (count > 0 && (size > sizeMax || count >= countMax)) break;
      count += 1;
    }
    return waiting.splice(0, count);
  };

  const run = async (group: string, waiting: Waiting<Item, Result>[]): Promise<void> => {
    while (waiting.length > 0) {
      // Who comes in the same turn of the event loop comes along.
      await new Promise((resolve) => setImmediate(resolve));
      const together = takeFrom(waiting);
      try {
        const results = await work(together.map(({ item }) => item));
        for (const [index, { resolve }] of together.entries()) resolve(results[index] as Result);
      } catch (cause) {
        for (const { reject } of together) reject(cause);
      }
    }
    groups.delete(group);
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        const group = groupOf(item);
        const waiting = groups.get(group);
        if (waiting !== undefined) {
          waiting.push({ item, resolve, reject });
          return;
        }
        const begun = [{ item, resolve, reject }];
        groups.set(group, begun);
        void run(group, begun);
      }),
  };
}
