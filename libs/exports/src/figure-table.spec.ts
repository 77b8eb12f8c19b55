import { describe, expect, it } from '@jest/globals';
import { ReplayRunning } from '@plumbline/views';
import { ExportCut } from './exporter.ts';
import { onceReplayed, replayAsksMax } from './figure-table.ts';

/** An earlier state that is put together after so many asks. */
function replayedAfter(asks: number) {
  let asked = 0;
  return async () => {
    asked += 1;
    if (asked < asks) throw new ReplayRunning(asked / asks);
    return asked;
  };
}

describe('figures of an earlier state', () => {
  const { signal } = new AbortController();

  it('are waited for until it is put together', async () => {
    expect(await onceReplayed(signal, replayedAfter(1))).toBe(1);
    expect(await onceReplayed(signal, replayedAfter(replayAsksMax))).toBe(replayAsksMax);
  });

  it('are refused once that takes too long', async () => {
    const never = onceReplayed(signal, replayedAfter(replayAsksMax + 1));
    await expect(never).rejects.toBeInstanceOf(ReplayRunning);
  });

  it('are given up when nobody takes them any more', async () => {
    const cut = onceReplayed(AbortSignal.abort(), replayedAfter(2));
    await expect(cut).rejects.toBeInstanceOf(ExportCut);
  });

  it('are not asked for again where they are refused', async () => {
    let asked = 0;
    const refused = onceReplayed(signal, async () => {
      asked += 1;
      throw new TypeError('No.');
    });
    await expect(refused).rejects.toBeInstanceOf(TypeError);
    expect(asked).toBe(1);
  });
});
