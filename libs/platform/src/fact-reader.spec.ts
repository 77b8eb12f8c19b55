import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventLog } from '@plumbline/event-log';
import type { Gate, PublishedFact } from '@plumbline/feed';
import { openEventStoreLog } from '@plumbline/event-log/eventstoredb';
import { ownNamespace, startTestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import type { TestEventStore } from '@plumbline/event-log/eventstoredb.testing';
import { openMemoryLog, openMemorySealedParts } from '@plumbline/event-log/memory';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { manualClock, type Position } from '@plumbline/kernel';
import * as fc from 'fast-check';
import { batchBytesMax, createFactReader, readFactsMax, readsMax } from './fact-reader.ts';
import { positionWithin } from './fact-reader.ts';
import { awaitedBatch, exportedFacts, serverSentEvents } from './fact-stream.ts';
import { streamBatchFacts } from './fact-stream.ts';
import { expectedIds, idsOf, recorderOn, tellingGate, type Recording } from './facts.testing.ts';
import { watchHead } from './head-watch.ts';

const clock = manualClock('2026-07-01T09:00:00Z');
let server: TestEventStore | undefined;
beforeAll(async () => {
  server = await startTestEventStore();
});
afterAll(() => server?.stop());

/** Each run has a log of its own; on the server, among the events of all the others. */
const logs = {
  memory: (): EventLog => openMemoryLog({ clock }),
  sqlite: (): EventLog => openSqliteLog({ path: ':memory:', clock }),
  eventstoredb: (): EventLog => {
    const parts = openMemorySealedParts();
    return openEventStoreLog({ url: server?.url ?? '', parts, namespace: ownNamespace() });
  },
};
const runs = { memory: 60, sqlite: 60, eventstoredb: 15 };

const recording: fc.Arbitrary<Recording> = fc.record({
  tenant: fc.constantFrom('acme', 'zeta'),
  context: fc.constantFrom('notes', 'memos'),
  kinds: fc.array(fc.constantFrom('Told', 'Kept'), { minLength: 1, maxLength: 4 }),
});

/** One way of reading on, and how much of it is taken before the reader goes away. */
const step = fc.oneof(
  fc.record({ how: fc.constant('record' as const), what: recording }),
  fc.record({
    how: fc.constantFrom('page' as const, 'poll' as const),
    take: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    how: fc.constantFrom('events' as const, 'export' as const),
    take: fc.integer({ min: 0, max: 4 }),
  }),
);
type Reading = Exclude<typeof step extends fc.Arbitrary<infer S> ? S : never, { how: 'record' }>;

function groundOn(log: EventLog) {
  const reader = createFactReader({ log, gates: [tellingGate('notes'), tellingGate('memos')] });
  const ground = { reader, watch: watchHead(log), clock, heartbeatMs: 0 };
  return { ...ground, sourceOf: (context: string) => `urn:test:${context}` };
}
type Ground = ReturnType<typeof groundOn>;

const asked = { tenant: 'acme', context: 'notes', reader: 'ana' };
const endsAt = clock.now() + 60_000;

/** What one step reads, and where the next one goes on. */
async function readOn(ground: Ground, { how, take }: Reading, after: Position | null) {
  const ending = new AbortController();
  const { signal } = ending;
  const terms = { signal, endsAt, allow: () => undefined };
  switch (how) {
    case 'page':
    case 'poll': {
      const limits = { ms: how === 'poll' ? 1 : 0, signal, endsAt };
      const batch = await awaitedBatch(ground, { ...asked, after, limit: take }, limits);
      return { ids: idsOf(batch.facts), after: batch.position };
    }
    case 'events':
      return takenFrom(serverSentEvents(ground, { ...asked, after }, terms), take, after);
    case 'export': {
      const until = await ground.reader.head();
      return firstOf(exportedFacts(ground, { ...asked, after, until }, terms), take, after);
    }
  }
}

/** Takes so many facts of an export, and goes away. */
async function firstOf(
  batches: ReturnType<typeof exportedFacts>,
  take: number,
  begun: Position | null,
) {
  const taken: PublishedFact[] = [];
  for await (const batch of batches) taken.push(...batch);
  const facts = taken.slice(0, take);
  return { ids: idsOf(facts), after: facts.at(-1)?.position ?? begun };
}

/** Reads so many facts of an answer, or up to where it has nothing more, and goes away. */
async function takenFrom(pieces: AsyncGenerator<string>, take: number, begun: Position | null) {
  const ids: string[] = [];
  let after = begun;
  for await (const piece of pieces) {
    for (const text of piece.split('\n\n')) {
      if (ids.length === take) return { ids, after };
      const said = /^id: (.+)$/m.exec(text)?.[1];
      const event = /\{.*\}/s.exec(text)?.[0];
      const { id } = JSON.parse(event ?? '{}') as Record<string, string>;
      if (id !== undefined) ids.push(id);
      after = (said ?? after) as Position | null;
      if (text.startsWith(': ')) return { ids, after };
    }
  }
  return { ids, after };
}

it('passes over what is for services alone, and moves on', async () => {
  const log = openMemoryLog({ clock });
  const record = recorderOn(log);
  for (const context of ['notes', 'memos']) await record({ ...asked, context, kinds: ['Told'] });
  const end = await log.head();
  const gates = [
    { ...tellingGate('notes'), forServices: new Set(['notes.Told.v1']) },
    tellingGate('memos'),
  ];
  const reader = createFactReader({ log, gates });
  const batchOf = (context: string) =>
    reader.batch({ ...asked, context, after: null, until: end, limit: 10 });
  expect(await batchOf('notes')).toEqual({ facts: [], position: end, isAll: true });
  expect((await batchOf('memos')).facts).toHaveLength(1);
});

/** Streams are about whoever has their number: the second one is of ana, also where it goes on. */
const owning = (gate: Gate): Gate => ({
  ...gate,
  own: {
    subjectOf: ({ body, revision }) => {
      expect(revision).toBe(0);
      return (JSON.parse(body) as { no: number }).no === 2 ? 'ana' : null;
    },
    publishTo: (stored, person) => {
      const { no } = JSON.parse(stored.body) as { no: number };
      return no === 4 && person === 'ana' ? null : gate.publish(stored);
    },
  },
});

describe.each(['memory', 'sqlite', 'eventstoredb'] as const)('the stream of facts, %s', (kind) => {
  it('tells nobody of themselves, wherever a batch begins, and moves on', async () => {
    const log = logs[kind]();
    const record = recorderOn(log);
    for (let no = 1; no <= 4; no += 1) {
      await record({ tenant: 'acme', context: 'notes', kinds: ['Told', 'Told', 'Told'] });
    }
    const until = await log.head();
    const { facts: all } = await log.readAll(null, { limit: 100 });
    const told = async (reader: string, after: Position | null, limit: number) => {
      // Another process knows of no stream whom it is about.
      const { batch } = createFactReader({ log, gates: [owning(tellingGate('notes'))] });
      const question = { ...asked, reader, after, until, limit };
      const { facts, position, isAll } = await batch(question);
      return { position, isAll, of: facts.map(({ data }) => (data as { no: number }).no) };
    };
    const end = { position: until, isAll: true };
    expect(await told('ana', null, 100)).toEqual({ ...end, of: [1, 1, 1, 3, 3, 3] });
    expect(await told('ben', null, 100)).toMatchObject({ of: { length: 12 } });
    // It begins within what is of ana.
    const within = all[4]?.position ?? null;
    expect(await told('ana', within, 100)).toEqual({ ...end, of: [3, 3, 3] });
    const last = all[8]?.position ?? null;
    expect(await told('ana', within, 3)).toMatchObject({ position: last, of: [3, 3, 3] });
    expect(await told('ana', last, 3)).toEqual({ ...end, of: [] });
    await log.close();
  });

  it('has no gap and no overlap, however it is read on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(recording, { minLength: 1, maxLength: 12 }),
        fc.array(step, { maxLength: 12 }),
        async (before, steps) => {
          const log = logs[kind]();
          const record = recorderOn(log);
          for (const one of before) await record(one);
          const ground = groundOn(log);
          const told: string[] = [];
          let after: Position | null = null;
          for (const one of [...steps, { how: 'page', take: 1_000 } as const]) {
            if (one.how === 'record') await record(one.what);
            else {
              const read: Awaited<ReturnType<typeof readOn>> = await readOn(ground, one, after);
              told.push(...read.ids);
              ({ after } = read);
            }
          }
          expect(told).toEqual(await expectedIds(log, asked));
          expect(after).toBe(await log.head());
          ground.watch.close();
          await log.close();
        },
      ),
      { numRuns: runs[kind] },
    );
  });

  it('begins anywhere, also within a command', async () => {
    const log = logs[kind]();
    const record = recorderOn(log);
    await record({ tenant: 'acme', context: 'notes', kinds: ['Told', 'Kept', 'Told', 'Told'] });
    await record({ tenant: 'zeta', context: 'notes', kinds: ['Told'] });
    await record({ tenant: 'acme', context: 'notes', kinds: ['Told'] });
    const { reader } = groundOn(log);
    const until = await log.head();
    const { facts } = await log.readAll(null, { limit: 10 });
    for (const { position: after } of facts) {
      const batch = await reader.batch({ ...asked, after, until, limit: 10 });
      expect(idsOf(batch.facts)).toEqual(await expectedIds(log, { ...asked, after }));
    }
    await log.close();
  });

  it('ends a batch before what nobody can read, and then fails, however large it is', async () => {
    const log = logs[kind]();
    const record = recorderOn(log);
    await record({ tenant: 'acme', context: 'notes', kinds: ['Told', 'Broken', 'Told'] });
    const { reader } = groundOn(log);
    const until = await log.head();
    const first = await reader.batch({ ...asked, after: null, until, limit: 10 });
    expect(first).toMatchObject({ facts: [{ revision: 0 }], isAll: false });
    const next = reader.batch({ ...asked, after: first.position, until, limit: 10 });
    await expect(next).rejects.toMatchObject({ code: 'malformed' });
    await log.close();
  });
});

