import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pooledCounts, totalOf } from './index.ts';

const scale = fc.array(fc.nat({ max: 1_000 }), { minLength: 5, maxLength: 5 });

describe('counts', () => {
  it('sum to their total, and none to 0', () => {
    expect(totalOf([2, 0, 5])).toBe(7);
    expect(totalOf([])).toBe(0);
  });

  it.each([[-1], [0.5], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 53]])(
    'are refused when one is %d',
    (count) => {
      expect(() => totalOf([1, count])).toThrow(RangeError);
      expect(() => pooledCounts(1, [[count]])).toThrow(RangeError);
    },
  );

  it('are pooled place by place', () => {
    const groups = [
      [1, 2, 3],
      [10, 0, 1],
    ];
    expect(pooledCounts(3, groups)).toEqual([11, 2, 4]);
    expect(pooledCounts(3, [])).toEqual([0, 0, 0]);
  });

  it('are not pooled over scales of two lengths', () => {
    expect(() => pooledCounts(2, [[1, 2], [1]])).toThrow(RangeError);
    expect(() => pooledCounts(2, [[1, 2, 3]])).toThrow(RangeError);
  });

  it('lose nobody, whatever the order of the groups', () => {
    fc.assert(
      fc.property(fc.array(scale, { maxLength: 8 }), (groups) => {
        const pooled = pooledCounts(5, groups);
        expect(totalOf(pooled)).toBe(totalOf(groups.map(totalOf)));
        expect(pooledCounts(5, groups.toReversed())).toEqual(pooled);
      }),
    );
  });
});
