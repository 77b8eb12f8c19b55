import { describe, expect, it } from '@jest/globals';
import type { ResolvedEvent } from '@eventstore/db-client';
import type { Position } from '@plumbline/kernel';
import { LogUnavailable } from './event-log.ts';
import type { EventStoreCalls } from './eventstoredb-calls.ts';
import { partsOf, positionOf } from './eventstoredb-format.ts';
import { createReader } from './eventstoredb-reader.ts';
import { createPositionAt, createTimeSamples, positionAtEventsMax } from './eventstoredb-times.ts';
import { openMemorySealedParts } from './memory.ts';

/** A $all of so many facts, a second apart, with events of others between them. */
function allOf(count: number): readonly ResolvedEvent[] {
  return Array.from({ length: count }, (_, no) => {
    const isOurs = no % 3 !== 2;
    const about = { tenant: 'acme', commandId: 'c', fingerprint: 'f', attempt: 'a', notBefore: 0 };
    const event = {
      ...{ streamId: isOurs ? 'ours.s' : 'theirs', id: `${no}`, revision: BigInt(no) },
      ...{ type: 'Happened', isJson: false, data: Buffer.from('{}'), metadata: about },
      created: new Date(no * 1_000),
      position: { commit: BigInt(no * 100), prepare: BigInt(no * 100) },
    };
    return { event } as unknown as ResolvedEvent;
  });
}

/** The log's search over it, and how many events it has looked at. */
function searching(all: readonly ResolvedEvent[]) {
  let looked = 0;
  const places = new Map(all.map(({ event }, index) => [event?.id, index]));
  const indexOf = (from: Position) => places.get(`${Number(partsOf(from).commit) / 100}`) ?? 0;
  const calls = {
    readAll: async ({ direction, from, count }, take) => {
      const isForwards = direction === 'forwards';
      const at = from === null ? (isForwards ? 0 : all.length) : indexOf(from);
      const wanted = isForwards
        ? all.slice(at, at + count)
        : all.slice(Math.max(0, at - count), at).toReversed();
      let taken = 0;
      for (const one of wanted) {
        taken += 1;
        looked += 1;
        if (!take(one)) break;
      }
      return taken;
    },
  } as Pick<EventStoreCalls, 'readAll'> as EventStoreCalls;
  const samples = createTimeSamples();
  const parts = openMemorySealedParts();
  const reader = createReader({ calls, parts, namespace: 'ours.', samples });
  const positionAt = createPositionAt(calls, reader, samples);
  return {
    positionAt,
    cost: async (work: () => Promise<unknown>) => {
      const before = looked;
      await work();
      return looked - before;
    },
  };
}

const place = (no: number): Position =>
  positionOf({ commit: BigInt(no * 100), prepare: BigInt(no * 100) });

describe('the last position recorded by an instant', () => {
  it('is found wherever it is, in a log that is new to the process', async () => {
    const all = allOf(6_000);
    for (const no of [0, 1, 3, 999, 1_000, 2_998, 4_999, 5_500, 5_998]) {
      const { positionAt } = searching(all);
      const last = no % 3 === 2 ? no - 1 : no;
      expect(await positionAt(no * 1_000)).toBe(place(last));
      expect(await positionAt(no * 1_000 + 999)).toBe(place(last));
    }
    expect(await searching(all).positionAt(-1)).toBeNull();
    expect(await searching([]).positionAt(0)).toBeNull();
  });

  it('costs a step for the newest, and a page or two where it was looked for before', async () => {
    const { positionAt, cost } = searching(allOf(30_000));
    expect(await cost(() => positionAt(Number.MAX_SAFE_INTEGER))).toBeLessThan(20);
    expect(await cost(() => positionAt(15_000_000))).toBeGreaterThan(20_000);
    expect(await cost(() => positionAt(15_300_000))).toBeLessThan(3_000);
  });

  it('looks at so many events at most, and goes on from there when asked again', async () => {
    const { positionAt, cost } = searching(allOf(2 * positionAtEventsMax));
    const middle = positionAtEventsMax * 1_000;
    const first = await cost(() => expect(positionAt(middle)).rejects.toThrow(LogUnavailable));
    expect(first).toBeLessThanOrEqual(positionAtEventsMax + 2_100);
    let position: Position | null = null;
    for (let asked = 0; position === null && asked < 3; asked += 1) {
      position = await positionAt(middle).catch(() => null);
    }
    expect(position).toBe(place(positionAtEventsMax - 1));
  });
});

describe('remembered times', () => {
  it('are the nearest on both sides, in whatever order they came', () => {
    const samples = createTimeSamples();
    for (const no of [5, 1, 9, 5, 3]) samples.add(place(no), no);
    expect(samples.around(4)).toEqual({
      before: { position: place(3), recordedAt: 3 },
      after: { position: place(5), recordedAt: 5 },
    });
    expect(samples.around(9)).toEqual({ before: { position: place(9), recordedAt: 9 } });
    expect(samples.around(0)).toEqual({ after: { position: place(1), recordedAt: 1 } });
  });

  it('are thinned out when there are too many', () => {
    const samples = createTimeSamples(8);
    for (let no = 0; no < 9; no += 1) samples.add(place(no), no);
    expect(samples.around(7)).toMatchObject({
      before: { recordedAt: 6 },
      after: { recordedAt: 8 },
    });
    samples.add(place(9), 9);
    expect(samples.around(9)).toMatchObject({ before: { recordedAt: 9 } });
  });
});
