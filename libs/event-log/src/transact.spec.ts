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
  RevisionConflict,
  StaleRevision,
} from './index.ts';
import type { Aggregate, CommandContext, EventLog } from './index.ts';
import { transactAttemptsMax, type Transactor } from './transact.ts';
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

  it('decides the same with and without its cache', async () => {
    const commands = fc.array(
      fc.record({ by: fc.integer({ min: 0, max: 30 }), id: fc.integer({ min: 0, max: 12 }) }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (all) => {
        const results = [];
        for (const cachedStreamsMax of [0, 1, 100]) {
          const own = openMemoryLog({ clock: manualClock('2026-07-01T00:00:00.000Z') });
          const through = createTransactor({ log: own, sealer, cachedStreamsMax });
          const answers = [];
          for (const { by, id } of all) {
            const context = contextOf(`c${id}`);
            answers.push(await through.transact(counter, { stream, command: { by }, context }));
          }
          results.push({ answers, load: await through.load(counter, stream) });
        }
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
      { numRuns: 50 },
    );
  });
});
