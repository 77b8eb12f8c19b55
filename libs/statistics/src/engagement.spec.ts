import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { engagementIndex, wilsonInterval } from './index.ts';

const item = (favourable: number, n: number) => ({ favourable, n });
const anyItem = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 500 })).map(([some, more]) => {
  return item(Math.min(some, more), more);
});

describe('the engagement index', () => {
  it('pools the answers to its questions, and never averages their shares', () => {
    const index = engagementIndex([item(3, 4), item(10, 40)]);
    expect(index).toMatchObject({ value: 13 / 44, successes: 13, answers: 44, items: 2, n: 4 });
    expect(index.value).not.toBeCloseTo((3 / 4 + 10 / 40) / 2, 2);
  });

  it('of one question is its favourable share', () => {
    fc.assert(
      fc.property(anyItem, ({ favourable, n }) => {
        const { low, high } = wilsonInterval(favourable, n) ?? {};
        const index = engagementIndex([item(favourable, n)]);
        expect(index.value).toBe(favourable / n);
        expect(index.low).toBeCloseTo(low ?? NaN, 12);
        expect(index.high).toBeCloseTo(high ?? NaN, 12);
      }),
    );
  });

  it('of the same people asked several times is no surer than of one question', () => {
    fc.assert(
      fc.property(anyItem, fc.integer({ min: 2, max: 9 }), (one, times) => {
        const once = engagementIndex([one]);
        expect(engagementIndex(Array.from({ length: times }, () => one))).toMatchObject({
          ...{ value: once.value, low: once.low, high: once.high, n: one.n },
          ...{ answers: times * one.n, items: times },
        });
      }),
    );
  });

  it('lies within its interval, and within 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 8 }), (items) => {
        const { value, low, high } = engagementIndex(items);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(value).toBeGreaterThanOrEqual(low ?? NaN);
        expect(high).toBeGreaterThanOrEqual(value ?? NaN);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([[[]], [[item(0, 0)]], [[item(3, 4), item(0, 0)]]])('is unknown of %j', (items) => {
    expect(engagementIndex(items)).toMatchObject({ value: null, low: null, high: null, n: 0 });
  });

  it.each([item(5, 4), item(-1, 4), item(0.5, 4), item(0, Number.NaN)])('is none of %j', (one) => {
    expect(() => engagementIndex([one])).toThrow(RangeError);
  });
});
