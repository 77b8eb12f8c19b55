import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
}

/** Each part of the demo has its own numbers, so that a change of one leaves the others. */
export function randomOf(...seed: readonly string[]): Random {
  let state = createHash('sha256').update(seed.join('\u001f')).digest().readUInt32LE(0);
  // Mulberry32: small, fast, and good enough for a play.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    pick: (from) => from[whole(0, from.length - 1)] as (typeof from)[number],
    chance: (share) => next() < share,
  };
}

/** Some minute of a working day, in ms since midnight. */
export function workHour(random: Random): number {
  return random.whole(8 * 60, 17 * 60) * 60_000;
}