describe('a batch', () => {
  it('passes over what is private up to a limit, and says where to go on', async () => {
    const log = openMemoryLog({ clock });
    const record = recorderOn(log);
    const kinds = Array.from({ length: readFactsMax / 2 }, () => 'Kept' as const);
    for (let no = 0; no < 2 * readsMax; no += 1) {
      await record({ tenant: 'acme', context: 'notes', kinds });
    }
    const { reader } = groundOn(log);
    const all = await reader.batch({ ...asked, after: null, until: await log.head(), limit: 1 });
    expect(all).toEqual({ facts: [], position: await log.head(), isAll: true });
    const last = await record({ tenant: 'acme', context: 'notes', kinds: ['Told'] });
    const first = await reader.batch({ ...asked, after: null, until: last, limit: 1 });
    expect(first).toMatchObject({ facts: [], isAll: false });
    const after = first.position;
    const second = await reader.batch({ ...asked, after, until: last, limit: 1 });
    expect(second).toMatchObject({ facts: [{ position: last }], position: last, isAll: true });
  });

  it('ends with the fact that makes it too large', async () => {
    const log = openMemoryLog({ clock });
    const record = recorderOn(log);
    const chars = batchBytesMax / 8;
    const kinds = Array.from({ length: 9 }, () => 'Told' as const);
    await record({ tenant: 'acme', context: 'notes', kinds, chars });
    const { reader } = groundOn(log);
    const until = await log.head();
    const batch = await reader.batch({ ...asked, after: null, until, limit: 100 });
    expect(batch).toMatchObject({ isAll: false });
    expect(batch.facts).toHaveLength(8);
  });

  it('of a context that is not here is refused, with those that are', () => {
    const { reader } = groundOn(openMemoryLog({ clock }));
    expect(() => reader.demand('notes')).not.toThrow();
    expect(() => reader.demand('reviews')).toThrow('there are those of memos, notes.');
  });
});

