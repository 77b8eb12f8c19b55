/**
 * The clock that is turned on here is that of jest's own globals.
 * @jest-environment node
 */

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createTurns } from './turns.ts';

const intervalMs = 1_000;
const retryMs = 100;

describe('turns by time', () => {
  let taken: number;
  let isReady: boolean;
  let take: () => Promise<void>;
  const begun = () => {
    const turns = createTurns({
      ...{ access: { isReady: () => isReady }, intervalMs, retryMs },
      take: async () => {
        taken += 1;
        await take();
      },
    });
    turns.start();
    return turns;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    taken = 0;
    isReady = true;
    take = async () => undefined;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are taken at once, and again after the interval', async () => {
    const turns = begun();
    await jest.advanceTimersByTimeAsync(0);
    expect(taken).toBe(1);
    await jest.advanceTimersByTimeAsync(intervalMs - 1);
    expect(taken).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(taken).toBe(2);
    await turns.stop();
  });

  it('wait until it is known who there is, and look for that sooner', async () => {
    isReady = false;
    const turns = begun();
    await jest.advanceTimersByTimeAsync(intervalMs);
    expect(taken).toBe(0);
    isReady = true;
    await jest.advanceTimersByTimeAsync(retryMs);
    expect(taken).toBe(1);
    await turns.stop();
  });

  it('go on after one that failed, sooner', async () => {
    take = async () => {
      throw new Error('away');
    };
    const turns = begun();
    await jest.advanceTimersByTimeAsync(retryMs);
    expect(taken).toBe(2);
    await turns.stop();
  });

  it('end with the turn in hand', async () => {
    let end: (() => void) | undefined;
    take = () => new Promise((resolve) => (end = resolve));
    const turns = begun();
    await jest.advanceTimersByTimeAsync(0);
    let isOver = false;
    const stopping = turns.stop().then(() => (isOver = true));
    await jest.advanceTimersByTimeAsync(intervalMs);
    expect([turns.isStopped(), isOver]).toEqual([true, false]);
    end?.();
    await stopping;
    await jest.advanceTimersByTimeAsync(10 * intervalMs);
    expect(taken).toBe(1);
  });

  it('are none when stopped before the first', async () => {
    const turns = begun();
    await turns.stop();
    await jest.advanceTimersByTimeAsync(intervalMs);
    expect(taken).toBe(0);
  });
});
