/**
 * How many a cache of `lru-cache` keeps. Given as its own `max` it makes room for all of them at
 * once: a tenth of a millisecond and tens of kilobytes for each thousand, and most stay empty.
 */
export function atMost(count: number): AtMost {
  return { maxSize: count, sizeCalculation: one };
}

export interface AtMost {
  readonly maxSize: number;
  readonly sizeCalculation: () => number;
}

const one = (): number => 1;
