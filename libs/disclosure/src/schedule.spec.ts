import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isReleaseDue } from './schedule.ts';

describe('the batches at which figures are released', () => {
  it('are the first ones, and then fewer and fewer', () => {
    const due = Array.from({ length: 64 }, (_, at) => at + 1).filter(isReleaseDue);
    expect(due).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64]);
  });

  it('leave out no more than a quarter of what was released before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (batches) => {
        let last = batches;
        while (!isReleaseDue(last)) last -= 1;
        expect(batches - last).toBeLessThan(Math.max(1, last / 4));
      }),
      { numRuns: 50 },
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('are counted, and %d is no count', (batches) => {
    expect(() => isReleaseDue(batches)).toThrow(RangeError);
  });
});
