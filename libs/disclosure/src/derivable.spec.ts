import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchStepsMax, smallGroup, type SmallGroup, type Steps } from './derivable.ts';
import { isGivenAway, rankOf, type Known } from './derivable.testing.ts';
import { addition, emptySpace, extended } from './space.ts';

/** What is found as the rows are shown one by one, the first of it. */
function firstFound({ weights, rows }: Known, threshold: number, steps?: Steps): SmallGroup | null {
  let space = emptySpace(weights, threshold);
  for (const row of rows) {
    const lots = row.flatMap((is, lot) => (is === 1 ? [lot] : []));
    const more = addition(space, lots, weights);
    const found = smallGroup(more, steps);
    if (found !== null) return found;
    space = extended(more);
  }
  return null;
}

const anyKnown: fc.Arbitrary<Known> = fc.integer({ min: 1, max: 10 }).chain((lots) =>
  fc.record({
    weights: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: lots, maxLength: lots }),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: lots, maxLength: lots }), {
      ...{ minLength: 1, maxLength: 7 },
    }),
  }),
);

/** Single answers, so that several rows must be chosen for one group: chance seldom finds such. */
const entangled: Known = {
  weights: [2, 1, 2, 2, 1, 2, 1, 1, 1, 1, 1, 2],
  rows: [
    [1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0],
    [0, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    [1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1],
    [1, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1],
    [0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1],
    [1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1],
  ],
};

const [whole, a, b, c] = [
  [1, 1, 1, 0],
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
];

describe('the search for a small group', () => {
  it('finds one exactly where trying every set of lots does', () => {
    const times = { found: 0, none: 0 };
    fc.assert(
      fc.property(anyKnown, fc.integer({ min: 3, max: 12 }), (known, threshold) => {
        const isThere = isGivenAway(known, threshold);
        times[isThere ? 'found' : 'none'] += 1;
        expect(firstFound(known, threshold) !== null).toBe(isThere);
      }),
      { numRuns: 2_000, examples: [[entangled, 6]] },
    );
    expect(Math.min(times.found, times.none)).toBeGreaterThan(200);
  });

  it.each([
    ['a small row', [4, 9, 9, 9], [a], true],
    ['a row that is large enough', [5, 9, 9, 9], [a], false],
    ['the rest of a parent', [9, 9, 4, 9], [whole, a, b], true],
    ['no rest', [9, 9, 5, 9], [whole, a, b], false],
    ['a rest of two small ones', [9, 3, 2, 9], [whole, a], false],
    ['the same row twice', [9, 9, 9, 9], [a, a], false],
    ['what adds up to a parent', [9, 9, 9, 9], [a, b, c, whole], false],
    [
      'half of twice a lot',
      [4, 9, 9, 9],
      [
        [1, 1, 0, 0],
        [0, 1, 1, 0],
        [1, 0, 1, 0],
      ],
      true,
    ],
    [
      'an answer less another',
      [1, 1, 9, 9],
      [
        [1, 0, 1, 0],
        [0, 1, 1, 0],
      ],
      true,
    ],
  ])('%s', (_, weights, rows, isThere) => {
    const known = { weights, rows: rows as readonly (readonly number[])[] };
    expect(firstFound(known, 5) !== null).toBe(isThere);
    expect(isGivenAway(known, 5)).toBe(isThere);
  });

  it('names the classes of the group', () => {
    const weights = [9, 9, 4];
    const rows = [
      [1, 1, 1],
      [1, 0, 0],
      [0, 1, 0],
    ];
    const found = firstFound({ weights, rows }, 5);
    expect(found).toHaveLength(1);
  });
});

describe('a search that gives up', () => {
  /** Rows, columns and diagonals of a square of single answers: many rows that share many lots. */
  const squareOf = (side: number): Known => {
    const lots = Array.from({ length: side * side }, (_, lot) => lot);
    const lines = Array.from({ length: 3 * side }, (_, at) => at);
    const is = (lot: number, at: number) =>
      (Math.floor(lot / side) + (1 + Math.floor(at / side)) * lot) % side === at % side;
    const rows = lines.map((at) => lots.map((lot) => (is(lot, at) ? 1 : 0)));
    return { weights: lots.map(() => 1), rows };
  };

  it('has not found that all is well', () => {
    const steps = { left: 1_000_000 };
    expect(firstFound(squareOf(15), 12, steps)).toBe('unknown');
    expect(1_000_000 - steps.left).toBeGreaterThanOrEqual(searchStepsMax);
    expect(1_000_000 - steps.left).toBeLessThan(3 * searchStepsMax);
  });

  it('does so when the steps of the release are used up, and not before', () => {
    const square = squareOf(5);
    const steps = { left: searchStepsMax };
    expect(firstFound(square, 4, steps)).toBeNull();
    const used = searchStepsMax - steps.left;
    expect(used).toBeGreaterThan(20);
    expect(firstFound(square, 4, { left: used })).toBeNull();
    expect(firstFound(square, 4, { left: used - 1 })).toBe('unknown');
  });
});

it('the rank that it is compared with is one', () => {
  expect(
    rankOf([
      [1, 1, 0],
      [0, 1, 1],
      [1, 2, 1],
    ]),
  ).toBe(2);
  expect(
    rankOf([
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ]),
  ).toBe(3);
  expect(
    rankOf([
      [0, 0],
      [0, 0],
    ]),
  ).toBe(0);
});