describe('an export', () => {
  it('is cut when the right to read ends in the middle of it', async () => {
    const log = openMemoryLog({ clock });
    const record = recorderOn(log);
    const kinds = Array.from({ length: streamBatchFacts / 2 }, () => 'Told' as const);
    for (let no = 0; no < 3; no += 1) await record({ ...asked, kinds });
    let asks = 0;
    const allow = () => {
      asks += 1;
      if (asks > 1) throw new Error('No more.');
    };
    const terms = { signal: new AbortController().signal, endsAt, allow };
    const question = { ...asked, after: null, until: await log.head() };
    let facts = 0;
    const reading = async () => {
      for await (const { length } of exportedFacts(groundOn(log), question, terms)) facts += length;
    };
    await expect(reading()).rejects.toThrow('No more.');
    expect(facts).toBe(streamBatchFacts);
  });
});

describe('a position that is given back', () => {
  const head = '00000000000000000042' as Position;
  it('is of this log, and not beyond its head', () => {
    expect(positionWithin(head, head)).toBe(head);
    expect(positionWithin('00000000000000000000', head)).toBe('00000000000000000000');
    const others = ['00000000000000000043', '42', `${head}/${head}`, 'none'];
    for (const other of others) {
      expect(() => positionWithin(other, head)).toThrow('This log has no such position');
    }
    expect(() => positionWithin(head, null)).toThrow('This log has no such position');
  });
});
