import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  displayTier,
  firmCountMin,
  lowerBoundRanking,
  netPromoterScore,
  shownCountMin,
} from './index.ts';

describe('the tier of a figure', () => {
  it.each([
    [0, 'hidden'],
    [shownCountMin - 1, 'hidden'],
    [shownCountMin, 'indicative'],
    [firmCountMin - 1, 'indicative'],
    [firmCountMin, 'firm'],
  ])('of %d observations is %s', (n, tier) => {
    expect(displayTier(n)).toBe(tier);
  });

  it('begins at 5 and at 30', () => {
    expect([shownCountMin, firmCountMin]).toEqual([5, 30]);
  });

  it.each([-1, 0.5, Number.NaN])('does not exist for %d', (n) => {
    expect(() => displayTier(n)).toThrow(RangeError);
  });
});

const unit = (id: string, n: number, low: number | null) => ({ id, n, low });

describe('a ranking by the lower bound', () => {
  it('puts many good answers before a few happy ones', () => {
    const score = (passives: number, promoters: number) =>
      netPromoterScore('nps@1', [0, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters]);
    const ranked = lowerBoundRanking([
      { id: 'few', ...score(1, 5) },
      { id: 'many', ...score(60, 240) },
    ]);
    expect(ranked.map(({ id, rank, tier }) => [id, rank, tier])).toEqual([
      ['many', 1, 'firm'],
      ['few', 2, 'indicative'],
    ]);
    expect(score(1, 5).value).toBeGreaterThan(score(60, 240).value ?? NaN);
  });

  it('shares a rank between equal bounds, and skips those after', () => {
    const units = [unit('d', 40, 1), unit('c', 40, 7), unit('b', 6, 7), unit('a', 40, 9)];
    const ranked = lowerBoundRanking(units);
    expect(ranked.map(({ id, rank }) => `${id}${rank}`)).toEqual(['a1', 'b2', 'c2', 'd4']);
  });

  it('leaves out what is hidden or has no bound, in an order that tells nothing', () => {
    const units = [unit('z', 4, 99), unit('y', 40, null), unit('b', 5, 1), unit('a', 0, null)];
    const ranked = lowerBoundRanking(units);
    expect(ranked.map(({ id, rank, tier }) => [id, rank, tier])).toEqual([
      ['b', 1, 'indicative'],
      ['a', null, 'hidden'],
      ['y', null, 'firm'],
      ['z', null, 'hidden'],
    ]);
    expect(lowerBoundRanking([])).toEqual([]);
  });

  const units = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      n: fc.nat({ max: 60 }),
      low: fc.option(fc.integer({ min: -5, max: 5 })),
    }),
    { selector: ({ id }) => id, maxLength: 20 },
  );

  it('gives the rank that counts the better ones, whatever the order they came in', () => {
    fc.assert(
      fc.property(units, (some) => {
        const ranked = lowerBoundRanking(some);
        expect(lowerBoundRanking(some.toReversed())).toEqual(ranked);
        expect(ranked.map(({ id }) => id).sort()).toEqual(some.map(({ id }) => id).sort());
        const shown = ranked.filter(({ n, low }) => n >= 5 && low !== null);
        for (const { rank, n, low } of ranked) {
          const better = shown.filter((one) => (one.low ?? NaN) > (low ?? NaN)).length;
          expect(rank).toBe(n >= 5 && low !== null ? better + 1 : null);
        }
      }),
    );
  });
});
