import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { factCodec, LogUnavailable, RevisionConflict, type EventLog } from '@plumbline/event-log';
import { anAppend, eventLogContract } from '@plumbline/event-log/event-log.contract';
import { openSqliteLogReader } from '@plumbline/event-log/sqlite';
import { manualClock, type Clock } from '@plumbline/kernel';
import { projected, RebuildStopped, Unknown, type Discarded, type View } from '@plumbline/views';
import { serveEngine } from './engine-thread.ts';
import { threadedEngine } from './threaded-engine.ts';

interface Happened {
  readonly type: 'Happened';
  readonly n: number;
}

const sums: View<{ readonly sum: number }, Happened> = {
  name: 'sums',
  version: 1,
  context: 'goals',
  keys: ({ stream }) => [stream],
  fold: (doc, { fact }) => {
    if (fact.n < 0) throw new Error('A sum is of what is positive.');
    return { sum: (doc?.sum ?? 0) + fact.n };
  },
  index: () => ({}),
};
const codec = factCodec<Happened>({ context: 'goals', versions: { Happened: 1 } });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-thread-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Both sides in this thread, with all that a message does to what it carries. */
async function open(clock: Clock = manualClock('2026-07-01T09:00:00.000Z')) {
  const { port1, port2 } = new MessageChannel();
  serveEngine(port2, { views: [projected(sums, codec)], clock, pageFacts: 5 });
  const discards: Discarded[] = [];
  const errors: unknown[] = [];
  const samples: number[] = [];
  const files = { log: join(folder, 'log.sqlite'), views: join(folder, 'views.sqlite') };
  const engine = await threadedEngine(port1, files, {
    onSample: ({ appends }) => samples.push(appends),
    onError: (cause) => errors.push(cause),
    onDiscard: async (discarded) => {
      discards.push(discarded);
    },
  });
  const log = engine.log(openSqliteLogReader({ path: files.log }));
  const close = async () => {
    await log.close();
    await engine.close();
  };
  return { engine, log, close, discards, errors, samples };
}

eventLogContract('in a thread of its own', async (clock): Promise<EventLog> => {
  const { log, close } = await open(clock);
  let closing: Promise<void> | undefined;
  return { ...log, close: () => (closing ??= close()) };
});

const facts = (n: number, of: number) =>
  Array.from({ length: n }, (_, index) => {
    const commandId = `c-${of}-${index}`;
    const data = { actor: { sub: 'ada' }, commandId, data: { n: of }, fingerprint: 'asked' };
    const stream = `goals.goal-acme.${index}`;
    const body = JSON.stringify({ ...data, stream, tenant: 'acme', type: 'goals.Happened.v1' });
    return anAppend({ stream, commandId, bodies: [body] });
  });

describe('an engine in a thread of its own', () => {
  it('sends what came together in few messages, and answers each by itself', async () => {
    const { log, close, samples } = await open();
    const [first, ...others] = facts(50, 1);
    const [one] = facts(1, 2);
    const outcomes = await Promise.allSettled(
      [first, ...others, one].map((append) => log.append(append as never)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    const conflict = outcomes.at(-1) as PromiseRejectedResult;
    expect(conflict.reason).toBeInstanceOf(RevisionConflict);
    expect(conflict.reason).toMatchObject({ code: 'log/revision-conflict', actual: 0 });
    expect(samples.reduce((all, one) => all + one)).toBe(51);
    expect(samples.length).toBeLessThanOrEqual(4);
    await close();
    await expect(log.append(first as never)).rejects.toBeInstanceOf(LogUnavailable);
  });

  it('keeps a sealed part, and sends no more of its buffer than the part', async () => {
    const { log, close } = await open();
    const sealed = Buffer.from('a buffer of many').subarray(2, 8);
    const append = anAppend({});
    const [fact] = append.facts;
    await log.append({ ...append, facts: [{ ...fact, sealed } as never] });
    const [stored] = await log.read(append.stream);
    expect(Buffer.from(stored?.sealed ?? []).toString()).toBe('buffer');
    await close();
  });

  it('projects, tells of pages and commits, and says how far it is', async () => {
    const { engine, log, close } = await open();
    const told: string[] = [];
    log.onCommit(() => told.push('commit'));
    engine.projector.onApplied(() => told.push('page'));
    for (const append of facts(3, 1)) await log.append(append);
    await engine.projector.catchUp();
    const [status] = await engine.projector.status();
    expect(status).toMatchObject({ name: 'sums', lagFacts: 0, parked: 0, state: 'live' });
    expect(told).toEqual(['commit', 'commit', 'commit', 'page']);
    await close();
  });

  it('rebuilds with progress, and stops when it is told to', async () => {
    const { engine, log, close } = await open();
    await Promise.all(facts(200, 1).map((append) => log.append(append)));
    await engine.projector.catchUp();
    const shares: number[] = [];
    const rebuilt = await engine.projector.rebuild('sums', {
      onProgress: ({ share }) => shares.push(share),
    });
    expect(rebuilt).toMatchObject({ facts: 200, equal: 200, changed: 0 });
    expect(shares.at(-1)).toBe(1);
    const stopping = new AbortController();
    const { signal } = stopping;
    const onProgress = () => stopping.abort();
    const stopped = engine.projector.rebuild('sums', { onProgress, signal });
    await expect(stopped).rejects.toBeInstanceOf(RebuildStopped);
    await expect(engine.projector.rebuild('other')).rejects.toBeInstanceOf(Unknown);
    await close();
  });

  it('lists, tries again and discards what is parked; the discard is recorded first', async () => {
    const { engine, log, close, discards } = await open();
    for (const append of facts(2, -1)) await log.append(append);
    await engine.projector.catchUp();
    const parked = await engine.projector.parked.list();
    const keys = parked.map(({ key }) => key);
    expect(keys.toSorted()).toEqual(['goals.goal-acme.0', 'goals.goal-acme.1']);
    const id = parked[0]?.id ?? '';
    expect(await engine.projector.parked.retry(id)).toMatchObject({ settled: false });
    await engine.projector.parked.discard(id, 'ada', 'It was a mistake.');
    expect(discards).toMatchObject([{ id, by: 'ada', why: 'It was a mistake.' }]);
    await expect(engine.projector.parked.show(id)).rejects.toBeInstanceOf(Unknown);
    await close();
  });

  it('says why it cannot be opened', async () => {
    const { close } = await open();
    await close();
    const { port1, port2 } = new MessageChannel();
    serveEngine(port2, { views: [] });
    const path = join(folder, 'views.sqlite');
    const listeners = { onSample: () => undefined, onError: () => undefined };
    const opening = threadedEngine(
      port1,
      { log: path, views: path },
      { ...listeners, onDiscard: async () => undefined },
    );
    await expect(opening).rejects.toMatchObject({ name: 'WrongFile' });
    port1.close();
  });
});
