import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shownCells, type Cell } from './survey-guard.ts';

const cells = (...sizes: readonly number[]): Cell[] =>
  sizes.map((n, index) => ({ label: `g${index}`, n }));
const shown = (k: number, ...sizes: readonly number[]) => {
  const { all, groups } = shownCells(cells(...sizes), k);
  return [all, [...groups].toSorted()];
};

describe('what is shown of groups beside all', () => {
  it('is everything where no group is small', () => {
    expect(shown(3, 3, 5, 4)).toEqual([true, ['g0', 'g1', 'g2']]);
  });

  it('is nothing of fewer than were promised', () => {
    expect(shown(3, 1, 1)).toEqual([false, []]);
    expect(shown(3)).toEqual([false, []]);
    expect(shown(3, 2, 1)).toEqual([true, []]);
  });

  it('leaves no group to be found by a difference', () => {
    // The two are all but those that are shown: the smallest of these is hidden with them.
    expect(shown(3, 2, 9, 4)).toEqual([true, ['g1']]);
    // Two that are hidden are of three together: nothing more is hidden for them.
    expect(shown(3, 2, 1, 4)).toEqual([true, ['g2']]);
    // One alone that is hidden is the difference, however large it was.
    expect(shown(3, 2, 4)).toEqual([true, []]);
  });

  it('is not changed by groups in which nobody answered', () => {
    expect(shown(3, 0, 4, 4)).toEqual([true, ['g1', 'g2']]);
  });

  it('never lets fewer than k be worked out', () => {
    const sizes = fc.array(fc.nat(12), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 3, max: 8 }), (some, k) => {
        const all = cells(...some);
        const { all: isShown, groups } = shownCells(all, k);
        const hidden = all.filter(({ label, n }) => n > 0 && !groups.has(label));
        const left = hidden.reduce((sum, { n }) => sum + n, 0);
        expect(all.every(({ label, n }) => !groups.has(label) || n >= k)).toBe(true);
        if (isShown && groups.size > 0) {
          expect(hidden.length === 0 || (hidden.length > 1 && left >= k)).toBe(true);
        }
      }),
    );
  });
});
