import { describe, expect, it } from '@jest/globals';
import { memoryPlaces, type PublishedFact } from '@plumbline/feed';
import { tailFeed } from '@plumbline/feed/tail';
import type { Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { directoryGate, directoryLog } from './access.testing.ts';
import { followTenants } from './follow.ts';

const type = 'directory.PersonJoined.v1';
const types = new Set([type]);

/** Keeps the people of a tenant in the order in which they were applied. */
function people(applied: (fact: PublishedFact) => void = () => undefined) {
  const all: string[] = [];
  return {
    all,
    apply: (fact: PublishedFact) => {
      applied(fact);
      all.push((fact.data as { person: string }).person);
    },
  };
}

function followed(
  log: ReturnType<typeof directoryLog>['log'],
  applied?: (fact: PublishedFact) => void,
  crashPoint: (name: string) => void = () => undefined,
) {
  const gates = [directoryGate];
  const feed = tailFeed({
    log,
    gates,
    places: memoryPlaces(),
    pageFacts: 2,
    pollMs: 5,
    crashPoint,
  });
  return followTenants({ feed, types, create: () => people(applied) });
}

describe('following the facts of every tenant', () => {
  it('is ready once what was there at the start is applied, and goes on', async () => {
    const { log, record } = directoryLog();
    for (const person of ['ada', 'bo', 'cy']) await record('acme', type, { person });
    const tenants = followed(log);
    expect(tenants.isReady()).toBe(false);
    await tenants.ready();
    expect(tenants.isReady()).toBe(true);
    expect(tenants.of('acme').all).toEqual(['ada', 'bo', 'cy']);
    await record('acme', type, { person: 'di' });
    const position = (await log.head()) as Position;
    expect(tenants.passed(position)).toBe(false);
    await until(() => tenants.passed(position));
    expect(tenants.of('acme').all).toEqual(['ada', 'bo', 'cy', 'di']);
    expect(tenants.position()).toBe(position);
    await tenants.close();
  });

  it('is ready at once over a log without facts', async () => {
    const tenants = followed(directoryLog().log);
    await tenants.ready();
    expect(tenants.of('acme').all).toEqual([]);
    await tenants.close();
  });

  it('keeps tenants apart', async () => {
    const { log, record } = directoryLog();
    for (const n of [1, 2, 3, 4]) {
      await record('acme', type, { person: `a${n}` });
      await record('zeta', type, { person: `z${n}` });
    }
    const tenants = followed(log);
    await tenants.ready();
    expect(tenants.of('acme').all).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(tenants.of('zeta').all).toEqual(['z1', 'z2', 'z3', 'z4']);
    expect(tenants.of('nobody').all).toEqual([]);
    // Whom it was asked about is no tenant by that.
    expect(tenants.tenants().toSorted()).toEqual(['acme', 'zeta']);
    await tenants.close();
  });

  it('begins anew after a restart, and knows the same', async () => {
    const { log, record } = directoryLog();
    for (const person of ['ada', 'bo', 'cy']) await record('acme', type, { person });
    const first = followed(log);
    await first.ready();
    await first.close();
    await record('acme', type, { person: 'di' });
    const second = followed(log);
    await second.ready();
    expect(second.of('acme').all).toEqual(['ada', 'bo', 'cy', 'di']);
    await second.close();
  });

  it('applies nothing twice, wherever a page is cut off', async () => {
    const { log, record } = directoryLog();
    for (const n of [1, 2, 3, 4, 5, 6]) await record('acme', type, { person: `a${n}` });
    // Once in the middle of a page, and once after each page, before its place is known.
    let [applications, pages] = [0, 0];
    const applied = () => {
      if ((applications += 1) === 2) throw new Error('cut off');
    };
    const crashPoint = () => {
      if ((pages += 1) % 2 === 1) throw new Error('cut off');
    };
    const tenants = followed(log, applied, crashPoint);
    await tenants.ready();
    expect(tenants.of('acme').all).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    expect(applications).toBe(7);
    expect(pages).toBeGreaterThan(5);
    await tenants.close();
  });

  it('tells who waits when it is closed before it was ready', async () => {
    const { log, record } = directoryLog();
    await record('acme', type, { person: 'ada' });
    const tenants = followed(log, () => {
      throw new Error('never');
    });
    const waiting = tenants.ready();
    await tenants.close();
    await expect(waiting).rejects.toThrow('closed before');
    expect(tenants.isReady()).toBe(false);
  });
});
