import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { derivedId, manualClock, toInstant } from '@plumbline/kernel';
import type { ManualClock, Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { appendFactsMax, bodyBytesMax, readAllFactsMax } from './event-log.ts';
import { CommandReused, ForeignStream, LimitExceeded } from './event-log.ts';
import { LogUnavailable, RevisionConflict } from './event-log.ts';
import type { Append, EventLog, StoredFact } from './event-log.ts';

/** An append for tests: one small fact of a stream, unless told otherwise. */
export function anAppend(over: Partial<Append> & { bodies?: readonly string[] } = {}): Append {
  const { bodies = ['{"n":1}'], ...given } = over;
  const stream = given.stream ?? 'goals.goal-acme.1';
  const commandId = given.commandId ?? `command-${(counter += 1)}`;
  const facts = bodies.map((body, index) => {
    const id = derivedId(stream, commandId, index);
    return { id, type: `${stream.split('.')[0]}.Happened.v1`, body };
  });
  return {
    ...{ tenant: 'acme', stream, expected: 'none', commandId, fingerprint: 'asked', facts },
    ...given,
  };
}
let counter = 0;

export interface ContractOptions {
  /** The engine has a clock that nobody can set: what is recorded when is only compared. */
  readonly hasOwnClock?: boolean;
}

/** What every adapter of the port must keep. `open` gives an empty log on the clock. */
export function eventLogContract(
  name: string,
  open: (clock: ManualClock) => EventLog | Promise<EventLog>,
  { hasOwnClock = false }: ContractOptions = {},
): void {
  const itOnOurClock = hasOwnClock ? it.skip : it;
  describe(`the event log contract: ${name}`, () => {
    let log: EventLog;
    let clock: ManualClock;
    beforeEach(async () => {
      clock = manualClock('2026-07-01T09:00:00.000Z');
      log = await open(clock);
    });
    afterEach(() => log.close());

    const happened = (name: string) => {
      return { id: derivedId(name), type: 'goals.Happened.v1', body: '{}' };
    };
    const append = (over: Parameters<typeof anAppend>[0]) => log.append(anAppend(over));
    const everything = async (options: object = {}) => {
      const facts: StoredFact[] = [];
      let after: Position | null = null;
      for (;;) {
        const page = await log.readAll(after, { limit: 3, ...options });
        facts.push(...page.facts);
        if (page.atHead) return facts;
        after = page.next;
      }
    };

    describe('appending', () => {
      it('numbers revisions from 0 without a gap, and gives bytes back as they were', async () => {
        const bodies = ['{"ü":"\\u2028 snow ☃"}', '{"n":2}'];
        expect(await append({ bodies })).toMatchObject({ revision: 1, replayed: false });
        expect(await append({ expected: 1 })).toMatchObject({ revision: 2 });
        const facts = await log.read('goals.goal-acme.1');
        expect(facts.map((one) => one.revision)).toEqual([0, 1, 2]);
        expect(facts.slice(0, 2).map((one) => one.body)).toEqual(bodies);
        const hash = createHash('sha256').update('{"n":2}').digest('hex');
        expect(facts[1]).toMatchObject({
          bodyHash: hash,
          type: 'goals.Happened.v1',
          tenant: 'acme',
        });
      });

      it('at another revision than the newest changes nothing', async () => {
        await append({});
        const before = await everything();
        for (const expected of ['none', 1, 7] as const) {
          await expect(append({ expected })).rejects.toThrow(RevisionConflict);
        }
        await expect(append({ stream: 'goals.goal-acme.2', expected: 0 })).rejects.toMatchObject({
          expected: 0,
          actual: null,
        });
        expect(await everything()).toEqual(before);
      });

      it('for another tenant than the one that began the stream changes nothing', async () => {
        await append({ commandId: 'once' });
        const before = await everything();
        const foreign = { tenant: 'other', expected: 0 as const };
        await expect(append(foreign)).rejects.toThrow(ForeignStream);
        // Not even a receipt is told to a stranger.
        await expect(append({ ...foreign, commandId: 'once' })).rejects.toThrow(ForeignStream);
        expect(await everything()).toEqual(before);
        expect(await append({ tenant: 'other', stream: 'goals.goal-other.1' })).toMatchObject({
          revision: 0,
        });
      });

      it('lets one of many that race for a revision win', async () => {
        const racing = Array.from({ length: 20 }, () => append({}));
        const outcomes = await Promise.allSettled(racing);
        expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
        expect(await log.read('goals.goal-acme.1')).toHaveLength(1);
      });

      it('keeps a sealed part beside the body', async () => {
        const facts = [{ ...happened('a'), sealed: Uint8Array.of(1, 0, 255) }, happened('b')];
        await log.append({ ...anAppend(), facts });
        for (const read of [await log.read('goals.goal-acme.1'), await everything()]) {
          const [first, second] = read;
          expect([...(first?.sealed ?? [])]).toEqual([1, 0, 255]);
          expect(second?.sealed).toBeUndefined();
        }
      });

      it('takes as many facts and bytes as allowed, and not one more', async () => {
        const many = (count: number) => Array.from({ length: count }, () => '{}');
        await append({ bodies: many(appendFactsMax) });
        const large = (bytes: number) => [JSON.stringify('ü'.padEnd(bytes - 3, 'x'))];
        await append({ stream: 's.s-acme.1', bodies: large(bodyBytesMax) });
        for (const bodies of [many(appendFactsMax + 1), [], large(bodyBytesMax + 1)]) {
          await expect(append({ stream: 's.s-acme.2', bodies })).rejects.toThrow(LimitExceeded);
        }
        expect(await log.read('s.s-acme.2')).toEqual([]);
      });
    });

    describe('the same command again', () => {
      it('gives the first receipt, whatever has happened since', async () => {
        const first = await append({ commandId: 'once', bodies: ['{}', '{}'] });
        await append({ expected: 1 });
        const again = await append({ commandId: 'once', expected: 'none' });
        expect(again).toEqual({ ...first, replayed: true });
        expect(await append({ commandId: 'once', expected: 2 })).toEqual(again);
        expect(await log.read('goals.goal-acme.1')).toHaveLength(3);
      });

      it('is refused when it asks for something else', async () => {
        await append({ commandId: 'once' });
        const other = { commandId: 'once', expected: 0 as const, fingerprint: 'other' };
        await expect(append(other)).rejects.toThrow(CommandReused);
        expect(await log.read('goals.goal-acme.1')).toHaveLength(1);
      });

      it('is another command on another stream', async () => {
        await append({ commandId: 'once' });
        const other = await append({ commandId: 'once', stream: 'goals.goal-acme.2' });
        expect(other.replayed).toBe(false);
      });

      it('sent many times at once is recorded once', async () => {
        const same = Array.from({ length: 10 }, () => append({ commandId: 'once' }));
        const receipts = await Promise.all(same);
        expect(new Set(receipts.map((one) => one.position)).size).toBe(1);
        expect(receipts.filter((one) => !one.replayed)).toHaveLength(1);
      });

      it('is recalled by its stream and id', async () => {
        const { replayed: _, ...receipt } = await append({ commandId: 'once' });
        const recalled = await log.recall('goals.goal-acme.1', 'once');
        expect(recalled).toMatchObject({ fingerprint: 'asked', receipt });
        expect(await log.recall('goals.goal-acme.1', 'never')).toBeUndefined();
        expect(await log.recall('goals.goal-acme.2', 'once')).toBeUndefined();
      });
    });

    describe('order', () => {
      it('of positions is the order of commits, without a gap or a repeat', async () => {
        const streams = Array.from({ length: 12 }, (_, index) => `goals.goal-acme.${index}`);
        const receipts = await Promise.all(
          streams.map((stream) => append({ stream, bodies: ['{}', '{}'] })),
        );
        const facts = await everything();
        const positions = facts.map((one) => one.position);
        expect(positions).toEqual(positions.toSorted());
        expect(new Set(positions).size).toBe(24);
        expect(positions.at(-1)).toBe(await log.head());
        const last = receipts.map((one) => one.position).toSorted();
        expect(last.every((one) => positions.includes(one))).toBe(true);
      });

      itOnOurClock('of the clock holds when the wall clock runs backwards', async () => {
        await append({});
        clock.set('2026-06-01T00:00:00.000Z');
        await append({ expected: 0 });
        clock.set('2026-08-01T00:00:00.000Z');
        await append({ expected: 1 });
        const times = (await everything()).map((one) => toInstant(one.recordedAt));
        expect(times).toEqual([
          '2026-07-01T09:00:00.000Z',
          '2026-07-01T09:00:00.000Z',
          '2026-08-01T00:00:00.000Z',
        ]);
      });

      it('gives the last position recorded by an instant', async () => {
        for (let no = 1; no <= 9; no += 1) {
          await append({ stream: `goals.goal-acme.${no}`, bodies: ['{}', '{}'] });
          clock.advance(86_400_000);
          if (hasOwnClock) await new Promise((resolve) => setTimeout(resolve, 3));
        }
        const facts = await everything();
        const times = facts.map((one) => one.recordedAt);
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        expect(new Set(times).size).toBe(9);
        for (const instant of times.flatMap((time) => [time - 1, time, time + 1])) {
          const last = facts.findLast((one) => one.recordedAt <= instant)?.position ?? null;
          expect(await log.positionAt(instant)).toBe(last);
        }
        expect(await log.positionAt(Date.parse('2100-01-01'))).toBe(await log.head());
      });
    });

    describe('reading all', () => {
      beforeEach(async () => {
        for (let index = 0; index < 5; index += 1) {
          await append({ stream: `goals.goal-acme.${index}` });
          await append({ tenant: 'other', stream: `goals.goal-other.${index}` });
          await append({ stream: `reviews.review-acme.${index}` });
        }
      });

      it('goes on from page to page, and says when it is at the head', async () => {
        expect(await everything()).toHaveLength(15);
        const page = await log.readAll(await log.head(), { limit: 3 });
        expect(page).toEqual({ facts: [], next: await log.head(), atHead: true });
      });

      it('leaves out the types that it is told to, and moves over them', async () => {
        const typesOf = async (options: object) =>
          (await everything(options)).map(({ type }) => type);
        const without = new Set(['goals.Happened.v1', 'goals.Never.v1']);
        const left = Array.from({ length: 5 }, () => 'reviews.Happened.v1');
        expect(await typesOf({ without })).toEqual(left);
        expect(await typesOf({ without, tenant: 'other' })).toEqual([]);
        expect(await typesOf({ without: new Set() })).toHaveLength(15);
        const page = await log.readAll(null, { limit: 100, without });
        expect(page).toMatchObject({ next: await log.head(), atHead: true });
      });

      it('filters by tenant and context, and moves over what it leaves out', async () => {
        const streamsOf = async (options: object) => {
          return [...new Set((await everything(options)).map((one) => one.stream.split('.')[1]))];
        };
        expect(await streamsOf({ tenant: 'other' })).toEqual(['goal-other']);
        expect(await streamsOf({ context: 'reviews' })).toEqual(['review-acme']);
        expect(await streamsOf({ tenant: 'acme', context: 'goals' })).toEqual(['goal-acme']);
        const none = await log.readAll(null, { limit: readAllFactsMax, tenant: 'nobody' });
        expect(none).toEqual({ facts: [], next: await log.head(), atHead: true });
      });

      it('stops at a position, inclusive', async () => {
        const until = (await everything())[6]?.position as Position;
        expect(await everything({ until })).toHaveLength(7);
        expect(await everything({ until, tenant: 'other' })).toHaveLength(2);
      });

      it('takes a limit as allowed, and no other', async () => {
        await log.readAll(null, { limit: 1 });
        await log.readAll(null, { limit: readAllFactsMax });
        for (const limit of [0, readAllFactsMax + 1, 1.5]) {
          await expect(log.readAll(null, { limit })).rejects.toThrow(LimitExceeded);
        }
      });
    });

    it('is empty at first', async () => {
      expect(await log.head()).toBeNull();
      expect(await log.read('goals.goal-acme.1')).toEqual([]);
      expect(await log.readAll(null, { limit: 1 })).toEqual({
        facts: [],
        next: null,
        atHead: true,
      });
    });

    it('reads a range of a stream, both ends within', async () => {
      await append({ bodies: ['0', '1', '2', '3'] });
      const bodies = async (range: object) =>
        (await log.read('goals.goal-acme.1', range)).map((one) => one.body);
      expect(await bodies({ from: 1, to: 2 })).toEqual(['1', '2']);
      expect(await bodies({ from: 3 })).toEqual(['3']);
      expect(await bodies({ to: 0 })).toEqual(['0']);
    });

    it('tells listeners of commits until they leave', async () => {
      let told = 0;
      const leave = log.onCommit(() => {
        told += 1;
      });
      await append({});
      await until(() => told > 0);
      leave();
      let toldOther = 0;
      const leaveToo = log.onCommit(() => {
        toldOther += 1;
      });
      await append({ expected: 0 });
      await until(() => toldOther > 0);
      expect(told).toBe(1);
      leaveToo();
    });

    it('finishes what waits when it is closed, and takes nothing more', async () => {
      let isFinished = false;
      const waiting = append({}).finally(() => {
        isFinished = true;
      });
      await log.close();
      expect(isFinished).toBe(true);
      expect(await waiting).toMatchObject({ revision: 0 });
      await expect(append({ expected: 0 })).rejects.toThrow(LogUnavailable);
      await expect(log.head()).rejects.toThrow(LogUnavailable);
    });
  });
}
