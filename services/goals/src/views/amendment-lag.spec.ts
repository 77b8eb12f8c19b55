import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amendmentLag, type AlignedPair, type AmendmentLagInput } from './amendment-lag.ts';

const ms = (time: string) => Date.parse(`2026-${time}:00.000Z`);
const pair = (over: Partial<AlignedPair> = {}): AlignedPair => ({
  ...{ alignmentId: 'edge', child: 'child', parent: 'parent' },
  ...{ from: '2026-01-01', until: null, childOverAt: null },
  ...over,
});
const amended = (of: string, ...times: readonly string[]) => {
  return times.map((time) => ({ of, at: ms(time) }));
};
const lagOf = (over: Partial<AmendmentLagInput>) => {
  const none = { amendments: [], alignments: [] };
  return amendmentLag({ pairs: [pair()], ...none, until: ms('06-01T00:00'), ...over });
};

describe('the lag of amendments', () => {
  it('goes from an amendment of the parent to the first of the child after it', () => {
    const child = amended('child', '02-20T12:00', '03-04T12:00', '03-20T12:00');
    const lag = lagOf({ amendments: [...child, ...amended('parent', '03-01T00:00')] });
    expect(lag.answered).toEqual([
      {
        ...{ alignmentId: 'edge', child: 'child', parent: 'parent', days: 3.5 },
        ...{ amendedAt: ms('03-01T00:00'), replannedAt: ms('03-04T12:00') },
      },
    ]);
    expect(lag.median).toEqual({
      ...{ value: 3.5, n: 1, definition: 'amendment-lag-p50@1', low: null, high: null },
    });
    expect(lag.waiting).toEqual([]);
  });

  it('takes another alignment of the child for a re-plan', () => {
    const moved = pair({ until: '2026-03-03' });
    const asked = {
      amendments: amended('parent', '03-01T00:00'),
      alignments: [{ child: 'child', at: ms('03-03T12:00') }],
    };
    expect(lagOf({ ...asked, pairs: [moved] }).median.value).toBe(2.5);
  });

  it('counts what one re-plan answers once, from the first amendment', () => {
    const parent = amended('parent', '03-01T00:00', '03-02T00:00', '03-05T00:00');
    const lag = lagOf({ amendments: [...parent, ...amended('child', '03-05T00:00')] });
    expect(lag.answered.map((one) => one.days)).toEqual([4]);
    const again = amended('parent', '03-05T00:01');
    const both = lagOf({ amendments: [...parent, ...amended('child', '03-05T00:00'), ...again] });
    expect([both.answered.length, both.waiting.length]).toEqual([1, 1]);
  });

  it('is the median and the ninetieth percentile over all pairs', () => {
    const pairs = [1, 2, 3, 4].map((one) => {
      return pair({ alignmentId: `edge-${one}`, child: `child-${one}` });
    });
    const children = [1, 2, 3, 4].flatMap((one) => amended(`child-${one}`, `03-0${one + 1}T00:00`));
    const lag = lagOf({ pairs, amendments: [...amended('parent', '03-01T00:00'), ...children] });
    expect(lag.median).toMatchObject({ value: 2.5, n: 4 });
    expect(lag.p90.value).toBeCloseTo(3.7, 12);
  });

  it('says apart who still waits, and for how long', () => {
    const lag = lagOf({ amendments: amended('parent', '05-22T00:00', '05-30T00:00') });
    expect(lag.median).toMatchObject({ value: null, n: 0 });
    expect(lag.waiting).toMatchObject([{ child: 'child', ageDays: 10 }]);
  });

  it('does not know of what comes after the time that is asked for', () => {
    const amendments = [...amended('parent', '05-01T00:00'), ...amended('child', '05-04T00:00')];
    const before = lagOf({ amendments, until: ms('05-03T23:59') });
    expect([before.answered.length, before.waiting.length]).toEqual([0, 1]);
    expect(lagOf({ amendments, until: ms('05-04T00:00') }).median.value).toBe(3);
    expect(lagOf({ amendments, until: ms('04-30T00:00') }).waiting).toEqual([]);
  });

  it('lapses where the child is over, or hangs there no more, without a re-plan', () => {
    const amendments = amended('parent', '03-01T00:00');
    for (const over of [{ childOverAt: ms('03-10T00:00') }, { until: '2026-03-10' }]) {
      const lag = lagOf({ amendments, pairs: [pair(over)] });
      expect([lag.lapsed, lag.waiting.length]).toEqual([1, 0]);
      const later = lagOf({ amendments, pairs: [pair(over)], until: ms('03-09T00:00') });
      expect([later.lapsed, later.waiting.length]).toEqual([0, 1]);
    }
    const late = [...amendments, ...amended('child', '03-11T00:00')];
    expect(lagOf({ amendments: late, pairs: [pair({ until: '2026-03-10' })] }).lapsed).toBe(1);
  });

  it('asks for nothing before or after the days of the alignment', () => {
    const amendments = amended('parent', '02-28T23:59', '04-01T00:00');
    const lag = lagOf({ amendments, pairs: [pair({ from: '2026-03-01', until: '2026-04-01' })] });
    expect([lag.answered.length, lag.waiting.length, lag.lapsed]).toEqual([0, 0, 0]);
  });

  it('does not depend on the order, nor on what is given twice, and is never below 0', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const at = fc.integer({ min: 0, max: 60 }).map((day) => ms('03-01T00:00') + day * 43_200_000);
    const asked = fc.record({
      pairs: fc.uniqueArray(
        fc.tuple(id, id).map(([child, parent]) => {
          return pair({ alignmentId: `${child}-${parent}`, child, parent });
        }),
        { selector: (one) => one.alignmentId },
      ),
      amendments: fc.array(fc.record({ of: id, at })),
      alignments: fc.array(fc.record({ child: id, at })),
    });
    fc.assert(
      fc.property(asked, ({ pairs, amendments, alignments }) => {
        const lag = lagOf({ pairs, amendments, alignments });
        expect(
          lagOf({
            pairs: [...pairs, ...pairs].toReversed(),
            amendments: [...amendments, ...amendments].toReversed(),
            alignments: alignments.toReversed(),
          }),
        ).toEqual(lag);
        const days = [
          ...lag.answered.map((one) => one.days),
          ...lag.waiting.map((one) => one.ageDays),
        ];
        expect(days.every((one) => one >= 0)).toBe(true);
        expect(lag.median.n).toBe(lag.answered.length);
      }),
    );
  });
});
