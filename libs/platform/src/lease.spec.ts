import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '@plumbline/kernel/testing';
import { holdWhileLeased, memoryLeases, type Held, type Leases } from './lease.ts';

const leaseMs = 60;
/** Time passes only where a test says so: a machine that is busy loses no lease. */
const clock = { now: 0 };
const now = () => clock.now;
const held: Held[] = [];
afterEach(async () => {
  await Promise.all(held.splice(0).map((one) => one.stop()));
});

/** A process that notes when it begins to work and when it ends. */
function worker(leases: Leases, holder: string) {
  const notes: string[] = [];
  const errors: unknown[] = [];
  const state = { working: false, lost: () => undefined as void };
  const one = holdWhileLeased({
    ...{ leases, name: 'work', holder, leaseMs, now },
    start: async (lost) => {
      notes.push('begins');
      Object.assign(state, { working: true, lost });
      return async () => {
        notes.push('ends');
        state.working = false;
      };
    },
    onError: (cause) => errors.push(cause),
  });
  held.push(one);
  return { notes, errors, state, stop: () => one.stop() };
}

describe('work under a lease', () => {
  it('is done by one, and by another one when that one ends', async () => {
    const own = memoryLeases(now);
    const asked: string[] = [];
    const leases: Leases = {
      ...own,
      hold: (name, holder, ms) => {
        asked.push(holder);
        return own.hold(name, holder, ms);
      },
    };
    const first = worker(leases, 'first');
    await until(() => first.state.working);
    const second = worker(leases, 'second');
    await until(() => asked.filter((holder) => holder === 'second').length > 2);
    expect([first.state.working, second.state.working]).toEqual([true, false]);
    await first.stop();
    await until(() => second.state.working);
    expect(first.notes).toEqual(['begins', 'ends']);
  });

  it('ends when the name is held by another one', async () => {
    const leases = memoryLeases(now);
    const one = worker(leases, 'one');
    await until(() => one.state.working);
    clock.now += leaseMs;
    expect(await leases.hold('work', 'other', leaseMs)).toBe(true);
    await until(() => !one.state.working);
    expect(one.notes).toEqual(['begins', 'ends']);
  });

  it('goes on for the time of the lease while it cannot be asked, and ends with it', async () => {
    const own = memoryLeases(now);
    const state = { away: false };
    const leases: Leases = {
      ...own,
      hold: async (...asked) => {
        if (state.away) throw new Error('away');
        return own.hold(...asked);
      },
    };
    const one = worker(leases, 'one');
    await until(() => one.state.working);
    state.away = true;
    await until(() => one.errors.length > 0);
    expect(one.state.working).toBe(true);
    clock.now += leaseMs;
    await until(() => !one.state.working);
    state.away = false;
    await until(() => one.state.working);
  });

  it('is begun anew by its holder when another one had taken it over meanwhile', async () => {
    const one = worker(memoryLeases(now), 'one');
    await until(() => one.state.working);
    one.state.lost();
    await until(() => one.notes.length === 3);
    expect(one.notes).toEqual(['begins', 'ends', 'begins']);
  });

  it('that cannot be begun is tried again', async () => {
    const leases = memoryLeases(now);
    const tries: number[] = [];
    const errors: unknown[] = [];
    const one = holdWhileLeased({
      ...{ leases, name: 'work', holder: 'one', leaseMs, now },
      start: async () => {
        tries.push(1);
        if (tries.length < 3) throw new Error('not yet');
        return async () => undefined;
      },
      onError: (cause) => errors.push(cause),
    });
    held.push(one);
    await until(() => tries.length === 3);
    expect(errors).toHaveLength(2);
  });
});
