import { describe, expect, it } from '@jest/globals';
import type { Organization } from './organization.ts';
import { organizationShape } from './organization-shape.ts';

type Posts = ReturnType<Organization['posts']>;
type Units = ReturnType<Organization['units']>;

const shapeOf = (units: Units, posts: Posts) =>
  organizationShape({ units: () => units, posts: () => posts }, '2026-07-01');

const post = (
  name: string,
  unit: string | null,
  manager: string | null,
  holders: string[],
  fte = 1,
) => {
  return { post: name, unit, manager, fte, holders };
};
const units: Units = [
  { unit: 'corp', parent: null, head: 'top' },
  { unit: 'sales', parent: 'corp', head: null },
];

describe('the shape of an organisation', () => {
  it('counts people, posts and places by unit, and with the units below', () => {
    const shape = shapeOf(units, [
      post('top', 'corp', null, ['ada']),
      post('one', 'sales', 'top', ['bob'], 0.6),
      post('two', 'sales', 'one', [], 0.7),
    ]);
    expect(shape).toMatchObject({
      people: 2,
      posts: 3,
      vacant: 1,
      fte: 2.3,
      tops: ['top'],
      depth: 3,
    });
    expect(shape.units).toEqual([
      {
        ...{ unit: 'corp', parent: null, level: 0 },
        own: { people: 1, posts: 1, fte: 1 },
        total: { people: 2, posts: 3, fte: 2.3 },
      },
      {
        ...{ unit: 'sales', parent: 'corp', level: 1 },
        own: { people: 1, posts: 2, fte: 1.3 },
        total: { people: 1, posts: 2, fte: 1.3 },
      },
    ]);
  });

  it('sums places exactly', () => {
    const many = Array.from({ length: 10 }, (_, index) =>
      post(`p${index}`, 'sales', null, [], 0.1),
    );
    expect(shapeOf(units, many).fte).toBe(1);
  });

  it('is as deep as its longest way, in whatever order posts come', () => {
    const line = Array.from({ length: 50 }, (_, index) => {
      return post(`p${index}`, 'corp', index === 0 ? null : `p${index - 1}`, []);
    });
    expect(shapeOf(units, line).depth).toBe(50);
    expect(shapeOf(units, line.toReversed()).depth).toBe(50);
    expect(shapeOf(units, []).depth).toBe(0);
  });

  it('ends, should lines ever go in a circle', () => {
    const circle = [post('a', 'corp', 'b', []), post('b', 'corp', 'a', [])];
    expect(shapeOf(units, circle).tops).toEqual([]);
  });
});
