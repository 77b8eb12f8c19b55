import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { isRejection, manualClock, reject, type Decider } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import fc from 'fast-check';
import {
  createTransactor,
  CommandReused,
  factCodec,
  memoryUnchangedCommands,
  RevisionConflict,
  StaleRevision,
} from './index.ts';
import type { Aggregate, CommandContext, EventLog } from './index.ts';
import { foldedTogetherMax, transactAttemptsMax, type Transactor } from './transact.ts';
import { openMemoryLog } from './memory.ts';

type Counted = { type: 'Counted'; by: number };
type Count = { by: number };
const decider: Decider<Count, number, Counted> = {
  initial: 0,
  evolve: (sum, { by }) => sum + by,
  decide: ({ by }, sum) => {
    if (by === 0) return [];
    if (sum + by > 100) return reject('count/too-much', 'More than 100.');
    return by > 10
      ? [
          { type: 'Counted', by: 10 },
          { type: 'Counted', by: by - 10 },
        ]
      : [{ type: 'Counted', by }];
  },
};
const counter: Aggregate<Count, number, Counted> = {
  name: 'counter',
  foldVersion: 1,
  decider,
  codec: factCodec<Counted>({ context: 'test', versions: { Counted: 1 } }),
};
const stream = 'test.counter-acme.1';
const contextOf = (commandId: string, fingerprint = 'f'): CommandContext => ({
  tenant: 'acme',
  actor: { sub: 'ada', via: 'http' },
  ...{ commandId, fingerprint, correlationId: commandId, causationId: commandId },
  effectiveAt: '2026-07-01T00:00:00.000Z',
});

