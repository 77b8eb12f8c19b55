import { describe, expect, it } from '@jest/globals';
import { crossed, dimensionDepthMax, type Dimension } from './lattice.ts';

const units: Dimension = {
  name: 'unit',
  parents: new Map([
    ['company', null],
    ['sales', 'company'],
    ['field', 'sales'],
  ]),
};
const places: Dimension = {
  name: 'place',
  parents: new Map([
    ['all', null],
    ['bonn', 'all'],
  ]),
};

describe('the cells of crossed dimensions', () => {
  it('are everything that an atom is within, from the whole downwards', () => {
    const cells = crossed(
      [units],
      [
        { id: 'x', segments: ['field'] },
        { id: 'y', segments: ['company'] },
      ],
    );
    expect(cells.map(({ segments, level, atoms }) => [segments, level, atoms])).toEqual([
      [['field'], 2, ['x']],
      [['sales'], 1, ['x']],
      [['company'], 0, ['x', 'y']],
    ]);
  });

  it('are crossings, with the steps from all tops as their level', () => {
    const cells = crossed([units, places], [{ id: 'x', segments: ['sales', 'bonn'] }]);
    expect(
      Object.fromEntries(cells.map(({ segments, level }) => [segments.join(), level])),
    ).toEqual({
      ...{ 'company,all': 0, 'company,bonn': 1, 'sales,all': 1, 'sales,bonn': 2 },
    });
    expect(new Set(cells.map(({ id }) => id)).size).toBe(4);
  });

  it('have ids that cannot be mistaken for one another', () => {
    const odd = (name: string, ...segments: string[]): Dimension => ({
      ...{ name, parents: new Map(segments.map((one) => [one, null])) },
    });
    const two = [odd('one', 'a', 'a","b'), odd('other', 'c', 'b","c')];
    const atoms = [
      { id: 'x', segments: ['a","b', 'c'] },
      { id: 'y', segments: ['a', 'b","c'] },
    ];
    expect(new Set(crossed(two, atoms).map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['unknown', ['nowhere', 'all']],
    ['missing', ['sales']],
  ])('do not exist where a segment is %s', (_, segments) => {
    expect(() => crossed([units, places], [{ id: 'x', segments }])).toThrow(RangeError);
  });

  it('go down to a limit, which a circle never reaches', () => {
    const chain = (steps: number): Dimension => ({
      name: 'chain',
      parents: new Map(
        Array.from({ length: steps + 1 }, (_, at) => [`s${at}`, at === 0 ? null : `s${at - 1}`]),
      ),
    });
    const deepest = (steps: number) =>
      crossed([chain(steps)], [{ id: 'x', segments: [`s${steps}`] }]);
    expect(deepest(dimensionDepthMax)).toHaveLength(dimensionDepthMax + 1);
    expect(() => deepest(dimensionDepthMax + 1)).toThrow(RangeError);
    const circle = {
      name: 'circle',
      parents: new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    };
    expect(() => crossed([circle], [{ id: 'x', segments: ['a'] }])).toThrow(RangeError);
  });
});
