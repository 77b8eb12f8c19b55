import { describe, expect, it } from '@jest/globals';
import { Malformed } from '@plumbline/kernel';
import oracle from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical.ts';

describe('canonical JSON', () => {
  it('is what RFC 8785 prints in its section 3.2.3', () => {
    const sorted = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '1': 'One',
      '\ufb33': 'Hebrew',
    };
    expect(canonicalJson(sorted)).toBe(
      '{"\\r":"Carriage Return","1":"One","€":"Euro Sign","\ufb33":"Hebrew"}',
    );
    expect(canonicalJson([333333333.33333329, 1e30 / 1e15, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1000000000000000,4.5,0.002,1e-27,0]',
    );
  });

  it('agrees with another implementation, whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue().filter(hasSafeIntegers), (value) => {
        expect(canonicalJson(value)).toBe(oracle(value));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['undefined', undefined],
    ['a member that is undefined', { a: undefined }],
    ['a function', { a: () => 1 }],
    ['a number that is none', [Number.NaN]],
    ['infinity', [Infinity]],
    ['an integer beyond 2^53 − 1', [2 ** 53]],
    ['half a surrogate pair', ['\ud83d']],
    ['half a pair in a name', { '\udc00': 1 }],
    ['a big integer', [1n]],
    ['an object of a class', [new Date(0)]],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(Malformed);
  });

  it('takes whole surrogate pairs, and the largest integers', () => {
    expect(canonicalJson(['😀', 2 ** 53 - 1])).toBe('["😀",9007199254740991]');
  });
});

/** Integers beyond 2^53 − 1 are refused by ours, as another case says, and taken by the other. */
function hasSafeIntegers(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(hasSafeIntegers);
}
