import { describe, expect, it } from '@jest/globals';
import { lotsOfGrowth } from './lots.ts';

describe('the lots of growth', () => {
  it('are what came to each atom from one release to the next', () => {
    expect(lotsOfGrowth([{ a: 3 }, { a: 3, b: 2 }, { a: 7, b: 2 }])).toEqual([
      { n: 3, places: ['a', 'a', 'a'] },
      { n: 4, places: [null, null, 'a'] },
      { n: 2, places: [null, 'b', 'b'] },
    ]);
  });

  it('are none of nothing', () => {
    expect(lotsOfGrowth([])).toEqual([]);
    expect(lotsOfGrowth([{ a: 0 }])).toEqual([]);
  });

  it.each([
    ['fell', [{ a: 3 }, { a: 2 }]],
    ['is no longer there', [{ a: 3 }, {}]],
  ])('do not exist where a count %s', (_, releases) => {
    expect(() => lotsOfGrowth(releases)).toThrow(RangeError);
  });
});
