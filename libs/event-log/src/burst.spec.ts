/**
 * The clock that is turned on here is that of jest's own globals.
 * @jest-environment node
 */

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { burstHintsMany, burstMs, burstMsMax, createBurst } from './burst.ts';

describe('a burst', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const begun = () => {
    let done = 0;
    const burst = createBurst(() => (done += 1));
    const hints = (count: number) => Array.from({ length: count }, () => burst.hint());
    return { burst, hints, done: () => done };
  };

  it('of one is worked on after a moment, once', () => {
    const { hints, done } = begun();
    hints(1);
    jest.advanceTimersByTime(burstMs - 1);
    expect(done()).toBe(0);
    jest.advanceTimersByTime(1);
    expect(done()).toBe(1);
    jest.advanceTimersByTime(burstMsMax);
    expect(done()).toBe(1);
  });

  it.each([
    [burstHintsMany - 1, burstMs],
    [burstHintsMany, burstMsMax],
  ])('of %i makes the next one wait for %i ms', (many, waitMs) => {
    const { hints, done } = begun();
    hints(many);
    jest.advanceTimersByTime(burstMs);
    expect(done()).toBe(1);
    hints(1);
    jest.advanceTimersByTime(waitMs - 1);
    expect(done()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(done()).toBe(2);
    // Few came: the next one waits shortly again.
    hints(1);
    jest.advanceTimersByTime(burstMs);
    expect(done()).toBe(3);
  });

  it('that is stopped is worked on no more', () => {
    const { burst, hints, done } = begun();
    hints(2);
    burst.stop();
    jest.advanceTimersByTime(burstMsMax);
    expect(done()).toBe(0);
    hints(1);
    jest.advanceTimersByTime(burstMsMax);
    expect(done()).toBe(1);
  });
});
