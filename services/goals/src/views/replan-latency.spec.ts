import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { replanLatency, type CitingAmendment, type Signal } from './replan-latency.ts';

const ms = (time: string) => Date.parse(`2026-${time}:00.000Z`);
const until = ms('06-01T00:00');
const signal = (signalId: string, raised: string, over: Partial<Signal> = {}): Signal => ({
  ...{ signalId, kind: 'market', raisedAt: ms(raised) },
  ...over,
});
const cites = (goalId: string, signalId: string, time: string): CitingAmendment => ({
  ...{ goalId, signalId, at: ms(time) },
});
const price = signal('price', '03-01T00:00');

describe('the latency of a re-plan', () => {
  it('goes from a signal to the first amendment of each goal that cites it', () => {
    const amendments = [
      cites('a', 'price', '03-09T00:00'),
      cites('a', 'price', '03-03T12:00'),
      cites('b', 'price', '03-05T00:00'),
    ];
    const latency = replanLatency({ signals: [price], amendments, until });
    expect(latency.signals).toEqual([
      {
        ...price,
        answers: [
          { goalId: 'a', days: 2.5 },
          { goalId: 'b', days: 4 },
        ],
      },
    ]);
    expect(latency.median).toEqual({
      ...{ value: 3.25, n: 2, definition: 'replan-latency-p50@1', low: null, high: null },
    });
    expect(latency.p90.value).toBeCloseTo(3.85, 12);
    expect(latency.open).toEqual([]);
  });

  it('counts a goal once for each signal that it answers', () => {
    const law = signal('law', '04-01T00:00', { kind: 'regulation' });
    const amendments = [cites('a', 'price', '03-02T00:00'), cites('a', 'law', '04-04T00:00')];
    const { median } = replanLatency({ signals: [law, price], amendments, until });
    expect(median).toMatchObject({ value: 2, n: 2 });
  });

  it('says apart which signals are not answered yet, and how old they are', () => {
    const latency = replanLatency({ signals: [price], amendments: [], until: ms('03-11T12:00') });
    expect(latency.median).toMatchObject({ value: null, n: 0 });
    expect(latency.open).toEqual([{ ...price, ageDays: 10.5 }]);
  });

  it('does not know of what comes later, nor of signals that were not raised', () => {
    const amendments = [cites('a', 'price', '03-05T00:00'), cites('a', 'other', '03-05T00:00')];
    const asked = { signals: [price], amendments };
    expect(replanLatency({ ...asked, until: ms('03-04T23:59') }).open).toHaveLength(1);
    expect(replanLatency({ ...asked, until: ms('03-05T00:00') }).median.value).toBe(4);
    expect(replanLatency({ ...asked, until: ms('02-28T00:00') }).signals).toEqual([]);
  });

  it('does not take for an answer what is dated before the signal', () => {
    const amendments = [cites('a', 'price', '02-28T00:00')];
    const latency = replanLatency({ signals: [price], amendments, until });
    expect(latency).toMatchObject({ before: 1, open: [{ signalId: 'price' }] });
    const same = [cites('a', 'price', '03-01T00:00')];
    expect(replanLatency({ signals: [price], amendments: same, until }).median.value).toBe(0);
  });

  it('does not depend on the order, nor on what is given twice', () => {
    const at = fc.integer({ min: 0, max: 60 }).map((day) => ms('03-01T00:00') + day * 43_200_000);
    const id = fc.constantFrom('a', 'b', 'c');
    const asked = fc.record({
      signals: fc.uniqueArray(
        fc.record({ signalId: id, kind: fc.constant<'market'>('market'), raisedAt: at }),
        { selector: (one) => one.signalId },
      ),
      amendments: fc.array(fc.record({ goalId: id, signalId: id, at })),
    });
    fc.assert(
      fc.property(asked, ({ signals, amendments }) => {
        const latency = replanLatency({ signals, amendments, until });
        const twice = [...amendments, ...amendments].toReversed();
        const other = [...signals, ...signals].toReversed();
        expect(replanLatency({ signals: other, amendments: twice, until })).toEqual(latency);
        const answered = latency.signals.filter((one) => one.answers.length > 0);
        expect(answered.length + latency.open.length).toBe(signals.length);
        expect(latency.signals.every((one) => one.answers.every(({ days }) => days >= 0))).toBe(
          true,
        );
      }),
    );
  });
});
