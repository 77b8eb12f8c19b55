import { describe, expect, it } from '@jest/globals';
import { shownCountMin } from '@plumbline/statistics';
import fc from 'fast-check';
import { recognitionByUnit, type UnitPeople } from './recognition-by-unit.ts';
import { recognitionFigures } from './recognition-figures.ts';
import type { RecognitionLine } from './recognition-wall.ts';

const line = (giver: string, receivers: readonly string[], points = 10): RecognitionLine => ({
  ...{ recognitionId: `${giver} ${receivers.join()}`, giver, value: 'care', points, revision: 0 },
  ...{ at: '2026-04-01T09:00:00.000Z', texts: {} },
  receivers: receivers.map((person) => ({ person, note: null })),
});

/** Units by their parents and how many work in each itself; the first is everybody. */
function unitsOf(all: readonly (readonly [unit: string, parent: string | null, own: number])[]) {
  const peopleWithin = (of: string): string[] =>
    all.flatMap(([unit, parent, own]) => {
      const people = Array.from({ length: own }, (_, no) => `${unit}-${no}`);
      return [...(unit === of ? people : []), ...(parent === of ? peopleWithin(unit) : [])];
    });
  const units = all.map(([unit, parent]) => ({ unit, parent, people: peopleWithin(unit) }));
  const roots = units.filter(({ parent }) => parent === null);
  return [
    { unit: null, parent: null, people: roots.flatMap(({ people }) => people) },
    ...units,
  ] satisfies UnitPeople[];
}

const shownIn = (units: readonly UnitPeople[]) =>
  recognitionByUnit(units, [])
    .filter(({ tier }) => tier !== 'hidden')
    .map(({ unit }) => unit);

describe('recognition by unit', () => {
  it('is of each unit what it is of it alone', () => {
    const units = unitsOf([
      ['sales', null, 6],
      ['desk', null, 5],
    ]);
    const lines = [
      line('sales-0', ['sales-1', 'desk-0']),
      line('sales-1', ['sales-0'], 20),
      line('desk-0', ['desk-1', 'desk-2'], 0),
      line('zoe', ['desk-1']),
      line('sales-2', ['zoe']),
    ];
    expect(recognitionByUnit(units, lines)).toEqual(
      units.map(({ unit, people }) => ({ unit, ...recognitionFigures(people, lines) })),
    );
  });

  it.each([
    ['where it has too few people', 6, 4, 6, ['a', 'c']],
    ['and so is the smallest beside it, where too few would be left', 9, 2, 7, ['a']],
    ['and nothing else, where enough are left', 9, 5, 6, ['a', 'b', 'c']],
  ])('is hidden %s', (_, a, b, c, shown) => {
    const five = b === 4 ? 5 : 0;
    const units = unitsOf([
      ['a', null, a],
      ['b', null, b],
      ['c', null, c],
      ['d', null, five],
    ]);
    expect(shownIn(units)).toEqual([null, ...shown]);
  });

  it('counts those of a unit itself among what is left', () => {
    const within = (own: number) =>
      shownIn(
        unitsOf([
          ['all', null, own],
          ['a', 'all', 6],
          ['b', 'all', 5],
        ]),
      );
    expect(within(0)).toEqual([null, 'all', 'a', 'b']);
    expect(within(shownCountMin - 1)).toEqual([null, 'all', 'a']);
    expect(within(shownCountMin)).toEqual([null, 'all', 'a', 'b']);
  });

  it('is of nobody where there are no units, or too few people in all', () => {
    expect(recognitionByUnit([], [])).toEqual([]);
    expect(shownIn(unitsOf([['a', null, 4]]))).toEqual([]);
  });

  it('leaves nobody, or enough, between a unit and those within it that are shown', () => {
    const anyTree = fc
      .array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 100 })), { minLength: 1, maxLength: 12 })
      .map((all) =>
        all.map(([own, place], no): [string, string | null, number] => {
          const parent = place % (no + 1);
          return [`u${no}`, parent === no ? null : `u${parent}`, own];
        }),
      );
    fc.assert(
      fc.property(anyTree, (tree) => {
        const units = unitsOf(tree);
        const shown = new Set(shownIn(units));
        for (const { unit, people } of units.filter((one) => shown.has(one.unit))) {
          // What is shown somewhere below, and stands in nothing else that is.
          const isBelow = (one: UnitPeople): boolean => {
            if (one.unit === null || one.parent === unit) return one.unit !== null;
            const above = units.find((other) => other.unit === one.parent);
            return above !== undefined && above.unit !== null && isBelow(above);
          };
          const below = units.filter((one) => shown.has(one.unit) && isBelow(one));
          const inThem = new Set(below.flatMap((one) => one.people));
          const left = people.filter((person) => !inThem.has(person)).length;
          expect([unit, left === 0 || left >= shownCountMin]).toEqual([unit, true]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
