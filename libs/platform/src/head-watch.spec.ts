import { describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { watchHead } from './head-watch.ts';

const at = (no: number) => String(no).padStart(20, '0') as Position;

function logAt(first: number) {
  const listeners = new Set<() => void>();
  const log = { no: first, looks: 0, isBroken: false, isQuiet: false };
  return {
    log,
    port: {
      head: async () => {
        log.looks += 1;
        if (log.isBroken) throw new Error('The log is away.');
        return log.no === 0 ? null : at(log.no);
      },
      onCommit: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    listeners,
    commit: () => {
      log.no += 1;
      if (!log.isQuiet) for (const listener of listeners) listener();
    },
  };
}

const never = new AbortController().signal;
/** Not because a wait of a minute was over. A machine may stand still, but not for so long. */
const soonMs = 30_000;
const timed = async (work: Promise<void>): Promise<number> => {
  const began = performance.now();
  await work;
  return performance.now() - began;
};

describe('the watch of the head', () => {
  it('ends at once when the log is further already', async () => {
    const watch = watchHead(logAt(2).port);
    expect(await timed(watch.moved(at(1), { ms: 60_000, signal: never }))).toBeLessThan(soonMs);
    expect(await timed(watch.moved(null, { ms: 60_000, signal: never }))).toBeLessThan(soonMs);
  });

  it.each([false, true])('ends with the next commit, also of another process (%s)', async (far) => {
    const { port, log, commit } = logAt(0);
    log.isQuiet = far;
    const watch = watchHead(port);
    const waiting = timed(watch.moved(null, { ms: 60_000, signal: never }));
    setTimeout(commit, 20);
    expect(await waiting).toBeLessThan(soonMs);
  });

  it('ends when the time is over, or the reader is gone, or it is closed', async () => {
    const { port, listeners } = logAt(1);
    const watch = watchHead(port);
    expect(await timed(watch.moved(at(1), { ms: 30, signal: never }))).toBeLessThan(soonMs);
    const gone = new AbortController();
    const waiting = [
      timed(watch.moved(at(1), { ms: 60_000, signal: gone.signal })),
      timed(watch.moved(at(1), { ms: 60_000, signal: never })),
    ];
    gone.abort();
    expect(await waiting[0]).toBeLessThan(soonMs);
    watch.close();
    expect(await waiting[1]).toBeLessThan(soonMs);
    expect(listeners.size).toBe(0);
    expect(await timed(watch.moved(at(1), { ms: 60_000, signal: gone.signal }))).toBeLessThan(
      soonMs,
    );
  });

  it('looks once for all who wait', async () => {
    const { port, log, commit } = logAt(1);
    const watch = watchHead(port);
    const waiting = Array.from({ length: 100 }, () =>
      watch.moved(at(1), { ms: 60_000, signal: new AbortController().signal }),
    );
    setTimeout(commit, 20);
    await Promise.all(waiting);
    expect(log.looks).toBeLessThan(5);
  });

  it('tells all who wait that the log cannot be read, and looks again for the next one', async () => {
    const { port, log } = logAt(1);
    log.isBroken = true;
    const watch = watchHead(port);
    const asking = { ms: 60_000, signal: never };
    await expect(watch.moved(at(1), asking)).rejects.toThrow('The log is away.');
    log.isBroken = false;
    await watch.moved(null, asking);
  });
});
