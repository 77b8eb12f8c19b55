import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '@plumbline/cli';
import { serve, type Served } from './support/served.ts';

describe('the demo', () => {
  let served: Served;

  beforeAll(async () => {
    served = await serve();
  }, 60_000);

  afterAll(() => served?.close());

  const play = async () => {
    const said = { out: '', err: '' };
    const where = ['--url', served.url, '--data-dir', served.folder];
    const code = await run(['demo', '--today', '2025-06-20', '--json', ...where], {
      out: { write: (text) => (said.out += text) },
      err: { write: (text) => (said.err += text) },
      env: {},
      isTerminal: false,
      clock: { now: () => Date.now() },
      signal: new AbortController().signal,
    });
    if (code !== 0) throw new Error(said.err);
    return JSON.parse(said.out) as {
      steps: number;
      byCommand: Record<string, number>;
      periods: { name: string; goals: number }[];
      link: string;
    };
  };

  it('plays every command through the real routes, and changes nothing when played again', async () => {
    const played = await play();
    expect(played.steps).toBeGreaterThan(1_000);
    expect(played.periods.map(({ name }) => name).toSorted()).toEqual([
      ...['2024-Q4', '2025-Q1', '2025-Q2'],
    ]);
    const goals = played.periods.reduce((sum, period) => sum + period.goals, 0);
    expect(goals).toBe(played.byCommand['draft']);
    expect(played.link).toMatch(`${served.url}/#token=`);
    const head = await served.head();
    expect((await play()).steps).toBe(played.steps);
    expect(await served.head()).toBe(head);
  }, 60_000);
});
