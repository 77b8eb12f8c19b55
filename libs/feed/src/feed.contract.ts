import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { manualClock, type Position } from '@plumbline/kernel';
import type { Feed, PublishedFact } from './feed.ts';
import type { Gate } from './gate.ts';
import type { Places } from './tail.ts';

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

export function memoryPlaces(): Places {
  const places = new Map<string, Position>();
  return {
    place: async (reader) => places.get(reader) ?? null,
    savePlace: async (reader, position) => {
      places.set(reader, position);
    },
  };
}

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

export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** What every adapter of the port must keep. */
export function feedContract(name: string, open: (source: Source, places: Places) => Feed): void {
  describe(`the feed contract: ${name}`, () => {
    let from: Source;
    let places: Places;
    beforeEach(() => {
      from = source();
      places = memoryPlaces();
    });
    const seen: number[] = [];
    afterEach(() => {
      seen.length = 0;
    });
    const see = (facts: readonly PublishedFact[]) => {
      for (const { data } of facts) seen.push((data as { n: number }).n);
    };
    const one = 'open.counter-acme.1';

    it('delivers what is there, and what comes, in the order of the log', async () => {
      for (const n of [1, 2, 3]) await from.record(one, n);
      const subscription = open(from, places).subscribe('g', async ({ facts }) => see(facts));
      await until(() => seen.length === 3);
      await from.record('open.counter-acme.2', 4);
      await until(() => seen.length === 4);
      expect(seen).toEqual([1, 2, 3, 4]);
      await subscription.close();
    });

    it('goes on where its group was, and starts anew for another group', async () => {
      await from.record(one, 1);
      const feed = open(from, places);
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
      const subscription = open(from, places).subscribe('g', async ({ facts }) => {
        see(facts);
        if ((times += 1) < 3) throw new Error('not now');
      });
      await until(() => times === 3);
      expect(seen).toEqual([1, 1, 1]);
      await subscription.close();
      expect(subscription.progress().position).toBe(await from.log.head());
    });

    it('keeps back what the gate keeps back, and gets past it', async () => {
      await from.record(one, 1, 'open.Private.v1');
      await from.record('shut.counter-acme.1', 2, 'shut.Counted.v1');
      await from.record(one, 3);
      const subscription = open(from, places).subscribe('g', async ({ facts }) => see(facts));
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
      const subscription = open(from, places).subscribe('g', handle, only);
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
      const subscription = open(from, places).subscribe('g', async ({ facts }) => {
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
      expect(await places.place('feed:g')).not.toBeNull();
    });
  });
}
