import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isGivenAway,
  isGivenAwayBySides,
  isGivenAwayBySigns,
  knownFrom,
} from './derivable.testing.ts';
import { anyGrowth, anyRestatement, released, theGuard } from './guard.testing.ts';
import type { Guard, Series } from './guard.testing.ts';
import type { Cell, Lot } from './lots.ts';

const thresholds = { figures: 5, comments: 7 };
const anySeries = fc.oneof(anyGrowth, anyRestatement);

/** All that readers know once the last release is out. */
function knownOf(series: Series, guard: Guard) {
  const shown = released(series, thresholds, guard).map((one) => one.shown.figures);
  return knownFrom(series.lots, shown);
}

/** No release, with those before it, lets anything be computed about a small group. */
const nothingIsGivenAway = (guard: Guard, series: fc.Arbitrary<Series>) =>
  fc.property(series, (one) => !isGivenAway(knownOf(one, guard), thresholds.figures));

/** Shows what a rule lets through, by the counts of this release alone. */
const faulty =
  (lets: (n: number, others: readonly Cell[], cell: Cell, count: Count) => boolean): Guard =>
  ({ cells, lots }, asked) => {
    const count: Count = (is) =>
      lots.reduce((sum, lot) => sum + (is(lot.places.at(-1)) ? lot.n : 0), 0);
    const shown: Cell[] = [];
    for (const cell of [...cells].sort((one, other) => one.level - other.level)) {
      if (lets(count(within(cell)), shown, cell, count)) shown.push(cell);
    }
    return { thresholds: asked, cells: [], shown: { figures: shown, comments: [] } };
  };
type Place = Lot['places'][number] | undefined;
type Count = (is: (place: Place) => boolean) => number;
const within = (cell: Cell) => (place: Place) => cell.atoms.includes(place ?? '');

/** Looks at the threshold, and at nothing else. */
const thresholdOnly = faulty((n) => n >= 5);
/** Looks at each pair of cells as well, but not at three of them. */
const pairsOnly = faulty((n, others, cell, count) => {
  const differ = (other: Cell) => count((place) => within(cell)(place) !== within(other)(place));
  return n >= 5 && others.every((other) => differ(other) === 0 || differ(other) >= 5);
});
/** Does everything, but forgets what was shown before. */
const forgetful: Guard = ({ cells, lots }, asked) => {
  const now = lots.map(({ n, places }) => ({ n, places: places.slice(-1) }));
  return theGuard({ cells, lots: now, earlier: [] }, asked);
};
/** Remembers only the last release. */
const shortOfMemory: Guard = ({ cells, lots, earlier }, asked) => {
  const now = lots.map(({ n, places }) => ({ n, places: places.slice(-2) }));
  return theGuard({ cells, lots: now, earlier: earlier.slice(-1) }, asked);
};

describe('what the guard shows', () => {
  it('gives nothing away, as answers come in', () => {
    fc.assert(nothingIsGivenAway(theGuard, anyGrowth), { numRuns: 600 });
  });

  it('gives nothing away, as answers come, go and move', () => {
    fc.assert(nothingIsGivenAway(theGuard, anyRestatement), { numRuns: 600 });
  });

  it('gives nothing away by any sums and differences', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const known = knownOf(series, theGuard);
        fc.pre(known.rows.length <= 9);
        expect(isGivenAwayBySigns(known, thresholds.figures)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no few on either side of two figures that cross', () => {
    const holds = (guard: Guard) =>
      fc.property(anySeries, (one) => !isGivenAwayBySides(knownOf(one, guard), thresholds.figures));
    fc.assert(holds(theGuard), { numRuns: 600 });
    // It looks at how many answers two differ by, on both sides together.
    const found = fc.check(holds(pairsOnly), { numRuns: 3_000, endOnFailure: true });
    expect(String(found.errorInstance)).toBe('Error: Property failed by returning false');
  });

  it.each([
    ['has a threshold only', thresholdOnly],
    ['compares pairs only', pairsOnly],
    ['forgets earlier releases', forgetful],
    ['remembers only the last release', shortOfMemory],
  ])('is not what a guard shows that %s', (_, guard) => {
    const found = fc.check(nothingIsGivenAway(guard, anySeries), {
      numRuns: 3_000,
      endOnFailure: true,
    });
    expect(found.failed).toBe(true);
    // By the law, and not by a fault of the faulty.
    expect(String(found.errorInstance)).toBe('Error: Property failed by returning false');
  });

  it('is withheld for nothing: no cell could be shown beside what is', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const all = released(series, thresholds);
        const shown = all.map((one) => one.shown.figures);
        const last = all.at(-1);
        for (const cell of series.cells) {
          const figures = last?.cells.find((one) => one.cell === cell.id)?.figures;
          if (figures?.shown !== false || figures.reason === 'below-threshold') continue;
          const more = [...shown.slice(0, -1), [...(shown.at(-1) ?? []), cell]];
          const known = knownFrom(series.lots, more);
          const isTold = isGivenAway(known, thresholds.figures);
          expect(isTold || isGivenAwayBySides(known, thresholds.figures)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps comments of few from being told apart by where they are read', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const read = released(series, thresholds).map((one) => one.shown.comments);
        const { weights, rows } = knownFrom(series.lots, read);
        const parts = new Map<string, number>();
        weights.forEach((n, lot) => {
          const where = rows.flatMap((row, at) => (row[lot] === 1 ? [at] : [])).join();
          if (where !== '') parts.set(where, n + (parts.get(where) ?? 0));
        });
        for (const n of parts.values()) expect(n).toBeGreaterThanOrEqual(thresholds.comments);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is everything where every group is large', () => {
    const large = fc
      .oneof(anyGrowth, anyRestatement)
      .map((one) => ({ ...one, lots: one.lots.map((lot) => ({ ...lot, n: lot.n + 7 })) }));
    fc.assert(
      fc.property(large, (series) => {
        released(series, thresholds).forEach(({ cells }, release) => {
          const there = new Set(series.lots.map(({ places }) => places[release] ?? ''));
          series.cells.forEach(({ atoms }, at) => {
            const isEmpty = !atoms.some((atom) => there.has(atom));
            expect(cells[at]?.figures.shown).toBe(!isEmpty);
          });
        });
      }),
    );
  });

  it('does not depend on the order in which anything is given', () => {
    const shuffled = anySeries.chain((series) =>
      fc.record({
        series: fc.constant(series),
        cells: fc.shuffledSubarray([...series.cells], { minLength: series.cells.length }),
        lots: fc.shuffledSubarray([...series.lots], { minLength: series.lots.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ series, cells, lots }) => {
        const byCell = (one: Series) =>
          released(one, thresholds).map((release) =>
            [...release.cells].sort((a, b) => (a.cell < b.cell ? -1 : 1)),
          );
        expect(byCell({ ...series, cells, lots })).toEqual(byCell(series));
      }),
    );
  });
});
