/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export interface Clock {
  now(): EpochMs;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock for tests: it stands still until it is told to move. */
export interface ManualClock extends Clock {
  set(instant: string): void;
  advance(ms: number): void;
}

export function manualClock(instant: string): ManualClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set: (next) => {
      now = Date.parse(next);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}