describe('transact', () => {
  let log: EventLog;
  let transactor: Transactor;
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  beforeEach(() => {
    log = openMemoryLog({ clock: manualClock('2026-07-01T00:00:00.000Z') });
    transactor = createTransactor({ log, sealer });
  });
  const count = (by: number, id: string, more: object = {}, through = transactor) =>
    through.transact(counter, { stream, command: { by }, context: contextOf(id), ...more });

  describe('a command that changed nothing', () => {
    it('is remembered: its repeat is answered as it was, whatever came in between', async () => {
      const first = await count(0, 'nothing');
      await count(3, 'a');
      expect(await count(0, 'nothing')).toEqual({ ...first, replayed: true });
      expect(await log.read(stream)).toHaveLength(1);
    });

    it('is told from another request under its id', async () => {
      await count(0, 'nothing');
      const other = { context: contextOf('nothing', 'another body') };
      await expect(count(5, 'nothing', other)).rejects.toBeInstanceOf(CommandReused);
      expect(await log.read(stream)).toEqual([]);
    });

    it('is remembered by another process that shares the memory, also one that answers late', async () => {
      const kept = memoryUnchangedCommands();
      const unchanged = {
        keep: kept.keep,
        find: async (at: string, id: string) => kept.find(at, id),
      };
      const one = createTransactor({ log, sealer, unchanged });
      const other = createTransactor({ log, sealer, unchanged });
      const first = await count(0, 'nothing', {}, one);
      await count(3, 'a', {}, other);
      expect(await count(0, 'nothing', {}, other)).toEqual({ ...first, replayed: true });
    });

    it('is not acknowledged when it cannot be remembered', async () => {
      const failing = { find: () => undefined, keep: () => Promise.reject(new Error('full')) };
      const through = createTransactor({ log, sealer, unchanged: failing });
      await expect(count(0, 'nothing', {}, through)).rejects.toThrow('full');
      expect(await count(3, 'a', {}, through)).toMatchObject({ revision: 0 });
    });
  });

  it('decides on the folded state, and answers with revision and position', async () => {
    expect(await count(3, 'a')).toMatchObject({ revision: 0, changed: true, replayed: false });
    expect(await count(15, 'b')).toMatchObject({ revision: 2 });
    expect(await transactor.load(counter, stream)).toEqual({ state: 18, revision: 2 });
    expect(await count(90, 'c')).toMatchObject({ kind: 'rejection', code: 'count/too-much' });
  });

  it('answers what decides nothing with the revision as it is', async () => {
    expect(await count(0, 'a')).toMatchObject({ revision: -1, position: null, changed: false });
    const first = await count(1, 'b');
    expect(await count(0, 'c')).toEqual({ ...first, changed: false });
  });

  it('gives a repeat its first receipt, also after others and after a restart', async () => {
    const first = await count(1, 'a');
    await count(2, 'b');
    const again = { ...first, replayed: true };
    expect(await count(1, 'a')).toEqual(again);
    expect(await count(1, 'a', {}, createTransactor({ log, sealer }))).toEqual(again);
    expect(await log.read(stream)).toHaveLength(2);
  });

  it('refuses the same command id for another request', async () => {
    await count(1, 'a');
    const other = { context: contextOf('a', 'other') };
    await expect(count(2, 'a', other)).rejects.toThrow(CommandReused);
  });

  it('honours the revision that the caller saw', async () => {
    await count(1, 'a');
    expect(await count(1, 'b', { ifMatch: 0 })).toMatchObject({ revision: 1 });
    await expect(count(1, 'c', { ifMatch: 0 })).rejects.toMatchObject({ expected: 0, actual: 1 });
    await expect(count(1, 'd', { ifMatch: 5 })).rejects.toThrow(StaleRevision);
  });

  it('asks for permission before it decides', async () => {
    const permit = (sum: number) => (sum > 0 ? reject('permission/x', 'No.') : undefined);
    expect(isRejection(await count(1, 'a', { permit }))).toBe(false);
    expect(await count(1, 'b', { permit })).toMatchObject({ code: 'permission/x' });
  });

  it('tells of a command that it is a repeat before anybody is asked for permission', async () => {
    const loaded = (context: CommandContext, through = transactor) => {
      return through.load(counter, stream, context);
    };
    const first = await count(3, 'a');
    const nothing = await count(0, 'n');
    const other = createTransactor({ log, sealer });
    await count(4, 'later', {}, other);
    for (const through of [transactor, other]) {
      const { repeated, state } = await loaded(contextOf('a'), through);
      expect([repeated, state]).toEqual([{ ...first, replayed: true }, 7]);
      expect((await loaded(contextOf('new'), through)).repeated).toBeUndefined();
      const reused = contextOf('a', 'another body');
      await expect(loaded(reused, through)).rejects.toThrow(CommandReused);
    }
    expect((await loaded(contextOf('later'))).repeated).toMatchObject({ revision: 1 });
    expect((await loaded(contextOf('n'))).repeated).toEqual({ ...nothing, replayed: true });
    await expect(loaded(contextOf('n', 'another body'))).rejects.toThrow(CommandReused);
    expect(await transactor.load(counter, stream)).not.toHaveProperty('repeated');
  });

  it('loses nothing of fifty writers on one stream, in two processes', async () => {
    const other = createTransactor({ log, sealer });
    const writes = Array.from({ length: 50 }, (_, index) =>
      count(1, `c${index}`, {}, index % 2 === 0 ? transactor : other),
    );
    const outcomes = await Promise.allSettled(writes);
    const facts = await log.read(stream);
    const through = outcomes.filter((one) => one.status === 'fulfilled');
    expect(facts.map((one) => one.revision)).toEqual(through.map((_, index) => index));
    expect(through.length).toBeGreaterThanOrEqual(25);
    for (const one of outcomes) {
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RevisionConflict);
    }
  });

  it('tries so often, and not once more, when another writer is always first', async () => {
    let tries = 0;
    const contested: EventLog = {
      ...log,
      append: async ({ stream: at, expected }) => {
        tries += 1;
        throw new RevisionConflict(at, expected, 7);
      },
    };
    const unlucky = createTransactor({ log: contested, sealer });
    await expect(count(1, 'a', {}, unlucky)).rejects.toThrow(RevisionConflict);
    expect(tries).toBe(transactAttemptsMax);
  });

  describe('answers from what is recorded, whoever recorded it:', () => {
    // What the transactor keeps is at 90 and revision 8; the record is at 5 and revision 9.
    beforeEach(async () => {
      for (let times = 0; times < 9; times += 1) await count(10, `mine-${times}`);
      await count(-85, 'theirs', {}, createTransactor({ log, sealer }));
    });

    it('a load', async () => {
      expect(await transactor.load(counter, stream)).toEqual({ state: 5, revision: 9 });
    });

    it('what decides nothing', async () => {
      expect(await count(0, 'x')).toMatchObject({ revision: 9, changed: false });
    });

    it('a rule', async () => {
      expect(await count(20, 'x')).toMatchObject({ revision: 11, changed: true });
    });

    it('a permission', async () => {
      const permit = (sum: number) => (sum > 50 ? reject('permission/x', 'No.') : undefined);
      expect(await count(1, 'x', { permit })).toMatchObject({ changed: true });
    });

    it('a revision that the caller saw', async () => {
      expect(await count(1, 'x', { ifMatch: 9 })).toMatchObject({ revision: 10 });
      await expect(count(1, 'y', { ifMatch: 9 })).rejects.toMatchObject({ actual: 10 });
    });
  });

  it('does not let a slow load bring an older state back', async () => {
    let release = () => undefined as unknown;
    const slow: EventLog = {
      ...log,
      read: async (name, range) => {
        const facts = await log.read(name, range);
        if (range?.from === 0) await new Promise((resolve) => (release = () => resolve(facts)));
        return facts;
      },
    };
    const through = createTransactor({ log: slow, sealer });
    const loading = through.load(counter, stream);
    await new Promise((resolve) => setImmediate(resolve));
    const first = release;
    const writing = count(1, 'a', {}, through);
    await new Promise((resolve) => setImmediate(resolve));
    release();
    expect(await writing).toMatchObject({ revision: 0 });
    first();
    expect(await loading).toEqual({ state: 1, revision: 0 });
    expect(await through.load(counter, stream)).toEqual({ state: 1, revision: 0 });
  });

  describe('a stream that is too long to be folded at once', () => {
    const facts = async (count: number) => {
      for (let no = 0; no < count; no += 1) {
        const context = { ...contextOf(`long-${no}`), stream };
        const encoded = await counter.codec.encode([{ type: 'Counted', by: 0 }], context, sealer);
        const { tenant, commandId, fingerprint } = context;
        const expected = no === 0 ? 'none' : no - 1;
        await log.append({ tenant, stream, expected, facts: encoded, commandId, fingerprint });
      }
    };
    const reads: object[] = [];
    const counting = () => {
      reads.length = 0;
      const watched: EventLog = {
        ...log,
        read: (name, range) => {
          reads.push(range ?? {});
          return log.read(name, range);
        },
      };
      return createTransactor({ log: watched, sealer });
    };

    it.each([
      [foldedTogetherMax - 1, 1],
      [foldedTogetherMax, 2],
      [foldedTogetherMax + 1, 2],
    ])('of %i facts is read in %i parts', async (count, parts) => {
      await facts(count);
      const through = counting();
      expect(await through.load(counter, stream)).toEqual({ state: 0, revision: count - 1 });
      expect(reads.filter((one) => 'to' in one)).toHaveLength(parts);
    });

    it('is folded once for all who ask meanwhile, who know its commands too', async () => {
      await facts(foldedTogetherMax + 1);
      const through = counting();
      const first = through.load(counter, stream);
      await new Promise((resolve) => setImmediate(resolve));
      const others = [1, 2, 3].map(() => through.load(counter, stream));
      const answers = await Promise.all([first, ...others]);
      expect(new Set(answers.map(({ revision }) => revision))).toEqual(
        new Set([foldedTogetherMax]),
      );
      expect(reads.filter((one) => 'to' in one)).toHaveLength(2);
      const again = await count(0, 'long-7', {}, through);
      expect(again).toMatchObject({ revision: 7, replayed: true });
    });

    it('lets others take a turn in between', async () => {
      await facts(foldedTogetherMax);
      let turns = 0;
      const through = counting();
      const loading = through.load(counter, stream).then(() => turns);
      setImmediate(() => (turns += 1));
      expect(await loading).toBe(1);
    });
  });

  it('answers the same with and without its cache, also in two processes', async () => {
    const commands = fc.array(
      fc.record({
        by: fc.integer({ min: 0, max: 30 }),
        id: fc.integer({ min: 0, max: 12 }),
        ifMatch: fc.option(fc.integer({ min: -1, max: 6 }), { nil: undefined, freq: 3 }),
        process: fc.nat(1),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (all) => {
        const results = [];
        for (const cachedStreamsMax of [0, 1, 100]) {
          const own = openMemoryLog({ clock: manualClock('2026-07-01T00:00:00.000Z') });
          // Two processes, each with a memory of its own, take turns as it comes.
          const processes = [0, 1].map(() =>
            createTransactor({ log: own, sealer, cachedStreamsMax }),
          );
          const answers = [];
          for (const { by, id, process, ifMatch } of all) {
            const more = ifMatch === undefined ? {} : { ifMatch };
            const answer = count(by, `c${id}`, more, processes[process]);
            answers.push(await answer.catch((cause: Error) => cause.name));
          }
          const load = await Promise.all(processes.map((one) => one.load(counter, stream)));
          results.push({ answers, load });
        }
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
      { numRuns: 50 },
    );
  });
});
