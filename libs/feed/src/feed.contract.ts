import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { manualClock, type Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import type { Feed, PublishedFact } from './feed.ts';
import type { Gate } from './gate.ts';

/** A gate for tests: facts of `open.*` pass as they are, `open.Private` does not. */
export const openGate: Gate = {
  context: 'open',
  publish: (stored) => {
    if (stored.type.includes('Private')) return null;
    const { id, type, tenant, stream, revision, position } = stored;
    const data: unknown = JSON.parse(stored.body);
    const times = {
      recordedAt: '2026-07-01T00:00:00.000Z',
      effectiveAt: '2026-07-01T00:00:00.000Z',
    };
    const by = { actor: 'ada', correlationId: id, causationId: id };
    return { id, type, tenant, stream, revision, position, ...times, ...by, data };
  },
};

export interface Source {
  readonly log: EventLog;
  record(stream: string, n: number, type?: string): Promise<void>;
}

/** A log with facts that are numbered, to see their order by. */
export function source(): Source {
  const log = openMemoryLog({ clock: manualClock('2026-07-01T00:00:00.000Z') });
  let recorded = 0;
  return {
    log,
    record: async (stream, n, type = 'open.Counted.v1') => {
      const head = (await log.read(stream)).length - 1;
      const commandId = `c${(recorded += 1)}`;
      const facts = [{ id: commandId, type, body: JSON.stringify({ n }) }];
      const expected = head < 0 ? ('none' as const) : head;
      await log.append({ tenant: 'acme', stream, expected, facts, commandId, fingerprint: 'f' });
    },
  };
}

/** An adapter over a source, as the contract looks at it. */
export interface Opened {
  readonly feed: Feed;
  /** Where a group would go on. */
  placeOf(group: string): Promise<Position | null>;
  /** Every reader that something is kept of. */
  kept(): Promise<readonly string[]>;
  close?(): Promise<void>;
}

/** What every adapter of the port must keep. */
export function feedContract(
  name: string,
  open: (source: Source) => Opened | Promise<Opened>,
): void {
  describe(`the feed contract: ${name}`, () => {
    let from: Source;
    let opened: Opened;
    beforeEach(async () => {
      from = source();
      opened = await open(from);
    });
    const seen: number[] = [];
    afterEach(async () => {
      await opened.close?.();
      seen.length = 0;
    });
    const see = (facts: readonly PublishedFact[]) => {
      for (const { data } of facts) seen.push((data as { n: number }).n);
    };
    const one = 'open.counter-acme.1';

    it('delivers what is there, and what comes, in the order of the log', async () => {
      for (const n of [1, 2, 3]) await from.record(one, n);
      const subscription = opened.feed.subscribe('g', async ({ facts }) => see(facts));
      await until(() => seen.length === 3);
      await from.record('open.counter-acme.2', 4);
      await until(() => seen.length === 4);
      expect(seen).toEqual([1, 2, 3, 4]);
      await subscription.close();
    });

    it('goes on where its group was, and starts anew for another group', async () => {
      await from.record(one, 1);
      const { feed } = opened;
      const first = feed.subscribe('g', async ({ facts }) => see(facts));
      await until(() => seen.length === 1);
      await first.close();
      await from.record(one, 2);
      const again = feed.subscribe('g', async ({ facts }) => see(facts));
      await until(() => seen.length === 2);
      const other = feed.subscribe('h', async ({ facts }) => see(facts));
      await until(() => seen.length === 4);
      expect(seen).toEqual([1, 2, 1, 2]);
      await Promise.all([again.close(), other.close()]);
    });

    it('delivers a page again when its handler throws', async () => {
      await from.record(one, 1);
      let times = 0;
      const subscription = opened.feed.subscribe('g', async ({ facts }) => {
        see(facts);
        if ((times += 1) < 3) throw new Error('not now');
      });
      await until(() => times === 3);
      expect(seen).toEqual([1, 1, 1]);
      const head = await from.log.head();
      await until(() => subscription.progress().position === head);
      await subscription.close();
    });

    it('keeps back what the gate keeps back, and gets past it', async () => {
      await from.record(one, 1, 'open.Private.v1');
      await from.record('shut.counter-acme.1', 2, 'shut.Counted.v1');
      await from.record(one, 3);
      const subscription = opened.feed.subscribe('g', async ({ facts }) => see(facts));
      await until(() => seen.length === 1);
      expect(seen).toEqual([3]);
      await from.record(one, 4, 'open.Private.v1');
      const head = await from.log.head();
      await until(() => subscription.progress().position === head);
      await subscription.close();
    });

    it('gives a reader only the types that it asks for, and gets it past the others', async () => {
      for (const n of [1, 2]) await from.record(one, n, 'open.Other.v1');
      await from.record(one, 3);
      await from.record(one, 4, 'open.Other.v1');
      const handle = async ({ facts }: { facts: readonly PublishedFact[] }) => see(facts);
      const only = new Set(['open.Counted.v1']);
      const subscription = opened.feed.subscribe('g', handle, only);
      const head = await from.log.head();
      await until(() => subscription.progress().position === head);
      expect(seen).toEqual([3]);
      await subscription.close();
    });

    it('stops after the page in hand', async () => {
      await from.record(one, 1);
      let letGo = () => undefined as unknown;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const subscription = opened.feed.subscribe('g', async ({ facts }) => {
        see(facts);
        await held;
      });
      await until(() => seen.length === 1);
      const closing = subscription.close();
      await from.record(one, 2);
      letGo();
      await closing;
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(seen).toEqual([1]);
      expect(await opened.placeOf('g')).not.toBeNull();
    });

    const counted = new Set(['open.Counted.v1']);

    it('follows from the very beginning, each time anew, only what is asked for', async () => {
      await from.record(one, 1);
      await from.record(one, 2, 'open.Other.v1');
      const { feed } = opened;
      const first = feed.follow(counted, async ({ facts }) => see(facts));
      await until(() => seen.length === 1);
      await from.record('open.counter-acme.2', 3);
      await until(() => seen.length === 2);
      const other = feed.follow(counted, async ({ facts }) => see(facts));
      await until(() => seen.length === 4);
      await Promise.all([first.close(), other.close()]);
      await from.record(one, 4);
      const again = feed.follow(counted, async ({ facts }) => see(facts));
      await until(() => seen.length === 7);
      expect(seen).toEqual([1, 3, 1, 3, 1, 3, 4]);
      await again.close();
    });

    it('follows in the order of the log, past what is kept back and what is not asked for', async () => {
      for (let n = 1; n <= 20; n += 1) {
        await from.record(`open.counter-acme.${n % 3}`, n);
        await from.record(one, n, n % 2 === 0 ? 'open.Private.v1' : 'open.Other.v1');
        await from.record('shut.counter-acme.1', n, 'shut.Counted.v1');
      }
      const following = opened.feed.follow(counted, async ({ facts }) => see(facts));
      const head = await from.log.head();
      await until(() => following.progress().position === head);
      expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      await following.close();
    });

    it('follows a page again when its handler throws, and nothing is left out', async () => {
      for (const n of [1, 2, 3, 4, 5]) await from.record(one, n);
      let times = 0;
      const following = opened.feed.follow(counted, async ({ facts }) => {
        if ((times += 1) === 2) throw new Error('not now');
        see(facts);
      });
      const head = await from.log.head();
      await until(() => following.progress().position === head);
      expect(times).toBeGreaterThan(2);
      expect(seen).toEqual([1, 2, 3, 4, 5]);
      await following.close();
    });

    it('tells a follower when it has caught up with what was there at the start', async () => {
      for (const n of [1, 2, 3, 4, 5]) await from.record(`open.counter-acme.${n}`, n);
      const head = await from.log.head();
      const before = opened.feed.subscribe('g', async () => {});
      await until(() => before.progress().position === head);
      let letGo = () => undefined as unknown;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const following = opened.feed.follow(counted, async ({ facts }) => {
        await held;
        see(facts);
      });
      expect(await following.isCaughtUp()).toBe(false);
      letGo();
      while (!(await following.isCaughtUp()))
        await new Promise((resolve) => setTimeout(resolve, 5));
      expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5]);
      await Promise.all([before.close(), following.close()]);
    });

    it('tells a follower of nothing that there is nothing to catch up with', async () => {
      const following = opened.feed.follow(counted, async ({ facts }) => see(facts));
      while (!(await following.isCaughtUp()))
        await new Promise((resolve) => setTimeout(resolve, 5));
      await following.close();
    });

    it('keeps nothing of who followed', async () => {
      await from.record(one, 1);
      const subscription = opened.feed.subscribe('g', async ({ facts }) => see(facts));
      const following = opened.feed.follow(counted, async ({ facts }) => see(facts));
      await until(() => seen.length === 2);
      await Promise.all([subscription.close(), following.close()]);
      expect(await opened.kept()).toEqual(['g']);
    });
  });
}
