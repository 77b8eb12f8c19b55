import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { derivedId, manualClock, type ManualClock } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { anAppend } from './event-log.contract.ts';
import { ForeignStream, LimitExceeded, LogUnavailable, RecordedLater } from './event-log.ts';
import { readAllFactsMax, restoreCommandsMax, StreamDiffers } from './event-log.ts';
import type { RecordedCommand, RestorableLog } from './event-log.ts';

const monday = Date.parse('2025-03-03T08:00:00.000Z');
const tuesday = Date.parse('2025-03-04T08:00:00.000Z');
const wednesday = Date.parse('2025-03-05T08:00:00.000Z');

/** A command that another log has recorded. */
function recorded(
  stream: string,
  commandId: string,
  over: Partial<RecordedCommand> = {},
): RecordedCommand {
  const facts = ['a', 'b'].map((name, index) => ({
    id: derivedId(stream, commandId, index),
    type: 'goals.Happened.v1',
    body: JSON.stringify({ commandId, name }),
  }));
  return { ...anAppend({ stream, commandId }), facts, recordedAt: monday, ...over };
}

/** What every adapter must keep that takes what another log has recorded. */
export function restoreContract(
  name: string,
  open: (clock: ManualClock) => RestorableLog | Promise<RestorableLog>,
): void {
  describe(`the contract of restoring: ${name}`, () => {
    let log: RestorableLog;
    let clock: ManualClock;
    beforeEach(async () => {
      clock = manualClock('2026-07-01T09:00:00.000Z');
      log = await open(clock);
    });
    afterEach(() => log.close());

    const one = 'goals.goal-acme.1';
    const other = 'goals.goal-acme.2';
    const sealed = Uint8Array.of(7, 0, 255);
    const history = (): RecordedCommand[] => {
      const { facts } = recorded(one, 'begin');
      const withPart = facts.map((fact, index) => (index === 0 ? { ...fact, sealed } : fact));
      return [
        recorded(one, 'begin', { facts: withPart }),
        recorded(other, 'begin', { recordedAt: tuesday }),
        recorded(one, 'go-on', { expected: 1, recordedAt: tuesday }),
        recorded(other, 'go-on', { expected: 1, recordedAt: wednesday }),
      ];
    };
    const everything = async () =>
      (await log.readAll(null, { limit: readAllFactsMax })).facts.map((fact) => {
        const { id, type, tenant, stream, revision, position, recordedAt, body, bodyHash } = fact;
        const part = fact.sealed && [...fact.sealed];
        return { id, type, tenant, stream, revision, position, recordedAt, body, bodyHash, part };
      });

    it('keeps what the other log gave, in its order', async () => {
      expect(await log.restore(history())).toBe(4);
      const facts = await everything();
      expect(facts.map(({ stream, revision }) => `${stream} ${revision}`)).toEqual([
        ...[`${one} 0`, `${one} 1`, `${other} 0`, `${other} 1`],
        ...[`${one} 2`, `${one} 3`, `${other} 2`, `${other} 3`],
      ]);
      expect(facts.map((fact) => fact.recordedAt)).toEqual([
        ...[monday, monday, tuesday, tuesday, tuesday, tuesday, wednesday, wednesday],
      ]);
      expect(facts.map(({ id, type, body }) => ({ id, type, body }))).toEqual(
        history().flatMap((command) => {
          return command.facts.map(({ id, type, body }) => ({ id, type, body }));
        }),
      );
      expect(facts.map((fact) => fact.part)).toEqual([[...sealed], ...Array.from({ length: 7 })]);
      const positions = facts.map((fact) => fact.position);
      expect(positions).toEqual(positions.toSorted());
      expect((await log.read(one)).map((fact) => fact.recordedAt)).toEqual([
        ...[monday, monday, tuesday, tuesday],
      ]);
    });

    it('gives the last position that the other log had recorded by an instant', async () => {
      await log.restore(history());
      const positions = (await everything()).map((fact) => fact.position);
      expect(await log.positionAt(monday - 1)).toBeNull();
      expect(await log.positionAt(monday)).toBe(positions[1]);
      expect(await log.positionAt(tuesday + 1)).toBe(positions[5]);
      expect(await log.positionAt(wednesday)).toBe(positions[7]);
    });

    it('the same again changes nothing, and a part of it is completed', async () => {
      expect(await log.restore(history().slice(0, 3))).toBe(3);
      const before = await everything();
      expect(await log.restore(history().slice(0, 3))).toBe(0);
      expect(await everything()).toEqual(before);
      expect(await log.restore(history())).toBe(1);
      expect((await everything()).slice(0, 6)).toEqual(before);
      expect(await log.restore(history())).toBe(0);
    });

    it('what is recorded afterwards goes on from there', async () => {
      await log.restore(history());
      const again = await log.append(anAppend({ stream: one, commandId: 'go-on', expected: 7 }));
      expect(again).toMatchObject({ revision: 3, replayed: true });
      const next = await log.append(anAppend({ stream: one, expected: 3 }));
      expect(next).toMatchObject({ revision: 4, replayed: false });
      const facts = await everything();
      expect(facts.at(-1)?.position).toBe(next.position);
      expect(facts.at(-1)?.recordedAt).toBeGreaterThan(wednesday);
      expect(await log.recall(other, 'begin')).toMatchObject({ fingerprint: 'asked' });
    });

    it.each<[string, Partial<RecordedCommand>]>([
      ['another body', { facts: [{ id: derivedId('x'), type: 'goals.Happened.v1', body: '{}' }] }],
      ['fewer facts', { facts: recorded(one, 'begin').facts.slice(0, 1) }],
      ['another fingerprint', { fingerprint: 'other' }],
      ['another command', { commandId: 'other' }],
      ['another time', { recordedAt: monday + 1 }],
      ['another place', { expected: 3 }],
      ['the next place', { expected: 1 }],
    ])('a stream that has something else is left as it is: %s', async (_, over) => {
      await log.restore([recorded(one, 'begin')]);
      const before = await everything();
      await expect(log.restore([recorded(one, 'begin', over)])).rejects.toThrow(StreamDiffers);
      await expect(log.restore([recorded(one, 'begin', over)])).rejects.toMatchObject({
        stream: one,
      });
      expect(await everything()).toEqual(before);
    });

    it('a stream that lacks what comes before is refused', async () => {
      const late = recorded(one, 'go-on', { expected: 1 });
      await expect(log.restore([late])).rejects.toThrow(StreamDiffers);
      expect(await log.head()).toBeNull();
    });

    it('nothing is put after what was recorded later', async () => {
      await log.restore([recorded(one, 'begin', { recordedAt: tuesday })]);
      const before = await everything();
      await expect(log.restore([recorded(other, 'begin')])).rejects.toThrow(RecordedLater);
      expect(await everything()).toEqual(before);
      // At the same time is not later.
      expect(await log.restore([recorded(other, 'begin', { recordedAt: tuesday })])).toBe(1);
    });

    it('a stream of another tenant is refused', async () => {
      await log.restore([recorded(one, 'begin')]);
      const foreign = recorded(one, 'begin', { tenant: 'other' });
      await expect(log.restore([foreign])).rejects.toThrow(ForeignStream);
    });

    it('goes on after a refusal as if it had not been', async () => {
      const refused = [recorded(one, 'new'), recorded(one, 'late', { expected: 9 })];
      await expect(log.restore(refused)).rejects.toThrow(StreamDiffers);
      await log.restore([recorded(one, 'new')]);
      await log.restore([recorded(other, 'new')]);
      const streams = (await everything()).map((fact) => fact.stream);
      expect(streams).toEqual([one, one, other, other]);
      expect((await log.read(other)).map((fact) => fact.stream)).toEqual([other, other]);
    });

    it('takes as many commands as allowed, and not one more', async () => {
      const many = (count: number) =>
        Array.from({ length: count }, (_, no) => recorded(`goals.goal-acme.m${no}`, 'begin'));
      expect(await log.restore(many(restoreCommandsMax))).toBe(restoreCommandsMax);
      await expect(log.restore(many(restoreCommandsMax + 1))).rejects.toThrow(LimitExceeded);
      await expect(log.restore([])).rejects.toThrow(LimitExceeded);
      await expect(log.restore([recorded(one, 'x', { facts: [] })])).rejects.toThrow(LimitExceeded);
    });

    it('tells listeners when something was added', async () => {
      let told = 0;
      const leave = log.onCommit(() => {
        told += 1;
      });
      await log.restore(history().slice(0, 1));
      await until(() => told > 0);
      leave();
    });

    it('takes nothing once it is closed', async () => {
      await log.close();
      await expect(log.restore(history())).rejects.toThrow(LogUnavailable);
    });
  });
}
